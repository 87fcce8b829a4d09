/** @vitest-environment jsdom */
import { Client, CombinedError, type Exchange, type OperationContext, type OperationResult, createRequest, gql, makeResult } from "urql";
import { filter, map, pipe, subscribe } from "wonka";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createCache } from "./cache";
import { type Data, graph, settle } from "./fakeGraph";
import { NEEDED, patientExchange } from "./patient";

const question = createRequest<{ answer: string }, Record<string, never>>("query Question { answer }", {});
const away = () => new CombinedError({ networkError: new TypeError("Failed to fetch") });

let asked: number;
let answers: string[];

const server: Exchange = () => (operations$) =>
  pipe(
    operations$,
    filter(({ kind }) => kind === "query"),
    map((operation): OperationResult => {
      asked += 1;
      const answer = answers.shift() ?? "away";
      const none = makeResult(operation, { data: null, hasNext: false } as never);
      if (answer === "away") return { ...none, data: undefined, error: away() };
      if (answer === "failed") return { ...none, data: undefined, error: new CombinedError({ graphQLErrors: [{ message: "…", extensions: { code: "UNEXPECTED", id: "e1" } }] }) };
      if (answer === "wrong") return { ...none, data: undefined, error: new CombinedError({ graphQLErrors: ["no"] }) };
      return { ...none, data: { answer }, error: undefined };
    }),
  );

let over: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  over = new AbortController();
  asked = 0;
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
});

function look(context: Partial<OperationContext> = {}) {
  const client = new Client({ url: "/graphql", exchanges: [patientExchange(over.signal), server], preferGetMethod: false });
  const seen: string[] = [];
  const { unsubscribe } = pipe(
    client.executeQuery(question, { requestPolicy: "network-only", ...context }),
    subscribe(({ data, error }) => seen.push(data ? data.answer : error ? "error" : "nothing")),
  );
  const readAgain = () => client.reexecuteOperation(client.createRequestOperation("query", question, { requestPolicy: "network-only" }));
  return { seen, unsubscribe, readAgain };
}

test("what was read stays while the server is away, and is read again when it is back", async () => {
  answers = ["one", "away", "away", "two"];
  const { seen, readAgain } = look();
  expect(seen).toEqual(["one"]);
  readAgain();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.at(-1)).toBe("two");
  expect(seen).not.toContain("error");
});

test("a page that could not be read at all says so, and heals when the network is back", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  answers = ["away", "one"];
  const { seen } = look();
  expect(seen).toEqual(["error"]);
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(1);
  expect(seen).toEqual(["error", "one"]);
});

test("a page that is gone asks no more", async () => {
  answers = ["away"];
  const { unsubscribe } = look();
  unsubscribe();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toBe(1);
});

test("what the server refuses is told, and not repeated", async () => {
  answers = ["wrong"];
  const { seen } = look();
  await vi.advanceTimersByTimeAsync(120_000);
  expect([seen, asked]).toEqual([["error"], 1]);
});

/** The cache lays answers in the order in which they were asked for: one that was asked for earlier and comes later lies below what happened meanwhile. */
test("what stands on the page stays there when something happens while it is read again", async () => {
  vi.useRealTimers();
  const talk = gql`query ($id: ID!) { node(id: $id) { __typename id ... on Conversation { unread } } }`;
  const site = gql`{ site { __typename publicUrl } }`;
  const inbox = gql`subscription { inbox { __typename cursor event { __typename ... on MessageSent { conversation { __typename id } } } } }`;
  let unread = 0;
  let waits = Promise.resolve();
  const { client, arrive } = graph([patientExchange(over.signal), createCache()], async ({ variables }) => {
    if (!(variables as Data | undefined)?.["id"]) return { site: { __typename: "Site", publicUrl: "" } };
    await waits;
    return { node: { __typename: "Conversation", id: "t", unread } };
  });
  const seen: unknown[] = [];
  const stops = [
    pipe(client.query(talk, { id: "t" }), subscribe(({ data }) => seen.push((data as { node: { unread: number } } | null)?.node.unread ?? "nothing"))),
    pipe(client.query(site, {}), subscribe(() => undefined)),
    pipe(client.subscription(inbox, {}), subscribe(() => undefined)),
  ];
  await settle();
  let resolve: () => void = () => undefined;
  waits = new Promise((done) => (resolve = done));
  for (const one of [createRequest(talk, { id: "t" }), createRequest(site, {})]) client.reexecuteOperation(client.createRequestOperation("query", one, { requestPolicy: "network-only" }));
  await settle();
  arrive("inbox", { __typename: "InboxDelivery", cursor: "c", event: { __typename: "MessageSent", conversation: { __typename: "Conversation", id: "t" } } });
  await settle();
  unread = 2;
  resolve();
  await settle();
  expect(seen).not.toContain("nothing");
  expect(seen.at(-1)).toBe(2);
  for (const stop of stops) stop.unsubscribe();
});

test("who asks the cache alone does not ask the server", async () => {
  const site = gql`{ site { __typename publicUrl } }`;
  const { client, asked } = graph([patientExchange(over.signal), createCache()], () => ({ site: { __typename: "Site", publicUrl: "" } }));
  const seen: unknown[] = [];
  const { unsubscribe } = pipe(client.query(site, {}, { requestPolicy: "cache-only" }), subscribe(({ data }) => seen.push(data ?? "nothing")));
  await vi.advanceTimersByTimeAsync(120_000);
  expect([seen, asked]).toEqual([["nothing"], []]);
  unsubscribe();
});

test("what the cache alone says is no answer to what waits to be read again", async () => {
  const both = gql`{ site { __typename publicUrl } node(id: "t") { __typename id ... on Conversation { unread } } }`;
  const one = gql`{ node(id: "t") { __typename id ... on Conversation { unread } } }`;
  let unread = 0;
  let publicUrl = "before";
  let down = false;
  const { client } = graph([patientExchange(over.signal), createCache()], ({ query }) => {
    const node = { __typename: "Conversation", id: "t", unread };
    if (!JSON.stringify(query.definitions).includes("publicUrl")) return { node };
    if (down) throw new TypeError("Failed to fetch");
    return { site: { __typename: "Site", publicUrl }, node };
  });
  const seen: string[] = [];
  const stop = pipe(client.query(both, {}), subscribe(({ data }) => seen.push((data as { site: { publicUrl: string } }).site.publicUrl)));
  const read = (query: typeof both) => client.reexecuteOperation(client.createRequestOperation("query", createRequest(query, {}), { requestPolicy: "network-only" }));
  const other = pipe(client.query(one, {}), subscribe(() => undefined));
  await vi.advanceTimersByTimeAsync(5);
  down = true;
  read(both);
  await vi.advanceTimersByTimeAsync(5);
  unread = 1;
  read(one);
  await vi.advanceTimersByTimeAsync(5);
  down = false;
  publicUrl = "after";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.at(-1)).toBe("after");
  for (const one of [stop, other]) one.unsubscribe();
});

test("what was refused does not come back when the server is away", async () => {
  answers = ["one", "wrong", "away"];
  const { seen, readAgain } = look();
  readAgain();
  await vi.advanceTimersByTimeAsync(1);
  readAgain();
  await vi.advanceTimersByTimeAsync(1);
  expect(seen).toEqual(["one", "error", "error"]);
});

test("what fails when it is read again leaves what was there, and is read once more", async () => {
  answers = ["one", "failed", "two"];
  const { seen, readAgain } = look();
  readAgain();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([seen.includes("error"), seen.at(-1)]).toEqual([false, "two"]);
});

test("what fails at once says so, and is not repeated, unless no page can do without", async () => {
  answers = ["failed"];
  const { seen } = look();
  await vi.advanceTimersByTimeAsync(120_000);
  expect([seen, asked]).toEqual([["error"], 1]);
  answers = ["failed", "failed", "one"];
  const needed = look(NEEDED);
  await vi.advanceTimersByTimeAsync(120_000);
  expect([needed.seen[0], needed.seen.at(-1)]).toEqual(["error", "one"]);
});

test("what fails again and again is asked for seldom", async () => {
  answers = ["one", ...Array.from({ length: 200 }, () => "failed")];
  const { seen, readAgain } = look();
  readAgain();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toBeLessThan(25);
  expect(seen).not.toContain("error");
});

test("once it is over nothing more is asked", async () => {
  answers = ["away"];
  look();
  over.abort();
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toBe(1);
});
