import type { Document, DocumentKind } from "../document.ts";
import type { Account, Encounter } from "../link/encounter.ts";
import { sameText } from "./same-text.ts";

/** The texts that stand for one party in a comparison. */
export interface PartyTexts {
  readonly party: string;
  readonly documents: readonly Document[];
}

/** Accounts chosen for a comparison, and those left out. */
export interface ChosenAccounts {
  /** In the order of their ids. */
  readonly parties: readonly PartyTexts[];
  /** Held, but of a genre that the party has a better one than. */
  readonly left: readonly Account[];
  /** Second prints of a text the same party has already. */
  readonly copies: readonly Account[];
}

/** Genres from the one that says what took place to the one that only talks about it. */
const genreRank: Readonly<Record<DocumentKind, number>> = {
  readout: 0,
  "joint-statement": 0,
  remarks: 1,
  report: 2,
  briefing: 3,
  opinion: 4,
  other: 4,
};

/**
 * For each party, the texts to compare: its readouts and joint statements, or, where it has none,
 * its next best genre. A briefing of seventy pages isn't set beside a readout when a readout exists.
 */
export function chooseAccounts(
  encounter: Pick<Encounter, "accounts">,
  documents: ReadonlyMap<string, Document>,
): ChosenAccounts {
  const byParty = new Map<string, Document[]>();
  for (const account of encounter.accounts) {
    const document = documents.get(account.document);
    if (account.party === null || document === undefined) continue;
    const known = byParty.get(account.party) ?? [];
    if (!known.includes(document)) byParty.set(account.party, [...known, document]);
  }
  const left: Account[] = [];
  const copies: Account[] = [];
  const parties = [...byParty]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, all]) => {
      const best = Math.min(...all.map((document) => genreRank[document.kind]));
      const chosen: Document[] = [];
      for (const document of all) {
        const copyOf = encounter.accounts.find((one) => one.document === document.id)!.copyOf;
        const account = { document: document.id, party, genre: document.kind, copyOf };
        if (genreRank[document.kind] !== best) left.push(account);
        else if (chosen.some(({ id }) => id === copyOf)) copies.push(account);
        else if (chosen.some((other) => sameText(other, document) !== null)) copies.push(account);
        else chosen.push(document);
      }
      return { party, documents: chosen };
    });
  return { parties, left, copies };
}
