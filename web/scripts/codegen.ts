/** Generates src/gql and ../schema/operations.json, for the features named or for all; --check only says whether they are up to date. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { generate } from "@graphql-codegen/cli";

import { configFor, features, shared } from "../codegen.config.ts";

const FOLDER = "src/gql";
const OPERATIONS = "../schema/operations.json";
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

function snapshot(): Map<string, string> {
  mkdirSync(FOLDER, { recursive: true });
  const paths = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  const texts = new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
  try {
    texts.set(OPERATIONS, readFileSync(OPERATIONS, "utf8"));
  } catch {
    // Before the first run there is none.
  }
  return texts;
}

/** The committed list of what our client asks: each folder's documents by their hash, in a stable order. */
function writeOperations(): void {
  const found = new Map<string, string>();
  for (const [path, text] of snapshot()) {
    if (!path.endsWith("/persisted-documents.json")) continue;
    for (const [hash, document] of Object.entries(JSON.parse(text) as Record<string, string>)) found.set(hash, document);
  }
  const sorted = [...found].sort(([, one], [, other]) => (one < other ? -1 : 1));
  writeFileSync(OPERATIONS, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** A feature that asks for nothing has no folder. */
const asks = (name: string): boolean =>
  name === "common" ||
  shared.includes(name) ||
  readdirSync(`src/features/${name}`, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && readFileSync(`${entry.parentPath}/${entry.name}`, "utf8").includes("graphql("),
  );

const before = snapshot();
for (const name of names.length > 0 ? names : ["common", ...shared, ...features]) {
  if (!asks(name)) {
    rmSync(`${FOLDER}/${name}`, { recursive: true, force: true });
    continue;
  }
  try {
    await generate({ ...configFor(name), cwd: process.cwd() }, true);
  } catch (error) {
    console.error(`${name}: ${error instanceof AggregateError ? error.errors.map(String).join("\n") : String(error)}`);
    process.exit(1);
  }
}
writeOperations();

if (process.argv.includes("--check")) {
  const after = snapshot();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  if (stale.length > 0) {
    console.error(`Out of date, and written anew: ${stale.join(", ")}. Commit them.`);
    process.exit(1);
  }
}
