// node bench/workbench/main.ts [--chromium PATH] [--keep DIR]: an invented archive of 10,080 pages in the workbench,
// operated in a real browser. A time is from the input to the frame that shows its result; on a busy machine the processor
// time of server and browser together says more.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { packageRoot } from "../../src/resources/load.ts";
import type { Status } from "../../src/server/records.ts";
import { findChromium } from "../../test/web/chromium.ts";
import { writeArchive, type Archive } from "./archive.ts";
import { interactions } from "./interactions.ts";
import { startedProcessesTime } from "./processor-time.ts";

const { values } = parseArgs({
  options: { chromium: { type: "string" }, keep: { type: "string" } },
});
const executablePath = values.chromium ?? findChromium();
if (executablePath === null)
  throw new Error("no Chromium here: name one with --chromium or READOUT_CHROMIUM");
const rounds = 5;

interface Served {
  readonly process: ChildProcess;
  readonly url: string;
}

async function serve({ workspace, tables }: Archive): Promise<Served> {
  const child = spawn(process.execPath, [
    join(packageRoot, "dist", "cli", "main.js"),
    "serve",
    "--workspace",
    workspace,
    "--tables",
    tables,
    "--port",
    "0",
    "--no-open",
  ]);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(said)));
  });
  return { process: child, url };
}

async function readyAt(url: string): Promise<void> {
  for (;;) {
    const status = (await (await fetch(`${url}api/status`)).json()) as Status;
    if (status.state === "ready") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(name: string, times: readonly number[], taken: number | null = null): void {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `${name.padEnd(52)} median ${percentile(sorted, 0.5).toFixed(0).padStart(4)} ms   slowest ${sorted.at(-1)!.toFixed(0).padStart(4)} ms${taken === null ? "" : `   processor ${taken.toFixed(0).padStart(4)} ms`}`,
  );
}

async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForSelector("ul.figures");
  return Number(
    await page.evaluate(`performance.getEntriesByName("first-contentful-paint")[0].startTime`),
  );
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), "readout-workbench-"));
const kept = existsSync(join(folder, "workspace"))
  ? { tables: join(folder, "tables"), workspace: join(folder, "workspace"), pages: 10_080 }
  : null;
const archive = kept ?? (await writeArchive(folder));
const began = performance.now();
const server = await serve(archive);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  console.log(
    `${archive.pages} pages; address printed after ${(performance.now() - began).toFixed(0)} ms`,
  );
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  report("first paint while it is being read", [await firstPaint(page, server.url)]);
  await readyAt(server.url);
  console.log(
    `lists complete after ${((performance.now() - began) / 1000).toFixed(1)} s, ${((startedProcessesTime() ?? 0) / 1000).toFixed(1)} s of processor time`,
  );
  for (const interaction of interactions) {
    const { name, open } = interaction;
    const times: number[] = [];
    let taken = 0;
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${server.url}${open.slice(1)}`);
      await page.waitForSelector("main h1");
      await page.waitForLoadState("networkidle");
      const { input, shown } = interaction.act(round);
      const before = startedProcessesTime() ?? 0;
      times.push(Number(await page.evaluate(timed(input, shown))));
      taken += (startedProcessesTime() ?? 0) - before;
    }
    report(name, times, taken / rounds);
  }
} finally {
  await browser.close();
  server.process.kill();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

/** A program for the page: do the input, and tell the milliseconds until the frame in which `shown` holds. */
function timed(input: string, shown: string): string {
  return `new Promise((resolve, reject) => {
    const choose = (label, value) => {
      const select = [...document.querySelectorAll("main label.field")]
        .find((one) => one.querySelector("span").textContent === label).querySelector("select");
      select.value = value ?? select.options[Math.min(2, select.options.length - 1)].value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const type = (text) => {
      const field = document.querySelector("main input[type=search]");
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const text = (selector) => document.querySelector(selector)?.textContent ?? "";
    const before = text("main");
    const from = performance.now();
    (() => { ${input} })();
    const look = () => {
      if (performance.now() - from > 20000) reject(new Error("not shown: " + ${JSON.stringify(shown)}));
      else if ((() => (${shown}))()) {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - from);
        requestAnimationFrame(() => channel.port2.postMessage(null));
      } else requestAnimationFrame(look);
    };
    look();
  })`;
}
