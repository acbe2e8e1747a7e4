import { cleanPage } from "../core/clean/clean-page.ts";
import type { SilenceRecord } from "../core/compare/silence-record.ts";
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { spanOf, type Document } from "../core/document.ts";
import { linkEncounters } from "../core/link/link.ts";
import { annotate } from "../core/pipeline.ts";
import { actorLabel } from "../core/actors/actor-table.ts";
import { listPages } from "../ingest/list-pages.ts";
import { loadPage } from "../ingest/load-page.ts";
import { compareAll } from "./compare.ts";
import type { Reading } from "./reading.ts";
import { encounterIds } from "../export/json.ts";

/** Told after each page: how many are done of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * Read pages: ingest, clean, annotate, link.
 * @param paths - files, folders (recursive, sorted) or `-` for standard input
 * @returns the reading; pages that can't be read are diagnostics, the rest are still read
 */
export async function readPaths(
  paths: readonly string[],
  context: Context,
  progress: Progress = () => {},
): Promise<Reading> {
  const listed = await listPages(paths);
  const problems: Diagnostic[] = [...listed.diagnostics];
  const documents = new Map<string, Document>();
  let failed = listed.diagnostics.filter((problem) => problem.severity === "error").length;
  let done = 0;
  for (const path of listed.paths) {
    const loaded = await loadPage(path);
    if (loaded.page === null) {
      problems.push(...loaded.diagnostics);
      failed++;
    } else if (!documents.has(loaded.page.id)) {
      const document = annotate(cleanPage(loaded.page, context, null), context);
      documents.set(document.id, withoutTokens(document));
    }
    progress(++done, listed.paths.length);
  }
  return assemble([...documents.values()], problems, failed, context);
}

/** Tokens are most of a document's memory, and nothing after its annotation asks for them. */
function withoutTokens(document: Document): Document {
  return { ...document, layers: { ...document.layers, tokens: [] } };
}

/** Link documents that were read, and gather what the record contract needs. */
export function assemble(
  documents: readonly Document[],
  problems: readonly Diagnostic[],
  failed: number,
  context: Context,
): Reading {
  const encounters = linkEncounters(documents, context);
  return {
    documents,
    encounters,
    silences: [
      ...reportedSilences(documents, encounterIds({ encounters })),
      ...compareAll(documents, encounters, context).flatMap((comparison) => comparison.silences),
    ],
    diagnostics: [...problems, ...documents.flatMap((document) => document.diagnostics)],
    failed,
    domainOf: (topic) => domains(context).get(topic) ?? null,
    labelOf: (id) => labels(context).get(id) ?? actorLabel(context, id),
  };
}

function domains(context: Context): ReadonlyMap<string, string> {
  return context.derived(
    "app/domains",
    () => new Map(context.rows("knowledge/topics").map((row) => [row["id"]!, row["domain"]!])),
  );
}

function labels(context: Context): ReadonlyMap<string, string> {
  return context.derived(
    "app/labels",
    () =>
      new Map(
        ["knowledge/topics", "knowledge/phrases"].flatMap((table) =>
          context.rows(table).map((row): [string, string] => [row["id"]!, row["label"]!]),
        ),
      ),
  );
}

/** Silences that the documents themselves report, as records. */
export function reportedSilences(
  documents: readonly Document[],
  encounterOf: (document: string, index: number | null) => string | null,
): SilenceRecord[] {
  return documents.flatMap((document) =>
    document.layers.silences.map((silence, index) => ({
      id: `${document.id}/u${index + 1}`,
      kind: "reported" as const,
      span: spanOf(document, silence),
      silent: silence.silent,
      claimant: silence.claimant,
      topic: silence.topic,
      topicQuote: silence.topicRange === null ? "" : spanOf(document, silence.topicRange).quote,
      encounter: encounterOf(document.id, silence.encounter),
      check: { status: "not-checkable" as const, searched: [] },
      rule: silence.rule,
      type: silence.type,
    })),
  );
}
