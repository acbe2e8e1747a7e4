import type { DateInterval } from "../records.ts";
import {
  addDays,
  daysBetween,
  isoDay,
  isoWeek,
  isoYear,
  monthInterval,
  monthsInterval,
  pad,
  weekdayOf,
  yearInterval,
} from "./calendar.ts";
import type { Anchor, RuleReading, TimeReading } from "./rules.ts";

/** A date whose value stays open. */
export const open: TimeReading = { type: "date", value: null, interval: null, basis: "inferred" };

/** A day stated in full. */
export function statedDay(year: number, month: number, day: number, anchor: Anchor): RuleReading {
  const value = isoDay(year, month, day);
  if (value === null) return "invalid";
  anchor.year = year;
  return { type: "date", value, interval: { earliest: value, latest: value }, basis: "stated" };
}

/** A month stated with its year. */
export function statedMonth(year: number, month: number, anchor: Anchor): RuleReading {
  if (month < 1 || month > 12) return "invalid";
  anchor.year = year;
  return monthOf(year, month, "stated");
}

/** A year alone. */
export function statedYear(year: number, anchor: Anchor): TimeReading {
  anchor.year = year;
  return { type: "date", value: isoYear(year), interval: yearInterval(year), basis: "stated" };
}

/** Months of a year that have a name of their own (`H1`, `Q3`), the year stated or relative. */
export function partOfYear(
  year: number,
  part: string,
  basis: "stated" | "inferred",
  anchor: Anchor,
): TimeReading {
  const number = Number(part.slice(1));
  const months = part.startsWith("H") ? 6 : 3;
  if (basis === "stated") anchor.year = year;
  return {
    type: "date",
    value: `${isoYear(year)}-${part}`,
    interval: monthsInterval(year, (number - 1) * months + 1, number * months),
    basis,
  };
}

/** A season of a year (`SP`, `SU`, `FA`, `WI`); winter reaches into the next year, so it has no interval. */
export function seasonOf(
  year: number,
  season: string,
  basis: "stated" | "inferred",
  anchor: Anchor,
): TimeReading {
  if (basis === "stated") anchor.year = year;
  const first = { SP: 3, SU: 6, FA: 9 }[season];
  const interval = first === undefined ? null : monthsInterval(year, first, first + 2);
  return { type: "date", value: `${isoYear(year)}-${season}`, interval, basis };
}

/**
 * A day without a year. News: the one nearest to the day of publication, the past preferred, the
 * future where the text looks ahead; narrative: in the year last named.
 * @param weekday - 0 Sunday … 6 Saturday where the text names it: the year must fit it
 */
export function dayWithoutYear(
  month: number,
  day: number,
  anchor: Anchor,
  ahead: boolean,
  weekday: number | null = null,
): RuleReading {
  if (isoDay(2024, month, day) === null) return "invalid";
  const year = yearFor(month, day, anchor, ahead, weekday);
  const value = year === null ? null : isoDay(year, month, day);
  if (value === null) {
    return {
      type: "date",
      value: `XXXX-${pad(month)}-${pad(day)}`,
      interval: null,
      basis: "inferred",
    };
  }
  return { type: "date", value, interval: { earliest: value, latest: value }, basis: "inferred" };
}

/** A month without a year, read like a day without one. */
export function monthWithoutYear(month: number, anchor: Anchor, ahead: boolean): RuleReading {
  if (month < 1 || month > 12) return "invalid";
  const year = yearFor(month, null, anchor, ahead, null);
  if (year === null)
    return { type: "date", value: `XXXX-${pad(month)}`, interval: null, basis: "inferred" };
  return monthOf(year, month, "inferred");
}

function monthOf(year: number, month: number, basis: "stated" | "inferred"): TimeReading {
  return {
    type: "date",
    value: `${isoYear(year)}-${pad(month)}`,
    interval: monthInterval(year, month),
    basis,
  };
}

/** The year of a date without one; `null` when the days the page may be from disagree. */
function yearFor(
  month: number,
  day: number | null,
  anchor: Anchor,
  ahead: boolean,
  weekday: number | null,
): number | null {
  if (anchor.narrative) return anchor.year;
  if (anchor.frame !== null) return anchor.frame;
  if (anchor.interval === null) return null;
  const { earliest, latest } = anchor.interval;
  if (daysBetween(earliest, latest) > 366) return null;
  const first = nearestYear(earliest, month, day, ahead, weekday);
  return first === nearestYear(latest, month, day, ahead, weekday) ? first : null;
}

/** How many days ahead of publication a date may lie without and with words that point ahead. */
const aheadAtMost = { plain: 25, cued: 200 };

function nearestYear(
  from: string,
  month: number,
  day: number | null,
  ahead: boolean,
  weekday: number | null,
): number | null {
  const here = Number(from.slice(0, 4));
  let best: { year: number; gap: number } | null = null;
  for (const year of [here - 1, here, here + 1]) {
    const value = isoDay(
      year,
      month,
      day ?? (year === here && month === Number(from.slice(5, 7)) ? Number(from.slice(8)) : 15),
    );
    if (value === null || (weekday !== null && weekdayOf(value) !== weekday)) continue;
    const gap = daysBetween(value, from);
    if (
      ahead
        ? gap < -aheadAtMost.cued || gap > 160
        : gap < -aheadAtMost.plain || gap > 365 - aheadAtMost.plain
    )
      continue;
    // Where the text looks ahead a day that has passed counts double.
    const distance = ahead && gap > 0 ? gap * 2 : Math.abs(gap);
    if (best === null || distance < best.gap) best = { year, gap: distance };
  }
  return best?.year ?? null;
}

/** `offset` days from the day of publication. */
export function relativeDay(offset: number, anchor: Anchor): TimeReading {
  if (anchor.narrative || anchor.interval === null) return open;
  return spanning(
    addDays(anchor.interval.earliest, offset),
    addDays(anchor.interval.latest, offset),
  );
}

/** Which of its days a weekday means: the last one up to publication, the next, the one of its week, or one strictly before. */
export type WeekdayChoice = "past" | "next" | "this" | "last";

/** A weekday counted from the day of publication. */
export function weekdayReading(
  weekday: number,
  anchor: Anchor,
  choice: WeekdayChoice,
): TimeReading {
  const { interval } = anchor;
  if (anchor.narrative || interval === null) return open;
  return spanning(
    weekdayNear(interval.earliest, weekday, choice),
    weekdayNear(interval.latest, weekday, choice),
  );
}

function weekdayNear(day: string, weekday: number, choice: WeekdayChoice): string {
  const today = weekdayOf(day);
  switch (choice) {
    case "past":
      return addDays(day, -((today - weekday + 7) % 7));
    case "last":
      return addDays(day, -((today - weekday + 7) % 7 || 7));
    case "next":
      return addDays(day, (weekday - today + 7) % 7);
    case "this":
      return addDays(day, ((weekday + 6) % 7) - ((today + 6) % 7));
  }
}

/** The week `offset` weeks from that of publication, Monday to Sunday. */
export function weekReading(offset: number, anchor: Anchor): TimeReading {
  const { interval } = anchor;
  if (anchor.narrative || interval === null || !isNarrow(interval)) return open;
  const monday = (day: string): string => addDays(day, offset * 7 - ((weekdayOf(day) + 6) % 7));
  const [first, last] = [monday(interval.earliest), monday(interval.latest)];
  return {
    type: "date",
    value: first === last ? isoWeek(first) : null,
    interval: { earliest: first, latest: addDays(last, 6) },
    basis: "inferred",
  };
}

/** The month `offset` months from that of publication. */
export function monthReading(offset: number, anchor: Anchor): TimeReading {
  if (anchor.narrative || anchor.interval === null) return open;
  const index = (day: string): number =>
    Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + offset;
  const [first, last] = [index(anchor.interval.earliest), index(anchor.interval.latest)];
  if (last - first > 3) return open;
  const from = monthOf(Math.floor(first / 12), (first % 12) + 1, "inferred");
  if (first === last) return from;
  const to = monthOf(Math.floor(last / 12), (last % 12) + 1, "inferred");
  return {
    ...from,
    value: null,
    interval: { earliest: from.interval!.earliest, latest: to.interval!.latest },
  };
}

/** The year of publication, or in narratives the year last named; `null` where it is open. */
export function yearOf(anchor: Anchor): number | null {
  if (anchor.narrative) return anchor.year;
  if (anchor.interval === null) return null;
  const year = anchor.interval.earliest.slice(0, 4);
  return year === anchor.interval.latest.slice(0, 4) ? Number(year) : null;
}

/** The year `offset` years from that of publication. */
export function yearReading(offset: number, anchor: Anchor): TimeReading {
  if (anchor.interval === null && !anchor.narrative) return open;
  const base = yearOf(anchor);
  if (base !== null) {
    return {
      type: "date",
      value: isoYear(base + offset),
      interval: yearInterval(base + offset),
      basis: "inferred",
    };
  }
  if (anchor.interval === null) return open;
  const [first, last] = [anchor.interval.earliest, anchor.interval.latest].map(
    (day) => Number(day.slice(0, 4)) + offset,
  );
  if (last! - first! > 1) return open;
  return {
    ...open,
    interval: { earliest: `${isoYear(first!)}-01-01`, latest: `${isoYear(last!)}-12-31` },
  };
}

/** Units relative expressions count in. */
export type Unit = "day" | "week" | "month" | "year" | "decade" | "century";

/** `count` units before (negative) or after publication. */
export function shiftedBy(count: number, unit: Unit, anchor: Anchor): TimeReading {
  switch (unit) {
    case "day":
      return relativeDay(count, anchor);
    case "week":
      return weekReading(count, anchor);
    case "month":
      return monthReading(count, anchor);
    case "year":
      return yearReading(count, anchor);
    case "decade":
    case "century":
      return yearReading(count * (unit === "decade" ? 10 : 100), anchor);
  }
}

/** `count` units from what was read last (“two days later”, “the same year”); open where nothing was. */
export function shiftedFromLast(count: number, unit: Unit, anchor: Anchor): TimeReading {
  const { lastDay } = anchor;
  const last =
    unit === "day"
      ? lastDay === null
        ? null
        : { earliest: lastDay, latest: lastDay }
      : anchor.last;
  if (last === null) return open;
  const from: Anchor = { ...anchor, day: null, interval: last, narrative: false };
  if (unit === "week" && !isNarrow(last)) return open;
  if (unit === "month" && last.earliest.slice(0, 7) !== last.latest.slice(0, 7)) return open;
  return shiftedBy(count, unit, from);
}

/** A reading that stops at, or starts from, the day of publication (“earlier this month”, “later this year”). */
export function upTo(reading: TimeReading, side: "earlier" | "later", anchor: Anchor): TimeReading {
  if (reading.interval === null || anchor.interval === null || anchor.narrative) return reading;
  const { earliest, latest } = reading.interval;
  const interval: DateInterval =
    side === "earlier"
      ? { earliest, latest: anchor.interval.latest }
      : { earliest: anchor.interval.earliest, latest };
  return interval.earliest > interval.latest ? reading : { ...reading, interval };
}

/** From the first to the last of two readings: the value of the first, both days' interval. */
export function joined(from: RuleReading, to: RuleReading): RuleReading {
  if (from === "invalid" || to === "invalid") return "invalid";
  if (from === null || to === null) return null;
  if (from.interval === null || to.interval === null) return { ...from, interval: null };
  if (from.interval.earliest > to.interval.latest) return from;
  return { ...from, interval: { earliest: from.interval.earliest, latest: to.interval.latest } };
}

/** A length of time. */
export function duration(value: string): TimeReading {
  return { type: "duration", value, interval: null, basis: "stated" };
}

/** A vague reference to past, present or future. */
export function reference(value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF"): TimeReading {
  return { type: "date", value, interval: null, basis: "stated" };
}

/** A recurring time (`P1Y`: every year). */
export function recurring(value: string): TimeReading {
  return { type: "set", value, interval: null, basis: "stated" };
}

function spanning(earliest: string, latest: string): TimeReading {
  const [first, last] = earliest <= latest ? [earliest, latest] : [latest, earliest];
  if (!isNarrow({ earliest: first, latest: last })) return open;
  return {
    type: "date",
    value: first === last ? first : null,
    interval: { earliest: first, latest: last },
    basis: "inferred",
  };
}

/** An interval of at most two months still says something about a day. */
function isNarrow(interval: DateInterval): boolean {
  return daysBetween(interval.earliest, interval.latest) <= 62;
}
