/** @vitest-environment jsdom */
import { expect, test, vi } from "vitest";

import { FakeChannel, FakeSocket } from "./fakes";
import { latest, open, settle, stage, subscribe } from "./staging";

stage();

const channelOf = (index: number) => {
  const found = FakeChannel.of(FakeChannel.names[0] ?? "")[index];
  if (!found) throw new Error("no such channel");
  return found;
};

test("two tabs share one socket and one operation, and each is told everything once", async () => {
  const one = subscribe(open(), "start");
  await settle();
  const other = subscribe(open(), "start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  await settle();
  expect([FakeSocket.all.length, latest().subscriptions.length]).toEqual([1, 1]);
  expect([one.seen, other.seen]).toEqual([["a"], ["a"]]);
});

test("the tab with the socket closes: the other goes on from where it stood", async () => {
  const first = open();
  const one = subscribe(first, "start");
  await settle();
  const other = subscribe(open(), "start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  await settle();
  first.close();
  await settle();
  expect(FakeSocket.open).toHaveLength(1);
  expect(latest().subscriptions[0]?.payload?.variables?.after).toBe("a");
  latest().deliver("Inbox", "b", "a");
  expect([one.seen, other.seen]).toEqual([["a"], ["a", "b"]]);
});

test("the tab with the socket falls silent: the other takes over, and the first follows it when it wakes", async () => {
  const one = subscribe(open(), "start");
  await settle();
  const other = subscribe(open(), "start");
  await settle();
  const sleeper = channelOf(0);
  FakeChannel.frozen.add(sleeper);
  await vi.advanceTimersByTimeAsync(6_500);
  expect(FakeSocket.open).toHaveLength(1);
  latest().deliver("Inbox", "a", "start");
  await settle();
  expect([one.seen, other.seen]).toEqual([[], ["a"]]);
  FakeChannel.frozen.delete(sleeper);
  await vi.advanceTimersByTimeAsync(5_000);
  latest().deliver("Inbox", "b", "a");
  await settle();
  expect(FakeSocket.open).toHaveLength(1);
  expect([one.seen, other.seen]).toEqual([["a", "b"], ["a", "b"]]);
});

test("a tab of somebody else hears nothing, and has a socket of its own", async () => {
  subscribe(open("first"), "start");
  await settle();
  const mine = latest();
  const other = subscribe(open("second"), "start");
  await settle();
  expect(FakeSocket.all).toHaveLength(2);
  mine.deliver("Inbox", "a", "start");
  await settle();
  expect(other.seen).toEqual([]);
});

test("without locks or channels each tab has a socket of its own", async () => {
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  const one = subscribe(open(), "start");
  const other = subscribe(open(), "start");
  await settle();
  expect(FakeSocket.all).toHaveLength(2);
  FakeSocket.all.forEach((socket) => socket.deliver("Inbox", "a", "start"));
  expect([one.seen, other.seen]).toEqual([["a"], ["a"]]);
});
