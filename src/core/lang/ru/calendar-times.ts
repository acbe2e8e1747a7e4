import {
  dayWithoutYear,
  joined,
  monthWithoutYear,
  partOfYear,
  seasonOf,
  statedDay,
  statedMonth,
  statedYear,
  yearOf,
} from "../../time/readings.ts";
import { timePattern } from "../../time/pattern.ts";
import type { Anchor, Parts, RuleReading, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";

/** Russian dates by the calendar, most specific first. */
export function calendarRules(words: Vocabulary): readonly TimeRule[] {
  const day = (name: string): string => `(?<${name}>3[01]|[12]\\d|0?[1-9])(?:-?(?:го|е|ого|му|м))?`;
  const of = `(?<month>${words.pattern("month-genitive")})`;
  const M = `(?<month>${words.pattern("month")})`;
  const Y = "(?<year>1[4-9]\\d{2}|20\\d{2})(?:-?(?:й|го|м|му|ом))?";
  const yearWord = "(?:\\s*(?:год[ауе]?|годом|гг?\\.)(?![\\p{L}]))";
  const which = `(?<which>${words.pattern("which")})\\s+год[ау]`;
  const phase =
    "(?:(?:в\\s+)?(?:начал[еау]|середин[еуы]|кон[це][цеау]*|первой половине|второй половине)\\s+)?";
  const dash = "\\s*(?:[-–—]|и|по|до)\\s*";
  const edge = (body: string): RegExp =>
    timePattern(`(?<![\\p{L}\\p{N}.,-])(?:${body})(?![\\p{L}\\p{N}])`, "giu");
  const monthIn = (parts: Parts): number =>
    words.number(
      words.value("month-genitive", parts["month"]!) === null ? "month" : "month-genitive",
      parts["month"]!,
    );
  const yearIn = (parts: Parts, anchor: Anchor): number | null => {
    if (parts["year"] !== undefined) return Number(parts["year"]);
    const base = yearOf(anchor);
    return base === null ? null : base + words.number("which", parts["which"]!);
  };
  const full = (parts: Parts, anchor: Anchor): RuleReading => {
    const year = yearIn(parts, anchor);
    if (year === null) return null;
    const own = parts["year"] === undefined ? { ...anchor } : anchor;
    const from = statedDay(year, monthIn(parts), Number(parts["day"]), own);
    const reading =
      parts["to"] === undefined
        ? from
        : joined(from, statedDay(year, monthIn(parts), Number(parts["to"]), own));
    return parts["year"] === undefined ? inferred(reading) : reading;
  };
  const yearless = (parts: Parts, anchor: Anchor, { ahead }: { ahead: boolean }): RuleReading => {
    const weekday =
      parts["weekday"] === undefined ? null : words.number("weekday", parts["weekday"]);
    const from = dayWithoutYear(monthIn(parts), Number(parts["day"]), anchor, ahead, weekday);
    if (from === "invalid" || parts["to"] === undefined) return from;
    return joined(from, dayWithoutYear(monthIn(parts), Number(parts["to"]), anchor, ahead));
  };
  const crossing = (parts: Parts, anchor: Anchor, place: { ahead: boolean }): RuleReading => {
    const first: Parts = { ...parts, to: undefined };
    const second: Parts = { ...first, month: parts["month2"], day: parts["to"] };
    if (parts["year"] === undefined)
      return joined(yearless(first, anchor, place), yearless(second, anchor, place));
    const early = Number(parts["year"]) - (monthIn(first) > monthIn(second) ? 1 : 0);
    return joined(full({ ...first, year: String(early) }, anchor), full(second, anchor));
  };
  const month = (parts: Parts, anchor: Anchor): RuleReading => {
    const year = yearIn(parts, anchor);
    if (year === null) return null;
    return parts["year"] === undefined
      ? inferred(statedMonth(year, monthIn(parts), { ...anchor }))
      : statedMonth(year, monthIn(parts), anchor);
  };
  const part = (letter: "H" | "Q", parts: Parts, anchor: Anchor): RuleReading => {
    const name = `${letter}${parts["number"] ?? words.number("ordinal", parts["ordinal"]!)}`;
    if (parts["year"] !== undefined)
      return partOfYear(Number(parts["year"]), name, "stated", anchor);
    const base = parts["which"] === undefined ? yearOf(anchor) : yearIn(parts, anchor);
    if (base === null)
      return { type: "date", value: `XXXX-${name}`, interval: null, basis: "inferred" };
    return partOfYear(base, name, "inferred", anchor);
  };
  const season = (parts: Parts, anchor: Anchor): RuleReading => {
    const year = yearIn(parts, anchor);
    return year === null
      ? null
      : seasonOf(
          year,
          words.value("season", parts["season"]!)!,
          parts["year"] === undefined ? "inferred" : "stated",
          anchor,
        );
  };
  const source = "TimeML 1.2.1; forms of kremlin.ru and of the press";
  const W = `(?:(?<weekday>${words.pattern("weekday")}),?\\s+)?`;
  return [
    {
      id: "time/ru/cross-range",
      pattern: edge(
        `(?:с\\s+)?${day("day")}\\s+${of}\\s*(?:[-–—]|по|до)\\s*${day("to")}\\s+(?<month2>${words.pattern("month-genitive")})(?:\\s+${Y}${yearWord}?)?`,
      ),
      read: crossing,
      example: "28 февраля – 3 марта",
      source,
    },
    {
      id: "time/ru/range-year",
      pattern: edge(
        `(?:с\\s+)?${day("day")}${dash}${day("to")}\\s+${of}\\s+(?:${Y}${yearWord}?|${which})`,
      ),
      read: full,
      example: "23–24 июня 2022 года",
      source,
    },
    {
      id: "time/ru/full",
      pattern: edge(`${W}${day("day")}\\s+${of},?\\s+(?:${Y}${yearWord}?|${which})`),
      read: full,
      example: "24 февраля 2025 года",
      source,
    },
    {
      id: "time/ru/dotted",
      pattern: /(?<![\d.])(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<year>(?:19|20)\d{2})(?![\d.])/gu,
      read: (parts, anchor) =>
        statedDay(Number(parts["year"]), Number(parts["number"]), Number(parts["day"]), anchor),
      example: "24.02.2025",
      source,
    },
    {
      id: "time/ru/iso",
      pattern: /(?<![\d-])(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?![\d-])/g,
      read: (parts, anchor) =>
        statedDay(Number(parts["year"]), Number(parts["number"]), Number(parts["day"]), anchor),
      example: "2025-02-24",
      source: "ISO 8601",
    },
    {
      id: "time/ru/range",
      pattern: edge(`(?:с\\s+)?${day("day")}${dash}${day("to")}\\s+${of}`),
      read: yearless,
      example: "23–24 июня",
      source,
    },
    {
      id: "time/ru/day-month",
      pattern: edge(`${W}${day("day")}\\s+${of}`),
      read: yearless,
      example: "8 мая",
      source,
    },
    {
      id: "time/ru/month-year",
      pattern: edge(`${phase}${M}\\s+(?:${Y}${yearWord}?|${which})`),
      read: month,
      example: "в феврале 2022 года",
      source,
    },
    {
      id: "time/ru/half",
      pattern: edge(
        `(?:(?<ordinal>${words.pattern("ordinal")})|(?<number>[12])-м)\\s+(?:полугоди[ияею]|половин[аеуы]\\s+года)(?:\\s+(?:${Y}${yearWord}?|${which}))?`,
      ),
      read: (parts, anchor) => part("H", parts, anchor),
      example: "в первом полугодии",
      source,
    },
    {
      id: "time/ru/quarter",
      pattern: edge(
        `(?:(?<ordinal>${words.pattern("ordinal")})|(?<number>[1-4])-[йм])\\s+квартал[аеу]?(?:\\s+(?:${Y}${yearWord}?|${which}))?`,
      ),
      read: (parts, anchor) => part("Q", parts, anchor),
      example: "в первом квартале",
      source,
    },
    {
      id: "time/ru/season",
      pattern: edge(`(?<season>${words.pattern("season")})\\s+(?:${Y}${yearWord}|${which})`),
      read: season,
      example: "весной 2022 года",
      source,
    },
    {
      id: "time/ru/decade",
      pattern: edge(
        "(?:(?:19|20)(?<number>\\d)0|(?<short>[1-9])0)-?(?:е|х|м|ми)?\\s+год(?:ы|ов|ах|ам)",
      ),
      read: (parts) => ({
        type: "date",
        value: parts["short"] === undefined ? null : `19${parts["short"]}`,
        interval: null,
        basis: "stated",
      }),
      example: "90-е годы",
      source,
    },
    {
      id: "time/ru/year-span",
      pattern: edge(
        "(?<year>(?:19|20)\\d{2})\\s*[-–—]\\s*(?<to>(?:19|20)\\d{2})\\s*(?:год(?:ы|ов|ах|ам)|гг\\.)",
      ),
      read: (parts, anchor) =>
        joined(statedYear(Number(parts["year"]), anchor), statedYear(Number(parts["to"]), anchor)),
      example: "2021–2025 годы",
      source,
    },
    {
      id: "time/ru/year",
      pattern: edge(`${phase}${Y}${yearWord}`),
      read: (parts, anchor) => statedYear(Number(parts["year"]), anchor),
      example: "с 2022 года",
      source,
    },
    {
      id: "time/ru/century",
      pattern: edge("(?<number>[XVI]{1,5})(?:-?го)?\\s+(?:век[аеу]?|столети[ея])"),
      read: (parts) => ({
        type: "date",
        value: centuryOf(parts["number"]!),
        interval: null,
        basis: "stated",
      }),
      example: "XXI века",
      source,
    },
    {
      id: "time/ru/month",
      pattern: timePattern(
        `(?<=(?<![\\p{L}])(?:в|с|к|до|по|на|весь|этот)\\s+(?:начале\\s+|середине\\s+|конце\\s+|конца\\s+|концу\\s+)?)${M}(?![\\p{L}\\p{N}])(?!\\s+\\d{4})`,
        "giu",
      ),
      read: (parts, anchor, { ahead }) => monthWithoutYear(monthIn(parts), anchor, ahead),
      example: "в феврале",
      source,
    },
  ];
}

function inferred(reading: RuleReading): RuleReading {
  return reading === null || reading === "invalid" ? reading : { ...reading, basis: "inferred" };
}

function centuryOf(roman: string): string | null {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  for (const [index, letter] of [...roman.toUpperCase()].entries()) {
    const value = digits[letter] ?? 0;
    sum += value < (digits[roman.toUpperCase()[index + 1] ?? ""] ?? 0) ? -value : value;
  }
  return sum >= 1 && sum <= 21 ? String(sum - 1).padStart(2, "0") : null;
}
