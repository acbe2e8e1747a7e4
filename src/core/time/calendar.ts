import type { DateInterval } from "../records.ts";

/** Days of the Gregorian calendar as ISO strings; arithmetic on whole days in UTC, no clock involved. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** Days in a month. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An ISO day, `null` when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${isoYear(year)}-${pad(month)}-${pad(day)}`;
}

/** First and last day of a year, month or half. */
export function yearInterval(year: number): DateInterval {
  return { earliest: `${isoYear(year)}-01-01`, latest: `${isoYear(year)}-12-31` };
}

/** First and last day of a month. */
export function monthInterval(year: number, month: number): DateInterval {
  const head = `${isoYear(year)}-${pad(month)}`;
  return { earliest: `${head}-01`, latest: `${head}-${pad(daysInMonth(year, month))}` };
}

/** First and last day from month to month of one year. */
export function monthsInterval(year: number, from: number, to: number): DateInterval {
  return { earliest: monthInterval(year, from).earliest, latest: monthInterval(year, to).latest };
}

/** Day of the week, 0 Sunday … 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** ISO week as `2022-W37`. */
export function isoWeek(day: string): string {
  const thursday = addDays(day, 3 - ((weekdayOf(day) + 6) % 7));
  const year = Number(thursday.slice(0, 4));
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${pad(week)}`;
}

/** Two digits. */
export function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** Four digits. */
export function isoYear(year: number): string {
  return String(year).padStart(4, "0");
}
