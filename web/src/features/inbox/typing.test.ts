/** Writing is told now and then, and announced less often. */
import { expect, test } from "vitest";

import { ANNOUNCE_EVERY, type Announced, TELL_EVERY, announced, tells } from "./typing";

test("it is told of words, and again only after a while", () => {
  expect(tells("", 0, null)).toBe(false);
  expect(tells(" \n", 0, null)).toBe(false);
  expect(tells("あ", 0, null)).toBe(true);
  expect(tells("あい", TELL_EVERY - 1, 0)).toBe(false);
  expect(tells("あい", TELL_EVERY, 0)).toBe(true);
});

test("that the other writes is said when it begins, and not each time they go on", () => {
  let state: Announced = { typing: false, at: null };
  const said: number[] = [];
  const now = (typing: boolean, at: number) => {
    const next = announced(state, typing, at);
    if (next.say) said.push(at);
    state = next;
  };
  now(true, 0);
  now(true, 1_000);
  now(false, 2_000);
  now(true, 3_000);
  now(false, 4_000);
  expect(said).toEqual([0]);
  now(true, ANNOUNCE_EVERY);
  expect(said).toEqual([0, ANNOUNCE_EVERY]);
});
