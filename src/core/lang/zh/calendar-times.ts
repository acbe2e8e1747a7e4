import { monthsInterval } from "../../time/calendar.ts";
import {
  dayWithoutYear,
  joined,
  monthReading,
  monthWithoutYear,
  partOfYear,
  seasonOf,
  statedDay,
  statedMonth,
  statedYear,
  yearOf,
} from "../../time/readings.ts";
import { timePattern } from "../../time/pattern.ts";
import type { Anchor, MatchPlace, Parts, RuleReading, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";
import { numeralClass, readNumeral } from "./numerals.ts";

/** Chinese dates by the calendar, most specific first. */
export function calendarRules(words: Vocabulary): readonly TimeRule[] {
  const number = (name: string): string => `(?<${name}>\\d{1,2}|${numeralClass}{1,3})`;
  const Y =
    "(?:(?<![\\d.])(?<year>(?:1[5-9]|20)\\d{2})|(?<year>[一二][〇零一二三四五六七八九]{3}))\\s*年";
  const R = `(?<offset>${words.pattern("relative-year")})`;
  const M = `${number("month")}月(?:份)?`;
  const D = `${number("day")}(?:日|号)`;
  const local = "(?:(?:当地|北京|莫斯科|美国东部)时间\\s*)?";
  const part = `(?:${words.pattern("part-of-day")})?`;
  const to = "\\s*(?:至|到|[-－—–~～])\\s*";
  // A bare day of the month needs a sign that it is one, or 日 is half of another word (日本, 日元).
  const bareDay = `(?<![\\d.年月第近每${"〇零一二三四五六七八九十"}])${number("day")}日(?=${words.pattern("part-of-day")}|[在同与应会出抵电发举致向对就说表称，,、至为以从离飞乘召签宣公通结开同访]|当地)`;
  const pattern = (body: string): RegExp => timePattern(body, "gu");
  const value = (parts: Parts, name: string): number => readNumeral(parts[name]!) ?? Number.NaN;
  const yearIn = (parts: Parts, anchor: Anchor): number | null => {
    if (parts["year"] !== undefined) return value(parts, "year");
    const base = yearOf(anchor);
    return base === null ? null : base + words.number("relative-year", parts["offset"]!);
  };
  const marked = (reading: RuleReading, parts: Parts): RuleReading =>
    parts["year"] !== undefined || reading === null || reading === "invalid"
      ? reading
      : { ...reading, basis: "inferred" };
  const day = (parts: Parts, anchor: Anchor): RuleReading => {
    const year = yearIn(parts, anchor);
    if (year === null) return null;
    const own = parts["year"] === undefined ? { ...anchor } : anchor;
    const from = statedDay(year, value(parts, "month"), value(parts, "day"), own);
    if (parts["to"] === undefined) return marked(from, parts);
    const month = parts["month2"] === undefined ? value(parts, "month") : value(parts, "month2");
    return marked(joined(from, statedDay(year, month, value(parts, "to"), own)), parts);
  };
  const yearless = (parts: Parts, anchor: Anchor, { ahead }: MatchPlace): RuleReading => {
    const from = dayWithoutYear(value(parts, "month"), value(parts, "day"), anchor, ahead);
    if (from === "invalid" || parts["to"] === undefined) return from;
    const month = parts["month2"] === undefined ? value(parts, "month") : value(parts, "month2");
    return joined(from, dayWithoutYear(month, value(parts, "to"), anchor, ahead));
  };
  const monthOf = (parts: Parts, anchor: Anchor): RuleReading => {
    const year = yearIn(parts, anchor);
    if (year === null) return null;
    return marked(
      statedMonth(
        year,
        value(parts, "month"),
        parts["year"] === undefined ? { ...anchor } : anchor,
      ),
      parts,
    );
  };
  const partOf = (letter: "H" | "Q", parts: Parts, anchor: Anchor): RuleReading => {
    const name = `${letter}${"half" in parts ? (parts["half"] === "上" ? 1 : 2) : value(parts, "number")}`;
    if (parts["year"] !== undefined)
      return partOfYear(value(parts, "year"), name, "stated", anchor);
    const base = parts["offset"] === undefined ? yearOf(anchor) : yearIn(parts, anchor);
    return base === null ? null : partOfYear(base, name, "inferred", anchor);
  };
  const source = "TimeML 1.2.1; forms of Chinese state media";
  return [
    {
      id: "time/zh/full-range",
      pattern: pattern(
        `${local}(?:${Y}|${R})${number("month")}月${number("day")}日?${to}(?:${number("month2")}月)?${number("to")}日`,
      ),
      read: day,
      example: "2022年9月14日至16日",
      source,
    },
    {
      id: "time/zh/full",
      pattern: pattern(`${local}(?:${Y}|${R})${M}${D}${part}`),
      read: day,
      example: "2022年6月15日下午",
      source,
    },
    {
      id: "time/zh/iso",
      pattern: /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/gu,
      read: day,
      example: "2022-06-15",
      source: "ISO 8601",
    },
    {
      id: "time/zh/range",
      pattern: pattern(
        `${local}(?<![\\d.])${number("month")}月${number("day")}日?${to}(?:${number("month2")}月)?${number("to")}日`,
      ),
      read: yearless,
      example: "9月14日至16日",
      source,
    },
    {
      id: "time/zh/month-day",
      pattern: pattern(`${local}(?<![\\d.])${M}${D}${part}`),
      read: yearless,
      example: "6月15日下午",
      source,
    },
    {
      id: "time/zh/relative-month-day",
      pattern: pattern(`(?<which>${words.pattern("relative-month")})${number("day")}日${part}`),
      read: (parts, anchor) =>
        inMonth(
          monthReading(words.number("relative-month", parts["which"]!), anchor),
          value(parts, "day"),
          anchor,
        ),
      example: "本月5日",
      source,
    },
    {
      id: "time/zh/month-year",
      pattern: pattern(`(?:${Y}|${R})${M}(?:上旬|中旬|下旬|初|底|末)?(?!\\d)`),
      read: monthOf,
      example: "2021年11月",
      source,
    },
    {
      id: "time/zh/half",
      pattern: pattern(`(?:${Y}|${R})?(?<half>上|下)半年`),
      read: (parts, anchor) => partOf("H", parts, anchor),
      example: "今年上半年",
      source,
    },
    {
      id: "time/zh/quarter",
      pattern: pattern(`(?:${Y}|${R})?第?(?<number>[一二三四1-4])季度`),
      read: (parts, anchor) => partOf("Q", parts, anchor),
      example: "今年一季度",
      source,
    },
    {
      id: "time/zh/first-months",
      pattern: pattern(
        `(?:${Y}|${R})?(?:前${number("to")}(?<unit>个月|个?季度)|(?<month>1)\\s*(?:至|到|[-－—–~～])\\s*${number("to")}月(?:份)?(?!\\d))`,
      ),
      read: (parts, anchor) =>
        firstMonths(
          value(parts, "to") * (parts["unit"]?.endsWith("季度") === true ? 3 : 1),
          parts["year"] === undefined && parts["offset"] === undefined
            ? yearOf(anchor)
            : yearIn(parts, anchor),
          parts["year"] === undefined ? "inferred" : "stated",
        ),
      example: "今年前三季度",
      source,
    },
    {
      id: "time/zh/century",
      pattern: pattern(`(?<number>\\d{2}|${numeralClass}{2,3})世纪(?!\\d0年代)`),
      read: (parts) => ({
        type: "date",
        value: String(value(parts, "number") - 1),
        interval: null,
        basis: "stated",
      }),
      example: "21世纪",
      source,
    },
    {
      id: "time/zh/season",
      pattern: pattern(`(?:${Y}|${R})(?<season>${words.pattern("season")})`),
      read: (parts, anchor) => {
        const year = yearIn(parts, anchor);
        return year === null
          ? null
          : seasonOf(
              year,
              words.value("season", parts["season"]!)!,
              parts["year"] === undefined ? "inferred" : "stated",
              anchor,
            );
      },
      example: "2022年春季",
      source,
    },
    {
      id: "time/zh/decade",
      pattern: pattern(
        "(?:(?<century>上个?世纪|本世纪|(?:21|二十一)世纪|(?:20|二十)世纪|(?:19|十九)世纪))?(?<number>[1-9]0|[一二三四五六七八九]十)年代",
      ),
      read: (parts) => decadeOf(parts["century"], readNumeral(parts["number"]!)!),
      example: "上世纪90年代",
      source,
    },
    {
      id: "time/zh/year-span",
      pattern: pattern(
        "(?<![\\d.])(?<year>20\\d{2}|19\\d{2})年?\\s*(?:至|到|[-－—–~～])\\s*(?<to>20\\d{2}|19\\d{2})年",
      ),
      read: (parts, anchor) =>
        joined(statedYear(value(parts, "year"), anchor), statedYear(value(parts, "to"), anchor)),
      example: "2021年至2025年",
      source,
    },
    {
      id: "time/zh/year",
      pattern: pattern(`${Y}(?:初|底|末|年初|年底|前|以来|起)?`),
      read: (parts, anchor) => statedYear(value(parts, "year"), anchor),
      example: "2021年",
      source,
    },
    {
      id: "time/zh/day-range",
      pattern: pattern(
        `(?<![\\d.年月第近每])(?<day>\\d{1,2})日?${to}(?<to>\\d{1,2})日(?!元|圆|本)`,
      ),
      read: (parts, anchor, place) =>
        joined(
          dayOfMonth(value(parts, "day"), anchor, place.ahead),
          dayOfMonth(value(parts, "to"), anchor, place.ahead),
        ),
      example: "14日至16日",
      source,
    },
    {
      id: "time/zh/day",
      pattern: pattern(`${local}${bareDay}${part}`),
      read: (parts, anchor, { ahead }) => dayOfMonth(value(parts, "day"), anchor, ahead),
      example: "18日晚",
      source,
    },
    {
      id: "time/zh/month",
      pattern: pattern(
        `(?<![\\d年个.])${number("month")}月(?:份)?(?:上旬|中旬|下旬|初|底|末)?(?![\\d${"一二三四五六七八九十"}])`,
      ),
      read: (parts, anchor, { ahead }) =>
        value(parts, "month") >= 1 && value(parts, "month") <= 12
          ? monthWithoutYear(value(parts, "month"), anchor, ahead)
          : null,
      example: "6月",
      source,
    },
  ];
}

function decadeOf(century: string | undefined, number: number): RuleReading {
  const base =
    century !== undefined && /^本|21|二十一/u.test(century)
      ? 200
      : century !== undefined && /19|十九/u.test(century)
        ? 180
        : 190;
  const decade = base + number / 10;
  return {
    type: "date",
    value: String(decade),
    interval: { earliest: `${decade}0-01-01`, latest: `${decade}9-12-31` },
    basis: "stated",
  };
}

function firstMonths(
  months: number,
  year: number | null,
  basis: "stated" | "inferred",
): RuleReading {
  if (year === null || Number.isNaN(months) || months < 2 || months > 12) return null;
  return {
    type: "date",
    value: null,
    interval: monthsInterval(year, 1, months),
    basis,
  };
}

/** How many days after the date read last a bare day of the month still belongs to its month. */
const nearLast = 8;

/**
 * A bare day of the month: in the month of the date read just before, else in that of publication,
 * or the month before when it would lie ahead.
 */
function dayOfMonth(day: number, anchor: Anchor, ahead: boolean): RuleReading {
  if (Number.isNaN(day) || day < 1 || day > 31) return null;
  const { last } = anchor;
  if (last !== null && last.earliest === last.latest) {
    const gap = day - Number(last.latest.slice(8));
    if (gap >= 0 && gap <= nearLast)
      return inMonth(
        { type: "date", value: last.latest.slice(0, 7), interval: last, basis: "inferred" },
        day,
        anchor,
      );
  }
  if (anchor.interval === null || anchor.narrative) return null;
  const published = Number(anchor.interval.latest.slice(8));
  const offset = day <= published + 2 || (ahead && day > published) ? 0 : -1;
  return inMonth(monthReading(ahead && day < published - 20 ? 1 : offset, anchor), day, anchor);
}

function inMonth(month: RuleReading, day: number, anchor: Anchor): RuleReading {
  if (month === null || month === "invalid" || month.value === null || month.value.length !== 7)
    return null;
  const reading = statedDay(Number(month.value.slice(0, 4)), Number(month.value.slice(5, 7)), day, {
    ...anchor,
  });
  return reading === null || reading === "invalid" ? null : { ...reading, basis: "inferred" };
}
