import { expect, test } from "vitest";

import { type Arrivals, arrive, edit, leave, none, show } from "./arrivals";

const start: Arrivals<string> = none;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("at the top a new one stands in the list, the newest first", () => {
  const now = arrive(arrive(start, { id: "a", card: "A" }, true), { id: "b", card: "B" }, true);
  expect(ids(now.shown)).toEqual(["b", "a"]);
  expect(now.waiting).toEqual([]);
});

test("elsewhere it waits in the pill, and nothing in the list moves", () => {
  const now = arrive(arrive(start, { id: "a", card: "A" }, true), { id: "b", card: "B" }, false);
  expect(ids(now.shown)).toEqual(["a"]);
  expect(ids(now.waiting)).toEqual(["b"]);
});

test("while some wait, one that comes at the top waits behind them: the order stays", () => {
  const now = arrive(arrive(start, { id: "a", card: "A" }, false), { id: "b", card: "B" }, true);
  expect(now.shown).toEqual([]);
  expect(ids(now.waiting)).toEqual(["b", "a"]);
  expect(ids(show(now).shown)).toEqual(["b", "a"]);
  expect(show(now).waiting).toEqual([]);
});

test("the same one twice is one, with what was said last", () => {
  const now = arrive(arrive(start, { id: "a", card: "A" }, true), { id: "a", card: "A2" }, false);
  expect(now.shown).toEqual([{ id: "a", card: "A2" }]);
  expect(now.waiting).toEqual([]);
});

test("an edit changes it where it waits, and brings nothing in", () => {
  const now = edit(arrive(start, { id: "a", card: "A" }, false), { id: "a", card: "A2" });
  expect(now.waiting).toEqual([{ id: "a", card: "A2" }]);
  expect(edit(start, { id: "x", card: "X" })).toEqual(none);
});

test("what is closed leaves the list, the pill and the pages read before", () => {
  const now = leave(arrive(start, { id: "a", card: "A" }, false), "a");
  expect(now.waiting).toEqual([]);
  expect(now.gone).toEqual(["a"]);
  expect(leave(now, "a").gone).toEqual(["a"]);
});

test("what comes back is gone no more", () => {
  expect(arrive(leave(start, "a"), { id: "a", card: "A" }, true).gone).toEqual([]);
});
