import ora from "ora";
import type { Progress } from "../app/read.ts";
import type { Io } from "./io.ts";

/** Milliseconds of work before progress is worth showing. */
const patience = 700;

/**
 * Draws “Reading 120 of 1,000 pages · 34 a second · 26 s left” on standard error.
 * Nothing is drawn for quick work or when standard error is no terminal.
 */
export function readingProgress(io: Io): { report: Progress; done: () => void } {
  if (!io.interactive) return { report: () => {}, done: () => {} };
  const spinner = ora({ stream: process.stderr });
  const began = Date.now();
  return {
    report(done, total) {
      const seconds = (Date.now() - began) / 1000;
      if (seconds * 1000 < patience) return;
      const rate = done / seconds;
      const left = Math.ceil((total - done) / rate);
      spinner.text = `Reading ${done} of ${total} pages · ${rate.toFixed(1)} a second · ${left} s left`;
      if (!spinner.isSpinning) spinner.start();
      else spinner.render();
    },
    done: () => void spinner.stop(),
  };
}
