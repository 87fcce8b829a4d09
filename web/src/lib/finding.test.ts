import { describe, expect, it } from "vitest";

import { nearFrom, readAsOf } from "./finding";

const page = (...near: boolean[]) => near.map((one) => ({ near: one }));

describe("where those begin that are only near", () => {
  it("is before the first of them", () => expect(nearFrom(page(false, true, true), false)).toBe(1));
  it("is on the page on which they begin", () => {
    expect(nearFrom(page(false, false), false)).toBeNull();
    expect(nearFrom(page(true, true), false)).toBe(0);
    expect(nearFrom(page(true, true), true)).toBeNull();
  });
  it("is nowhere when there are none", () => expect(nearFrom(page(), false)).toBeNull());
});

describe("what words were taken for", () => {
  it("is not told where nothing was", () => expect(readAsOf([])).toBeNull());
  it("names both", () => expect(readAsOf([{ typed: "たかはい", meant: ["たかはし", "たかばやし"] }])).toEqual({ typed: "「たかはい」", meant: "「たかはし」「たかばやし」" }));
});
