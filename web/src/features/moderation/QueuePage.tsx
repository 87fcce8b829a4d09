/** The operators' queue: a list of decisions, each with its evidence beside it and both answers under the thumb. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { useMember } from "~/lib/viewer";
import { StatusLine } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { SecondFactor } from "~/ui/asking/SecondFactor";
import { NotFound } from "~/ui/States";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { Decisions } from "./Decisions";
import { Follow } from "./Follow";
import { GroupLinks } from "./GroupLinks";
import { JustHidden } from "./JustHidden";
import { StewardLinks } from "./StewardLinks";
import { useDesk } from "./useDesk";

const DeskQuery = graphql(`
  query Desk {
    viewer {
      id
      isSteward
      roles {
        role
        group {
          id
          slug
          name
          nameEn
        }
      }
    }
  }
`);

export function QueuePage() {
  const { t } = useLingui();
  const { operates, needsSecondFactor } = useMember();
  if (!operates) return <NotFound />;
  if (!needsSecondFactor) return <Desk />;
  return (
    <Page title={t`運営`}>
      <SecondFactor href={paths.signIns} />
    </Page>
  );
}

function Desk() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: DeskQuery });
  const desk = useDesk();
  const groups = data?.viewer?.roles.filter(({ role }) => role !== "COMPANY_CONTACT").map(({ group }) => group) ?? [];
  const run = data?.viewer?.roles.filter(({ role }) => role === "OWNER" || role === "OPERATOR").map(({ group }) => group) ?? [];
  const steward = data?.viewer?.isSteward ?? false;
  const elsewhere = desk.decidedElsewhere;
  const follows = [...groups.map(({ id }) => id), ...(steward ? ["stewards"] : [])].join(" ");
  const onRights = useEffectEvent(desk.lost);
  useEffect(() => {
    // What may not be decided any more does not go on standing here.
    if (follows) onRights();
  }, [follows]);
  return (
    <Page
      title={t`運営`}
      beside={<Tags items={[...groups.map(companyName), ...(steward ? [t`事務局`] : [])]} label={t`あなたが決める場所`} />}
      lead={t`あなたが決めるものだけが並びます。ほかの運営者が決めたものは、ここから消えます。`}
    >
      {groups.map(({ id }) => (
        <Follow key={id} group={id} onNews={desk.hear} onLost={desk.lost} />
      ))}
      {steward ? <Follow group={null} onNews={desk.hear} onLost={desk.lost} /> : null}
      <Stack gap={4}>
        <GroupLinks groups={run} />
        {steward ? <StewardLinks /> : null}
        {elsewhere > 0 ? <StatusLine icon="check">{t`ほかの運営者が${elsewhere}件を決めたので、一覧から外しました。`}</StatusLine> : null}
        <JustHidden posts={desk.hidden} onRestored={desk.restored} />
        <Quiet>{t`承認すると、在籍歴も「運営者が確認」になり、ご本人にお知らせとメールが届きます。承認も見送りの理由も、グループの名前で届きます（担当者名は出ません）。ご自分にかかわるものは、ほかの運営者か事務局が決めます。`}</Quiet>
        <Decisions desk={desk} steward={steward} />
      </Stack>
    </Page>
  );
}
