import { stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Context } from "../../core/context.ts";
import { defaultLimits, defaultWorkers, WorkerPool } from "./pool.ts";
import { directReader, type ItemReader } from "./read-item.ts";

/** How the pages of a batch are read; absent members mean the defaults. */
export interface ReadingSettings {
  /** Folder of the user's own tables; workers load them again. */
  readonly tables?: string | null;
  /** Threads; 0 reads in this one, without limits on time and memory. */
  readonly workers?: number;
  /** Seconds a page may take. */
  readonly seconds?: number;
  /** MB a page may take. */
  readonly megabytes?: number;
}

/** Fewer pages than this are read sooner here than workers are started. */
const few = 40;

/** Formats whose readers take linear time in bounded memory, whatever they are given. */
const harmless: ReadonlySet<string> = new Set([
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
]);

/** Bytes up to which such a page is read here. */
const small = 2_000_000;

/**
 * A reader for these paths: in this thread for a few small pages of text or HTML, in workers that can be
 * stopped for everything else.
 */
export async function chooseReader(
  paths: readonly string[],
  context: Context,
  settings: ReadingSettings,
): Promise<ItemReader> {
  if (settings.workers === 0 || (settings.workers === undefined && (await isModest(paths))))
    return directReader(context);
  return new WorkerPool({
    tables: settings.tables ?? null,
    workers: settings.workers ?? defaultWorkers(),
    seconds: settings.seconds ?? defaultLimits.seconds,
    megabytes: settings.megabytes ?? defaultLimits.megabytes,
  });
}

/** Whether a page is read in linear time and bounded memory, whatever is in it. */
export function isHarmless(name: string, size: number): boolean {
  return harmless.has(extname(name).toLowerCase()) && size <= small;
}

async function isModest(paths: readonly string[]): Promise<boolean> {
  if (paths.length > few) return false;
  for (const path of paths) {
    if (!harmless.has(extname(path).toLowerCase())) return false;
    const state = await stat(path).catch(() => null);
    if (state !== null && (!state.isFile() || state.size > small)) return false;
  }
  return true;
}
