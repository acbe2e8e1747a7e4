import { isoDay } from "./calendar.ts";

/** How addresses of press and official sites write the day of publication. */
const patterns: readonly RegExp[] = [
  /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/,
  /\/(20\d{2})-?(\d{2})\/(\d{2})(?=[/_.-]|$)/,
  /\/(20\d{2})\/(\d{2})(\d{2})(?=[/_.-]|$)/,
  /[/_-]t?(20\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/,
];

/**
 * The day of publication that a page's address carries (`…/2022/06/15/…`, `…/t20220615_…`).
 * @returns ISO day; `null` when there is none or the digits are no day
 */
export function dayInUrl(url: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(url);
    if (match === null) continue;
    const day = isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day !== null) return day;
  }
  return null;
}
