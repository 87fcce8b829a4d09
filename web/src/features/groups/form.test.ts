/** The form of a group: what is suggested as its short name, and what is sent of an empty field. */
import { describe, expect, it } from "vitest";

import { EMPTY, sentCompanies, sentTexts, suggestedSlug } from "./form";

describe("suggestedSlug", () => {
  it.each([
    [["Sony alumni, run by volunteers"], "sony-alumni-run-by-volunteers"],
    [["", "ソニー有志アルムナイ"], ""],
    [["", "JAC Recruitment有志アルムナイ"], "jac-recruitment"],
    [["Café Alumni"], "cafe-alumni"],
    [["a".repeat(39) + " bc"], "a".repeat(39)],
  ])("suggests of %j", (names, slug) => {
    expect(suggestedSlug(...names)).toBe(slug);
  });
});

describe("what is sent", () => {
  it("says null for what is empty, and no day for what is no number", () => {
    expect(sentTexts({ ...EMPTY, usualDays: "x" })).toMatchObject({ nameEn: null, contact: null, guidelines: null, usualDays: 0 });
  });
  it("picks by id, and names what is missing", () => {
    expect(sentCompanies([{ id: "c1", name: "ソニー" }, { id: null, name: "ひなた工房" }])).toEqual([{ id: "c1" }, { proposedName: "ひなた工房" }]);
  });
});
