import { describe, expect, it } from "vitest";

import { lastOf, withoutLast } from "./typed";

describe("what is being typed", () => {
  it.each([
    ["", "", ""],
    ["ソニー", "ソニー", ""],
    ["音声認識　ソニ", "ソニ", "音声認識"],
    ["  a b  c ", "c", "a b"],
  ])("%j", (words, last, before) => {
    expect(lastOf(words)).toBe(last);
    expect(withoutLast(words)).toBe(before);
  });
});
