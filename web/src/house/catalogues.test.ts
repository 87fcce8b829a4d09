/** No text without its English, and no placeholder lost on the way. */
import { expect, test } from "vitest";

import { catalogues, placeholders } from "../../scripts/catalogue";

const english = catalogues("en");
const japanese = catalogues("ja");

test("there are catalogues", () => expect(english.size).toBeGreaterThan(3));

test.each([...english])("%s: every text has its English", (_name, entries) => {
  expect(entries.filter(({ translation }) => translation === "").map(({ source }) => source)).toEqual([]);
});

test.each([...english])("%s: the English is no Japanese left as it was", (_name, entries) => {
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
  expect(entries.filter(({ translation }) => kana.test(translation)).map(({ translation }) => translation)).toEqual([]);
});

test.each([...english])("%s: the English has the same placeholders", (_name, entries) => {
  expect(entries.filter(({ source, translation }) => placeholders(source).join() !== placeholders(translation).join()).map(({ source }) => source)).toEqual([]);
});

test.each([...japanese])("%s: the Japanese is the source itself", (_name, entries) => {
  expect(entries.filter(({ source, translation }) => translation !== source).map(({ source }) => source)).toEqual([]);
});

test("a text has one English, whichever page's catalogue came last", () => {
  const said = new Map<string, Set<string>>();
  for (const { source, translation } of [...english.values()].flat()) said.set(source, (said.get(source) ?? new Set()).add(translation));
  expect([...said].filter(([, translations]) => translations.size > 1).map(([source, translations]) => [source, ...translations])).toEqual([]);
});
