/** A page loads the catalogue of every shared part of ui that it shows: a text without its catalogue would stand there as a code. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

const routes = [...readFileSync("src/app/routes.tsx", "utf8").matchAll(/route\("([^"]+)", "\w+", "([^"]+)", \(\) => import\("~\/([^"]+)"\)/g)];

const fileOf = (path: string): string | undefined => [path, `${path}.tsx`, `${path}.ts`].find((one) => /\.tsx?$/.test(one) && existsSync(one));

/** The folders of src/ui that a module reaches, through whatever it imports. */
function shown(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const found = new Set<string>();
  const folder = /^src\/ui\/([^/]+)\//.exec(file)?.[1];
  if (folder) found.add(folder);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"((?:~\/|\.)[^"]+)"/g)) {
    const next = fileOf(from.startsWith("~/") ? join("src", from.slice(2)) : join(dirname(file), from));
    if (next) for (const one of shown(next, seen)) found.add(one);
  }
  return found;
}

test("there are routes", () => expect(routes.length).toBeGreaterThan(20));

test.each(routes.map(([, path = "", catalogues = "", module = ""]) => ({ path, catalogues: catalogues.split(" "), module })))("$path loads the texts that it shows", ({ catalogues, module }) => {
  const file = fileOf(`src/${module}`);
  expect(file).toBeDefined();
  expect([...shown(file ?? "")].sort()).toEqual(catalogues.slice(1).sort());
});
