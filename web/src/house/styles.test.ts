/** No colour, size of type or face outside the tokens. */
import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "vitest";

const sheets = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css") && !path.endsWith("tokens.css"));

const forbidden: [string, RegExp][] = [
  ["a colour", /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch)\(|:\s*(?:white|black|red|gray|grey)\b/i],
  ["a size of type", /font-size:(?!\s*(?:var\(|100%|inherit))/],
  ["a face", /font-family:(?!\s*var\()/],
  ["a weight that is neither 400 nor 700", /font-weight:(?!\s*(?:400|700|inherit))/],
];

function violations(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return forbidden.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name);
}

test("the check catches what it is for", () => {
  expect(violations("a { color: #fff; }")).toEqual(["a colour"]);
  expect(violations("a { font-size: 13px; font-weight: 600; }")).toEqual(["a size of type", "a weight that is neither 400 nor 700"]);
  expect(violations("a { color: var(--ink); font-size: var(--text); }")).toEqual([]);
});

test.each(sheets)("%s keeps to the tokens", (path) => {
  expect(violations(readFileSync(`src/${path}`, "utf8"))).toEqual([]);
});
