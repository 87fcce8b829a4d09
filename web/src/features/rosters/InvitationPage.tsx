/** Where the link of an invitation leads: the group first, then what its list says, and only then yes, or no for good. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/rosters";
import { useEntering } from "~/lib/applying/entering";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf, useSubmission } from "~/lib/submission";
import { tokenOf } from "~/lib/token";
import { useSession, useSite } from "~/lib/viewer";
import { CheckMail } from "~/ui/applying/CheckMail";
import { Button, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Checkbox } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { LinkTags } from "~/ui/Tag";
import { Quiet, Stack, Terms } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Decline } from "./Decline";
import { Declined } from "./Declined";

const InvitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      name
      startedOn
      endedOn
      answered
      company {
        id
        name
        nameEn
      }
      group {
        id
        slug
        name
        nameEn
        description
        memberCount
        companies {
          id
          name
          nameEn
        }
      }
    }
  }
`);

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on InvitationAccepted {
        belongs
        group {
          id
          slug
        }
        viewer {
          id
        }
        mail {
          email
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

type Company = { id: string; name: string; nameEn: string | null };
type Group = Company & { slug: string; description: string; memberCount: number | null; companies: readonly Company[] };
type Held = { name: string | null; startedOn: string | null; endedOn: string | null; company: Company | null; group: Group };

export function InvitationPage() {
  const [token] = useState(() => tokenOf(location.hash));
  const [declined, setDeclined] = useState(false);
  const [{ data, error }, again] = useQuery({ query: InvitationQuery, variables: { token }, pause: declined });
  if (declined) return <Declined />;
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const invitation = data.invitation;
  if (!invitation || invitation.answered) return <Over answered={invitation?.answered ?? false} />;
  return <Open token={token} held={invitation} onDeclined={() => setDeclined(true)} />;
}

function Over({ answered }: { answered: boolean }) {
  const { t } = useLingui();
  const title = answered ? t`この招待は、もう使われています。` : t`この招待は、もう使えません。`;
  return (
    <Page title={title} heading={null} narrow>
      <Empty
        icon="mail"
        as="h1"
        title={title}
        action={answered ? <LinkButton href={paths.signIn()}>{t`ログインする`}</LinkButton> : <LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>}
      >
        {answered ? t`ログインすると、グループのページが見られます。` : t`期限が過ぎたか、招待を受け取らない方のものです。リンクの一部が欠けているときは、メールからもう一度開いてください。`}
      </Empty>
    </Page>
  );
}

type OpenProps = { token: string; held: Held; onDeclined: () => void };

function Open({ token, held, onDeclined }: OpenProps) {
  const { t } = useLingui();
  const { group } = held;
  const { demo } = useSite();
  const entering = useEntering();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo) return <CheckMail email={sentTo} demo={demo} entering={entering} onOther={() => setSentTo(null)} />;
  const name = companyName(group);
  const members = group.memberCount;
  return (
    <Page title={t`${name}からの招待`} lead={t`費用も義務もありません。個人として、できる範囲でご参加ください。`} narrow>
      <Stack gap={6}>
        <Card label={name}>
          <Stack gap={3}>
            <LinkTags items={group.companies.map((one) => ({ key: one.id, text: companyName(one), href: paths.company(one.id) }))} label={t`対象の会社・官公庁`} />
            {group.description ? <p lang={textLanguage(group.description)}>{group.description}</p> : null}
            {members ? <Quiet>{t`メンバー：${plural(members, { other: "#人" })}`}</Quiet> : null}
            <div>
              <LinkButton href={paths.group(group.slug)} variant="quiet" target="_blank">
                {t`グループのページを見る`}
              </LinkButton>
            </div>
          </Stack>
        </Card>
        <Said held={held} />
        <Accept token={token} slug={group.slug} onSent={setSentTo} />
        <Decline token={token} onDeclined={onDeclined} />
      </Stack>
    </Page>
  );
}

function Said({ held: { name, company, startedOn, endedOn } }: { held: Held }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const facts = [
    { key: "name", label: t`お名前`, value: name },
    { key: "company", label: t`会社`, value: company && companyName(company) },
    { key: "period", label: t`在籍期間`, value: startedOn && formatPeriod(startedOn, endedOn, language) },
  ].filter(({ value }) => value);
  return (
    <Section title={t`名簿にある内容`}>
      <Terms terms={facts} />
      <Quiet>{t`参加すると、この在籍期間が、グループの名前で「運営者が確認」になります。参加するまで、見えるのはグループの代表と運営者だけです。参加すると、お名前と在籍歴が、在籍を確認したメンバーにも見えます。あとから直せます。`}</Quiet>
    </Section>
  );
}

/** The yes: as oneself for who is signed in; else with the terms, and by a mail to the address that was invited. */
function Accept({ token, slug, onSent }: { token: string; slug: string; onSent: (email: string) => void }) {
  const { t } = useLingui();
  const { viewer, site, renew } = useSession();
  const [, navigate] = useLocation();
  const say = useToast();
  const accept = useSubmission(AcceptInvitation);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [waits, setWaits] = useState(false);
  const own = viewer?.name;
  const submit = async () => {
    setTried(true);
    if (!viewer && !agreed) return;
    const outcome = await accept.send({ token, acceptedTermsVersion: site.termsVersion });
    if (!outcome.ok) return;
    const { data } = outcome;
    if (data.mail) onSent(data.mail.email);
    else if (!data.belongs) setWaits(true);
    else {
      navigate(paths.group(slug), { replace: true });
      renew();
      say(t`参加しました。`);
    }
  };
  if (waits) {
    return (
      <Notice icon="clock" role="status" title={t`参加を申し込みました。`}>
        <p>{t`招待とは別のメールアドレスでログインしているときなどは、グループの運営者が確認します。お返事をお待ちください。`}</p>
        <LinkButton href={paths.group(slug)}>{t`グループのページを見る`}</LinkButton>
      </Notice>
    );
  }
  const needed = tried && !agreed ? t`利用規約とプライバシーポリシーを読んで、同意してください。` : null;
  return (
    <Stack gap={4}>
      {own ? (
        <Notice icon="person">{t`いまは${own}さんとしてログインしています。このアカウントで参加します。`}</Notice>
      ) : (
        <Checkbox
          label={
            <Trans>
              <Link href={paths.terms} target="_blank">
                利用規約
              </Link>
              と
              <Link href={paths.privacy} target="_blank">
                プライバシーポリシー
              </Link>
              に同意します
            </Trans>
          }
          checked={agreed}
          onChange={setAgreed}
          error={needed}
        />
      )}
      <FormProblem problem={accept.problem} state={accept.state} />
      <div>
        <Button wide pending={accept.state !== "idle"} onClick={() => void submit()}>
          {t`参加する`}
        </Button>
      </div>
    </Stack>
  );
}
