import { contextsOfTopics } from "../core/commitments/domain.ts";
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Document } from "../core/document.ts";
import { ambiguities } from "../core/link/ambiguities.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { LinkCorrection } from "../core/link/corrections.ts";
import { linkEncounters } from "../core/link/link.ts";
import { summitLabel } from "../core/encounters/summit-labels.ts";
import { actorLabel } from "../core/actors/actor-table.ts";
import { listFiles } from "../ingest/list-files.ts";
import { sha256Of } from "../ingest/make-page.ts";
import { chooseReader, type ReadingSettings } from "./batch/choose-reader.ts";
import { runBatch, type Key, type Progress } from "./batch/collect.ts";
import type { ItemReader } from "./batch/read-item.ts";
import { repeatsInBatch } from "./batch/repeats.ts";
import { compareAll } from "./compare.ts";
import { checkedSilence, reportedSilences } from "./reported.ts";
import type { Reading } from "./reading.ts";
import { encounterIds } from "../export/json.ts";

/**
 * Read pages: ingest, clean, annotate, link.
 * @param paths - files, folders (recursive, sorted), archives or `-` for standard input
 * @returns the reading; pages that can't be read are diagnostics, the rest are still read
 */
export async function readPaths(
  paths: readonly string[],
  context: Context,
  progress: Progress = () => {},
  settings: ReadingSettings = {},
): Promise<Reading> {
  const { files } = await listFiles(paths);
  const reader = await chooseReader(
    files.map((file) => file.path),
    context,
    settings,
  );
  const read: { key: Key; document: Document }[] = [];
  const problems: { key: Key; problem: Diagnostic }[] = [];
  const told: Diagnostic[] = [];
  let failed = 0;
  const documents = new Map<string, Document>();
  try {
    await runBatch(
      { paths },
      reader,
      {
        wanted: { as: "document" },
        async done(_item, { page }, key) {
          if (page?.document) read.push({ key, document: page.document });
        },
        async failed(_place, problem, key) {
          failed++;
          problems.push({ key, problem });
        },
        told: (problem) => void told.push(problem),
      },
      progress,
    );
    // The first of several pages with the same bytes counts, in whatever order they were done.
    for (const { document } of read.toSorted(byKey))
      if (!documents.has(document.id)) documents.set(document.id, document);
    await readAgain(paths, documents, reader);
  } finally {
    await reader.close();
  }
  const ordered = problems.toSorted(byKey).map(({ problem }) => problem);
  return assemble([...documents.values()], [...ordered, ...told], failed, context);
}

/** Read pages again that share lines with others of their outlet, without these lines. */
async function readAgain(
  paths: readonly string[],
  documents: Map<string, Document>,
  reader: ItemReader,
): Promise<void> {
  const repeats = repeatsInBatch([...documents.values()]);
  if (repeats.size === 0) return;
  await runBatch({ paths: paths.filter((path) => path !== "-") }, reader, {
    wanted: { as: "document" },
    known: async (item) => !repeats.has(sha256Of(item.bytes)),
    wantedOf: (item) => ({ as: "document", repeats: repeats.get(sha256Of(item.bytes)) ?? [] }),
    async done(_item, { page }) {
      const first = page === null ? undefined : documents.get(page.id);
      if (first !== undefined && page?.document)
        documents.set(first.id, { ...page.document, path: first.path });
    },
    failed: async () => {},
    told: () => {},
  });
}

function byKey(a: { readonly key: Key }, b: { readonly key: Key }): number {
  for (const [index, number] of a.key.entries()) {
    const other = b.key[index];
    if (other === undefined) return 1;
    if (number !== other) return number - other;
  }
  return a.key.length - b.key.length;
}

/** Link documents that were read, and gather what the record contract needs. */
export function assemble(
  documents: readonly Document[],
  problems: readonly Diagnostic[],
  failed: number,
  context: Context,
  corrections: readonly LinkCorrection[] = [],
): Reading {
  const encounters = linkEncounters(documents, context, corrections);
  const reading = readingOf(documents, encounters, problems, failed, context);
  const encounterById = new Map(encounters.map((encounter) => [encounter.id, encounter]));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    ...reading,
    silences: [
      ...reportedSilences(documents, encounterIds({ encounters })).map((silence) =>
        checkedSilence(silence, encounterById.get(silence.encounter ?? ""), byId, context),
      ),
      ...compareAll(documents, encounters, context).flatMap((comparison) => comparison.silences),
    ],
  };
}

/** Documents and the encounters they are linked to already, as a reading without silences. */
export function readingOf(
  documents: readonly Document[],
  encounters: readonly Encounter[],
  problems: readonly Diagnostic[],
  failed: number,
  context: Context,
): Reading {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    documents,
    encounters,
    silences: [],
    diagnostics: [
      ...problems,
      ...documents.flatMap((document) => document.diagnostics),
      ...ambiguities(encounters, byId),
    ],
    failed,
    domainOf: (topic) => domains(context).get(topic) ?? null,
    contextsOf: (topics) => contextsOfTopics(context, topics),
    labelOf: (id) => labels(context).get(id) ?? summitLabel(context, id) ?? actorLabel(context, id),
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
