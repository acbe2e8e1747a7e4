import { cleanPage } from "../core/clean/clean-page.ts";
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Document } from "../core/document.ts";
import { linkEncounters } from "../core/link/link.ts";
import { annotate } from "../core/pipeline.ts";
import { actorLabel } from "../core/actors/actor-table.ts";
import { listPages } from "../ingest/list-pages.ts";
import { loadPage } from "../ingest/load-page.ts";
import { compareAll } from "./compare.ts";
import { checkedSilence, reportedSilences } from "./reported.ts";
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
  const encounterById = new Map(encounters.map((encounter) => [encounter.id, encounter]));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    documents,
    encounters,
    silences: [
      ...reportedSilences(documents, encounterIds({ encounters })).map((silence) =>
        checkedSilence(silence, encounterById.get(silence.encounter ?? ""), byId, context),
      ),
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
