import { compareEncounter } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import type { Context } from "../core/context.ts";
import type { Document } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";

/**
 * Compare every encounter that two or more parties account for.
 * @param only - id of one encounter; it is compared even with one account, so that the note says what is missing
 * @returns comparisons in time order
 */
export function compareAll(
  documents: readonly Document[],
  encounters: readonly Encounter[],
  context: Context,
  only: string | null = null,
): Comparison[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return encounters
    .filter((encounter) => (only === null ? partiesOf(encounter) >= 2 : encounter.id === only))
    .map((encounter) => compareEncounter(encounter, byId, context));
}

function partiesOf(encounter: Encounter): number {
  return new Set(
    encounter.accounts.map((account) => account.party).filter((party) => party !== null),
  ).size;
}
