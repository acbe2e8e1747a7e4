// node bench/kills.ts [--count 10000] [--kills 3] [--corpora DIR] [--keep]: adds mixed pages to a workspace while it is
// killed again and again, then checks that every page is stored or in quarantine, once, and nothing is left over.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
// @ts-expect-error: a script without types
import { memoryEnvironment, memoryFlags } from "../scripts/memory.mjs";
import { packageRoot } from "../src/resources/load.ts";
import { writeMixedPages } from "./mixed-pages.ts";
import { pageTexts } from "./page-texts.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    kills: { type: "string", default: "3" },
    workers: { type: "string" },
    corpora: { type: "string", default: join(packageRoot, "..", "shared", "corpora") },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(values.count);
const kills = Number(values.kills);
const folder = mkdtempSync(join(tmpdir(), "readout-kills-"));
const workspace = join(folder, "workspace");

interface Run {
  readonly code: number | null;
  readonly seconds: number;
  /** Seconds of processor time, all threads. */
  readonly cpu: number;
  /** Peak memory of the process, MB. */
  readonly megabytes: number;
}

/** Add the folder; `killAfter` pages kill the process without a word. */
async function addPages(killAfter: number | null): Promise<Run> {
  const began = performance.now();
  const args = ["add", join(folder, "pages"), "--workspace", workspace];
  if (values.workers !== undefined) args.push("--workers", values.workers);
  const child = spawn(
    process.execPath,
    [...memoryFlags, join(packageRoot, "dist", "cli", "main.js"), ...args],
    { stdio: ["ignore", "ignore", "ignore"], env: memoryEnvironment },
  );
  let megabytes = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid!));
    cpu = Math.max(cpu, processorOf(child.pid!));
    if (killAfter !== null && stored() >= killAfter) child.kill("SIGKILL");
  }, 200);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(watch);
  return { code, seconds: (performance.now() - began) / 1000, cpu, megabytes };
}

function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // Gone, or no Linux: no figure.
    return 0;
  }
}

/** Seconds of processor time; ticks are hundredths on Linux. */
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    // Gone, or no Linux: no figure.
    return 0;
  }
}

function stored(): number {
  return ask<{ n: number }>("select count(*) as n from documents")[0]?.n ?? 0;
}

function ask<Row>(query: string): Row[] {
  try {
    const database = new Database(join(workspace, "workspace.db"), { readonly: true });
    try {
      return database.prepare(query).all() as Row[];
    } finally {
      database.close();
    }
  } catch {
    // Not made yet.
    return [];
  }
}

try {
  const written = writeMixedPages(join(folder, "pages"), count, pageTexts(resolve(values.corpora)));
  console.log(
    `${written.readable} pages that can be read, ${written.broken} that can't, in ${folder}`,
  );
  let peak = 0;
  let seconds = 0;
  let cpu = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const run = await addPages(Math.round((written.readable * kill) / (kills + 1)));
    peak = Math.max(peak, run.megabytes);
    seconds += run.seconds;
    cpu += run.cpu;
    console.log(
      `killed at ${stored()} pages after ${run.seconds.toFixed(1)} s, ${run.megabytes.toFixed(0)} MB`,
    );
  }
  const last = await addPages(null);
  peak = Math.max(peak, last.megabytes);
  seconds += last.seconds;
  cpu += last.cpu;
  console.log(
    `ended with code ${last.code} after ${last.seconds.toFixed(1)} s, ${last.megabytes.toFixed(0)} MB`,
  );
  const [documents] = ask<{ n: number; hashes: number }>(
    "select count(*) as n, count(distinct sha256) as hashes from documents",
  );
  const [quarantined] = ask<{ n: number }>("select count(*) as n from quarantine");
  const orphans = [
    "document_bytes",
    "document_texts",
    "document_layers",
    "passages",
    "document_places",
    "full_text_rows",
  ].map(
    (table) =>
      ask<{ n: number }>(
        `select count(*) as n from ${table} where document_id not in (select document_id from documents)`,
      )[0]!.n,
  );
  const bare = ask<{ n: number }>(
    "select count(*) as n from documents where document_id not in (select document_id from document_bytes) or document_id not in (select document_id from document_texts) or document_id not in (select document_id from document_places)",
  )[0]!.n;
  const wrong = [
    documents!.n === written.readable ? null : `${documents!.n} documents of ${written.readable}`,
    documents!.hashes === documents!.n ? null : "duplicates",
    quarantined!.n === written.broken
      ? null
      : `${quarantined!.n} in quarantine of ${written.broken}`,
    orphans.every((number) => number === 0) ? null : `orphans: ${orphans.join(", ")}`,
    bare === 0 ? null : `${bare} documents without bytes, text or place`,
  ].filter((line) => line !== null);
  // A page that can be read and was refused all the same (a time limit on a busy machine) is accounted for, but told.
  for (const line of ask<{ path: string; code: string; message: string }>(
    "select path, code, message from quarantine where path not like '%/broken/%'",
  ))
    console.log(`in quarantine: ${line.code} ${line.path}: ${line.message}`);
  console.log(
    wrong.length === 0
      ? "all accounted for: no duplicate, no orphan"
      : `WRONG: ${wrong.join("; ")}`,
  );
  console.log(
    `peak memory ${peak.toFixed(0)} MB; ${seconds.toFixed(0)} s in all, ${cpu.toFixed(0)} s of processor time: ${(written.readable / cpu).toFixed(1)} pages a second of one core`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
