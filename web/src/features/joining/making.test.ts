import { expect, test } from "vitest";

import { wholeNumber } from "./making";

test("numbers are read as people type them", () => {
  expect(wholeNumber("30")).toBe(30);
  expect(wholeNumber("３０日")).toBe(30);
  expect(wholeNumber("1,000 人")).toBe(1000);
  expect(wholeNumber("")).toBeNull();
  expect(wholeNumber("-3")).toBeNull();
  expect(wholeNumber("たくさん")).toBeNull();
});
