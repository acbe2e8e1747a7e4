import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { chromium, type Browser, type Page } from "playwright-core";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";

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
