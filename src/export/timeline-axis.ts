import { addDays, daysBetween } from "../core/time/calendar.ts";
import type { DateInterval } from "../core/records.ts";

/** A line of the axis with its label. */
export interface Tick {
  readonly day: string;
  readonly label: string;
  /** It begins a year. */
  readonly strong: boolean;
}

/** Where a day lies. */
export type Scale = (day: string) => number;

/** A linear scale from days to pixels; days outside of the domain lie outside of the range. */
export function scaleOf(domain: DateInterval, from: number, to: number): Scale {
  const days = Math.max(1, daysBetween(domain.earliest, domain.latest));
  return (day) => from + (daysBetween(domain.earliest, day) / days) * (to - from);
}

/** Widest spans that have a line for every day, month and quarter, in days. */
const spans = { days: 15, weeks: 100, months: 800, quarters: 2200 } as const;

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Lines of an axis: days, weeks, months, quarters or years, whichever the span has room for. */
export function ticksOf({ earliest, latest }: DateInterval): Tick[] {
  const length = daysBetween(earliest, latest);
  const ticks: Tick[] = [];
  if (length <= spans.weeks) {
    const step = length <= spans.days ? 1 : 7;
    for (let day = earliest; day <= latest; day = addDays(day, step))
      ticks.push({ day, label: dayLabel(day, day === earliest), strong: day === earliest });
    return ticks;
  }
  const step = length <= spans.months ? 1 : length <= spans.quarters ? 3 : 12;
  const first = Number(earliest.slice(0, 4));
  const last = Number(latest.slice(0, 4));
  const years = Math.max(1, Math.ceil((last - first) / 16));
  for (let year = first; year <= last; year++) {
    for (let month = 1; month <= 12; month += step) {
      const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
      if (day < earliest || day > latest) continue;
      const strong = month === 1;
      if (step === 12 && (year - first) % years !== 0) continue;
      ticks.push({ day, label: strong ? String(year) : monthNames[month - 1]!, strong });
    }
  }
  return ticks;
}

function dayLabel(day: string, whole: boolean): string {
  const short = `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]}`;
  return whole ? `${short} ${day.slice(0, 4)}` : short;
}
