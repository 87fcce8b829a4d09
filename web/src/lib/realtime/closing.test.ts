import { expect, test } from "vitest";

import { waitAfter } from "./closing";

const most = () => 1;
const least = () => 0;

test("a lost connection comes back with full jitter, half a minute at most", () => {
  expect([0, 1, 4, 20].map((attempt) => waitAfter(1006, attempt, most))).toEqual([500, 1000, 8000, 30_000]);
  expect(waitAfter(1006, 5, least)).toBe(0);
});

test("where everybody comes back at once, the first try already takes its time", () => {
  for (const code of [1012, 1013, 4503]) expect(waitAfter(code, 0, most)).toBe(4000);
});

test("what the server calls our fault is never repeated in haste", () => {
  for (const code of [4400, 4401, 4406, 4409, 4429]) expect(waitAfter(code, 0, least)).toBe(30_000);
  expect(waitAfter(4400, 3, most)).toBe(30_000 + 240_000);
  expect(waitAfter(4400, 30, most)).toBe(630_000);
});

test("a silence, and an introduction that came too late, are no fault of ours", () => {
  for (const code of [4408, 4499]) expect(waitAfter(code, 0, most)).toBe(500);
});
