// npm run bench [-- --pages DIR] [--json]: speed and memory of the built command, each in its own process.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** One run of the command in a process of its own. */
interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    pages: { type: "string", default: join(root, "..", "shared", "corpora") },
    json: { type: "boolean", default: false },
  },
});
const corpora = resolve(process.env["INIT_CWD"] ?? ".", values.pages);
const rounds = 5;
const batch = 1000;
const wordsAPage = 600;

/** Wall time and peak memory of a command line; the peak is what the process itself reports at its end. */
function measure(args: readonly string[]): Run {
  const probe = join(root, "bench", "peak-memory.ts");
  const began = performance.now();
  const result = spawnSync(
    process.execPath,
    ["--import", probe, join(root, "dist", "cli", "main.js"), ...args],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  const seconds = (performance.now() - began) / 1000;
  if (result.status !== 0 && result.status !== 1) throw new Error(result.stderr);
  const peak = /peak memory: (\d+) kB/.exec(result.stderr)?.[1];
  return { seconds, megabytes: Number(peak) / 1024 };
}

function median(runs: readonly Run[]): Run {
  return runs.toSorted((one, other) => one.seconds - other.seconds)[Math.floor(runs.length / 2)]!;
}

function textsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .filter((text) => /[a-z]{3}/.test(text) && text.length > 500);
}

/** Pages of about 600 words each, cut from real texts where they are, from the sample elsewhere. */
function writeBatch(folder: string): void {
  const press = join(corpora, "press");
  const source = existsSync(press)
    ? [...textsUnder(press), ...textsUnder(join(corpora, "readouts"))]
    : textsUnder(join(root, "samples", "pages"));
  const lines = source.flatMap((text) => text.replace(/^---\n[\s\S]*?\n---\n/, "").split("\n"));
  let at = 0;
  for (let page = 0; page < batch; page++) {
    const own: string[] = [];
    for (let words = 0; words < wordsAPage; at++) {
      const line = lines[at % lines.length]!;
      own.push(line);
      words += line.split(/\s+/).length;
    }
    writeFileSync(join(folder, `${page}.txt`), `Page ${page}\n\n${own.join("\n")}\n`);
  }
}

const temporary = mkdtempSync(join(tmpdir(), "readout-bench-"));
const results: Record<string, number | string> = {};
try {
  const press = join(corpora, "press");
  const few = existsSync(press) ? press : join(root, "samples", "pages");
  const start = median(Array.from({ length: rounds }, () => measure(["help"])));
  results["start of the program, s"] = start.seconds;
  const small = median(Array.from({ length: rounds }, () => measure(["read", few, "--json"])));
  results[existsSync(press) ? "five press pages, s" : "the sample's pages, s"] = small.seconds;
  writeBatch(temporary);
  const large = measure(["read", temporary, "--json"]);
  results["1,000 pages of 600 words, s"] = large.seconds;
  results["pages a second"] = batch / large.seconds;
  results["peak memory, MB"] = large.megabytes;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else
  for (const [name, value] of Object.entries(results))
    console.log(`${name.padEnd(32)} ${typeof value === "number" ? value.toFixed(2) : value}`);
