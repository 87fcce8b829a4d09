/** A post that came while one was reading: shown at once, and a moment later with why it fits. */
import { useEffect } from "react";
import { useQuery } from "urql";

import type { FragmentType } from "~/gql/opportunities";

import { Listed, type ListedFragment } from "./Listed";
import { WhyQuery, useWhy } from "./useWhy";

export function Arrived({ id, card }: { id: string; card: FragmentType<typeof ListedFragment> }) {
  const ask = useWhy();
  const [{ data }] = useQuery({ query: WhyQuery, variables: { id }, requestPolicy: "cache-only" });
  useEffect(() => ask(id), [ask, id]);
  return <Listed opportunity={card} fits={data?.node?.__typename === "Opportunity" ? data.node : null} fresh />;
}
