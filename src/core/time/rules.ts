import type { TimeExpression } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { addDays, daysBetween, isoDay, isoWeek, isoYear, monthInterval, monthsInterval, pad, weekdayOf, yearInterval } from "./calendar.ts";

/** What relative expressions count from. */
export interface Anchor {
  /** The day of publication, `null` when only an interval is known. */
  readonly day: string | null;
  /** Interval of publication; `null` when nothing is known. */
  readonly interval: DateInterval | null;
  /** In narrative texts: the year last named, which a date without a year takes. */
  year: number | null;
  /** Narrative mode: dates count from the text's own last date, not from publication. */
  readonly narrative: boolean;
}

/** A reading of an expression. */
export type TimeReading = Pick<TimeExpression, "type" | "value" | "interval" | "basis">;

/** How a kind of time expression looks and what it means. */
export interface TimeRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** @returns the reading, `"invalid"` for a day that doesn't exist, `null` when it is no time expression here */
  readonly read: (match: RegExpExecArray, anchor: Anchor, text: string) => TimeReading | "invalid" | null;
  readonly example: string;
  readonly source: string;
}

/** A day stated in full. */
export function statedDay(year: number, month: number, day: number, anchor: Anchor): TimeReading | "invalid" {
  const value = isoDay(year, month, day);
  if (value === null) return "invalid";
  anchor.year = year;
  return { type: "date", value, interval: { earliest: value, latest: value }, basis: "stated" };
}

/** A month stated with its year. */
export function statedMonth(year: number, month: number, anchor: Anchor): TimeReading {
  anchor.year = year;
  return { type: "date", value: `${isoYear(year)}-${pad(month)}`, interval: monthInterval(year, month), basis: "stated" };
}

/** A year alone. */
export function statedYear(year: number, anchor: Anchor): TimeReading {
  anchor.year = year;
  return { type: "date", value: isoYear(year), interval: yearInterval(year), basis: "stated" };
}

/**
 * A day without a year. News: the one nearest to the day of publication, the past preferred, the
 * future where the text looks ahead; narrative: in the year last named.
 */
export function dayWithoutYear(month: number, day: number, anchor: Anchor, ahead: boolean, weekday: number | null): TimeReading | "invalid" {
  if (isoDay(2024, month, day) === null) return "invalid";
  const year = yearFor(month, day, anchor, ahead, weekday);
  if (year === null) return { type: "date", value: `XXXX-${pad(month)}-${pad(day)}`, interval: null, basis: "inferred" };
  const value = isoDay(year, month, day);
  if (value === null) return { type: "date", value: `XXXX-${pad(month)}-${pad(day)}`, interval: null, basis: "inferred" };
  if (anchor.narrative) anchor.year = year;
  return { type: "date", value, interval: { earliest: value, latest: value }, basis: "inferred" };
}

function yearFor(month: number, day: number, anchor: Anchor, ahead: boolean, weekday: number | null): number | null {
  if (anchor.narrative && anchor.year !== null) return anchor.year;
  if (anchor.interval === null) return anchor.narrative ? anchor.year : null;
  const first = Number(anchor.interval.earliest.slice(0, 4));
  const last = Number(anchor.interval.latest.slice(0, 4));
  const years = new Set<number>();
  for (let year = first - 1; year <= last + 1; year++) years.add(year);
  const candidates = [...years]
    .map((year) => ({ year, value: isoDay(year, month, day) }))
    .filter((candidate): candidate is { year: number; value: string } => candidate.value !== null)
    .filter((candidate) => weekday === null || weekdayOf(candidate.value) === weekday)
    .map(({ year, value }) => ({ year, gap: daysBetween(value, anchor.interval!.latest) }));
  // A gap is days since: the past up to a year back; ahead up to half a year where the text looks ahead.
  const fitting = candidates.filter(({ gap }) => (ahead ? gap >= -200 && gap <= 160 : gap >= -25 && gap <= 345));
  const best = fitting.toSorted((a, b) => Math.abs(a.gap) - Math.abs(b.gap))[0];
  return best?.year ?? null;
}

/** A month without a year. */
export function monthWithoutYear(month: number, anchor: Anchor, ahead: boolean): TimeReading {
  const day = dayWithoutYear(month, 15, anchor, ahead, null);
  if (day === "invalid" || day.interval === null) return { type: "date", value: `XXXX-${pad(month)}`, interval: null, basis: "inferred" };
  const year = Number(day.interval.earliest.slice(0, 4));
  return { type: "date", value: `${isoYear(year)}-${pad(month)}`, interval: monthInterval(year, month), basis: "inferred" };
}

/** `offset` days from the day of publication. */
export function relativeDay(offset: number, anchor: Anchor): TimeReading {
  if (anchor.narrative) return { type: "date", value: null, interval: null, basis: "inferred" };
  if (anchor.day !== null) {
    const value = addDays(anchor.day, offset);
    return { type: "date", value, interval: { earliest: value, latest: value }, basis: "inferred" };
  }
  return shifted(anchor, offset, offset, null);
}

/** A weekday: the last one up to the day of publication, the next one where the text looks ahead. */
export function weekdayReading(weekday: number, anchor: Anchor, ahead: boolean): TimeReading {
  if (anchor.day === null || anchor.narrative) return anchor.narrative ? { type: "date", value: null, interval: null, basis: "inferred" } : shifted(anchor, -6, 0, null);
  const back = (weekdayOf(anchor.day) - weekday + 7) % 7;
  const offset = ahead ? (back === 0 ? 0 : 7 - back) : -back;
  return relativeDay(offset, anchor);
}

/** The week `offset` weeks from that of publication. */
export function weekReading(offset: number, anchor: Anchor): TimeReading {
  if (anchor.day === null || anchor.narrative) return anchor.narrative ? { type: "date", value: null, interval: null, basis: "inferred" } : shifted(anchor, offset * 7 - 6, offset * 7 + 6, null);
  const monday = addDays(anchor.day, offset * 7 - ((weekdayOf(anchor.day) + 6) % 7));
  return { type: "date", value: isoWeek(monday), interval: { earliest: monday, latest: addDays(monday, 6) }, basis: "inferred" };
}

/** The month `offset` months from that of publication. */
export function monthReading(offset: number, anchor: Anchor): TimeReading {
  const base = sameMonth(anchor);
  if (base === null) return { type: "date", value: null, interval: null, basis: "inferred" };
  const index = base.year * 12 + base.month - 1 + offset;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { type: "date", value: `${isoYear(year)}-${pad(month)}`, interval: monthInterval(year, month), basis: "inferred" };
}

/** The year `offset` years from that of publication, or months of it. */
export function yearReading(offset: number, anchor: Anchor, months: readonly [number, number, string] | null): TimeReading {
  const base = anchor.narrative ? anchor.year : sameYear(anchor);
  if (base === null) return { type: "date", value: null, interval: null, basis: "inferred" };
  const year = base + offset;
  if (months === null) return { type: "date", value: isoYear(year), interval: yearInterval(year), basis: "inferred" };
  return { type: "date", value: `${isoYear(year)}-${months[2]}`, interval: monthsInterval(year, months[0], months[1]), basis: "inferred" };
}

/** A length of time. */
export function duration(value: string): TimeReading {
  return { type: "duration", value, interval: null, basis: "stated" };
}

/** A vague reference to past, present or future. */
export function reference(value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF"): TimeReading {
  return { type: "date", value, interval: null, basis: "stated" };
}

function shifted(anchor: Anchor, from: number, to: number, value: string | null): TimeReading {
  if (anchor.interval === null || daysBetween(anchor.interval.earliest, anchor.interval.latest) > 60) {
    return { type: "date", value, interval: null, basis: "inferred" };
  }
  return { type: "date", value, interval: { earliest: addDays(anchor.interval.earliest, from), latest: addDays(anchor.interval.latest, to) }, basis: "inferred" };
}

function sameMonth(anchor: Anchor): { year: number; month: number } | null {
  const { interval } = anchor;
  if (interval === null || interval.earliest.slice(0, 7) !== interval.latest.slice(0, 7)) return null;
  return { year: Number(interval.earliest.slice(0, 4)), month: Number(interval.earliest.slice(5, 7)) };
}

function sameYear(anchor: Anchor): number | null {
  const { interval } = anchor;
  if (interval === null || interval.earliest.slice(0, 4) !== interval.latest.slice(0, 4)) return null;
  return Number(interval.earliest.slice(0, 4));
}
