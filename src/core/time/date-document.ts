import type { Context } from "../context.ts";
import type { Document, Published } from "../document.ts";
import { chooseEdition, findSummits } from "../encounters/summits.ts";
import type { LanguagePack } from "../lang/pack.ts";
import type { DateInterval } from "../records.ts";
import { addDays, isoDay, monthInterval, weekdayOf } from "./calendar.ts";

/** How long after the last event it speaks of a page is taken to be written, at most. */
const freshDays = 30;

/**
 * Give a document without a date of publication the interval its text allows: after the latest
 * dated event it tells of, near a known summit it calls last week's or this month's.
 * @returns the document itself when its date is known or nothing bounds it
 */
export function dateDocument(document: Document, context: Context, pack: LanguagePack): Document {
  if (document.published.earliest !== null) return document;
  const stated = (pack.findTimes?.(document, context).found ?? []).filter(
    (time) =>
      time.basis === "stated" && time.interval !== null && !isAhead(document.text, time.start),
  );
  const days = stated
    .filter((time) => time.value?.length === 10)
    .map((time) => time.interval!.earliest);
  const years = stated.map((time) => Number(time.interval!.earliest.slice(0, 4)));
  let window = summitWindow(document, context);
  const year =
    window === null
      ? Math.max(...years, ...days.map((day) => Number(day.slice(0, 4))))
      : Number(window.earliest.slice(0, 4));
  const loose = Number.isFinite(year) ? yearlessDays(document.text, year) : [];
  const latest = [...days, ...loose.map((day) => day.value)]
    .filter((day) => window === null || day <= window.latest)
    .toSorted()
    .at(-1);
  if (window !== null) {
    if (latest !== undefined && latest > window.earliest) window = { ...window, earliest: latest };
    return dated(document, window);
  }
  const fixed = loose
    .filter((day) => day.weekday)
    .map((day) => day.value)
    .toSorted()
    .at(-1);
  if (fixed !== undefined && fixed === latest)
    return dated(document, { earliest: fixed, latest: addDays(fixed, freshDays) });
  return document;
}

function dated(document: Document, window: DateInterval): Document {
  const published: Published = {
    value:
      window.earliest === window.latest
        ? window.earliest
        : window.earliest.slice(0, 7) === window.latest.slice(0, 7)
          ? window.earliest.slice(0, 7)
          : null,
    earliest: window.earliest,
    latest: window.latest,
    basis: "inferred",
  };
  return { ...document, published };
}

/** Where the text places a known summit in its own time (“last week”, “this month's”, “on Friday”). */
function summitWindow(document: Document, context: Context): DateInterval | null {
  for (const mention of findSummits(document.text, context)) {
    const edition = chooseEdition(mention, document, context);
    if (edition === null) continue;
    const sentence = document.layers.sentences.find(
      (candidate) => candidate.start <= mention.start && mention.start < candidate.end,
    );
    const near = document.text.slice(
      sentence?.start ?? Math.max(0, mention.start - 150),
      sentence?.end ?? mention.end + 150,
    );
    const monday = addDays(edition.latest, -((weekdayOf(edition.latest) + 6) % 7));
    if (/\blast week\b|на прошлой неделе|上周/iu.test(near))
      return { earliest: addDays(monday, 7), latest: addDays(monday, 13) };
    if (
      /\b(?:on|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday)\b/iu.test(
        near,
      )
    )
      return { earliest: edition.latest, latest: addDays(edition.latest, 6) };
    if (/\bthis week\b|на этой неделе|本周/iu.test(near))
      return { earliest: edition.earliest, latest: addDays(monday, 6) };
    if (/\bthis month\b|в этом месяце|本月/iu.test(near)) {
      const month = monthInterval(
        Number(edition.latest.slice(0, 4)),
        Number(edition.latest.slice(5, 7)),
      );
      return { earliest: edition.latest, latest: month.latest };
    }
  }
  return null;
}

/** Days without a year, read in the given year or, by their weekday, in the year that fits. */
function yearlessDays(text: string, year: number): { value: string; weekday: boolean }[] {
  const months = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
  ];
  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const pattern =
    /\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)\s+(\d{1,2})\b(?!,?\s+\d{4}|\s*[-–]\s*\d)/g;
  const found: { value: string; weekday: boolean }[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isAhead(text, match.index)) continue;
    const month = months.indexOf(match[2]!.toLowerCase().slice(0, 3)) + 1;
    const weekday =
      match[1] === undefined ? null : names.indexOf(match[1].toLowerCase().slice(0, 3));
    for (const candidate of [year, year + 1, year - 1]) {
      const value = isoDay(candidate, month, Number(match[3]));
      if (value === null || (weekday !== null && weekdayOf(value) !== weekday)) continue;
      found.push({ value, weekday: weekday !== null });
      break;
    }
  }
  return found;
}

function isAhead(text: string, at: number): boolean {
  return /\b(?:by|until|will|before|scheduled|planned|upcoming|through)\b[^.]{0,40}$|(?:до|к|будет|планиру\p{L}+)[^.]{0,40}$/iu.test(
    text.slice(Math.max(0, at - 60), at),
  );
}
