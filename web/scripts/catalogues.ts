/** Fails when a text in the code is missing from the catalogues, left over in them, or without its English. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { catalogues, placeholders } from "./catalogue.ts";

const problems: string[] = [];

/** Extracting writes, so it writes into a copy, which is then compared. */
function stale(): string[] {
  const copy = mkdtempSync(join(tmpdir(), "engawa-locales-"));
  try {
    cpSync("locales", copy, { recursive: true });
    execFileSync("node", ["node_modules/.bin/lingui", "extract", "--clean"], { stdio: "pipe", env: { ...process.env, ENGAWA_LOCALES: copy } });
    const paths = readdirSync(copy, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".po"));
    return paths.filter((path) => read(join("locales", path)) !== read(join(copy, path)));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^"POT-Creation-Date.*$/m, "");
  } catch {
    return "";
  }
}

for (const path of stale()) problems.push(`locales/${path} is out of date: run "npm run extract", then translate.`);

for (const [name, entries] of catalogues("en")) {
  for (const { source, translation } of entries) {
    if (!translation) problems.push(`locales/${name}/en.po: no English for 「${source}」`);
    else if (placeholders(source).join() !== placeholders(translation).join()) problems.push(`locales/${name}/en.po: other placeholders in “${translation}” than in 「${source}」`);
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
