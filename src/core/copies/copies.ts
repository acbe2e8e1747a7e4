import type { Document } from "../document.ts";
import { daysBetween } from "../time/calendar.ts";
import { bandsOf } from "./bands.ts";
import { containment, shinglesOf } from "./shingles.ts";

/** What is compared to tell copies. */
export interface CopyPage {
  readonly id: string;
  readonly party: string | null;
  /** First day it can have been published, ISO; `null` when unknown. */
  readonly published: string | null;
  readonly shingles: Uint32Array;
  readonly bands: readonly number[];
}

/** A text repeats another when so much of the shorter one stands in the longer, and the shorter is no mere excerpt. */
const leastShared = 0.85;
const leastLength = 1 / 3;
/**
 * Short texts, and one party's accounts, follow patterns (“… had a telephone conversation with …”): almost all has to be
 * the same, on both sides.
 */
const shortText = 150;
const leastSharedAlike = 0.95;
/** A party prints one account twice within days; the same words long after are about something else. */
const mostDays = 7;
const leastShingles = 20;
/** A band that more pages share than this is a pattern, not a text. */
const mostInBand = 200;

/** What is compared of a document. */
export function copyPageOf(document: Document): CopyPage {
  const shingles = shinglesOf(document.text);
  return {
    id: document.id,
    party: document.party,
    published: document.published.earliest,
    shingles,
    bands: bandsOf(shingles),
  };
}

/**
 * Whether one page repeats the other's text. Official accounts of two parties never count as copies: that both say the
 * same word for word is what there is to see.
 */
export function isCopy(one: CopyPage, other: CopyPage): boolean {
  const official = one.party !== null && other.party !== null;
  if (official && (one.party !== other.party || daysApart(one, other) > mostDays)) return false;
  const [a, b] = [one.shingles.length, other.shingles.length];
  const [short, long] = a < b ? [a, b] : [b, a];
  if (short < leastShingles) return false;
  const alike = official || short < shortText;
  if (short < long * (alike ? leastSharedAlike : leastLength)) return false;
  const shared = containment(one.shingles, other.shingles);
  if (official && short < shortText) return short === long && shared === 1;
  return shared >= (alike ? leastSharedAlike : leastShared);
}

function daysApart(one: CopyPage, other: CopyPage): number {
  if (one.published === null || other.published === null) return 0;
  return Math.abs(daysBetween(one.published, other.published));
}

/**
 * The pages among some that repeat another's text, and whose: the one published first, of equals an official account,
 * then the longest.
 * @returns original by copy; the same for any order of the pages
 */
export function findCopies(pages: readonly CopyPage[]): Map<string, string> {
  const byBand = new Map<number, CopyPage[]>();
  for (const page of pages) {
    for (const band of page.bands) {
      const same = byBand.get(band);
      if (same === undefined) byBand.set(band, [page]);
      else same.push(page);
    }
  }
  const order = new Map(pages.toSorted(byOrigin).map((page, index) => [page.id, index]));
  const rank = ({ id }: CopyPage): number => order.get(id)!;
  const original = new Map<string, CopyPage>();
  for (const page of pages.toSorted((a, b) => rank(a) - rank(b))) {
    const candidates = new Set(
      page.bands.flatMap((band) => {
        const same = byBand.get(band)!;
        return same.length > mostInBand ? [] : same;
      }),
    );
    // An original comes before its copies, and is none itself.
    const found = [...candidates]
      .filter((other) => rank(other) < rank(page) && !original.has(other.id) && isCopy(other, page))
      .toSorted((a, b) => rank(a) - rank(b))[0];
    if (found !== undefined) original.set(page.id, found);
  }
  return new Map([...original].map(([copy, { id }]) => [copy, id]));
}

function byOrigin(a: CopyPage, b: CopyPage): number {
  const day = (page: CopyPage): string => page.published ?? "9999";
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  return (
    Number(a.party === null) - Number(b.party === null) ||
    b.shingles.length - a.shingles.length ||
    (a.id < b.id ? -1 : 1)
  );
}
