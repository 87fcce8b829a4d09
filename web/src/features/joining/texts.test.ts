import { expect, test } from "vitest";

import { textsIn } from "~/lib/language";

import { type Facts, type Place, pasteText } from "./texts";

const facts: Facts = {
  group: { name: "ソニー有志アルムナイ", nameEn: "Sony Alumni" },
  companies: [{ name: "ソニー", nameEn: "Sony" }],
  days: 2,
  members: 30,
  everybody: { members: 1200, companies: 18 },
  questions: 2,
  address: "https://engawa.example/j/abc",
};
const places: Place[] = ["FACEBOOK", "MAILING_LIST", "LINE"];

test.each(places)("a text for %s tells who, how, at no cost, and where, in both languages", async (place) => {
  const ja = pasteText(place, facts, await textsIn("joining", "ja"));
  expect(ja).toContain("費用も義務もありません");
  expect(ja).toContain("2分ほど");
  expect(ja).toContain("30人");
  expect(ja).toContain("18の企業・官公庁を卒業した1,200人がいます");
  expect(ja).toContain("ソニー有志アルムナイ");
  const en = pasteText(place, facts, await textsIn("joining", "en"));
  expect(en).toContain("Sony Alumni");
  expect(en).toContain("1,200 alumni of 18 companies");
  expect(en).toMatch(/no fee/i);
  expect(en).toMatch(/two minutes/i);
  for (const text of [ja, en]) expect(text.split("\n")).toContain(facts.address);
  expect(en).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
});

test("numbers that may not be told are left out", async () => {
  const few = { ...facts, members: null, everybody: null };
  const text = pasteText("FACEBOOK", few, await textsIn("joining", "ja"));
  expect(text).not.toContain("null");
  expect(text).not.toContain("人がいます");
});

test("a group signs by its name", async () => {
  for (const place of ["FACEBOOK", "MAILING_LIST"] as const) {
    expect(pasteText(place, facts, await textsIn("joining", "ja")).split("\n").at(-1)).toBe("ソニー有志アルムナイ");
  }
});
