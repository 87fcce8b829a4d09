/** @vitest-environment jsdom */
import { Client, CombinedError, type Exchange, type OperationResult, createRequest, makeResult } from "urql";
import { filter, map, pipe, subscribe } from "wonka";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { patientExchange } from "./patient";

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
      if (answer === "wrong") return { ...none, data: undefined, error: new CombinedError({ graphQLErrors: ["no"] }) };
      return { ...none, data: { answer }, error: undefined };
    }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
});
afterEach(() => vi.useRealTimers());

function look() {
  const client = new Client({ url: "/graphql", exchanges: [patientExchange, server], preferGetMethod: false });
  const seen: string[] = [];
  const { unsubscribe } = pipe(
    client.executeQuery(question, { requestPolicy: "network-only" }),
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
