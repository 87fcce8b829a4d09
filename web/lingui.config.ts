/** Japanese is the source of every text; each feature has a catalogue of its own, loaded with its pages, and so have the forms of joining, which several share. */
import { readdirSync } from "node:fs";

import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** ENGAWA_FEATURE=people works on that feature's catalogue alone. */
const only = process.env.ENGAWA_FEATURE;

/** The check extracts into a copy. */
const locales = process.env.ENGAWA_LOCALES ?? "<rootDir>/locales";

const features = readdirSync(new URL("./src/features", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export default defineConfig({
  locales: ["ja", "en"],
  sourceLocale: "ja",
  format: formatter({ lineNumbers: false }),
  catalogs: [
    { name: "common", path: `${locales}/common/{locale}`, include: ["src/app", "src/ui", "src/lib"], exclude: ["src/ui/applying"] },
    { name: "applying", path: `${locales}/applying/{locale}`, include: ["src/ui/applying"], exclude: [] },
    ...features.map((name) => ({ name, path: `${locales}/${name}/{locale}`, include: [`src/features/${name}`], exclude: [] })),
  ]
    .filter((catalogue) => !only || catalogue.name === only)
    .map(({ path, include, exclude }) => ({ path, include, exclude })),
});
