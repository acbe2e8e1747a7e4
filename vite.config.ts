import preact from "@preact/preset-vite";
import { join } from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  root: join(import.meta.dirname, "src", "web"),
  base: "/",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  logLevel: "warn",
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
