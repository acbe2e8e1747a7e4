import type { Document, Span } from "../document.ts";
import { spanOf } from "../document.ts";
import { wilson90, type Share } from "./interval.ts";

/** Length of the periods that documents are counted in. */
export type PeriodLength = "month" | "year";

/** A document of a party in which it uses a phrase in its own voice. */
export interface PhraseUse {
  readonly document: string;
  /** Day or month of publication. */
  readonly date: string;
  /** Every place of the phrase in it. */
  readonly spans: readonly Span[];
}

/** Documents of a party in a period, and how many of them use the phrase. */
export interface PhrasePeriod extends Share {
  /** `2022-02` or `2022`. */
  readonly period: string;
  readonly documents: number;
  readonly using: number;
}

/** What became of a phrase at a side. */
export interface PhraseChange {
  /** `new`: it starts within the documents held. `adopted`: the same, and another side used it before. `dropped`: it ends. */
  readonly kind: "new" | "adopted" | "dropped";
  /** Date of the first use, or of the last one before the end. */
  readonly date: string;
  /** Side that used it before, for `adopted`. */
  readonly from: string | null;
  /** Documents of the party without it: before the first use, or since the last one. */
  readonly without: number;
}

/** A phrase at one side over time. */
export interface PhraseCourse {
  readonly phrase: string;
  readonly party: string;
  /** Every period in which the party has documents, in order; those without the phrase as well. */
  readonly periods: readonly PhrasePeriod[];
  /** Documents of the party, and those that use the phrase. */
  readonly total: Share & { readonly documents: number; readonly using: number };
  /** In time order. */
  readonly uses: readonly PhraseUse[];
  /** Documents in which the party only puts it in another side's mouth. */
  readonly attributed: number;
  readonly changes: readonly PhraseChange[];
}

/** Chance below which it counts as no accident that documents lack a phrase. */
const accident = 0.02;

/** Fewer documents than this say nothing about a start or an end. */
const fewestWithout = 5;

/** How many days earlier another side must have used a phrase for it to be taken over. */
const adoptionDays = 30;

/**
 * Set phrases over time: for every phrase and side, the share of its documents that use the phrase in its own voice.
 *
 * A start or an end is told only where the documents before or after are so many that, at the share with which the
 * side uses the phrase otherwise, their silence would be an accident in fewer than 2 of 100 cases, and at least five.
 * @param documents - those without a party or without a date (day or month) don't count
 * @param sideOf - side of an actor, to tell whose voice a phrase stands in
 * @returns by phrase (as first met), then by first use
 */
export function phrasesOverTime(
  documents: readonly Document[],
  length: PeriodLength,
  sideOf: (actor: string) => string | null,
): PhraseCourse[] {
  const dated = documents
    .filter((document) => document.party !== null && dateOf(document) !== null)
    .toSorted((a, b) => compareText(dateOf(a)!, dateOf(b)!) || compareText(a.id, b.id));
  const byParty = new Map<string, Document[]>();
  for (const document of dated)
    byParty.set(document.party!, [...(byParty.get(document.party!) ?? []), document]);
  const found = new Map<string, Map<string, { uses: PhraseUse[]; attributed: number }>>();
  for (const document of dated) collect(document, found, sideOf);
  const courses = [...found].flatMap(([phrase, parties]) =>
    [...parties].map(([party, entry]) =>
      courseOf(phrase, party, entry, byParty.get(party)!, length),
    ),
  );
  return withAdoptions(courses);
}

function collect(
  document: Document,
  found: Map<string, Map<string, { uses: PhraseUse[]; attributed: number }>>,
  sideOf: (actor: string) => string | null,
): void {
  const party = document.party!;
  const mentions = Map.groupBy(document.layers.phrases, (mention) => mention.id);
  for (const [phrase, places] of mentions) {
    const parties =
      found.get(phrase) ?? new Map<string, { uses: PhraseUse[]; attributed: number }>();
    found.set(phrase, parties);
    const entry = parties.get(party) ?? { uses: [], attributed: 0 };
    parties.set(party, entry);
    const own = places.filter((place) => {
      const side = place.speaker === null ? null : sideOf(place.speaker);
      return side === null || side === party;
    });
    if (own.length === 0) entry.attributed++;
    else
      entry.uses.push({
        document: document.id,
        date: dateOf(document)!,
        spans: own.map((place) => spanOf(document, place)),
      });
  }
}

function courseOf(
  phrase: string,
  party: string,
  { uses, attributed }: { uses: readonly PhraseUse[]; attributed: number },
  documents: readonly Document[],
  length: PeriodLength,
): PhraseCourse {
  const using = new Set(uses.map((use) => use.document));
  const periods = [
    ...Map.groupBy(documents, (document) => periodOf(dateOf(document)!, length)),
  ].map(([period, own]): PhrasePeriod => {
    const count = own.filter((document) => using.has(document.id)).length;
    return { period, documents: own.length, using: count, ...wilson90(count, own.length) };
  });
  return {
    phrase,
    party,
    periods,
    total: {
      documents: documents.length,
      using: uses.length,
      ...wilson90(uses.length, documents.length),
    },
    uses,
    attributed,
    changes: changesOf(uses, documents),
  };
}

function changesOf(uses: readonly PhraseUse[], documents: readonly Document[]): PhraseChange[] {
  const first = uses[0];
  const last = uses.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = documents.filter((document) => dateOf(document)! < first.date).length;
  const since = documents.filter((document) => dateOf(document)! > last.date).length;
  const during = documents.length - before - since;
  const isTold = (without: number): boolean =>
    without >= fewestWithout && (1 - uses.length / (during + 1)) ** without < accident;
  const changes: PhraseChange[] = [];
  if (uses.length > 1 && isTold(before))
    changes.push({ kind: "new", date: first.date, from: null, without: before });
  if (uses.length > 1 && isTold(since))
    changes.push({ kind: "dropped", date: last.date, from: null, without: since });
  return changes;
}

/** A start is an adoption where another side used the phrase well before. */
function withAdoptions(courses: readonly PhraseCourse[]): PhraseCourse[] {
  const byPhrase = Map.groupBy(courses, (course) => course.phrase);
  return courses.map((course) => ({
    ...course,
    changes: course.changes.map((change) => {
      if (change.kind !== "new") return change;
      const earlier = byPhrase
        .get(course.phrase)!
        .filter(
          (other) =>
            other.party !== course.party &&
            other.uses.length > 1 &&
            daysFrom(other.uses[0]!.date, change.date) >= adoptionDays,
        )
        .toSorted((a, b) => compareText(a.uses[0]!.date, b.uses[0]!.date))[0];
      return earlier === undefined ? change : { ...change, kind: "adopted", from: earlier.party };
    }),
  }));
}

/** Day or month of publication; `null` where it is not known so closely. */
function dateOf(document: Document): string | null {
  return document.published.value;
}

function periodOf(date: string, length: PeriodLength): string {
  return date.slice(0, length === "month" ? 7 : 4);
}

function daysFrom(a: string, b: string): number {
  const day = (date: string): number =>
    Date.parse(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
  return (day(b) - day(a)) / 86_400_000;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
