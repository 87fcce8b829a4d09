/** @vitest-environment jsdom */
import { beforeEach, expect, test, vi } from "vitest";

import { type Entry, dropEntry, entriesOf, entryOf, forgetOutbox, isStale, keepEntry, sendable, watchEntries } from "./entries";

const HOUR = 3_600_000;
const entry = (id: string, changes: Partial<Entry> = {}): Entry => ({
  id,
  kind: "sendMessage",
  lane: "talk.a",
  input: { body: id },
  path: "/talks/a",
  draft: null,
  at: 1000,
  tried: null,
  missed: 0,
  state: "waiting",
  problem: null,
  answer: null,
  ...changes,
});
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

beforeEach(() => {
  localStorage.clear();
  forgetOutbox();
});

test("entries stay in the order in which they were sent, under their member alone", () => {
  keepEntry("me", entry("second", { at: 2000 }));
  keepEntry("me", entry("first", { at: 1000 }));
  keepEntry("other", entry("theirs"));
  expect(ids(entriesOf("me"))).toEqual(["first", "second"]);
  dropEntry("me", "first");
  expect(ids(entriesOf("me"))).toEqual(["second"]);
  expect(ids(entriesOf("other"))).toEqual(["theirs"]);
});

test("another page of this browser reads the same, and what no longer can be read is left out", () => {
  keepEntry("me", entry("kept"));
  localStorage.setItem("engawa.outbox.me.broken", "{");
  localStorage.setItem("engawa.outbox.me.strange", "[1]");
  window.dispatchEvent(new StorageEvent("storage", { key: "engawa.outbox.me.broken" }));
  expect(ids(entriesOf("me"))).toEqual(["kept"]);
});

test("another tab's change is told", () => {
  const tell = vi.fn<() => void>();
  const stop = watchEntries(tell);
  window.dispatchEvent(new StorageEvent("storage", { key: "engawa.outbox.me.x" }));
  window.dispatchEvent(new StorageEvent("storage", { key: "engawa.draft.x" }));
  stop();
  window.dispatchEvent(new StorageEvent("storage", { key: "engawa.outbox.me.y" }));
  expect(tell).toHaveBeenCalledTimes(1);
});

test("what a storage refuses is kept as long as the tab", () => {
  const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(keepEntry("me", entry("unstored"))).toBe(true);
  expect(ids(entriesOf("me"))).toEqual(["unstored"]);
  refuse.mockRestore();
  dropEntry("me", "unstored");
  expect(entriesOf("me")).toEqual([]);
});

test("there is room for fifty, and for half a million characters; what is there may change all the same", () => {
  for (let number = 0; number < 50; number += 1) expect(keepEntry("me", entry(`n${number}`))).toBe(true);
  expect(keepEntry("me", entry("one more"))).toBe(false);
  expect(keepEntry("me", entry("n7", { state: "refused" }))).toBe(true);
  forgetOutbox();
  expect(keepEntry("me", entry("long", { input: { body: "あ".repeat(400_000) } }))).toBe(true);
  expect(keepEntry("me", entry("longer", { input: { body: "あ".repeat(200_000) } }))).toBe(false);
  expect(ids(entriesOf("me"))).toEqual(["long"]);
});

test("signing out leaves nothing; the next member's leaves only theirs", () => {
  keepEntry("me", entry("mine"));
  keepEntry("other", entry("theirs"));
  localStorage.setItem("engawa.language", "ja");
  forgetOutbox("other");
  expect([entriesOf("me"), ids(entriesOf("other"))]).toEqual([[], ["theirs"]]);
  forgetOutbox();
  expect(Object.keys(localStorage)).toEqual(["engawa.language"]);
});

test("of each lane the first is sent; what was sent is passed over, and what was refused is waited for", () => {
  const entries = [entry("a1", { state: "sent" }), entry("a2"), entry("a3"), entry("b1", { lane: "talk.b", state: "refused" }), entry("b2", { lane: "talk.b" }), entry("c1", { lane: "post" })];
  expect(ids(sendable(entries, 2000))).toEqual(["a2", "c1"]);
});

test("what the server may have forgotten is not sent without asking", () => {
  const old = entry("old", { at: 0, tried: 0 });
  expect([isStale(old, 46 * HOUR), isStale(old, 48 * HOUR)]).toEqual([false, true]);
  expect(sendable([old, entry("after", { at: 40 * HOUR })], 48 * HOUR)).toEqual([]);
});

test("sent again because its writer says so, it keeps its place", () => {
  const old = entry("old", { at: 0, tried: 0, confirmed: 48 * HOUR });
  expect(isStale(old, 49 * HOUR)).toBe(false);
  expect(ids(sendable([old, entry("after", { at: 47 * HOUR })], 49 * HOUR))).toEqual(["old"]);
});

test("a change that a full storage refuses is the one that counts", () => {
  keepEntry("me", entry("one"));
  const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  keepEntry("me", entry("one", { state: "sent" }));
  refuse.mockRestore();
  expect([entriesOf("me")[0]?.state, entryOf("me", "one")?.state]).toEqual(["sent", "sent"]);
});
