import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../src/resources/load.ts";

/** One run of the program in a process of its own. */
export interface CommandRun {
  /** Wall time. */
  readonly seconds: number;
  /** Processor time of all threads, the kernel's included. */
  readonly processor: number;
  /** Most memory the process held. */
  readonly megabytes: number;
}

/** Run a command line of the built program; the process itself tells at its end what it took. */
export function runCommand(args: readonly string[]): CommandRun {
  const probe = join(packageRoot, "bench", "process-usage.ts");
  const began = performance.now();
  const result = spawnSync(
    process.execPath,
    ["--import", probe, join(packageRoot, "dist", "cli", "main.js"), ...args],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  const seconds = (performance.now() - began) / 1000;
  if (result.status !== 0 && result.status !== 1) throw new Error(result.stderr);
  const usage = /used: (\d+) kB, (\d+) ms/.exec(result.stderr);
  return {
    seconds,
    processor: Number(usage?.[2]) / 1000,
    megabytes: Number(usage?.[1]) / 1024,
  };
}

/** Of several runs, the one in the middle by processor time; a first one, which fills caches, does not count. */
export function medianRun(args: readonly string[], rounds: number): CommandRun {
  runCommand(args);
  const runs = Array.from({ length: rounds }, () => runCommand(args));
  return runs.toSorted((a, b) => a.processor - b.processor)[Math.floor(rounds / 2)]!;
}
