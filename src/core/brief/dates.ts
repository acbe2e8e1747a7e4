import { daysBetween, daysInMonth } from "../time/calendar.ts";

/** An interval of ISO days; `null` is open. */
export interface OpenInterval {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** English names of the months, January first. */
export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** “15 June 2022”, “June 2022”, “2022” from an ISO day, month or year; anything else as it is. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  const name = month === undefined ? undefined : months[month - 1];
  if (year === undefined || Number.isNaN(year)) return iso;
  if (name === undefined) return String(year);
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`;
}

/** “14 to 16 June 2022”, “30 June to 2 July 2022”; one day as a day. */
export function rangeWords(earliest: string, latest: string, join: string = "to"): string {
  if (earliest === latest) return dateWords(earliest);
  const [from, to] = [dateWords(earliest).split(" "), dateWords(latest).split(" ")];
  const shared = from[2] === to[2] ? (from[1] === to[1] ? 2 : 1) : 0;
  return `${from.slice(0, 3 - shared).join(" ")} ${join} ${to.join(" ")}`;
}

/**
 * When something took place, with its precision and the preposition it needs.
 * @param lasts - several days are its length (a summit, a visit), not what is unknown of its day
 * @param exact - the day stands in a text, it is not only that of a page
 * @returns “on 15 June 2022”, “on or about 15 June 2022”, “on 14 and 15 June 2022”, “from 14 to 16 June 2022”, “between 14 and 16 June 2022”,
 *   “in June 2022”, “in 2022”, “by 3 May 2022”, “on a day that is not stated”
 */
export function whenWords(
  { earliest, latest }: OpenInterval,
  lasts: boolean,
  exact: boolean,
): string {
  if (earliest === null && latest === null) return "on a day that is not stated";
  if (earliest === null) return `by ${dateWords(latest!)}`;
  if (latest === null) return `on or after ${dateWords(earliest)}`;
  if (earliest === latest) return `${exact ? "on" : "on or about"} ${dateWords(earliest)}`;
  if (isWhole(earliest, latest, "year")) return `in ${earliest.slice(0, 4)}`;
  if (isWhole(earliest, latest, "month")) return `in ${dateWords(earliest.slice(0, 7))}`;
  if (lasts && daysBetween(earliest, latest) === 1)
    return `on ${rangeWords(earliest, latest, "and")}`;
  if (lasts) return `from ${rangeWords(earliest, latest)}`;
  return `between ${rangeWords(earliest, latest, "and")}`;
}

/** The same without preposition, for headings; `null` when both ends are open. */
export function headingDate({ earliest, latest }: OpenInterval): string | null {
  if (earliest === null && latest === null) return null;
  if (earliest === null) return `by ${dateWords(latest!)}`;
  if (latest === null) return `after ${dateWords(earliest)}`;
  if (isWhole(earliest, latest, "year")) return earliest.slice(0, 4);
  if (isWhole(earliest, latest, "month")) return dateWords(earliest.slice(0, 7));
  return rangeWords(earliest, latest);
}

function isWhole(earliest: string, latest: string, unit: "month" | "year"): boolean {
  const [year, month] = latest.split("-").map(Number) as [number, number];
  if (unit === "year")
    return earliest.endsWith("-01-01") && latest === `${earliest.slice(0, 4)}-12-31`;
  return (
    earliest.slice(0, 7) === latest.slice(0, 7) &&
    earliest.endsWith("-01") &&
    latest.endsWith(`-${daysInMonth(year, month)}`)
  );
}
