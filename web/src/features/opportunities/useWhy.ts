/** Why a post fits is another answer for each reader, so it is not told with the post: a page asks for it a moment later. */
import { useCallback, useEffect, useRef } from "react";
import { useClient } from "urql";

import { graphql } from "~/gql/opportunities";
import { useViewer } from "~/lib/viewer";

export const WhyQuery = graphql(`
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

/** Asks why a post fits, or fits no longer, at some moment soon; the cache takes the answer. Guests have nothing that could fit. */
export function useWhy(): (id: string) => void {
  const client = useClient();
  const viewer = useViewer();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    };
  }, []);
  return useCallback(
    (id: string) => {
      const waiting = timers.current;
      if (!viewer || waiting.has(id)) return;
      const ask = () => {
        waiting.delete(id);
        void client.query(WhyQuery, { id }, { requestPolicy: "network-only" }).toPromise();
      };
      waiting.set(id, setTimeout(ask, Math.random() * SPREAD));
    },
    [client, viewer],
  );
}
