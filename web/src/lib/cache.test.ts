import { type Operation, gql } from "urql";
import { pipe, subscribe, take, toPromise } from "wonka";
import { expect, test } from "vitest";

import { createCache } from "./cache";
import { type Data, graph, settle } from "./fakeGraph";

const VIEWER = gql`{ viewer { __typename id unread { __typename conversations notices queue } } }`;
const TALK = gql`query ($id: ID!) { node(id: $id) { __typename id ... on Conversation { unread messages(first: 20) { __typename edges { __typename node { __typename id body } } } } } }`;
const LIST = gql`{ opportunities(first: 10) { __typename edges { __typename node { __typename id title } } } }`;
const INBOX = gql`subscription { inbox { __typename cursor event { __typename ... on MessageSent { message { __typename id body } conversation { __typename id unread } } } } }`;
const OFFERS = gql`subscription { opportunities { __typename cursor event { __typename ... on Gone { goneId } } } }`;
const CLOSE = gql`mutation ($input: CloseOpportunityInput!) { closeOpportunity(input: $input) { __typename ... on OpportunityClosed { opportunity { __typename id title } } ... on Problem { message } } }`;

const world = (answer: (operation: Operation) => Data) => graph([createCache()], answer);

test("a message that arrives makes its talk and the counts be read again", async () => {
  let messages = ["はい"];
  const conversation = () => ({
    __typename: "Conversation",
    id: "t1",
    unread: messages.length - 1,
    messages: { __typename: "MessageConnection", edges: messages.map((body, index) => ({ __typename: "MessageEdge", node: { __typename: "Message", id: `m${index}`, body } })) },
  });
  const viewer = () => ({ __typename: "Viewer", id: "v", unread: { __typename: "Unread", conversations: messages.length - 1, notices: 0, queue: 0 } });
  const { client, arrive } = world(({ variables }) => ((variables as Data | undefined)?.["id"] ? { node: conversation() } : { viewer: viewer() }));
  const talks: unknown[] = [];
  const counts: unknown[] = [];
  const stops = [
    pipe(client.query(TALK, { id: "t1" }), subscribe(({ data }) => talks.push((data as { node: ReturnType<typeof conversation> }).node.messages.edges.length))),
    pipe(client.query(VIEWER, {}), subscribe(({ data }) => counts.push((data as { viewer: ReturnType<typeof viewer> }).viewer.unread.conversations))),
    pipe(client.subscription(INBOX, {}), subscribe(() => undefined)),
  ];
  await settle();
  messages = ["はい", "木曜の夜は"];
  arrive("inbox", {
    __typename: "InboxDelivery",
    cursor: "c",
    event: { __typename: "MessageSent", message: { __typename: "Message", id: "m1", body: "木曜の夜は" }, conversation: { __typename: "Conversation", id: "t1", unread: 1 } },
  });
  await settle();
  expect(talks.at(-1)).toBe(2);
  expect(counts.at(-1)).toBe(1);
  for (const stop of stops) stop.unsubscribe();
});

test("what is gone leaves the list with the next read, and takes nothing else along", async () => {
  let ids = ["1", "2"];
  const { client, arrive } = world(() => ({
    opportunities: { __typename: "OpportunityConnection", edges: ids.map((id) => ({ __typename: "OpportunityEdge", node: { __typename: "Opportunity", id, title: id } })) },
  }));
  const seen: number[] = [];
  const stops = [
    pipe(client.query(LIST, {}), subscribe(({ data }) => seen.push((data as { opportunities: { edges: unknown[] } }).opportunities.edges.length))),
    pipe(client.subscription(OFFERS, {}), subscribe(() => undefined)),
  ];
  await settle();
  ids = ["1"];
  arrive("opportunities", { __typename: "OpportunityDelivery", cursor: "c", event: { __typename: "Gone", goneId: "2" } });
  await settle();
  expect(seen[0]).toBe(2);
  expect(seen.at(-1)).toBe(1);
  for (const stop of stops) stop.unsubscribe();
});

test.each([
  ["a refusal leaves the lists alone", { __typename: "Conflict", message: "締め切られています。" }, 1],
  ["a success makes them be read again", { __typename: "OpportunityClosed", opportunity: { __typename: "Opportunity", id: "1", title: "1" } }, 2],
])("%s", async (_name, closed, reads) => {
  const list = { opportunities: { __typename: "OpportunityConnection", edges: [{ __typename: "OpportunityEdge", node: { __typename: "Opportunity", id: "1", title: "1" } }] } };
  const { client, asked } = world(({ kind }) => (kind === "mutation" ? { closeOpportunity: closed } : list));
  const stop = pipe(client.query(LIST, {}), subscribe(() => undefined));
  await settle();
  await pipe(client.mutation(CLOSE, { input: { opportunity: "1" } }), take(1), toPromise);
  await settle();
  expect(asked.filter((kind) => kind === "query")).toHaveLength(reads);
  stop.unsubscribe();
});

test("where the inbox cannot be resumed, what it may have told is read again", async () => {
  let unread = 0;
  const { client, arrive } = world(({ variables }) =>
    (variables as Data | undefined)?.["id"]
      ? { node: { __typename: "Conversation", id: "t1", unread, messages: { __typename: "MessageConnection", edges: [] } } }
      : { viewer: { __typename: "Viewer", id: "v", unread: { __typename: "Unread", conversations: unread, notices: 0, queue: 0 } } },
  );
  const talks: unknown[] = [];
  const counts: unknown[] = [];
  const stops = [
    pipe(client.query(TALK, { id: "t1" }), subscribe(({ data }) => talks.push((data as { node: { unread: number } }).node.unread))),
    pipe(client.query(VIEWER, {}), subscribe(({ data }) => counts.push((data as { viewer: { unread: { conversations: number } } }).viewer.unread.conversations))),
    pipe(client.subscription(INBOX, {}), subscribe(() => undefined)),
  ];
  await settle();
  unread = 3;
  arrive("inbox", { __typename: "InboxDelivery", cursor: "c", event: { __typename: "ResyncRequired" } });
  await settle();
  expect([talks.at(-1), counts.at(-1)]).toEqual([3, 3]);
  for (const stop of stops) stop.unsubscribe();
});
