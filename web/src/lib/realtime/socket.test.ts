/** @vitest-environment jsdom */
import { expect, test, vi } from "vitest";

import { readCursor, streamOf } from "./cursors";
import { FakeSocket } from "./fakes";
import { watchStatus } from "./status";
import { latest, open, settle, stage, subscribe } from "./staging";

stage();

test("nothing is opened before somebody listens; an operation bears the name of its document, and two share it", async () => {
  const tab = open();
  await settle();
  expect(FakeSocket.all).toHaveLength(0);
  subscribe(tab, "start");
  subscribe(tab, "start");
  await settle();
  expect(FakeSocket.all).toHaveLength(1);
  expect(latest().subscriptions.map(({ id, payload }) => [id, payload?.variables?.after])).toEqual([["Inbox", "start"]]);
});

test("woken while it is trying, it does not wait long for the next try, however often it has tried", async () => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0.999);
  subscribe(open(), "start");
  await settle();
  FakeSocket.mute = true;
  for (let tries = 0; tries < 8; tries += 1) {
    latest().close(1006);
    await vi.advanceTimersByTimeAsync(31_000);
  }
  const before = FakeSocket.all.length;
  expect(latest().readyState).toBe(1);
  window.dispatchEvent(new Event("online"));
  latest().close(1006);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(FakeSocket.all).toHaveLength(before + 1);
  random.mockRestore();
});

test("after a lost connection it asks for what came after the last delivery", async () => {
  const { seen } = subscribe(open(), "start");
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

test("a gap subscribes again from the last delivery under a new name, and what was under way for the old one is dropped", async () => {
  const { seen } = subscribe(open(), "start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  latest().deliver("Inbox", "c", "b");
  latest().deliver("Inbox", "d", "c");
  await settle();
  expect(latest().sent.some(({ type, id }) => type === "complete" && id === "Inbox")).toBe(true);
  const again = latest().subscriptions.at(-1);
  expect([again?.id, again?.payload?.variables?.after]).toEqual(["Inbox-2", "a"]);
  latest().deliver("Inbox-2", "b", "a");
  latest().deliver("Inbox-2", "c", "b");
  expect(seen).toEqual(["a", "b", "c"]);
});

test("a reload goes on from the cursor that this tab stored", async () => {
  const tab = open();
  const first = subscribe(tab, "start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  expect(readCursor(streamOf("Inbox", {}))).toBe("a");
  first.stop();
  subscribe(tab);
  await settle();
  expect(latest().subscriptions.at(-1)?.payload?.variables?.after).toBe("a");
});

test("ResyncRequired is passed on, and its cursor becomes the place", async () => {
  const { seen } = subscribe(open(), "old");
  await settle();
  latest().deliver("Inbox", "new", null, "ResyncRequired");
  latest().deliver("Inbox", "next", "new");
  expect(seen).toEqual(["new", "next"]);
});

test("a revoked session is told, and not knocked at again", async () => {
  const revoked = vi.fn<() => void>();
  subscribe(open("member", revoked), "start");
  await settle();
  latest().close(4403);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(revoked).toHaveBeenCalledTimes(1);
  expect(FakeSocket.all).toHaveLength(1);
});

test("what the server calls our fault is tried again, but seldom", async () => {
  subscribe(open(), "start");
  await settle();
  latest().close(4400);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(FakeSocket.all).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(FakeSocket.all).toHaveLength(2);
});

test("a server that takes us in and puts us out again at once is not hammered", async () => {
  subscribe(open(), "start");
  for (let second = 0; second < 60; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    FakeSocket.open.forEach((socket) => socket.close(1011));
  }
  expect(FakeSocket.all.length).toBeLessThan(25);
});

test("a connection on which nobody answers any more is left, and opened anew", async () => {
  const { seen } = subscribe(open(), "start");
  await settle();
  latest().deliver("Inbox", "a", "start");
  FakeSocket.mute = true;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(latest().sent.some(({ type }) => type === "ping") || FakeSocket.all.length > 1).toBe(true);
  FakeSocket.mute = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.open).toHaveLength(1);
  expect(latest().subscriptions[0]?.payload?.variables?.after).toBe("a");
  latest().deliver("Inbox", "b", "a");
  expect(seen).toEqual(["a", "b"]);
});

test("when the network is back nobody waits for the next try", async () => {
  subscribe(open(), "start");
  await settle();
  const offline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  latest().close(1006);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(FakeSocket.all).toHaveLength(1);
  offline.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await settle();
  expect(FakeSocket.all).toHaveLength(2);
});

test("a socket that was given up while it was being opened says nothing any more", async () => {
  const states: string[] = [];
  const stop = watchStatus(({ state }) => states.push(state));
  const tab = open();
  FakeSocket.mute = true;
  subscribe(tab, "start");
  await settle();
  tab.close();
  latest().onopen?.();
  latest().say({ type: "connection_ack" });
  await settle();
  stop();
  expect(states.at(-1)).toBe("idle");
  expect(states).not.toContain("open");
});

test("a tab that follows tells once that the stream is open", async () => {
  subscribe(open(), "start");
  subscribe(open(), "start");
  await settle();
  const tell = vi.fn<() => void>();
  const stop = watchStatus(tell);
  await vi.advanceTimersByTimeAsync(60_000);
  stop();
  expect(tell).not.toHaveBeenCalled();
});

test("a session that ended while nobody could be told is told by the first stream that is refused", async () => {
  const revoked = vi.fn<() => void>();
  subscribe(open("member", revoked), "start");
  await settle();
  latest().say({ type: "error", id: "Inbox", payload: [{ message: "…", extensions: { code: "NotSignedIn" } }] });
  await vi.advanceTimersByTimeAsync(120_000);
  expect([revoked.mock.calls.length, FakeSocket.all.length]).toEqual([1, 1]);
});
