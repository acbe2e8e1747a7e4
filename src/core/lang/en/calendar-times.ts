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
import type { Anchor, Parts, RuleReading, TimeReading, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";

/** What a number is counted in when it is no year, though it looks like one. */
const counted =
  "%|percent|per cent|people|troops|soldiers|personnel|men|women|civilians|prisoners|fighters|workers|jobs|km|kilomet\\w+|miles?|met[er]{2}s|feet|tons?|tonnes|points|shares|votes|dollars|euros|pounds|yuan|rubles?|roubles?|million|billion|tanks|aircraft|missiles|drones|companies|delegates|participants|students|vehicles|homes|hours|days|years|degrees|MW|megawatts";

/** English dates by the calendar, most specific first. Built from the months and weekdays of `times.tsv`. */
export function calendarRules(words: Vocabulary): readonly TimeRule[] {
  const longMonth = `(?<month>${words.pattern("month")})`;
  const M = `(?<month>${words.pattern("month")}|${words.pattern("month-short")})`;
  const day = (name: string): string => `(?<${name}>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?`;
  const D = day("day");
  const Y = "(?<year>1[4-9]\\d{2}|20\\d{2})";
  const W = `(?:(?<weekday>${words.pattern("weekday")}|${words.pattern("weekday-short")}),?\\s+(?:the\\s+)?)`;
  const part =
    "(?:(?:the\\s+)?(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night)\\s+of\\s+)?";
  const phase =
    "(?:(?:the\\s+)?(?:early|mid|late|end\\s+of|beginning\\s+of|start\\s+of|middle\\s+of)[\\s-]+)?";
  const dash = "\\s*(?:[-–—]|to|and|until|through)\\s*";
  const edge = (source: string): RegExp =>
    timePattern(
      `(?<![\\p{L}\\p{N}$€£.]|(?<!\\d{4}|\\p{L}{3})-)(?:${source})(?![\\p{L}\\p{N}])`,
      "gu",
    );
  const monthIn = (parts: Parts, name = "month"): number =>
    words.number(
      words.value("month", parts[name]!) === null ? "month-short" : "month",
      parts[name]!,
    );
  const weekdayIn = (parts: Parts): number | null =>
    parts["weekday"] === undefined
      ? null
      : words.number(
          words.value("weekday", parts["weekday"]) === null ? "weekday-short" : "weekday",
          parts["weekday"],
        );
  const full = (parts: Parts, anchor: Anchor): RuleReading => {
    const reading = statedDay(Number(parts["year"]), monthIn(parts), Number(parts["day"]), anchor);
    if (reading === "invalid" || parts["to"] === undefined) return reading;
    return joined(
      reading,
      statedDay(Number(parts["year"]), monthIn(parts), Number(parts["to"]), anchor),
    );
  };
  const yearless = (parts: Parts, anchor: Anchor, { ahead }: { ahead: boolean }): RuleReading => {
    const reading = dayWithoutYear(
      monthIn(parts),
      Number(parts["day"]),
      anchor,
      ahead,
      weekdayIn(parts),
    );
    if (reading === "invalid" || parts["to"] === undefined) return reading;
    return joined(reading, dayWithoutYear(monthIn(parts), Number(parts["to"]), anchor, ahead));
  };
  const crossing = (parts: Parts, anchor: Anchor, place: { ahead: boolean }): RuleReading => {
    const second: Parts = { ...parts, month: parts["month2"], day: parts["to"], to: undefined };
    const first: Parts = { ...parts, to: undefined };
    if (parts["year"] === undefined)
      return joined(yearless(first, anchor, place), yearless(second, anchor, place));
    const early =
      monthIn(first) > monthIn(second) ? Number(parts["year"]) - 1 : Number(parts["year"]);
    return joined(full({ ...first, year: String(early) }, anchor), full(second, anchor));
  };
  const source = "TimeML 1.2.1; forms of the press and of official sites";
  return [
    {
      id: "time/en/iso",
      pattern: /(?<![\d-])(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?![\d-])/g,
      read: (parts, anchor) =>
        statedDay(Number(parts["year"]), Number(parts["number"]), Number(parts["day"]), anchor),
      example: "2022-06-15",
      source: "ISO 8601",
    },
    {
      id: "time/en/cross-range",
      pattern: edge(
        `${M}\\s+${D}${dash}(?<month2>${words.pattern("month")}|${words.pattern("month-short")})\\s+${day("to")}(?:,?\\s+${Y})?|${D}\\s+${M}${dash}${day("to")}\\s+(?<month2>${words.pattern("month")})(?:,?\\s+${Y})?`,
      ),
      read: (parts, anchor, place) => crossing(parts, anchor, place),
      example: "November 30 – December 1, 2021",
      source,
    },
    {
      id: "time/en/day-range-year",
      pattern: edge(
        `${M}\\s+${D}${dash}${day("to")},?\\s+${Y}|(?:the\\s+)?${D}${dash}${day("to")}\\s+(?:of\\s+)?${M},?\\s+${Y}`,
      ),
      read: full,
      example: "June 23–24, 2022",
      source,
    },
    {
      id: "time/en/day-month-year",
      pattern: edge(`${part}${W}?(?:the\\s+)?${D}\\s+(?:of\\s+)?${M},?\\s+${Y}`),
      read: full,
      example: "15 June 2022",
      source,
    },
    {
      id: "time/en/month-day-year",
      pattern: edge(`${part}${W}?${M}\\s+${D},?\\s+${Y}`),
      read: full,
      example: "Feb. 24, 2022",
      source,
    },
    {
      id: "time/en/day-range",
      pattern: edge(
        `${M}\\s+${D}${dash}${day("to")}(?!\\s+\\p{Ll}+s\\b)|(?:the\\s+)?${D}${dash}${day("to")}\\s+(?:of\\s+)?${M}`,
      ),
      read: yearless,
      example: "Dec. 21-27",
      source,
    },
    {
      id: "time/en/month-day",
      pattern: edge(`${part}${W}?${M}\\s+${D}(?![,.]?\\d|:\\d)`),
      read: yearless,
      example: "Friday, Dec. 30",
      source,
    },
    {
      id: "time/en/day-month",
      pattern: edge(`${part}${W}?(?:the\\s+)?${D}\\s+(?:of\\s+)?${longMonth}`),
      read: yearless,
      example: "8 March",
      source,
    },
    {
      id: "time/en/month-year",
      pattern: edge(`${phase}${M}(?:,?\\s+of|,)?\\s+${Y}`),
      read: (parts, anchor) => statedMonth(Number(parts["year"]), monthIn(parts), anchor),
      example: "February 2022",
      source,
    },
    {
      id: "time/en/month-relative-year",
      pattern: edge(`${phase}${longMonth}\\s+(?:of\\s+)?(?<offset>last|this|next)\\s+year`),
      read: (parts, anchor) => relativeMonth(monthIn(parts), parts["offset"]!, anchor),
      example: "November last year",
      source,
    },
    {
      id: "time/en/half",
      pattern: edge(
        `(?:the\\s+)?(?<ordinal>first|second)\\s+half\\s+of\\s+(?:${Y}|(?<offset>this|last|next|the)\\s+year)`,
      ),
      read: (parts, anchor) =>
        partReading(`H${words.number("ordinal", parts["ordinal"]!)}`, parts, anchor),
      example: "the first half of 2022",
      source,
    },
    {
      id: "time/en/quarter",
      pattern: edge(
        `(?:the\\s+)?(?<ordinal>first|second|third|fourth)[\\s-]quarter(?:\\s+of\\s+(?:${Y}|(?<offset>this|last|next|the)\\s+year))?`,
      ),
      read: (parts, anchor) =>
        partReading(`Q${words.number("ordinal", parts["ordinal"]!)}`, parts, anchor),
      example: "the first quarter of 2023",
      source,
    },
    {
      id: "time/en/century",
      pattern: edge(
        `(?:the\\s+)?(?:(?:early|mid|late)[\\s-]+)?(?:(?<number>\\d{1,2})(?:st|nd|rd|th)|(?<word>${words.pattern("century")}))[\\s-]century`,
      ),
      read: (parts) => ({
        type: "date",
        value: String(
          (parts["word"] === undefined
            ? Number(parts["number"])
            : words.number("century", parts["word"])) - 1,
        ).padStart(2, "0"),
        interval: null,
        basis: "stated",
      }),
      example: "the early 20th century",
      source,
    },
    {
      id: "time/en/decade",
      pattern: edge(`(?:the\\s+)?(?:(?:early|mid|late)[\\s-]+)?(?<number>1[5-9]\\d|20\\d)0['’]?s`),
      read: (parts) => decade(parts["number"]!),
      example: "the late 1990s",
      source,
    },
    {
      id: "time/en/decade-short",
      pattern: /(?<![\p{L}\p{N}])(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?['’](?<number>\d)0s\b/gu,
      read: (parts) => decade(`19${parts["number"]}`),
      example: "the ’90s",
      source,
    },
    {
      id: "time/en/bc",
      pattern: edge("(?<number>\\d{1,4})(?:\\s+)?(?:BCE?\\b|B\\.C\\.)"),
      read: (parts) => ({
        type: "date",
        value: `BC${parts["number"]!.padStart(4, "0")}`,
        interval: null,
        basis: "stated",
      }),
      example: "490 BC",
      source: "TIMEX2 2005",
    },
    {
      id: "time/en/season",
      pattern: timePattern(
        `(?<![\\p{L}\\p{N}])(?:(?:the\\s+)?(?:early|mid|late)[\\s-]+)?(?:(?:the|this|last|next|that)\\s+)?(?:(?:early|mid|late)[\\s-]+)?(?<season>${words.pattern("season")})(?:,?\\s+(?:of\\s+)?(?:${Y}|(?<offset>last|this|next)\\s+year))(?![\\p{L}\\p{N}])`,
        "giu",
      ),
      read: (parts, anchor) => season(words.value("season", parts["season"]!)!, parts, anchor),
      example: "the summer of 1943",
      source,
    },
    {
      id: "time/en/season-bare",
      pattern: timePattern(
        `\\b(?<word>the|this|that|last|next|by|during|in)\\s+(?:the\\s+)?(?:(?:early|late|following|same)\\s+)?(?<season>${words.pattern("season")})\\b(?!\\s+(?:of|in|by|from|session|school|olympic)\\b)`,
        "gi",
      ),
      read: (parts, anchor) =>
        bareSeason(
          words.value("season", parts["season"]!)!,
          parts["season"]!,
          parts["word"]!.toLowerCase(),
          anchor,
        ),
      example: "last summer",
      source,
    },
    {
      id: "time/en/year-span",
      pattern: edge(`${Y}\\s*[-–—/]\\s*(?<to>\\d{2})(?!\\s*[-–—/]?\\d)`),
      read: (parts, anchor) => yearSpan(parts, anchor),
      example: "2021–25",
      source,
    },
    {
      id: "time/en/year",
      pattern: edge(
        `(?:(?:fiscal|calendar|academic)\\s+)?${phase}(?:(?:the\\s+)?years?\\s+)?(?<!(?:Resolutions?|No\\.|Order|UNSCR|#|Route|Flight)\\s*)${Y}(?!['’-]?s\\b|-?\\d{1,3}(?!\\d)|[/.,]\\d|[-\\s](?:${counted})(?![\\p{L}]))`,
      ),
      read: (parts, anchor, { before }) => yearReadingIn(parts, before, anchor),
      example: "in 2022",
      source,
    },
    {
      id: "time/en/month-alone",
      pattern: edge(
        `${phase}(?<month>January|February|July|September|October|November|December)(?!\\s+\\p{Lu}\\p{Ll}+ (?:said|told))`,
      ),
      read: (parts, anchor, { ahead }) => monthWithoutYear(monthIn(parts), anchor, ahead),
      example: "since February",
      source,
    },
    {
      id: "time/en/month-name",
      pattern: timePattern(
        `(?:(?:(?:early|mid|late)[\\s-]+)|(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hrough|[Dd]uring|[Oo]f|[Bb]efore|[Aa]fter|[Bb]etween|[Aa]nd|[Ee]ach|[Ee]very|[Tt]he|[Ii]ts|[Hh]is|[Tt]heir|[Oo]ur|['’]s)\\s+))(?<month>March|April|May|June|August)(?![\\p{L}\\p{N}])(?!\\s+\\p{Lu})`,
        "gu",
      ),
      read: (parts, anchor, { ahead }) => monthWithoutYear(monthIn(parts), anchor, ahead),
      example: "the March call",
      source,
    },
  ];
}

function decade(number: string): TimeReading {
  const interval =
    number.length === 3 ? { earliest: `${number}0-01-01`, latest: `${number}9-12-31` } : null;
  return { type: "date", value: number, interval, basis: "stated" };
}

const offsets: Readonly<Record<string, number>> = { last: -1, this: 0, the: 0, that: 0, next: 1 };

function relativeMonth(month: number, offset: string, anchor: Anchor): RuleReading {
  const base = yearOf(anchor);
  if (base === null) return monthWithoutYear(month, { ...anchor, interval: null }, false);
  const reading = statedMonth(base + offsets[offset]!, month, { ...anchor });
  return reading === "invalid" || reading === null ? reading : { ...reading, basis: "inferred" };
}

function partReading(part: string, parts: Parts, anchor: Anchor): RuleReading {
  if (parts["year"] !== undefined) return partOfYear(Number(parts["year"]), part, "stated", anchor);
  const base = yearOf(anchor);
  if (base === null)
    return { type: "date", value: `XXXX-${part}`, interval: null, basis: "inferred" };
  const reading = partOfYear(
    base + (offsets[parts["offset"] ?? "this"] ?? 0),
    part,
    "inferred",
    anchor,
  );
  const ahead = anchor.interval !== null && reading.interval!.earliest > anchor.interval.latest;
  return parts["offset"] === undefined && ahead
    ? partOfYear(base - 1, part, "inferred", anchor)
    : reading;
}

function season(value: string, parts: Parts, anchor: Anchor): RuleReading {
  if (parts["year"] !== undefined) return seasonOf(Number(parts["year"]), value, "stated", anchor);
  const base = yearOf(anchor);
  return base === null
    ? null
    : seasonOf(base + offsets[parts["offset"]!]!, value, "inferred", anchor);
}

function bareSeason(value: string, form: string, word: string, anchor: Anchor): RuleReading {
  if (form.toLowerCase() === "fall" && !["last", "this", "next"].includes(word)) return null;
  // “That spring” is the text's; without a year read before it the season stays open.
  if (anchor.narrative)
    return anchor.year === null ? null : seasonOf(anchor.year, value, "inferred", anchor);
  if (!["last", "this", "next"].includes(word)) return null;
  const base = yearOf(anchor);
  if (base === null || word === "next") return null;
  const month = Number(anchor.interval!.latest.slice(5, 7));
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[value]!;
  return seasonOf(
    word === "last" && month < first + 3 ? base - 1 : base,
    value,
    "inferred",
    anchor,
  );
}

function yearSpan(parts: Parts, anchor: Anchor): RuleReading {
  const from = parts["year"]!;
  const to = parts["to"]!.length === 2 ? from.slice(0, 2) + parts["to"]! : parts["to"]!;
  if (Number(to) <= Number(from)) return null;
  return joined(statedYear(Number(from), anchor), statedYear(Number(to), anchor));
}

/** A number that looks like a year is one after a preposition, or standing alone; years before 1700 need the preposition. */
function yearReadingIn(parts: Parts, before: string, anchor: Anchor): RuleReading {
  const year = Number(parts["year"]);
  const led =
    /\b(?:in|since|by|of|from|until|till|to|during|before|after|year|and|for|late|early|mid|between|around|about|throughout)\s*$/i.test(
      before,
    );
  if (!led && (year < 1700 || year > 2060)) return null;
  if (
    /[#.,\d]$/.test(before) ||
    /\b(?:than|over|nearly|almost|some|another|all|these|those)\s+$/i.test(before)
  )
    return null;
  return statedYear(year, anchor);
}
