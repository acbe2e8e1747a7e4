import {
  monthReading,
  open,
  recurring,
  reference,
  relativeDay,
  shiftedBy,
  shiftedFromLast,
  upTo,
  weekdayReading,
  weekReading,
  yearReading,
  type Unit,
} from "../../time/readings.ts";
import { timePattern } from "../../time/pattern.ts";
import type { Anchor, Parts, RuleReading, TimeReading, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";

/** English expressions that count from publication or from what was read before. */
export function relativeRules(words: Vocabulary): readonly TimeRule[] {
  const source = "TimeML 1.2.1; forms of the press";
  const part = "(?:\\s+(?:morning|afternoon|evening|night))?";
  const weekday = `(?<weekday>${words.pattern("weekday")})`;
  return [
    {
      id: "time/en/today",
      pattern:
        /(?<!\b(?:USA|Russia|India|China|Ukraine)\s)\b(?:today|Today|tonight|Tonight|[Tt]his (?:morning|afternoon|evening)|[Ee]arlier today|[Ll]ater today)\b/g,
      read: (_parts, anchor) => relativeDay(0, anchor),
      example: "this morning",
      source,
    },
    {
      id: "time/en/yesterday",
      pattern:
        /\b(?<two>the day before )?(?:yesterday(?:\s+(?:morning|afternoon|evening))?|last night)\b/gi,
      read: (parts, anchor) => relativeDay(parts["two"] === undefined ? -1 : -2, anchor),
      example: "yesterday",
      source,
    },
    {
      id: "time/en/tomorrow",
      pattern: /\b(?<two>the day after )?tomorrow(?:\s+(?:morning|afternoon|evening|night))?\b/gi,
      read: (parts, anchor) => relativeDay(parts["two"] === undefined ? 1 : 2, anchor),
      example: "tomorrow",
      source,
    },
    {
      id: "time/en/weekday",
      pattern: timePattern(
        `(?<!\\b(?:Good|Black|Bloody|Easter|Holy|Palm|Ash|Super|Cyber|Green)\\s+)\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\\s+)?${weekday}${part}\\b(?![’']s\\s+Republic)`,
        "g",
      ),
      read: (parts, anchor, { ahead }) =>
        weekdayReading(
          words.number("weekday", parts["weekday"]!),
          anchor,
          weekdayChoice(parts["which"], ahead),
        ),
      example: "on Thursday",
      source,
    },
    {
      id: "time/en/period",
      pattern:
        /\b(?:(?<side>earlier|later|early|late|the end of|the start of|the beginning of|the rest of|by the end of)\s+)?(?<which>last|this|next|the past|the previous|the current|the coming)\s+(?:calendar\s+|fiscal\s+)?(?<unit>week|month|year|decade|century|quarter)(?:['’]s)?\b(?!end|\s+and\s+a\s+half)/gi,
      read: (parts, anchor) => period(parts, anchor),
      example: "earlier this year",
      source,
    },
    {
      id: "time/en/weekend",
      pattern: /\b(?:(?<which>last|this|next|over the|at the)\s+)weekend\b/gi,
      read: (parts, anchor) => weekend(parts["which"]!.toLowerCase(), anchor),
      example: "last weekend",
      source,
    },
    {
      id: "time/en/end-of-year",
      pattern:
        /\b(?:by |before )?(?:the )?(?:end|close|beginning|start) of the (?<unit>year|month|week)\b(?! [12])|\byear[- ]end\b/gi,
      read: (parts, anchor) =>
        upTo(
          shiftedBy(0, (parts["unit"] ?? "year").toLowerCase() as Unit, anchor),
          "later",
          anchor,
        ),
      example: "by the end of the year",
      source,
    },
    {
      id: "time/en/same-period",
      pattern:
        /\b(?:the\s+|that\s+)?(?:(?:same|very)\s+|that\s+)(?<unit>day|week|month|year|decade)\b/gi,
      read: (parts, anchor) => shiftedFromLast(0, parts["unit"]!.toLowerCase() as Unit, anchor),
      example: "that same year",
      source,
    },
    {
      id: "time/en/next-period",
      pattern:
        /\bthe\s+(?<which>following|next|previous|preceding)\s+(?<unit>day|week|month|year)\b(?!s)/gi,
      read: (parts, anchor) =>
        shiftedFromLast(
          /^(?:following|next)/i.test(parts["which"]!) ? 1 : -1,
          parts["unit"]!.toLowerCase() as Unit,
          anchor,
        ),
      example: "the following day",
      source,
    },
    {
      id: "time/en/recently",
      pattern:
        /\b(?:recently|lately|in the past|(?:over |in )?recent (?:days|weeks|months|years|decades))\b(?!\s+(?:few|several|two|three|year|month|week|decade|\d))/gi,
      read: () => reference("PAST_REF"),
      example: "recently",
      source,
    },
    {
      id: "time/en/now",
      pattern: /\b(?:now|currently|at present|at the moment|nowadays|these days)\b/gi,
      read: () => reference("PRESENT_REF"),
      example: "currently",
      source,
    },
    {
      id: "time/en/future",
      pattern:
        /\bin (?:the )?(?:very )?(?:near |foreseeable |not too distant )?future\b|\bin the coming (?:days|weeks|months|years)\b/gi,
      read: () => reference("FUTURE_REF"),
      example: "in the near future",
      source,
    },
    {
      id: "time/en/every",
      pattern:
        /\b(?:(?:every|each|once\s+a|twice\s+a)\s+(?<unit>day|week|month|year)|annually)\b/gi,
      read: (parts) => recurring(`P1${(parts["unit"] ?? "year")[0]!.toUpperCase()}`),
      example: "every year",
      source,
    },
  ];
}

function weekdayChoice(
  which: string | undefined,
  ahead: boolean,
): "past" | "next" | "this" | "last" {
  switch (which?.toLowerCase()) {
    case "last":
    case "past":
      return "last";
    case "next":
    case "coming":
      return "next";
    case "this":
      return "this";
    default:
      return ahead ? "next" : "past";
  }
}

function period(parts: Parts, anchor: Anchor): RuleReading {
  const which = parts["which"]!.toLowerCase();
  const unit = parts["unit"]!.toLowerCase();
  // “The past year” is a length of time, “the previous year” one counted from the text.
  if (which === "the past" || which === "the coming")
    return { type: "duration", value: lengths[unit]!, interval: null, basis: "stated" };
  const offset = which === "last" || which === "the previous" ? -1 : which === "next" ? 1 : 0;
  const reading =
    which === "the previous" && anchor.last !== null
      ? shiftedFromLast(-1, unitOf(unit), anchor)
      : ofUnit(unit, offset, anchor);
  const side = parts["side"]?.toLowerCase();
  if (offset !== 0) return reading;
  if (side === "earlier" || side === "early") return upTo(reading, "earlier", anchor);
  if (
    side === "later" ||
    side === "late" ||
    side === "the rest of" ||
    side?.endsWith("end of") === true
  )
    return upTo(reading, "later", anchor);
  return reading;
}

const lengths: Readonly<Record<string, string>> = {
  week: "P1W",
  month: "P1M",
  quarter: "P3M",
  year: "P1Y",
  decade: "P10Y",
  century: "P100Y",
};

function unitOf(word: string): Unit {
  return word as Unit;
}

function ofUnit(unit: string, offset: number, anchor: Anchor): TimeReading {
  switch (unit) {
    case "week":
      return weekReading(offset, anchor);
    case "month":
      return monthReading(offset, anchor);
    case "year":
      return yearReading(offset, anchor);
    default:
      return open;
  }
}

function weekend(which: string, anchor: Anchor): RuleReading {
  const week = weekReading(which === "last" ? -1 : which === "next" ? 1 : 0, anchor);
  if (week.interval === null || week.value === null) return week;
  const saturday = weekdayReading(
    6,
    { ...anchor, interval: { earliest: week.interval.earliest, latest: week.interval.earliest } },
    "this",
  );
  return {
    ...week,
    value: `${week.value}-WE`,
    interval: { earliest: saturday.interval!.earliest, latest: week.interval.latest },
  };
}
