/** What of a profile is sent, and when another device was faster. */
import { describe, expect, it } from "vitest";

import { type Form, changesOf, clashesOf, formOf, isChanged, settled } from "./profile";

const levels = {
  formerName: "ONLY_ME",
  presentPosition: "VERIFIED",
  place: "VERIFIED",
  headline: "VERIFIED",
  bio: "VERIFIED",
  gives: "VERIFIED",
  asks: "VERIFIED",
  skills: "VERIFIED",
  languages: "VERIFIED",
  links: "VERIFIED",
  availability: "VERIFIED",
  photo: "VERIFIED",
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
  languages: [{ code: "ja" }],
  links: [],
  availability: null,
  availabilityToEmployer: false,
  version: "1",
  levels,
}, null);

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

describe("what is picked", () => {
  it("is sent as the server takes it", () => {
    const now: Form = { ...base, availability: "TALK", presentEmployer: { id: null, name: "ひだまり製作所" } };
    expect(changesOf(base, now)).toEqual({ availability: "TALK", presentEmployer: { proposedName: "ひだまり製作所" } });
    expect(changesOf(now, { ...now, availability: "", presentEmployer: { id: "c1", name: "ソニー" } })).toEqual({ availability: null, presentEmployer: { id: "c1" } });
    expect(changesOf(now, base)).toEqual({ availability: null, presentEmployer: null });
  });
});

it("names a field once, whether its text or its readers clash", () => {
  expect(clashesOf(["headline", "levels.headline", "levels.bio", "presentEmployer"])).toEqual(["headline", "bio", "presentEmployer"]);
});

describe("settled", () => {
  const mine: Form = { ...base, headline: "物流と音声の人", place: "東京" };
  const theirs: Form = { ...base, headline: "音声の人", asks: ["会場"], version: "2", levels: { ...base.levels, headline: "ONLY_ME" } };

  it("takes theirs where both changed, and keeps the rest of mine", () => {
    expect(settled(base, mine, theirs, ["headline"], "theirs")).toEqual({ ...theirs, place: "東京" });
  });

  it("keeps all of mine over what they wrote elsewhere", () => {
    expect(settled(base, mine, theirs, ["headline"], "mine")).toEqual({ ...theirs, headline: "物流と音声の人", place: "東京" });
  });
});
