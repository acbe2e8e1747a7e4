import type { Progress } from "./app/batch/collect.ts";
import { readPaths } from "./app/read.ts";
import type { Reading } from "./app/reading.ts";
import { readingToJson } from "./export/json.ts";
import { loadContext } from "./resources/load.ts";

export type { Reading } from "./app/reading.ts";
export type { Diagnostic } from "./core/diagnostic.ts";
export type { Document, Span } from "./core/document.ts";
export type { Encounter } from "./core/link/encounter.ts";
export type { AccountLink, Silence, Statement } from "./core/records.ts";

/** Options of `read`. */
export interface ReadOptions {
  /** Folder of TSV tables whose rows are added to those that ship. */
  readonly tables?: string;
  /** Told after each page. */
  readonly progress?: Progress;
}

/**
 * Read pages: find their articles, mark who said what, link encounters across pages.
 * @param paths - files, folders (recursive) or `-` for standard input
 * @returns the reading; pages that can't be read are diagnostics in it
 */
export async function read(paths: readonly string[], options: ReadOptions = {}): Promise<Reading> {
  const tables = options.tables ?? null;
  return readPaths(paths, loadContext(tables), options.progress, { tables });
}

/** The records of a reading as `readout read --json` prints them (see `schema/read.json`). */
export function toRecords(reading: Reading): Record<string, unknown> {
  return readingToJson(reading);
}
