import type { Document, DocumentKind } from "../document.ts";
import type { Account, Encounter } from "../link/encounter.ts";
import { containment } from "./similarity.ts";

/** The texts that stand for one party in a comparison. */
export interface PartyTexts {
  readonly party: string;
  readonly documents: readonly Document[];
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

/** An account this many times longer than another side's makes absence there mean little. */
const lopsided = 8;

/**
 * For each party, the texts to compare: its readouts and joint statements, or, where it has none,
 * its next best genre. A briefing of seventy pages isn't set beside a readout when a readout exists.
 * @returns parties in the order of their ids, and notes for the reader
 */
export function chooseAccounts(
  encounter: Encounter,
  documents: ReadonlyMap<string, Document>,
): { parties: PartyTexts[]; left: Account[]; notes: string[] } {
  const byParty = new Map<string, Document[]>();
  for (const account of encounter.accounts) {
    const document = documents.get(account.document);
    if (account.party === null || document === undefined) continue;
    byParty.set(account.party, [...(byParty.get(account.party) ?? []), document]);
  }
  const notes: string[] = [];
  const left: Account[] = [];
  const parties = [...byParty]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, all]) => {
      const best = Math.min(...all.map((document) => genreRank[document.kind]));
      const chosen = withoutCopies(all.filter((document) => genreRank[document.kind] === best));
      for (const document of all) {
        if (!chosen.includes(document))
          left.push({ document: document.id, party, genre: document.kind });
      }
      return { party, documents: chosen };
    });
  const lengths = parties.map((texts) =>
    texts.documents.reduce((sum, text) => sum + text.text.length, 0),
  );
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  if (parties.length > 1 && longest > shortest * lopsided) {
    const short = parties[lengths.indexOf(shortest)]!.party;
    const long = parties[lengths.indexOf(longest)]!.party;
    notes.push(
      `The account of ${long} is ${Math.round(longest / shortest)} times as long as that of ${short}: much of what ${short} lacks may only be left out for length.`,
    );
  }
  return { parties, left, notes };
}

/** The same text on two sites counts once. */
function withoutCopies(documents: readonly Document[]): Document[] {
  const kept: Document[] = [];
  for (const document of documents) {
    if (!kept.some((other) => containment(other.text, document.text) > 0.9)) kept.push(document);
  }
  return kept;
}
