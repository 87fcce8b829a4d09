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
  const { t } = useLingui();
  const chosen = audience === "CHOSEN_GROUPS";
  const pause = chosen && groups.length === 0;
  const [{ data }] = useQuery({ query: ReachQuery, variables: { audience, groups: chosen ? groups : [] }, pause });
  if (pause || !data) return null;
  const { members, exact } = data.reach;
  if (audience === "ANYONE") return <span>{t`ログインしていない人も見られます（メンバーは約${plural(members, { other: "#人" })}）。`}</span>;
  return <span>{exact ? t`${plural(members, { other: "#人" })}が見られます。` : t`約${plural(members, { other: "#人" })}が見られます。`}</span>;
}
