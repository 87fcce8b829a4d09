/** How the client is built, and where its development server finds the platform. */
import { fileURLToPath } from "node:url";

import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { inlineDocuments } from "./scripts/inline-documents.ts";

const platform = `http://127.0.0.1:${process.env.PORT ?? "8000"}`;

export default defineConfig(({ mode }) => ({
  plugins: [
    inlineDocuments(),
    react(),
    lingui({ macroTransform: true, failOnCompileError: true, failOnMissing: mode === "production" }),
    { ...optimizeLocales.vite({ locales: ["ja-JP", "en-US"] }), enforce: "pre" },
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "dist",
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The first load names every file that may follow, so that a name without words is a kilobyte less for everybody.
    rolldownOptions: { output: { chunkFileNames: "assets/[hash].js" } },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: {
      // The platform takes operations from its own origin only, and this server stands in for it.
      "/graphql": { target: platform, ws: true, headers: { origin: platform } },
      "/healthz": platform,
      "/dev": platform,
      "/signin/oidc": platform,
      "/photos": platform,
      "/rosters": { target: platform, headers: { origin: platform } },
      "/invitations": platform,
      "/exports": platform,
    },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"], restoreMocks: true },
}));
