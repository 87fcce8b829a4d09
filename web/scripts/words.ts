/** Lints our Japanese: the client's catalogues, and any files named (README, the server's catalogues, mail texts). */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { createLinter, loadTextlintrc } from "textlint";

import { catalogues } from "./catalogue.ts";

const linter = createLinter({ descriptor: await loadTextlintrc({ configFilePath: ".textlintrc.json" }) });

type Finding = { where: string; text: string; message: string };

/** Placeholders, tags and what chooses a plural are no prose; each text is a paragraph of its own. */
const prose = (text: string): string =>
  text
    .replace(/<\/?\d+\/?>/g, "")
    .replace(/\{\w+, plural, other \{#([^{}]*)\}\}/g, "10$1")
    .replace(/\{\w+\}/g, "甲");

async function lint(where: string, texts: string[]): Promise<Finding[]> {
  const document = texts.map((text) => prose(text).replace(/\n/g, " ")).join("\n\n");
  const { messages } = await linter.lintText(document, `${where}.txt`);
  return messages.map(({ line, message }) => ({ where, text: texts[(line - 1) / 2] ?? "", message }));
}

/** The Japanese strings of a TOML catalogue or of any other text file, line by line. */
function textsOf(path: string): string[] {
  const lines = readFileSync(path, "utf8").split("\n").filter((line) => !line.trimStart().startsWith("#"));
  const texts = path.endsWith(".toml") ? lines.map((line) => /=\s*"(.*)"\s*$/.exec(line)?.[1] ?? "") : lines;
  return texts.filter((text) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text));
}

const findings: Finding[] = [];
for (const [name, entries] of catalogues("ja")) findings.push(...(await lint(join("locales", name, "ja.po"), entries.map(({ source }) => source))));
for (const path of process.argv.slice(2)) findings.push(...(await lint(path, textsOf(path))));

for (const { where, text, message } of findings) console.error(`${where}: 「${text}」\n    ${message.replaceAll("\n", " ")}`);
process.exit(findings.length > 0 ? 1 : 0);
