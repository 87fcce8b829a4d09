/** On the page of a group that is not admitted: how its proposal stands, for who made it and for stewards; why a closed one was closed. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { Buttons, LinkButton } from "~/ui/Button";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Stack } from "~/ui/Text";

import { WithdrawProposal } from "./WithdrawProposal";

const ProposalStateQuery = graphql(`
  query ProposalState($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      state
      proposal {
        at
        reason
        proposedBy {
          id
        }
      }
    }
  }
`);

export function ProposalState({ slug }: { slug: string }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: ProposalStateQuery, variables: { slug }, requestPolicy: "cache-and-network" });
  const group = data?.group;
  const proposal = group?.proposal;
  if (!group || !proposal) return null;
  const day = formatDay(proposal.at, activeLanguage());
  const own = proposal.proposedBy?.id === viewer?.personId;
  const change = own ? (
    <Buttons>
      <LinkButton href={paths.groupProposal(group.slug)} variant="secondary" icon="edit">
        {t`提案を書き直す`}
      </LinkButton>
      <WithdrawProposal group={group.id} name={companyName(group)} />
    </Buttons>
  ) : null;
  if (group.state === "DECLINED") {
    return (
      <Notice icon="edit" title={t`今回は見送りになりました。`}>
        <Stack gap={3}>
          {proposal.reason ? <p lang={textLanguage(proposal.reason)}>{proposal.reason}</p> : null}
          <p>{t`書き直して、もう一度提案できます。`}</p>
          {change}
        </Stack>
      </Notice>
    );
  }
  return (
    <Notice icon="clock" title={t`事務局が読んでいます。`}>
      <Stack gap={3}>
        <p>{t`${day}に提案されました。始まるまでは、提案した人と事務局だけに見えます。待っているあいだも、ほかのグループに申し込んだり、公開の募集を読んだりできます。`}</p>
        {change}
      </Stack>
    </Notice>
  );
}

export function Closed({ at, reason }: { at: string | null; reason: string | null }) {
  const { t } = useLingui();
  const day = at ? formatDay(at, activeLanguage()) : "";
  return (
    <Notice icon="leave" title={t`このグループは、${day}に活動を終えました。`}>
      {reason ? <p lang={textLanguage(reason)}>{reason}</p> : null}
    </Notice>
  );
}
