import { readPaths } from "../app/read.ts";
import type { Reading } from "../app/reading.ts";
import { formsOf } from "../app/own-tables.ts";
import { readWorkspace } from "../app/workspace/reading.ts";
import type { Context } from "../core/context.ts";
import type { Document } from "../core/document.ts";
import { loadContext } from "../resources/load.ts";
import type { Store } from "../store/store.ts";
import { UsageError, type Io } from "./io.ts";
import { readingProgress } from "./progress.ts";
import { tablesOf, withWorkspace } from "./workspace.ts";

/** Options of commands that take pages or a workspace. */
export const sourceOptions = {
  workspace: { type: "string" },
  tables: { type: "string" },
} as const;

/** How a workspace is read; `renew` is done on each of its documents. */
type ReadStore = (
  store: Store,
  context: Context,
  renew: (document: Document) => Document,
) => Promise<Reading>;

/**
 * Read the pages that were named, or what a workspace holds.
 * @param readStore - reads the workspace; everything in it by default
 * @throws UsageError when neither is named, or both
 */
export async function readPagesOrWorkspace(
  paths: readonly string[],
  options: { readonly workspace?: string | undefined; readonly tables?: string | undefined },
  io: Io,
  readStore: ReadStore = (store, context, renew) => readWorkspace(store, context, {}, renew),
): Promise<{ reading: Reading; context: Context }> {
  const { workspace } = options;
  if (paths.length === 0 && workspace === undefined)
    throw new UsageError("name pages (files or folders) or a --workspace.");
  if (paths.length > 0 && workspace !== undefined)
    throw new UsageError("name either pages or a --workspace, not both.");
  const tables = tablesOf(options);
  const context = loadContext(tables);
  if (workspace !== undefined) {
    const reading = await withWorkspace(workspace, { create: false }, (store) =>
      readStore(store, context, formsOf(tables, context)),
    );
    return { reading, context };
  }
  const progress = readingProgress(io);
  const reading = await readPaths(paths, context, progress.report, { tables });
  progress.done();
  return { reading, context };
}
