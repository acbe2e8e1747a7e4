import type { Ora } from "ora";
import type { BatchState, Progress } from "../app/batch/collect.ts";
import type { Io } from "./io.ts";

/** Milliseconds of work before progress is worth showing. */
const patience = 700;

/** Milliseconds between lines where standard error is no terminal (a log). */
const logEvery = 30_000;

/**
 * Shows “Reading: 1,240 pages · 3 not read · 34.0 a second · 2 min 20 s left” on standard error: redrawn in
 * a terminal, a line every half a minute elsewhere. Nothing is shown for quick work.
 */
export function readingProgress(io: Io): { report: Progress; done: () => void } {
  const began = Date.now();
  if (!io.interactive) {
    let last = began;
    return {
      report(state) {
        if (Date.now() - last < logEvery) return;
        last = Date.now();
        io.err(`${progressLine(state, (last - began) / 1000)}\n`);
      },
      done: () => {},
    };
  }
  let spinner: Ora | null = null;
  let loading = false;
  let finished = false;
  const load = async (): Promise<void> => {
    loading = true;
    const { default: ora } = await import("ora");
    if (!finished) spinner = ora({ stream: process.stderr });
  };
  return {
    report(state) {
      const passed = Date.now() - began;
      if (passed < patience) return;
      // Loaded for long work only.
      if (!loading) void load();
      if (spinner === null) return;
      spinner.text = progressLine(state, passed / 1000);
      if (!spinner.isSpinning) spinner.start();
    },
    done() {
      finished = true;
      spinner?.stop();
    },
  };
}

/** The state of a batch in words; the time left is told once enough is done to know. */
export function progressLine({ pages, failed, share }: BatchState, seconds: number): string {
  const rate = pages / Math.max(seconds, 0.001);
  const parts = [`Reading: ${pages.toLocaleString("en")} pages`];
  if (failed > 0) parts.push(`${failed.toLocaleString("en")} not read`);
  parts.push(`${rate.toFixed(1)} a second`);
  if (share > 0.01 && share < 1) parts.push(`${duration((seconds / share) * (1 - share))} left`);
  return parts.join(" · ");
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
