/** While something waits: each application and each tenure, who decides, and what works meanwhile. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Notice } from "~/ui/Notice";
import { Page, Section } from "~/ui/Page";
import { Confirmed } from "~/ui/PersonName";
import { ErrorState, Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { ApplicationCard } from "./ApplicationCard";

const PendingQuery = graphql(`
  query Pending {
    viewer {
      id
      standing
      applications {
        id
        state
        messages {
          id
          fromGroup
        }
        group {
          id
          viewerIsMember
        }
        ...ApplicationCard
      }
      person {
        id
        name
        affiliations {
          id
          state
          startedOn
          endedOn
          decidedBy
          declineReason
          company {
            id
            name
            nameEn
            groups {
              id
              usualDays
            }
          }
        }
      }
    }
  }
`);

export function PendingPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: PendingQuery, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data?.viewer) return <Loading cards={1} />;
  const { standing, person } = data.viewer;
  const verified = standing === "VERIFIED";
  const applications = data.viewer.applications.filter(({ state, group }) => (state === "APPROVED" ? group.viewerIsMember : state !== "WITHDRAWN"));
  const answered = applications.some(({ state }) => state !== "WAITING");
  const waits = applications.some(({ state }) => state === "WAITING");
  const asked = applications.some(({ state, messages }) => state === "WAITING" && messages.at(-1)?.fromGroup);
  const applied = new Set(applications.map(({ group }) => group.id));
  // A tenure at a company whose group was applied to is decided with the application.
  const alone = person.affiliations.filter(({ company }) => !company.groups.some(({ id }) => applied.has(id)));
  const { name } = person;
  const title = asked ? t`質問が届いています` : waits ? t`お返事を待っています` : verified ? t`確認できました` : answered ? t`お返事が届きました` : t`登録できました`;
  const newcomer = waits ? t`${name}さん、登録できました。あとはグループのお返事だけです。` : answered ? t`${name}さん、理由と、これからできることをご覧ください。` : t`${name}さん、ようこそ。あとは在籍歴の確認だけです。`;
  const lead = !verified && !asked ? newcomer : waits ? t`申し込みのいまの状態と、グループからのお返事が、ここに出ます。` : t`${name}さん、ようこそ。`;
  return (
    <Page title={title} lead={lead} narrow>
      {applications.length > 0 ? (
        <Section title={t`グループへの参加`}>
          {applications.map((application) => (
            <ApplicationCard key={application.id} application={application} />
          ))}
        </Section>
      ) : null}
      {alone.length > 0 ? (
        <Section title={t`在籍歴の確認`}>
          {alone.map((affiliation) => (
            <AffiliationCard key={affiliation.id} {...affiliation} />
          ))}
        </Section>
      ) : null}
      <Section title={verified ? t`はじめに` : t`お待ちのあいだにできること`}>
        <Quiet>
          {verified ? (
            <Trans>お手伝いできることと探していることを書いておくと、声がかかりやすくなります。</Trans>
          ) : (
            <Trans>公開の募集と、ログインした人向けの募集を読めます（募集した人のお名前は、確認のあとに見えます）。プロフィールも書いておけます。</Trans>
          )}
        </Quiet>
        <Buttons>
          <LinkButton href={paths.editProfile}>{t`プロフィールを書く`}</LinkButton>
          <LinkButton href={paths.opportunities} variant="secondary">
            {t`募集を見る`}
          </LinkButton>
        </Buttons>
      </Section>
    </Page>
  );
}

type AffiliationCardProps = {
  state: "AWAITING" | "CONFIRMED" | "DECLINED";
  startedOn: string;
  endedOn: string | null;
  decidedBy: string;
  declineReason: string | null;
  company: { name: string; nameEn: string | null; groups: { usualDays: number }[] };
};

function AffiliationCard({ state, startedOn, endedOn, decidedBy, declineReason, company }: AffiliationCardProps) {
  const { t } = useLingui();
  const days = company.groups[0]?.usualDays;
  return (
    <Card>
      <Stack gap={2}>
        <p>
          <strong lang={textLanguage(companyName(company))}>{companyName(company)}</strong>
        </p>
        <Quiet>{formatPeriod(startedOn, endedOn, activeLanguage())}</Quiet>
        {state === "CONFIRMED" ? <Confirmed>{t`確認できました`}</Confirmed> : null}
        {state === "AWAITING" ? (
          <Notice icon="clock">
            {days === undefined ? t`${decidedBy}が確認します。結果はメールでお知らせします。` : t`${decidedBy}が、通常${days}日ほどで確認します。結果はメールでお知らせします。`}
          </Notice>
        ) : null}
        {state === "DECLINED" ? (
          <Notice tone="bad" icon="warning" title={t`${decidedBy}が、今回の確認を見送りました。`}>
            {declineReason ? <p>{declineReason}</p> : null}
            <p>{t`期間や所属を直すと、もう一度確認を受けられます。`}</p>
          </Notice>
        ) : null}
      </Stack>
    </Card>
  );
}
