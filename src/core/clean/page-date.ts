import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

/** A date as metadata or a date line writes it. */
export interface WrittenDate {
  /** The local day as written, never shifted by its offset: `2022-06-15`, or `2022-06` when no day is given. */
  readonly value: string;
  /** The stretch of the text that says so, with time and offset where they follow. */
  readonly written: string;
}

/** What reading a text as a date gave: a date, a day that doesn't exist, or nothing. */
export type DateReading =
  | { readonly date: WrittenDate; readonly invalid: null }
  | { readonly date: null; readonly invalid: string }
  | null;

/** Time and offset behind a day: `T21:05:00+03:00`, ` 21:05`, `, 9:05 p.m. EST`. */
const clock = String.raw`(?:[T\s,]+(?:at\s+|um\s+|в\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?\s*(?:Z|GMT|UTC|[A-Z]{2,4}T|[+-]\d{2}:?\d{2})?)?`;

interface DatePattern {
  readonly pattern: RegExp;
  /** Which groups are year, month and day; a month may be a name. */
  readonly groups: readonly [year: number, month: number, day: number];
}

const name = String.raw`([\p{L}\p{M}]{3,14})\.?`;
const dayOf = String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`;

/** Tried in order; the first that reads as a date wins. */
const patterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      String.raw`(?<!\d)((?:19|20)\d{2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?(?!\d)${clock}`,
      "u",
    ),
    groups: [1, 2, 3],
  },
  {
    pattern: new RegExp(
      String.raw`((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?${clock}`,
      "u",
    ),
    groups: [1, 2, 3],
  },
  {
    pattern: new RegExp(
      String.raw`${dayOf}(?:\s+|-)(?:de\s+|of\s+|d['’])?${name}(?:\s+|,\s*|-)(?:de[l]?\s+)?((?:19|20)\d{2})(?!\d)${clock}`,
      "u",
    ),
    groups: [3, 2, 1],
  },
  {
    pattern: new RegExp(
      String.raw`${name}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)${clock}`,
      "u",
    ),
    groups: [3, 1, 2],
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})(?!\d)${clock}`,
      "u",
    ),
    groups: [3, 2, 1],
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])(?=.{0,4}\d{1,2}[:.]\d{2})/u,
    groups: [3, 2, 1],
  },
  {
    pattern: /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?:T\d{4,6}Z?|(?!\d))/u,
    groups: [1, 2, 3],
  },
];

const slashed = new RegExp(
  String.raw`(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20)\d{2})(?!\d)${clock}`,
  "u",
);
const epoch = /^\s*(\d{10})(\d{3})?\s*$/;

/**
 * Read a written date: ISO, compact and RFC forms, Chinese, Japanese and Korean, day and month by name in the
 * languages of `months.tsv`, dotted and slashed numbers. A slashed day that could be read two ways is no date.
 * @param language - of the page, where known: it tells months apart that languages name alike
 */
export function readWrittenDate(
  text: string,
  context: Context,
  language: string | null = null,
): DateReading {
  const stamp = epoch.exec(text);
  if (stamp !== null) return checked(...dayOfEpoch(Number(stamp[1])), text.trim());
  let invalid: DateReading = null;
  for (const { pattern, groups } of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [year, month, day] = groups.map((group) => match[group]);
    const number = /^\d/.test(month!) ? Number(month) : monthNumber(month!, context, language);
    if (number === null) continue;
    const reading = checked(
      fullYear(Number(year)),
      number,
      day === undefined ? null : Number(day),
      match[0],
    );
    if (reading?.date !== null) return reading;
    invalid ??= reading;
  }
  return readSlashed(text) ?? invalid;
}

/** Two figures of a year are of this century. */
function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** `15/06/2022`: only where one of the numbers can be no month, or both are the same. */
function readSlashed(text: string): DateReading {
  const match = slashed.exec(text);
  if (match === null) return null;
  const [one, other, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (one > 12 || one === other) return checked(year, other, one, match[0]);
  return other > 12 ? checked(year, one, other, match[0]) : null;
}

function checked(year: number, month: number, day: number | null, match: string): DateReading {
  const written = match.trim().replace(/[,\s]+$/u, "");
  const value = `${year}-${String(month).padStart(2, "0")}`;
  if (month < 1 || month > 12) return { date: null, invalid: written };
  if (day === null) return { date: { value, written }, invalid: null };
  if (day < 1 || day > daysIn(year, month)) return { date: null, invalid: written };
  return { date: { value: `${value}-${String(day).padStart(2, "0")}`, written }, invalid: null };
}

/** Year, month and day (UTC) of seconds since 1970. */
function dayOfEpoch(seconds: number): [number, number, number] {
  const iso = new Date(seconds * 1000).toISOString();
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

interface MonthForm {
  readonly month: number;
  readonly languages: readonly string[];
}

function monthNumber(word: string, context: Context, language: string | null): number | null {
  const forms = context.derived("clean/months", () =>
    Map.groupBy(
      context.rows("clean/months").map((row) => ({
        form: row["form"]!,
        month: Number(row["month"]),
        languages: valuesOf(row, "languages"),
      })),
      ({ form }) => form,
    ),
  ) as ReadonlyMap<string, readonly MonthForm[]>;
  const found = forms.get(word.normalize("NFC").toLowerCase()) ?? [];
  if (found.length === 1) return found[0]!.month;
  return (
    found.find(({ languages }) => language !== null && languages.includes(language))?.month ?? null
  );
}

/** Days in a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
