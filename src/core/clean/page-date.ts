const months: ReadonlyMap<string, number> = new Map(
  [
    ["jan", "янв"],
    ["feb", "фев"],
    ["mar", "мар"],
    ["apr", "апр"],
    ["may", "мая"],
    ["jun", "июн"],
    ["jul", "июл"],
    ["aug", "авг"],
    ["sep", "сен"],
    ["oct", "окт"],
    ["nov", "ноя"],
    ["dec", "дек"],
  ].flatMap(([en, ru], index) => [[en!, index + 1] as const, [ru!, index + 1] as const]),
);

/** A date as metadata or a date line writes it: an ISO day, or an ISO month when no day is given. */
export type WrittenDate = { readonly value: string } | { readonly invalid: string } | null;

/**
 * Read a written date: ISO with or without time (the local day as written, never shifted), English,
 * Russian and Chinese forms, `15.06.2022`.
 * @returns `invalid` for a day that doesn't exist; `null` when it is no date
 */
export function readWrittenDate(text: string): WrittenDate {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(text);
  if (iso !== null) return check(iso[1]!, iso[2]!, iso[3], iso[0]);
  const chinese = /(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/u.exec(text);
  if (chinese !== null) return check(chinese[1]!, chinese[2]!, chinese[3], chinese[0]);
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+([\p{L}]{3,9})\.?,?\s+(\d{4})/u.exec(text);
  if (dayFirst !== null) {
    const month = months.get(dayFirst[2]!.toLowerCase().slice(0, 3));
    if (month !== undefined) return check(dayFirst[3]!, String(month), dayFirst[1], dayFirst[0]);
  }
  const monthFirst = /([\p{L}]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(text);
  if (monthFirst !== null) {
    const month = months.get(monthFirst[1]!.toLowerCase().slice(0, 3));
    if (month !== undefined)
      return check(monthFirst[3]!, String(month), monthFirst[2], monthFirst[0]);
  }
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dotted !== null) return check(dotted[3]!, dotted[2]!, dotted[1], dotted[0]);
  return null;
}

function check(year: string, month: string, day: string | undefined, written: string): WrittenDate {
  const value = `${year}-${month.padStart(2, "0")}`;
  if (Number(month) < 1 || Number(month) > 12) return { invalid: written };
  if (day === undefined) return { value };
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))
    return { invalid: written };
  return { value: `${value}-${day.padStart(2, "0")}` };
}

/** Days in a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
