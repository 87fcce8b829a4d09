/** What of a profile is sent, and when another device was faster. */
import { describe, expect, it } from "vitest";

import { type Form, changesOf, conflictsOf, formOf, isChanged, yielding } from "./profile";

const levels = {
  formerName: "ONLY_ME",
  presentPosition: "VERIFIED",
  place: "VERIFIED",
  headline: "VERIFIED",
  bio: "VERIFIED",
  gives: "VERIFIED",
  asks: "VERIFIED",
  skills: "VERIFIED",
} as const;

const base: Form = formOf({
  name: "渡邉 眞由美",
  reading: null,
  romanised: null,
  formerName: null,
  presentPosition: null,
  place: "仙台",
  headline: "物流の人",
  bio: null,
  gives: ["壁打ち"],
  asks: [],
  skills: [{ name: "物流" }],
  levels,
});

describe("changesOf", () => {
  it("sends nothing of a form that says what was read", () => {
    expect(changesOf(base, structuredClone(base))).toEqual({});
    expect(isChanged(base, structuredClone(base))).toBe(false);
  });

  it("sends only what was changed, emptied fields too, and only the levels that were", () => {
    const now: Form = { ...base, place: "", gives: ["壁打ち", "登壇"], levels: { ...base.levels, bio: "ONLY_ME" } };
    expect(changesOf(base, now)).toEqual({ place: "", gives: ["壁打ち", "登壇"], levels: { bio: "ONLY_ME" } });
  });
});

describe("conflictsOf", () => {
  const mine: Form = { ...base, headline: "物流と音声の人", levels: { ...base.levels, bio: "ONLY_ME" } };

  it("lets two devices change different fields", () => {
    expect(conflictsOf(base, mine, { ...base, place: "東京" })).toEqual([]);
  });

  it("names a field that both changed to different things", () => {
    expect(conflictsOf(base, mine, { ...base, headline: "音声の人" })).toEqual(["headline"]);
  });

  it("names a field whose readers both changed", () => {
    expect(conflictsOf(base, mine, { ...base, levels: { ...base.levels, bio: "OWN_GROUPS" } })).toEqual(["bio"]);
  });

  it("minds nothing where both said the same", () => {
    expect(conflictsOf(base, mine, { ...base, headline: mine.headline })).toEqual([]);
  });
});

it("yields where both changed, and keeps the rest", () => {
  const mine: Form = { ...base, headline: "物流と音声の人", place: "東京" };
  const theirs: Form = { ...base, headline: "音声の人", levels: { ...base.levels, headline: "ONLY_ME" } };
  expect(yielding(mine, theirs, conflictsOf(base, mine, theirs))).toEqual({ ...theirs, place: "東京" });
});
