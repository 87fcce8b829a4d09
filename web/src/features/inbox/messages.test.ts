import { expect, test } from "vitest";

import { type Message, caughtUp, merged, opensDay, sendsOn } from "./messages";

const message = (id: string, sentAt: string): Message => ({ id, body: id, removed: false, sentAt, mine: false });
const a = message("a", "2026-11-23T01:00:00Z");
const b = message("b", "2026-11-23T02:00:00Z");
const c = message("c", "2026-11-24T01:00:00Z");
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);

test("pages come newest first, and are read oldest first, each message once", () => {
  expect(ids(merged([b], [c, b, a]))).toEqual(["a", "b", "c"]);
});

test("two of the same instant keep one order", () => {
  expect(ids(merged([message("z", a.sentAt)], [message("y", a.sentAt)]))).toEqual(["y", "z"]);
});

test("the newest page that meets what is known is added to it", () => {
  expect(caughtUp([a, b], [c, b], true)).toEqual({ messages: [a, b, c], started: false });
});

test("a newest page with a gap before it starts anew, so that nothing is missing in between", () => {
  expect(caughtUp([a], [c, b], true)).toEqual({ messages: [b, c], started: true });
  expect(ids(caughtUp([a], [c, b], false).messages)).toEqual(["a", "b", "c"]);
});

test("a day is said once, before its first message", () => {
  const dayOf = (instant: string) => instant.slice(0, 10);
  expect(opensDay(undefined, a, dayOf)).toBe(true);
  expect(opensDay(a.sentAt, b, dayOf)).toBe(false);
  expect(opensDay(b.sentAt, c, dayOf)).toBe(true);
});

const enter = { key: "Enter", shiftKey: false, isComposing: false, keyCode: 13 };

test("Enter sends with a keyboard, and starts a line on phones and with Shift", () => {
  expect(sendsOn(enter, true)).toBe(true);
  expect(sendsOn(enter, false)).toBe(false);
  expect(sendsOn({ ...enter, shiftKey: true }, true)).toBe(false);
});

test("Enter that ends a composition sends nothing", () => {
  expect(sendsOn({ ...enter, isComposing: true }, true)).toBe(false);
  expect(sendsOn({ ...enter, keyCode: 229 }, true)).toBe(false);
});
