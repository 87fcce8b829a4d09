/** @vitest-environment jsdom */
import { beforeEach, expect, test, vi } from "vitest";

import { forgetCursors, readCursor, streamOf, writeCursor } from "./cursors";

beforeEach(() => sessionStorage.clear());

test("where it began is no part of a stream, and the order of variables neither", () => {
  expect(streamOf("Opportunities", { filter: { kinds: ["HIRING"] }, after: "x", first: 3 })).toBe(
    streamOf("Opportunities", { first: 3, filter: { kinds: ["HIRING"] } }),
  );
  expect(streamOf("Opportunities", { filter: { kinds: ["HIRING"] } })).not.toBe(streamOf("Opportunities", { filter: { kinds: ["VENUE"] } }));
});

test("a cursor survives, until it is forgotten with the session", () => {
  writeCursor("Inbox[]", "abc");
  sessionStorage.setItem("other", "stays");
  expect(readCursor("Inbox[]")).toBe("abc");
  forgetCursors();
  expect(readCursor("Inbox[]")).toBeNull();
  expect(sessionStorage.getItem("other")).toBe("stays");
});

test("a storage that refuses costs nothing but the place", () => {
  const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(() => writeCursor("Inbox[]", "abc")).not.toThrow();
  refuse.mockRestore();
});
