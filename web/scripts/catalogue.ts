/** Reads gettext catalogues: what stands in them, with its translation. */
import { readFileSync, readdirSync } from "node:fs";

export type Entry = { source: string; translation: string };

const quoted = (lines: string): string =>
  lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as string)
    .join("");

export function readCatalogue(path: string): Entry[] {
  const found = readFileSync(path, "utf8").matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"(?:\n|$))+)/gm);
  return [...found].map(([, source = '""', translation = '""']) => ({ source: quoted(source), translation: quoted(translation) })).filter(({ source }) => source !== "");
}

/** The catalogues of one language, by the name of their feature. */
export function catalogues(language: "ja" | "en", folder = "locales"): Map<string, Entry[]> {
  return new Map(readdirSync(folder).map((name) => [name, readCatalogue(`${folder}/${name}/${language}.po`)]));
}

/** The names that stand in braces; a translation has to use the same. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name))].sort();
}
