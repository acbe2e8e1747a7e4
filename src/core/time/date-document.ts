import type { Context } from "../context.ts";
import type { DateBasis, Document, Published, TimeExpression } from "../document.ts";
import type { LanguagePack } from "../lang/pack.ts";
import type { DateInterval } from "../records.ts";
import { addDays, isoDay, weekdayOf } from "./calendar.ts";
import { firstPossibleDay } from "./eras.ts";
import { isNarrative } from "./mode.ts";
import { sequenceWindow } from "./sequence-window.ts";
import { summitWindow } from "./summit-window.ts";
import { tenureWindow } from "./tenure-window.ts";
import { dayInUrl } from "./url-day.ts";

/** How long after a day it gives by weekday and date, without a year, a page is taken to be written, at most, in days. */
const weekdayFreshDays = 14;
/** How long a time two office-holders may share to tell when a page is from, at most, in years. */
const tenureYears = 6;
/** How long after the day it tells of an official account comes out, at most, in days. */
const accountDays = 2;

/**
 * Give a document without a date of publication the day its address carries, or else the interval
 * its text allows: near a known summit it places in its own time, after a day it gives by weekday
 * and date. Names that did not exist before a day keep older readings out.
 * @returns the document itself when its date is known or nothing bounds it
 */
export function dateDocument(document: Document, context: Context, pack: LanguagePack): Document {
  if (document.published.earliest !== null) return document;
  const inUrl = document.url === null ? null : dayInUrl(document.url);
  if (inUrl !== null) return dated(document, { earliest: inUrl, latest: inUrl }, "metadata");
  const narrative = isNarrative(document);
  const tenure = narrative
    ? null
    : tenureWindow(document, context, pack.findActors?.(document, context).found ?? []);
  const since = later(firstPossibleDay(document.text, context), tenure?.earliest ?? null);
  const times = pack.findTimes?.(document, context).found ?? [];
  const past = times.filter((time) => !isAhead(document.text, time));
  const window =
    officialWindow(document, past, since) ??
    summitOrEvents(document, context, since, past) ??
    sequenceWindow(document, past, context) ??
    (narrative ? null : weekdayWindow(document, past, since, tenure?.latest ?? null)) ??
    boundedTenure(tenure, since);
  return window === null ? document : dated(document, window, "inferred");
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** The days on which those named held office, if that tells something: not while they still do. */
function boundedTenure(tenure: DateInterval | null, since: string | null): DateInterval | null {
  if (tenure === null || tenure.latest.startsWith("9999")) return null;
  const earliest = later(tenure.earliest, since)!;
  if (earliest > tenure.latest || yearsBetween(earliest, tenure.latest) > tenureYears) return null;
  return { earliest, latest: tenure.latest };
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

function dated(document: Document, window: DateInterval, basis: DateBasis): Document {
  const { earliest, latest } = window;
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  const value = earliest === latest ? earliest : sameMonth ? earliest.slice(0, 7) : null;
  const published: Published = { value, earliest, latest, basis };
  return { ...document, published };
}

/** An official account that dates its event in its title or first sentences came out then. */
function officialWindow(
  document: Document,
  times: readonly TimeExpression[],
  since: string | null,
): DateInterval | null {
  const official = ["readout", "joint-statement", "remarks", "briefing"].includes(document.kind);
  if (!official && document.party === null) return null;
  const head =
    document.layers.sentences[Math.min(2, document.layers.sentences.length - 1)]?.end ?? 0;
  const day = times.find(
    (time) => time.basis === "stated" && time.value?.length === 10 && time.start < head,
  );
  if (day?.interval == null) return null;
  const { latest } = day.interval;
  // An anniversary speech opens with the day it remembers.
  if ((since !== null && latest < since) || Number(latest.slice(0, 4)) !== lastYear(times))
    return null;
  return {
    earliest: latest,
    latest: addDays(latest, accountDays),
  };
}

/** The summit's window, cut to what the text dates inside it. */
function summitOrEvents(
  document: Document,
  context: Context,
  since: string | null,
  past: readonly TimeExpression[],
): DateInterval | null {
  const window = summitWindow(document, context, since);
  if (window === null) return null;
  const year = Number(window.earliest.slice(0, 4));
  const inside = past
    .map((time) => dayIn(time, year))
    .filter((day): day is string => day !== null && day > window.earliest && day <= window.latest)
    .toSorted()
    .at(-1);
  return inside === undefined ? window : { ...window, earliest: inside };
}

/** A day in full, or one without a year read in the given year. */
function dayIn(time: TimeExpression, year: number): string | null {
  const { value } = time;
  if (value?.length !== 10) return null;
  return value.startsWith("XXXX")
    ? isoDay(year, Number(value.slice(5, 7)), Number(value.slice(8)))
    : value;
}

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * “Friday, Dec. 30”: the first year from the text's own on in which the weekday fits; where the text states none, the only
 * such year up to `until`.
 */
function weekdayWindow(
  document: Document,
  past: readonly TimeExpression[],
  since: string | null,
  until: string | null,
): DateInterval | null {
  const stated = lastYear(past);
  const from = stated ?? (since === null ? null : Number(since.slice(0, 4)));
  if (from === null) return null;
  const bounded = stated === null && until !== null && !until.startsWith("9999");
  const years = bounded ? yearsFrom(from, Number(until.slice(0, 4))) : [from, from + 1];
  let best: string | null = null;
  for (const time of past) {
    const quote = document.text.slice(time.start, time.end).toLowerCase();
    const weekday = weekdayNames.findIndex((name) => quote.startsWith(name.slice(0, 3)));
    if (weekday < 0 || time.value?.startsWith("XXXX-") !== true) continue;
    const days = years
      .map((year) => dayIn(time, year))
      .filter(
        (value): value is string =>
          value !== null &&
          weekdayOf(value) === weekday &&
          (since === null || value >= since) &&
          (!bounded || value <= until),
      );
    const day = bounded && days.length > 1 ? null : days[0];
    if (day != null && (best === null || day > best)) best = day;
  }
  return best === null ? null : { earliest: best, latest: addDays(best, weekdayFreshDays) };
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_year, index) => first + index);
}

/** The last year the text states. */
function lastYear(past: readonly TimeExpression[]): number | null {
  const years = past
    .filter((time) => time.basis === "stated" && time.type === "date" && time.interval !== null)
    .map((time) => Number(time.interval!.latest.slice(0, 4)));
  return years.length === 0 ? null : Math.max(...years);
}

function isAhead(text: string, time: TimeExpression): boolean {
  return /\b(?:by|until|will|before|scheduled|planned|upcoming|through|since|from|to be held|to prepare|ahead of)\b[^.]{0,40}$|(?:до|к|будет|планиру\p{L}+)[^.]{0,40}$|(?:将|到|至)[^。]{0,6}$/iu.test(
    text.slice(Math.max(0, time.start - 60), time.start),
  );
}
