import type { Context } from "../../core/context.ts";
import { participantSides } from "../../core/compare/sides.ts";
import type { Document } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { DocumentFilter, DocumentSummary, Store } from "../../store/store.ts";
import type { BriefScope } from "../../core/brief/brief.ts";
import { isComparable } from "../compare.ts";
import { briefDocuments } from "../desk-brief.ts";
import { encounterIds } from "../../export/json.ts";
import { linkCorrections, orphanedDiagnostic } from "../encounters/corrections.ts";
import { assemble, readingOf } from "../read.ts";
import type { Reading } from "../reading.ts";
import { checkedSilence, reportedSilences } from "../reported.ts";

/**
 * Everything a workspace holds (or the part a filter takes), as reading its pages would give it.
 * @param renew - what is done anew on each stored document
 */
export async function readWorkspace(
  store: Store,
  context: Context,
  filter: DocumentFilter = {},
  renew: (document: Document) => Document = (document) => document,
): Promise<Reading> {
  const documents: Document[] = [];
  for (const { id } of await store.list(filter)) {
    const document = await store.document(id);
    if (document !== null) documents.push(renew(document));
  }
  const { corrections, orphaned } = await linkCorrections(
    store,
    await store.personal.corrections(),
  );
  return assemble(documents, orphaned.map(orphanedDiagnostic), 0, context, corrections);
}

/**
 * What a workspace holds for a brief: its encounters, and the pages that a brief of the scope needs.
 * @param renew - what is done anew on each stored document
 */
export async function readForBrief(
  store: Store,
  context: Context,
  scope: BriefScope,
  renew: (document: Document) => Document,
): Promise<Reading> {
  const encounters = await store.encounters();
  const documents: Document[] = [];
  const needed = briefDocuments(encounters, scope, context);
  for (const id of new Set([...needed, ...commentaryOf(await store.list({}), scope)])) {
    const document = await store.document(id);
    if (document !== null) documents.push(renew(document));
  }
  const pages = new Map(documents.map((document) => [document.id, document]));
  const known = new Map(encounters.map((encounter) => [encounter.id, encounter]));
  const silences = reportedSilences(documents, encounterIds({ encounters })).map((silence) =>
    checkedSilence(silence, known.get(silence.encounter ?? ""), pages, context),
  );
  return { ...readingOf(documents, encounters, [], 0, context), silences };
}

/** Opinion pages looked at for a brief: the latest of its time. */
const mostCommentary = 60;

/** Ids of opinion pages of the scope's time, latest first: commentary that a brief may quote. */
export function commentaryOf(
  pages: readonly Pick<DocumentSummary, "id" | "kind" | "party" | "published">[],
  { from, to }: BriefScope,
): string[] {
  return pages
    .filter(({ kind, party, published: { earliest, latest } }) => {
      if (kind !== "opinion" || party !== null) return false;
      if (from !== null && (latest === null || latest < from)) return false;
      return to === null || (earliest !== null && earliest.slice(0, to.length) <= to);
    })
    .toSorted((a, b) => ((a.published.latest ?? "") < (b.published.latest ?? "") ? 1 : -1))
    .slice(0, mostCommentary)
    .map(({ id }) => id);
}

/**
 * What a workspace holds for comparing: its encounters, and the accounts of those that two sides or more account for, or
 * of one encounter, with the accounts of every other encounter of the same sides (for what was dropped).
 * @param only - id of one encounter
 * @param renew - what is done anew on each stored document
 */
export async function readAccounts(
  store: Store,
  context: Context,
  only: string | null,
  renew: (document: Document) => Document,
): Promise<Reading> {
  const encounters = await store.encounters();
  const sidesOf = ({ participants }: Encounter): string =>
    participantSides(participants, context).join(" ");
  const sides = new Set(
    encounters
      .filter((encounter) => (only === null ? isComparable(encounter) : encounter.id === only))
      .map(sidesOf),
  );
  const ids = encounters
    .filter((encounter) => sides.has(sidesOf(encounter)))
    .flatMap(({ accounts }) => accounts.filter(({ party }) => party !== null))
    .map(({ document }) => document);
  const documents: Document[] = [];
  for (const id of new Set(ids)) {
    const document = await store.document(id);
    if (document !== null) documents.push(renew(document));
  }
  return readingOf(documents, encounters, [], 0, context);
}
