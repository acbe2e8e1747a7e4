import { resolve } from "node:path";
import { cleanPage } from "../../core/clean/clean-page.ts";
import type { Context } from "../../core/context.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { linkEncounters } from "../../core/link/link.ts";
import { annotate } from "../../core/pipeline.ts";
import { listPages } from "../../ingest/list-pages.ts";
import { loadPage } from "../../ingest/load-page.ts";
import { passageTerms } from "../../store/search-terms.ts";
import type { AddOutcome, Store } from "../../store/store.ts";
import type { Progress } from "../read.ts";

/** What became of one page of a batch. */
export interface AddedPage {
  readonly path: string;
  /** `failed`: it could not be read, a diagnostic says why. */
  readonly outcome: AddOutcome | "failed";
  /** Id of the document; `null` when it could not be read. */
  readonly document: string | null;
}

/** What adding a batch gave. */
export interface AddedBatch {
  readonly pages: readonly AddedPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Add pages to a workspace, one transaction each, and link the encounters anew.
 *
 * Stopped at any moment, what was added stays; the same call again goes on where it stopped.
 * @param now - the time that is kept as the time of adding
 */
export async function addPages(
  store: Store,
  paths: readonly string[],
  context: Context,
  now: () => Date,
  progress: Progress = () => {},
): Promise<AddedBatch> {
  const listed = await listPages(paths);
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  const pages: AddedPage[] = listed.diagnostics
    .filter((problem) => problem.severity === "error")
    .map((problem) => ({ path: problem.document, outcome: "failed", document: null }));
  for (const [index, path] of listed.paths.entries()) {
    const { page, problems } = await addPage(store, path, context, now);
    pages.push(page);
    diagnostics.push(...problems);
    progress(index + 1, listed.paths.length);
  }
  if (await store.needsLinking())
    await store.relink((documents) => linkEncounters(documents, context));
  return { pages, diagnostics };
}

async function addPage(
  store: Store,
  path: string,
  context: Context,
  now: () => Date,
): Promise<{ readonly page: AddedPage; readonly problems: readonly Diagnostic[] }> {
  const { page, bytes, diagnostics } = await loadPage(path);
  if (page === null || bytes === null)
    return { page: { path, outcome: "failed", document: null }, problems: diagnostics };
  const place = path === "-" ? null : resolve(path);
  const known = await store.idOf(page.sha256);
  if (known !== null) {
    const outcome = place === null ? "known" : await store.place(known, place);
    return { page: { path, outcome, document: known }, problems: [] };
  }
  const document = annotate(cleanPage(page, context, null), context);
  const outcome = await store.add({
    document,
    bytes,
    place,
    addedAt: now().toISOString(),
    passages: passageTerms(document, context),
  });
  return { page: { path, outcome, document: document.id }, problems: document.diagnostics };
}
