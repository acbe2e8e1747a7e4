import type { Context } from "../context.ts";
import type { Document, TimeExpression } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { addDays, isoDay } from "./calendar.ts";
import { firstPossibleDay } from "./eras.ts";

/** “the second since …”: a count that begins with an event. */
const counted =
  /\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b[^.]{0,60}\bsince\b|(?:自|在)[^。]{1,30}以来|第[一二三四五\d]+次|(?:перв|втор|трет|четв[её]рт)\p{L}+[^.]{0,60}(?:\sс начала|\sс момента|\sпосле)\s/iu;
const recent = /\b(?:recent|latest|this week|last week)\b|近日|日前|недавн|на этой неделе/iu;

/** How long after a recent event a page is taken to be written, at most, in days. */
const recentDays = 92;

/**
 * The days a page may be from that tells of a recent event by its day without a year, as one of the first since an
 * event of known date (“the recent call on his birthday is the second since the invasion”).
 * @param times - the page's time expressions
 * @returns from the first such day after the event on; `null` where the page counts from no event
 */
export function sequenceWindow(
  document: Document,
  times: readonly TimeExpression[],
  context: Context,
): DateInterval | null {
  for (const time of times) {
    if (time.value?.startsWith("XXXX-") !== true || time.value.length !== 10) continue;
    const sentence = document.layers.sentences.find(
      ({ start, end }) => start <= time.start && time.end <= end,
    );
    if (sentence === undefined) continue;
    const text = document.text.slice(sentence.start, sentence.end);
    const before = document.text.slice(Math.max(0, sentence.start - 400), sentence.end);
    const since = firstPossibleDay(text, context);
    if (since === null || !counted.test(text) || !recent.test(before)) continue;
    const day = firstAfter(since, Number(time.value.slice(5, 7)), Number(time.value.slice(8)));
    if (day !== null) return { earliest: day, latest: addDays(day, recentDays) };
  }
  return null;
}

function firstAfter(since: string, month: number, date: number): string | null {
  const year = Number(since.slice(0, 4));
  return (
    [year, year + 1]
      .map((here) => isoDay(here, month, date))
      .find((day) => day !== null && day >= since) ?? null
  );
}
