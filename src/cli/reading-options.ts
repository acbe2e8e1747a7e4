import type { ReadingSettings } from "../app/batch/choose-reader.ts";
import { defaultLimits } from "../app/batch/pool.ts";
import { UsageError } from "./io.ts";

/** Options of every command that reads pages. */
export const readingOptions = {
  tables: { type: "string" },
  workers: { type: "string" },
  "page-seconds": { type: "string" },
  "page-memory": { type: "string" },
} as const;

/** Their lines in help texts. */
export const readingHelp: string = `  --tables DIR      add your own states, people, outlets … from TSV files in DIR
  --workers N       threads that read (default: as many as cores and memory allow; 0: none,
                    pages are read without limits)
  --page-seconds N  seconds a page may take before it is given up (default ${defaultLimits.seconds})
  --page-memory MB  memory a page may take before it is given up (default ${defaultLimits.megabytes})`;

/** Settings from what was typed. @throws UsageError */
export function readingSettings(values: {
  readonly tables?: string | undefined;
  readonly workers?: string | undefined;
  readonly "page-seconds"?: string | undefined;
  readonly "page-memory"?: string | undefined;
}): ReadingSettings {
  const workers = numberFrom("--workers", values.workers, 0, 256);
  const seconds = numberFrom("--page-seconds", values["page-seconds"], 1, 86_400);
  const megabytes = numberFrom("--page-memory", values["page-memory"], 64, 1_000_000);
  return {
    tables: values.tables ?? null,
    ...(workers === null ? {} : { workers }),
    ...(seconds === null ? {} : { seconds }),
    ...(megabytes === null ? {} : { megabytes }),
  };
}

/** A whole number that was typed; `null` when it wasn't. @throws UsageError */
export function numberFrom(
  name: string,
  typed: string | undefined,
  least: number,
  most: number,
): number | null {
  if (typed === undefined) return null;
  const value = Number(typed);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${name} needs a whole number from ${least} to ${most}.`);
  return value;
}
