import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { packageRoot } from "../../src/resources/load.ts";

/** A Chromium for Linux inside an npm package (MIT), for machines that have none: 75 MB, fetched only then. */
const packed = { name: "@sparticuz/chromium", version: "147.0.0" };
/** Installed apart, so that no checkout and no install carries it. */
const apart = join(packageRoot, "node_modules", ".cache", "readout", "chromium");

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
const remedy = `
================================================================================
No Chromium found, and none could be installed:
THE TESTS OF THE WORKBENCH IN A REAL BROWSER DID NOT RUN.
Install one with   node_modules/.bin/playwright-core install chromium
or                 apt-get install chromium
or name one with   READOUT_CHROMIUM=/path/to/chrome
================================================================================
`;

/** The browser to test with, installed where there is none; `null` (and a loud message) when that can't be. */
export async function chromiumOrRemedy(): Promise<string | null> {
  const found = findChromium() ?? (await packedChromium()) ?? installedByPlaywright();
  if (found === null) process.stderr.write(remedy);
  return found;
}

async function packedChromium(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = join(apart, "node_modules", ...packed.name.split("/"));
  if (!existsSync(folder)) {
    process.stderr.write(
      `No Chromium found: fetching ${packed.name} ${packed.version} (75 MB) …\n`,
    );
    mkdirSync(apart, { recursive: true });
    const options = ["--no-audit", "--no-fund", "--no-save", "--loglevel=error"];
    const what = `${packed.name}@${packed.version}`;
    spawnSync("npm", ["install", "--prefix", apart, ...options, what], {
      stdio: "ignore",
      timeout: 180_000,
    });
  }
  if (!existsSync(folder)) return null;
  // With this set it brings the system libraries that small images lack, too.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: unpacked } = (await import(
    pathToFileURL(join(folder, "build", "esm", "index.js")).href
  )) as { readonly default: { executablePath(): Promise<string> } };
  return await unpacked.executablePath();
}

function installedByPlaywright(): string | null {
  const cli = join(packageRoot, "node_modules", "playwright-core", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 120_000 });
  return findChromium();
}
