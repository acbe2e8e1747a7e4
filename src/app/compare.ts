import { compareEncounter } from "../core/compare/compare.ts";
import type { EarlierAccount } from "../core/compare/comparison-input.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import { participantSides } from "../core/compare/sides.ts";
import type { Context } from "../core/context.ts";
import type { Document } from "../core/document.ts";
import type { Account, Encounter } from "../core/link/encounter.ts";

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
    .filter((encounter) => (only === null ? isComparable(encounter) : encounter.id === only))
    .map((encounter) =>
      compareEncounter(
        {
          encounter,
          documents: byId,
          earlier: earlierAccounts(encounter, encounters, byId, context),
        },
        context,
      ),
    );
}

/**
 * Compare documents as accounts of one encounter, whatever they say they are of; the notes say what speaks against it.
 */
export function compareAsOne(documents: readonly Document[], context: Context): Comparison {
  const accounts = documents.map(({ id, party, kind }): Account => ({
    document: id,
    party,
    genre: kind,
    copyOf: null,
  }));
  const own = documents.flatMap((document) =>
    document.layers.encounters.filter((encounter) => encounter.main),
  );
  const participants = [
    ...own.flatMap((encounter) => encounter.participants),
    ...accounts.map(({ party }) => party).filter((party) => party !== null),
  ];
  return compareEncounter(
    {
      encounter: { id: "given-as-one", participants: [...new Set(participants)], accounts },
      documents: new Map(documents.map((document) => [document.id, document])),
    },
    context,
  );
}

/** How many earlier encounters are looked at: a habit is what was usual lately, and archives are long. */
const mostEarlier = 20;

/** What encounters of the same sides have in common; `""` where no side is known. */
export function sidesKey({ participants }: Encounter, context: Context): string {
  return participantSides(participants, context).join(" ");
}

/** The last encounters of the same sides before this one, oldest first. */
export function earlierEncounters(
  encounter: Encounter,
  encounters: readonly Encounter[],
  context: Context,
): Encounter[] {
  const sides = sidesKey(encounter, context);
  const start = encounter.date.earliest;
  if (start === null || sides === "") return [];
  return encounters
    .filter(
      (other) =>
        other.id !== encounter.id &&
        other.date.latest !== null &&
        other.date.latest < start &&
        other.accounts.length > 0 &&
        sidesKey(other, context) === sides,
    )
    .toSorted((a, b) => (a.date.latest! < b.date.latest! ? -1 : 1))
    .slice(-mostEarlier);
}

/** Accounts of the last encounters of the same sides before this one, oldest first. */
export function earlierAccounts(
  encounter: Encounter,
  encounters: readonly Encounter[],
  documents: ReadonlyMap<string, Document>,
  context: Context,
): EarlierAccount[] {
  return earlierEncounters(encounter, encounters, context).flatMap((other) =>
    other.accounts.flatMap((account) => {
      const text = documents.get(account.document);
      return text === undefined ? [] : [{ ...account, text }];
    }),
  );
}

/** Two sides or more account for the encounter. */
export function isComparable({ accounts }: Encounter): boolean {
  const parties = accounts.map((account) => account.party).filter((party) => party !== null);
  return new Set(parties).size >= 2;
}
