import { actorLabel } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { daysBetween } from "../time/calendar.ts";
import type { ChosenAccounts, PartyTexts } from "./choose-accounts.ts";
import type { Prints } from "./same-text-rows.ts";

/** An account this many times longer than another side's makes absence there mean little. */
const lopsided = 8;

/** An account of fewer characters says that the encounter took place, and hardly what was said. */
const announcement = 400;

/** Characters of Chinese say as much as this many of English or Russian. */
const chineseDensity = 3.2;

/** Accounts that tell of days further apart than this can't be of one encounter. */
const daysApart = 2;

/** What a reader must know before trusting the table. */
export function notesOf(
  { parties, left, copies }: ChosenAccounts,
  participants: readonly string[],
  prints: readonly Prints[],
  context: Context,
): string[] {
  const label = (party: string): string => actorLabel(context, party);
  if (parties.length === 0)
    return ["No side's account of this encounter is held, so nothing can be compared."];
  const texts = parties.flatMap((party) => party.documents);
  const held = texts.length === 1 ? "one account" : `${texts.length} accounts`;
  const notes: string[] = [];
  if (parties.length === 1)
    notes.push(
      `Only ${label(parties[0]!.party)} has accounts here (${held}); there is no other side's to compare with. Add one.`,
    );
  notes.push(...apart(texts));
  if (parties.length > 1) notes.push(...lengths(parties, label));
  for (const { party, documents } of parties) {
    const kinds = [...new Set(documents.map((document) => document.kind))];
    if (kinds.some((kind) => kind !== "readout" && kind !== "joint-statement"))
      notes.push(
        `${label(party)} has no readout here: its ${kinds.map((kind) => (kind === "other" ? "text" : kind)).join(" and ")} stands for it, another genre with other aims.`,
      );
    if (!participants.includes(party) && participants.length > 0)
      notes.push(`${label(party)} took no part in the encounter; its account is second-hand.`);
  }
  for (const { document, party, genre } of left)
    notes.push(
      `Also held, not compared: ${genre === "remarks" ? "remarks" : `a ${genre}`} of ${label(party!)} (${document}).`,
    );
  for (const { document, party } of copies)
    notes.push(`The same text of ${label(party!)} a second time, counted once (${document}).`);
  for (const print of prints) {
    const [a, b] = print.parties.map(label);
    notes.push(
      print.edits.length === 0
        ? `${a} and ${b} published the same text.`
        : `${a} and ${b} published the same text, but for ${print.edits.length === 1 ? "one passage" : `${print.edits.length} passages`}.`,
    );
  }
  return notes;
}

function lengths(parties: readonly PartyTexts[], label: (party: string) => string): string[] {
  const sizes = parties.map((party) => ({
    party: party.party,
    size: party.documents.reduce((sum, document) => sum + sizeOf(document), 0),
  }));
  const shortest = sizes.reduce((a, b) => (b.size < a.size ? b : a));
  const longest = sizes.reduce((a, b) => (b.size > a.size ? b : a));
  const notes: string[] = [];
  if (longest.size > shortest.size * lopsided)
    notes.push(
      `The account of ${label(longest.party)} is about ${Math.round(longest.size / shortest.size)} times as long as that of ${label(shortest.party)}: what ${label(shortest.party)} lacks may only be left out for length.`,
    );
  for (const { party, size } of sizes) {
    if (size < announcement)
      notes.push(`The account of ${label(party)} hardly says more than that they met.`);
  }
  return notes;
}

/** Length as English would have it. */
function sizeOf(document: Document): number {
  return document.text.length * (document.language?.startsWith("zh") === true ? chineseDensity : 1);
}

/** Accounts of other days are of other encounters: a table of them would mislead. */
function apart(documents: readonly Document[]): string[] {
  const days = documents.flatMap((document) => {
    const own = document.layers.encounters.find((encounter) => encounter.main);
    const date = own?.date ?? null;
    return date === null ? [] : [{ document, date }];
  });
  const first = days.reduce<(typeof days)[number] | null>(
    (a, b) => (a === null || b.date.latest < a.date.latest ? b : a),
    null,
  );
  const last = days.reduce<(typeof days)[number] | null>(
    (a, b) => (a === null || b.date.earliest > a.date.earliest ? b : a),
    null,
  );
  if (first === null || last === null) return [];
  return daysBetween(first.date.latest, last.date.earliest) > daysApart
    ? [
        `These accounts tell of different days (${first.date.latest} and ${last.date.earliest}): they are hardly of one encounter, and differences between them mean nothing.`,
      ]
    : [];
}
