import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { chromium, type Browser, type Page } from "playwright-core";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";

/** Where a Chromium is: named by READOUT_CHROMIUM, on the PATH, or one that Playwright installed. */
export function findChromium(): string | null {
  const named = process.env["READOUT_CHROMIUM"];
  if (named !== undefined && existsSync(named)) return named;
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of [
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "chrome",
    ]) {
      const path = join(folder, name);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** What to do where there is no browser; printed loudly, and the tests show as skipped. */
export const remedy = `
================================================================================
No Chromium found: THE TESTS OF THE WORKBENCH IN A REAL BROWSER DID NOT RUN.
Install one with   node_modules/.bin/playwright-core install chromium
or                 apt-get install chromium
or name one with   READOUT_CHROMIUM=/path/to/chrome
================================================================================
`;

/** The browser to test with, installed when it can be; `null` (and a loud message) when it can't. */
export function chromiumOrRemedy(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  spawnSync(
    process.execPath,
    [join(packageRoot, "node_modules", "playwright-core", "cli.js"), "install", "chromium"],
    { stdio: "ignore", timeout: 120_000 },
  );
  const installed = findChromium();
  if (installed === null) process.stderr.write(remedy);
  return installed;
}

/** A workbench that runs, with a browser on it. */
export interface Bench {
  readonly url: string;
  readonly library: Library;
  readonly app: FastifyInstance;
  readonly browser: Browser;
  /** Console errors, exceptions and requests to other hosts since the start; must stay empty. */
  readonly trouble: string[];
  page(options?: { readonly dark?: boolean; readonly width?: number }): Promise<Page>;
  stop(): Promise<void>;
}

/** Serve paths from a temporary workspace, and start a browser. */
export async function startBench(executablePath: string, paths: readonly string[]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "readout-web-"));
  const tables = join(packageRoot, "samples", "tables");
  const options = { temporary: true, tables, allowPrivate: true };
  const library = await Library.open(folder, loadContext(tables), options);
  await library.addPaths(paths);
  await library.load();
  const app = await createApp(library);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const trouble: string[] = [];
  return {
    url,
    library,
    app,
    browser,
    trouble,
    async page({ dark = false, width = 1280 } = {}) {
      const context = await browser.newContext({
        colorScheme: dark ? "dark" : "light",
        viewport: { width, height: 860 },
        permissions: ["clipboard-read", "clipboard-write"],
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.on("console", (said) => {
        if (said.type() === "error") trouble.push(`console: ${said.text()} (${page.url()})`);
      });
      page.on("pageerror", (error) => trouble.push(`exception: ${error.message}`));
      page.on("request", (request) => {
        if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
          trouble.push(`request to ${request.url()}`);
      });
      return page;
    },
    async stop() {
      await browser.close();
      await app.close();
      await library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
