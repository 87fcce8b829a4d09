/** What happens in the queues that the viewer works on, while the page is open: each group's own, and the stewards'. */
import { useEffect, useEffectEvent } from "react";
import { useClient } from "urql";
import { pipe, subscribe } from "wonka";

import { graphql } from "~/gql/moderation";

const QueueNews = graphql(`
  subscription QueueNews($group: ID, $after: Cursor) {
    queue(group: $group, after: $after) {
      cursor
      previous
      event {
        ... on AffiliationDeclared {
          declared: affiliation {
            id
          }
        }
        ... on Gone {
          goneId
        }
        ... on ResyncRequired {
          cursor
        }
      }
    }
  }
`);

/** Calls `onNews` after each event of the queues; stewards also follow their own. */
export function useQueueNews(groups: readonly string[], steward: boolean, onNews: () => void): void {
  const client = useClient();
  const tell = useEffectEvent(onNews);
  const followed = JSON.stringify([...groups, ...(steward ? [null] : [])]);
  useEffect(() => {
    const queues = JSON.parse(followed) as (string | null)[];
    const ends = queues.map((group) => pipe(client.subscription(QueueNews, { group }), subscribe(() => tell())).unsubscribe);
    return () => ends.forEach((end) => end());
  }, [client, followed]);
}
