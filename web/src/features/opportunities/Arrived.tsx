/** A post that came while one was reading: shown at once, and a moment later with why it fits, which was not told with it. */
import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { type FragmentType, graphql } from "~/gql/opportunities";
import { useViewer } from "~/lib/viewer";

import { Listed, type ListedFragment } from "./Listed";

const WhyQuery = graphql(`
  query WhyItFits($id: ID!) {
    node(id: $id) {
      __typename
      ... on Opportunity {
        id
        ...ListedFits
      }
    }
  }
`);

/** Milliseconds within which all who are told of a post ask, each at a moment of their own. */
const SPREAD = 4_000;

function useMoment(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCome(true), Math.random() * SPREAD);
    return () => clearTimeout(timer);
  }, []);
  return come;
}

export function Arrived({ id, card }: { id: string; card: FragmentType<typeof ListedFragment> }) {
  const viewer = useViewer();
  const come = useMoment();
  const [{ data }] = useQuery({ query: WhyQuery, variables: { id }, pause: !viewer || !come });
  return <Listed opportunity={card} fits={data?.node?.__typename === "Opportunity" ? data.node : null} fresh />;
}
