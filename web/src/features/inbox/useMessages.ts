/** The messages of a talk: the newest page follows live news, older ones are read on demand, and all stand in one list. */
import { useEffect, useRef, useState } from "react";
import { useClient, useQuery } from "urql";

import { graphql } from "~/gql/inbox";
import { useInboxEvent } from "~/lib/realtime/inbox";

import { type Message, caughtUp, merged } from "./messages";

const MessagesQuery = graphql(`
  query Messages($id: ID!, $after: String) {
    response(id: $id) {
      id
      conversation {
        id
        messages(first: 30, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              body
              removed
              sentAt
              mine
              clientMutationId
            }
          }
        }
      }
    }
  }
`);

type Held = { messages: readonly Message[]; older: string | null };
const NOTHING: Held = { messages: [], older: null };

export type Messages = {
  messages: readonly Message[];
  loaded: boolean;
  hasOlder: boolean;
  readingOlder: boolean;
  readOlder: () => void;
};

type Page = { pageInfo: { hasNextPage: boolean; endCursor?: string | null }; edges: readonly { node: Message }[] };

const messagesOf = (page: Page): Message[] => page.edges.map(({ node }) => node);
const olderThan = ({ pageInfo }: Page): string | null => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null);

function withNewest(held: Held, page: Page): Held {
  const { messages, started } = caughtUp(held.messages, messagesOf(page), page.pageInfo.hasNextPage);
  return { messages, older: started ? olderThan(page) : held.older };
}

/** `conversation`: of the talk, null as long as it has not begun. */
export function useMessages(response: string, conversation: string | null): Messages {
  const client = useClient();
  const [held, setHeld] = useState<Held>(NOTHING);
  const [reading, setReading] = useState(false);
  /** What arrived before the first page did, which may have been read before it was said. */
  const [early, setEarly] = useState<readonly Message[]>([]);
  const [{ data, fetching }, again] = useQuery({ query: MessagesQuery, variables: { id: response, after: null }, requestPolicy: "cache-and-network" });
  const newest = data?.response?.conversation?.messages;
  const [taken, setTaken] = useState<typeof newest>(undefined);
  if (newest && newest !== taken) {
    setTaken(newest);
    const next = withNewest(held, newest);
    setHeld({ ...next, messages: merged(early, next.messages) });
    setEarly([]);
  }
  useInboxEvent((event) => {
    // Words that were erased with whoever said them are not kept here either: the page is read anew.
    if (event.__typename === "ParticipantLeft" && (event["conversation"] as { id?: string } | null)?.id === conversation) {
      setHeld(NOTHING);
      setEarly([]);
    }
    if (event.__typename !== "MessageSent" || (event["talk"] as { id?: string } | null)?.id !== response) return;
    const message = event["message"] as Message;
    if (taken) setHeld((before) => ({ ...before, messages: merged(before.messages, [message]) }));
    else setEarly((before) => [...before, message]);
  });
  // The talk has begun, and what was read of it is of before.
  const outdated = Boolean(data) && !fetching && conversation !== null && !data?.response?.conversation;
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!outdated || asked.current === conversation) return;
    asked.current = conversation;
    again({ requestPolicy: "network-only" });
  }, [outdated, conversation, again]);
  const readOlder = async () => {
    if (!held.older || reading) return;
    setReading(true);
    const result = await client.query(MessagesQuery, { id: response, after: held.older }, { requestPolicy: "network-only" }).toPromise();
    const page = result.data?.response?.conversation?.messages;
    setReading(false);
    if (!page) return;
    setHeld((before) => ({ messages: merged(before.messages, messagesOf(page)), older: olderThan(page) }));
  };
  return { messages: held.messages, loaded: Boolean(data), hasOlder: held.older !== null, readingOlder: reading, readOlder: () => void readOlder() };
}
