/** @vitest-environment jsdom */
import type { Client } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { fakeLocks } from "../realtime/fakes";
import { setStatus } from "../realtime/status";
import { type Entry, dropEntry, entriesOf, forgetOutbox, keepEntry, wakeOutbox } from "./entries";
import { openSender } from "./sender";

type Said = { data?: unknown; error?: unknown };
type Sent = { key: string; body: unknown; as: string | null };
type Options = { fetchOptions: () => RequestInit };

const sent = (id: string): Said => ({ data: { sendMessage: { __typename: "MessageSent", sent: { id } } } });
const refused: Said = { data: { sendMessage: { __typename: "Invalid", field: "body", code: "TooLong", message: "短くしてください。" } } };
const lost: Said = { error: { networkError: new TypeError("Failed to fetch"), graphQLErrors: [] } };
const limited = (seconds: number): Said => ({ data: { sendMessage: { __typename: "TooMany", message: "少し待ってください。", code: "TooMany", retryAfterSeconds: seconds } } });

let requests: Sent[];
let answers: (Said | "never")[];
let strangers: number;
let senders: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  localStorage.clear();
  forgetOutbox();
  Object.defineProperty(navigator, "locks", { value: fakeLocks(), configurable: true });
  requests = [];
  answers = [];
  strangers = 0;
  senders = [];
});

afterEach(() => {
  for (const stop of senders) stop();
  vi.useRealTimers();
});

const settle = (milliseconds = 1) => vi.advanceTimersByTimeAsync(milliseconds);

function open() {
  const client = {
    mutation: (_document: unknown, { input }: { input: { clientMutationId: string; body: unknown } }, { fetchOptions }: Options) => {
      requests.push({ key: input.clientMutationId, body: input.body, as: new Headers(fetchOptions().headers).get("X-Engawa-Member") });
      const answer = answers.shift() ?? sent(`m-${input.clientMutationId}`);
      return { toPromise: () => (answer === "never" ? new Promise(() => undefined) : Promise.resolve(answer)) };
    },
  };
  senders.push(openSender("me", client as unknown as Client, () => (strangers += 1)));
}

function put(id: string, lane = "talk.a", changes: Partial<Entry> = {}) {
  const rest = { kind: "sendMessage", path: "/talks/a", draft: null, tried: null, missed: 0, state: "waiting", problem: null, answer: null } as const;
  keepEntry("me", { ...rest, id, lane, input: { body: id }, at: Date.now(), ...changes });
}

const states = () => Object.fromEntries(entriesOf("me").map(({ id, state }) => [id, state]));
const keys = () => requests.map(({ key }) => key);

test("what is put there is sent at once, with its key and in its writer's name, and its answer stays for whoever waits for it", async () => {
  open();
  put("one");
  await settle();
  expect(requests).toEqual([{ key: "one", body: "one", as: "me" }]);
  expect(entriesOf("me")[0]).toMatchObject({ state: "sent", answer: { sent: { id: "m-one" } } });
});

test("of one lane nothing overtakes, and another lane does not wait", async () => {
  answers = ["never"];
  open();
  put("one");
  put("two");
  put("elsewhere", "talk.b");
  await settle();
  expect(keys()).toEqual(["one", "elsewhere"]);
  await settle(60_000);
  expect(keys()).toEqual(["one", "elsewhere", "one", "two"]);
  expect(states()).toEqual({ one: "sent", two: "sent", elsewhere: "sent" });
});

test("without an answer it is sent again with the same key, after a reload too", async () => {
  answers = [lost, lost];
  open();
  put("one");
  await settle();
  expect(entriesOf("me")[0]).toMatchObject({ state: "waiting", missed: 1 });
  senders.pop()?.();
  open();
  await settle(60_000);
  expect(new Set(keys())).toEqual(new Set(["one"]));
  expect(states()).toEqual({ one: "sent" });
});

test.each([
  ["the browser says so", () => window.dispatchEvent(new Event("online"))],
  ["the stream is open again", () => setStatus({ state: "open" })],
])("when the connection is back nobody waits for the next try: %s", async (_name, back) => {
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  answers = [lost, lost, lost, lost];
  open();
  put("one");
  await settle();
  for (let turn = 0; turn < 3; turn += 1) {
    wakeOutbox();
    await settle();
  }
  setStatus({ state: "lost", since: Date.now(), next: null });
  await settle();
  expect(states()).toEqual({ one: "waiting" });
  back();
  await settle();
  expect(states()).toEqual({ one: "sent" });
});

test("a refusal stays with its sentence, and holds back what was said after it", async () => {
  answers = [refused];
  open();
  put("one");
  put("two");
  await settle(60_000);
  expect(keys()).toEqual(["one"]);
  expect(entriesOf("me")[0]).toMatchObject({ state: "refused", problem: { kind: "invalid", field: "body", message: "短くしてください。" } });
  dropEntry("me", "one");
  await settle();
  expect(states()).toEqual({ two: "sent" });
});

test("a limit that ends soon is waited for, any other is a refusal", async () => {
  answers = [limited(30), sent("m"), limited(3600)];
  open();
  put("one");
  await settle(29_000);
  expect(keys()).toEqual(["one"]);
  await settle(2_000);
  expect(states()).toEqual({ one: "sent" });
  put("two");
  await settle();
  expect(states()["two"]).toBe("refused");
});

test("two tabs send each thing once", async () => {
  open();
  open();
  put("one");
  put("two");
  await settle(1000);
  expect(keys()).toEqual(["one", "two"]);
});

test("where somebody else has signed in nothing more of it is sent", async () => {
  answers = [{ error: { graphQLErrors: [{ extensions: { code: "NotSignedIn" } }] } }];
  open();
  put("one");
  put("two");
  await settle();
  expect([keys(), strangers, states()]).toEqual([["one"], 1, { one: "waiting", two: "waiting" }]);
});

test("what was taken back while it was under way does not come back", async () => {
  answers = [lost];
  open();
  put("one");
  dropEntry("me", "one");
  await settle(60_000);
  expect(entriesOf("me")).toEqual([]);
});

test("a draft goes with what it became, unless somebody has written on", async () => {
  localStorage.setItem("engawa.draft.post", "as sent");
  localStorage.setItem("engawa.draft.other", "written on");
  open();
  put("one", "post", { draft: { key: "post", text: "as sent" } });
  put("two", "other", { draft: { key: "other", text: "as sent" } });
  await settle();
  expect([localStorage.getItem("engawa.draft.post"), localStorage.getItem("engawa.draft.other")]).toEqual([null, "written on"]);
});

test("a limit is waited for whoever wakes it", async () => {
  answers = [limited(30)];
  open();
  put("one");
  await settle();
  for (let turn = 0; turn < 10; turn += 1) {
    wakeOutbox();
    window.dispatchEvent(new Event("online"));
    await settle(1000);
  }
  expect(keys()).toEqual(["one"]);
  await settle(25_000);
  expect(states()).toEqual({ one: "sent" });
});

test("who says again that the stream is open wakes nobody", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  answers = Array.from({ length: 100 }, () => lost);
  setStatus({ state: "open" });
  open();
  put("one");
  await settle();
  for (let second = 0; second < 20; second += 1) {
    setStatus({ state: "open" });
    await settle(1000);
  }
  // Its own pauses only: after 2, 4, 8 … seconds at most.
  expect(keys().length).toBeLessThanOrEqual(5);
});

test("woken while an answer is waited for that never comes, it is sent again at once after that", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  answers = ["never"];
  open();
  put("one");
  await settle(10_000);
  window.dispatchEvent(new Event("online"));
  await settle(10_500);
  expect(states()).toEqual({ one: "sent" });
});

test("what another tab has taken back a moment ago is not sent", async () => {
  answers = [lost];
  open();
  put("one");
  await settle();
  // Its word of it has not arrived yet.
  localStorage.removeItem("engawa.outbox.me.one");
  wakeOutbox();
  await settle(60_000);
  expect(keys()).toEqual(["one"]);
});
