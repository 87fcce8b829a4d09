/** How many members could see a post with this audience, before it is posted. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import type { Level } from "~/lib/words";

const ReachQuery = graphql(`
  query Reach($audience: Level!, $groups: [ID!]) {
    reach(audience: $audience, groups: $groups) {
      members
      exact
    }
  }
`);

export function Reach({ audience, groups }: { audience: Level; groups: string[] }) {
  const chosen = audience === "CHOSEN_GROUPS";
  const pause = chosen && groups.length === 0;
  const [{ data }] = useQuery({ query: ReachQuery, variables: { audience, groups: chosen ? groups : [] }, pause });
  return <span role="status">{pause || !data ? null : <Reached audience={audience} {...data.reach} />}</span>;
}

function Reached({ audience, members, exact }: { audience: Level; members: number; exact: boolean }) {
  const { t } = useLingui();
  if (audience === "ANYONE") return t`ログインしていない人も見られます（メンバーは約${plural(members, { other: "#人" })}）。`;
  return exact ? t`${plural(members, { other: "#人" })}が見られます。` : t`約${plural(members, { other: "#人" })}が見られます。`;
}
