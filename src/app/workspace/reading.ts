import type { Context } from "../../core/context.ts";
import { participantSides } from "../../core/compare/sides.ts";
import type { Document } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { DocumentFilter, Store } from "../../store/store.ts";
import { isComparable } from "../compare.ts";
import { assemble, readingOf } from "../read.ts";
import type { Reading } from "../reading.ts";

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
  return assemble(documents, [], 0, context);
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
