/** One page of the queue, read for the list that shows all of them as one; nobody decides on what an earlier visit has kept. */
import { useEffect, useRef } from "react";
import { type CombinedError, useQuery } from "urql";

import { graphql } from "~/gql/moderation";

import { type QueueItem, queueItem } from "./queueItem";
import type { Desk } from "./useDesk";
import type { PageRead } from "./waiting";

const QueueQuery = graphql(`
  query Queue($after: String) {
    viewer {
      id
      queue(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Item
          }
        }
      }
    }
  }
`);

/** `page` is there once it was read; an error may stand beside an older page. */
export type Answered = { page: PageRead<QueueItem> | null; end: string | null; error: CombinedError | undefined; stale: boolean; again: () => void };

type QueuePartProps = { after: string | null; desk: Desk; onAnswer: (after: string | null, answer: Answered) => void };

export function QueuePart({ after, desk, onAnswer }: QueuePartProps) {
  const [{ data, error, fetching, stale }, read] = useQuery({ query: QueueQuery, variables: { after }, requestPolicy: "network-only" });
  const { version, read: onRead } = desk;
  const asked = useRef(version);
  const busy = fetching || stale;
  useEffect(() => {
    // A reading that is under way may say what was before, and is followed by one more.
    if (busy || asked.current === version) return;
    asked.current = version;
    read({ requestPolicy: "network-only" });
  }, [busy, version, read]);
  const queue = data?.viewer?.queue;
  useEffect(() => {
    if (!queue && !error) return;
    const page = queue ? { items: queue.edges.map(({ node }) => queueItem(node)), total: queue.totalCount, more: queue.pageInfo.hasNextPage } : null;
    if (page && !stale) onRead(page);
    onAnswer(after, { page, end: queue?.pageInfo.endCursor ?? null, error, stale, again: () => read({ requestPolicy: "network-only" }) });
  }, [queue, error, stale, after, read, onRead, onAnswer]);
  return null;
}
