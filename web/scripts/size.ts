/** The first load of every route, counted from the manifest of the build in the folder named: at most 200 KB gzip, texts of one language included. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

type Chunk = { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; dynamicImports?: string[] };

const LIMIT = 200 * 1024;
const DIST = process.argv[2] ?? "dist";
const manifest = JSON.parse(readFileSync(`${DIST}/.vite/manifest.json`, "utf8")) as Record<string, Chunk>;
const routes = readFileSync("src/app/routes.tsx", "utf8");

const sizes = new Map<string, number>();
function gzipped(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(`${DIST}/${file}`)).byteLength;
  sizes.set(file, size);
  return size;
}

function filesOf(key: string, found = new Set<string>(), seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return found;
  seen.add(key);
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const next of chunk.imports ?? []) filesOf(next, found, seen);
  return found;
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error("The build has no entry.");
const pages = [...routes.matchAll(/route\("([^"]+)", "\w+", "([^"]+)", \(\) => import\("~\/([^"]+)"\)/g)];
if (pages.length === 0) throw new Error("No route was found in src/app/routes.tsx.");

let failed = false;
for (const [, path = "", catalogues = "", module = ""] of pages) {
  const files = filesOf(entry);
  const page = Object.keys(manifest).find((key) => key.startsWith(`src/${module}.`));
  if (!page) throw new Error(`${module} is not in the build.`);
  filesOf(page, files);
  const texts = Math.max(...["ja", "en"].map((language) => textsOf(["common", ...catalogues.split(" ")], language)));
  const total = [...files].reduce((sum, file) => sum + gzipped(file), gzipSync(readFileSync(`${DIST}/index.html`)).byteLength) + texts;
  failed ||= total > LIMIT;
  console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  ${path}${total > LIMIT ? "  over 200 KB" : ""}`);
}

function textsOf(names: string[], language: string): number {
  return names.reduce((sum, name) => sum + [...filesOf(`locales/${name}/${language}.po`)].reduce((all, file) => all + gzipped(file), 0), 0);
}

if (failed) process.exit(1);
