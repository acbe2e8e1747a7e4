// npm run bench [-- --corpora DIR] [--store]: speed and memory as a Markdown table; docs/evaluation.md has it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { aebPages, fundusPages } from "../eval/extraction/benchmark-pages.ts";
import { loadContext, packageRoot } from "../src/resources/load.ts";
import { baselineTime } from "./baseline.ts";
import { medianRun, runCommand, type CommandRun } from "./command-run.ts";
import { pageTexts } from "./page-texts.ts";
import { timeStages, type RawPage, type StageTimes } from "./stages.ts";

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: join(packageRoot, "..", "shared", "corpora") },
    store: { type: "boolean", default: false },
  },
});
const corpora = resolve(process.env["INIT_CWD"] ?? ".", values.corpora);

/** Pages of the batch, and of them those that are timed by stage. */
const batch = 1000;
const sample = 200;
const rounds = 5;

const text = pageTexts(corpora, "english");
const pageText = (page: number): string => `Page ${page}\n\n${text(page)}\n`;

function section(title: string): void {
  const load = loadavg()[0]!.toFixed(1);
  console.log(`\n| ${title} (load ${load} on ${cpus().length} cores) | |\n| --- | --- |`);
}

function row(name: string, value: string): void {
  console.log(`| ${name} | ${value} |`);
}

function commandRow(name: string, { seconds, processor, megabytes }: CommandRun): void {
  row(
    name,
    `${seconds.toFixed(2)} s wall, ${processor.toFixed(2)} s processor, ${megabytes.toFixed(0)} MB`,
  );
}

function commands(): void {
  section("whole commands, each in a process of its own");
  commandRow("start of the program", medianRun(["help"], rounds));
  const press = join(corpora, "press");
  const few = existsSync(press) ? press : join(packageRoot, "samples", "pages");
  const name = existsSync(press) ? "five press pages" : "the sample's pages";
  commandRow(`\`read\`, ${name}`, medianRun(["read", few, "--json"], rounds));
  const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
  try {
    for (let page = 0; page < batch; page++)
      writeFileSync(join(folder, `${page}.txt`), pageText(page));
    const run = runCommand(["read", folder, "--json", "--workers", "0"]);
    commandRow(`\`read\`, ${batch.toLocaleString("en")} pages of 600 words, one thread`, run);
    row("its pages a second of processor time", (batch / run.processor).toFixed(1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wholeRead(): void {
  const context = loadContext();
  const encoder = new TextEncoder();
  const pages = Array.from({ length: sample }, (_, page) => ({
    name: `${page}.txt`,
    bytes: encoder.encode(pageText(page)),
    url: null,
  }));
  const times = timeStages(pages, context, true);
  const whole = times.page + times.clean + sumOf(times);
  section("English pages of 600 words, processor time a page once warm");
  row("whole read", `${whole.toFixed(1)} ms, ${(1000 / whole).toFixed(0)} a second`);
  row("bytes to page", `${times.page.toFixed(2)} ms`);
  row("clean", `${times.clean.toFixed(2)} ms`);
  for (const [name, time] of times.annotate) row(`annotate: ${name}`, `${time.toFixed(2)} ms`);
  const baseline = baselineTime(pages.map(({ bytes }) => new TextDecoder().decode(bytes)));
  row("whole read ÷ splitting into words and counting them", (whole / baseline).toFixed(0));
}

function extraction(): void {
  if (!existsSync(join(corpora, "pages"))) return;
  section("HTML pages of the press, processor time a page once warm");
  const context = loadContext();
  for (const [name, benchmark] of [
    ["AEB", aebPages(corpora)],
    ["Fundus", fundusPages(corpora)],
  ] as const) {
    const pages: RawPage[] = benchmark.map(({ id, bytes, url }) => ({
      name: `${id}.html`,
      bytes,
      url,
    }));
    const size = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length / 1000;
    const { page, clean } = timeStages(pages, context, false);
    row(
      `${name}, ${pages.length} pages of ${size.toFixed(0)} kB`,
      `extraction ${(page + clean).toFixed(1)} ms (HTML tree ${page.toFixed(1)}, article and metadata ${clean.toFixed(1)})`,
    );
  }
}

function sumOf({ annotate }: StageTimes): number {
  return [...annotate.values()].reduce((sum, time) => sum + time, 0);
}

commands();
wholeRead();
extraction();
if (values.store) {
  console.log();
  spawnSync(process.execPath, [join(packageRoot, "bench", "store.ts"), "--corpora", corpora], {
    stdio: "inherit",
  });
}
