/** Where a join link leads: the group first, then how one joins it, as a newcomer or as a member. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/joining";
import { companyName } from "~/lib/companies";
import { useEntering } from "~/lib/applying/entering";
import { paths } from "~/lib/paths";
import { useSigningUp } from "~/lib/applying/signingUp";
import { errorIdOf } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Buttons, LinkButton } from "~/ui/Button";
import { CheckMail } from "~/ui/applying/CheckMail";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";

import { Closed } from "./Closed";
import { GroupFirst } from "./GroupFirst";
import { GuestForm, type Joining, empty } from "./GuestForm";
import { MemberForm } from "./MemberForm";

const JoinLinkQuery = graphql(`
  query JoinLink($token: String!) {
    viewer {
      id
      standing
      person {
        id
        affiliations {
          id
          company {
            id
          }
        }
      }
    }
    joinLink(token: $token) {
      questions
      standing
      group {
        id
        slug
        name
        nameEn
        contact
        usualDays
        decidedBy
        viewerIsMember
        viewerApplication {
          id
          state
        }
        companies {
          id
          name
          nameEn
        }
        ...GroupFirst
      }
    }
  }
`);

export function JoinLinkPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const token = params.token ?? "";
  const [{ data, error }, again] = useQuery({ query: JoinLinkQuery, variables: { token }, requestPolicy: "cache-and-network" });
  const { demo } = useSite();
  const signing = useSigningUp();
  const entering = useEntering();
  const [sent, setSent] = useState<Joining>(empty);
  const reread = () => again({ requestPolicy: "network-only" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={reread} />;
  if (!data) return <Loading />;
  const { joinLink, viewer } = data;
  if (!joinLink) return <Unknown />;

  const { group, questions, standing } = joinLink;
  const companies = group.companies.map((one) => ({ id: one.id, name: companyName(one) }));
  const gathered = new Set(companies.map(({ id }) => id));
  const name = companyName(group);
  if (signing.sentTo) {
    return (
      <CheckMail email={signing.sentTo} demo={demo} entering={entering} onOther={signing.again}>
        <Notice icon="mail">
          <p>{t`申し込みは、まだ届いていません。メールを確かめると、${name}に届きます。`}</p>
        </Notice>
      </CheckMail>
    );
  }
  const waiting = group.viewerApplication?.state === "WAITING";
  const { decidedBy: by, usualDays: days } = group;
  const link = { token, questions, group: { id: group.id, slug: group.slug, name, usualDays: group.usualDays, decidedBy: group.decidedBy }, companies };
  const open = standing === "OPEN" && !group.viewerIsMember && !waiting;
  const how = () => {
    if (group.viewerIsMember) {
      return (
        <Notice tone="good" icon="check" title={t`このグループに参加しています。`}>
          <Buttons>
            <LinkButton href={paths.group(group.slug)} variant="secondary">{t`グループのページへ`}</LinkButton>
          </Buttons>
        </Notice>
      );
    }
    if (waiting) {
      return (
        <Notice icon="clock" title={t`このグループに申し込んでいます。`}>
          <p>{t`${by}が、通常${days}日ほどで返事をします。`}</p>
          <Buttons>
            <LinkButton href={paths.pending} variant="secondary">{t`いまの状態を見る`}</LinkButton>
          </Buttons>
        </Notice>
      );
    }
    if (standing !== "OPEN") return <Closed standing={standing} group={group} member={viewer !== null} />;
    if (!viewer) return <GuestForm link={link} signing={signing} before={sent} onSent={setSent} onOutdated={reread} />;
    const told = viewer.person.affiliations.some(({ company }) => gathered.has(company.id));
    return <MemberForm link={link} told={told} verified={viewer.standing === "VERIFIED"} onOutdated={reread} />;
  };
  return (
    <Page title={name} heading={<span lang={textLanguage(name)}>{name}</span>} lead={open ? t`参加の案内です。どんな集まりかを読んでから、決めてください。` : undefined} narrow>
      <GroupFirst group={group} />
      <Section title={t`参加するには`} id="join">
        {how()}
      </Section>
    </Page>
  );
}

function Unknown() {
  const { t } = useLingui();
  const title = t`この参加リンクは見つかりませんでした。`;
  return (
    <>
      <title>{`${title} · 縁側`}</title>
      <Empty
        icon="search"
        as="h1"
        title={title}
        action={
          <Buttons>
            <LinkButton href={paths.groups}>{t`アルムナイグループの一覧へ`}</LinkButton>
            <LinkButton href={paths.contact} variant="quiet">
              {t`お問い合わせ`}
            </LinkButton>
          </Buttons>
        }
      >
        {t`リンクの一部が欠けているかもしれません。送ってくれた方に確かめるか、グループの一覧から探してください。`}
      </Empty>
    </>
  );
}
