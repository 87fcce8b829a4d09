/** Japanese is the source of every text; each feature has a catalogue of its own, loaded with its pages, and so has what several of them share. */
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

/** What several features share, and other pages do not load: folders of ui with a catalogue of their own. */
const shared = ["applying", "asking"];

export default defineConfig({
  locales: ["ja", "en"],
  sourceLocale: "ja",
  format: formatter({ lineNumbers: false }),
  catalogs: [
    { name: "common", path: `${locales}/common/{locale}`, include: ["src/app", "src/ui", "src/lib"], exclude: shared.map((name) => `src/ui/${name}`) },
    ...shared.map((name) => ({ name, path: `${locales}/${name}/{locale}`, include: [`src/ui/${name}`], exclude: [] })),
    ...features.map((name) => ({ name, path: `${locales}/${name}/{locale}`, include: [`src/features/${name}`], exclude: [] })),
  ]
    .filter((catalogue) => !only || catalogue.name === only)
    .map(({ path, include, exclude }) => ({ path, include, exclude })),
});
