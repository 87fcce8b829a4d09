/** @vitest-environment jsdom */
import type { ExecutionResult } from "graphql-ws";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { readCursor, streamOf } from "./cursors";
import { type Socket, openSocket } from "./socket";

type Frame = { type: string; id?: string; payload?: { variables?: { after?: string } } };

/** A server at the other end, played by the test. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static all: FakeSocket[] = [];

  readyState = 1;
  sent: Frame[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
    queueMicrotask(() => this.onopen?.());
  }

  send(text: string) {
    const frame = JSON.parse(text) as Frame;
    this.sent.push(frame);
    if (frame.type === "connection_init") queueMicrotask(() => this.onmessage?.({ data: JSON.stringify({ type: "connection_ack" }) }));
  }

  close(code = 1000) {
    this.readyState = 3;
    this.onclose?.(new CloseEvent("close", { code }));
  }

  deliver(id: string, cursor: string, previous: string | null, typename = "MessageSent") {
    const payload = { data: { inbox: { cursor, previous, event: { __typename: typename } } } };
    this.onmessage?.({ data: JSON.stringify({ type: "next", id, payload }) });
  }

  get subscriptions(): Frame[] {
    return this.sent.filter(({ type }) => type === "subscribe");
  }
}

const payload = { query: "subscription Inbox { inbox { cursor } }", operationName: "Inbox" };
const cursorOf = (result: ExecutionResult) => (result.data as { inbox: { cursor: string } }).inbox.cursor;

let socket: Socket;
let revoked: number;

const settle = () => vi.advanceTimersByTimeAsync(1);
const latest = () => {
  const found = FakeSocket.all.at(-1);
  if (!found) throw new Error("no socket was opened");
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  sessionStorage.clear();
  FakeSocket.all = [];
  revoked = 0;
  socket = openSocket(() => {
    revoked += 1;
  });
});

afterEach(() => {
  socket.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function subscribe(after?: string) {
  const seen: string[] = [];
  const stop = socket.subscribe({ ...payload, variables: after ? { after } : {} }, { next: (result) => seen.push(cursorOf(result)), error: () => undefined, complete: () => undefined });
  return { seen, stop };
}

test("nothing is opened before somebody listens; operations bear the name of their document", async () => {
  expect(FakeSocket.all).toHaveLength(0);
  subscribe("start");
  subscribe("start");
  await settle();
  expect(FakeSocket.all).toHaveLength(1);
  expect(latest().subscriptions.map(({ id }) => id)).toEqual(["Inbox", "Inbox-2"]);
  expect(latest().subscriptions[0]?.payload?.variables?.after).toBe("start");
});

test("after a lost connection it asks for what came after the last delivery", async () => {
  const { seen } = subscribe("start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  latest().deliver("Inbox", "b", "a");
  latest().close(1006);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all).toHaveLength(2);
  expect(latest().subscriptions[0]?.payload?.variables?.after).toBe("b");
  latest().deliver("Inbox", "b", "a");
  latest().deliver("Inbox", "c", "b");
  expect(seen).toEqual(["a", "b", "c"]);
});

test("a gap subscribes again from the last delivery, and nothing is shown twice", async () => {
  const { seen } = subscribe("start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  latest().deliver("Inbox", "c", "b");
  await settle();
  expect(latest().sent.some(({ type, id }) => type === "complete" && id === "Inbox")).toBe(true);
  const again = latest().subscriptions.at(-1);
  expect(again?.payload?.variables?.after).toBe("a");
  latest().deliver(again?.id ?? "", "b", "a");
  latest().deliver(again?.id ?? "", "c", "b");
  expect(seen).toEqual(["a", "b", "c"]);
});

test("a reload goes on from the cursor that this tab stored", async () => {
  const first = subscribe("start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  expect(readCursor(streamOf("Inbox", {}))).toBe("a");
  first.stop();
  subscribe();
  await settle();
  expect(latest().subscriptions.at(-1)?.payload?.variables?.after).toBe("a");
});

test("ResyncRequired is passed on, and its cursor becomes the place", async () => {
  const { seen } = subscribe("old");
  await settle();
  latest().deliver("Inbox", "new", null, "ResyncRequired");
  latest().deliver("Inbox", "next", "new");
  expect(seen).toEqual(["new", "next"]);
});

test("a revoked session is told, and not knocked at again", async () => {
  subscribe("start");
  await settle();
  latest().close(4403);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(revoked).toBe(1);
  expect(FakeSocket.all).toHaveLength(1);
});
