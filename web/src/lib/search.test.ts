import { expect, test } from "vitest";

import { flag, list, oneOf, readParams, someOf, text, writeParams } from "./search";

const shape = { q: text, kinds: someOf("HIRING", "VENUE"), remote: flag, sort: oneOf("NEWEST", "CLOSING_SOON"), skills: list };

test("unknown values fall away, absent ones have a default", () => {
  const read = readParams(shape, new URLSearchParams("kinds=HIRING&kinds=EVIL&sort=upside-down&other=1"));
  expect(read).toEqual({ q: "", kinds: ["HIRING"], remote: false, sort: "NEWEST", skills: [] });
});

test("what is written reads back, defaults leave no trace, strangers stay", () => {
  const written = writeParams(shape, new URLSearchParams("other=1&q=old"), { q: "", kinds: ["VENUE"], remote: true, sort: "NEWEST", skills: ["a", "b"] });
  expect(written.toString()).toBe("other=1&kinds=VENUE&remote=1&skills=a&skills=b");
  expect(readParams(shape, written)).toEqual({ q: "", kinds: ["VENUE"], remote: true, sort: "NEWEST", skills: ["a", "b"] });
});
