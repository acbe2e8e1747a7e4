import type { Context } from "../context.ts";
import type { DateBasis, Document, Published, TimeExpression } from "../document.ts";
import type { LanguagePack } from "../lang/pack.ts";
import type { DateInterval } from "../records.ts";
import { addDays, isoDay, weekdayOf } from "./calendar.ts";
import { firstPossibleDay } from "./eras.ts";
import { isNarrative } from "./mode.ts";
import { sequenceWindow } from "./sequence-window.ts";
import { summitWindow } from "./summit-window.ts";
import { dayInUrl } from "./url-day.ts";

/** How long after a day it gives by weekday and date, without a year, a page is taken to be written, at most, in days. */
const weekdayFreshDays = 14;
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
  const since = firstPossibleDay(document.text, context);
  const times = pack.findTimes?.(document, context).found ?? [];
  const past = times.filter((time) => !isAhead(document.text, time));
  const window =
    officialWindow(document, past, since) ??
    summitOrEvents(document, context, since, past) ??
    sequenceWindow(document, past, context) ??
    (isNarrative(document) ? null : weekdayWindow(document, past, since));
  return window === null ? document : dated(document, window, "inferred");
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

/** “Friday, Dec. 30”: the first year from the text's own on in which the weekday fits. */
function weekdayWindow(
  document: Document,
  past: readonly TimeExpression[],
  since: string | null,
): DateInterval | null {
  const from = lastYear(past) ?? (since === null ? null : Number(since.slice(0, 4)));
  if (from === null) return null;
  let best: string | null = null;
  for (const time of past) {
    const quote = document.text.slice(time.start, time.end).toLowerCase();
    const weekday = weekdayNames.findIndex((name) => quote.startsWith(name.slice(0, 3)));
    if (weekday < 0 || time.value?.startsWith("XXXX-") !== true) continue;
    const day = [from, from + 1]
      .map((year) => dayIn(time, year))
      .find(
        (value) =>
          value !== null && weekdayOf(value) === weekday && (since === null || value >= since),
      );
    if (day != null && (best === null || day > best)) best = day;
  }
  return best === null ? null : { earliest: best, latest: addDays(best, weekdayFreshDays) };
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
