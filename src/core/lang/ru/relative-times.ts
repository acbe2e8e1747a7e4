import {
  duration,
  monthReading,
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
import type { Parts, TimeReading, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";

const unitNames: Readonly<Record<string, Unit>> = {
  D: "day",
  W: "week",
  M: "month",
  Y: "year",
  "0Y": "decade",
  "00Y": "century",
};

/** Russian expressions that count from publication, and lengths of time. */
export function relativeRules(words: Vocabulary): readonly TimeRule[] {
  const source = "TimeML 1.2.1; forms of kremlin.ru and of the press";
  const edge = (body: string): RegExp =>
    timePattern(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}-])`, "giu");
  const which = `(?<which>${words.pattern("which")})`;
  const weekday = `(?<weekday>${words.pattern("weekday")})`;
  const N = `(?<number>\\d{1,3}|${words.pattern("number")})`;
  const U = `(?<unit>${words.pattern("unit")})`;
  const about = "(?:(?:более|менее|около|почти|свыше|не менее|порядка)\\s+)?";
  const offset = (parts: Parts): number => words.number("which", parts["which"]!);
  const lengthOf = (number: number, unit: string): TimeReading => {
    const letters = words.value("unit", unit)!;
    return duration(
      letters.startsWith("T") ? `PT${number}${letters.slice(1)}` : `P${number}${letters}`,
    );
  };
  const unitIn = (parts: Parts): Unit | null =>
    unitNames[words.value("unit", parts["unit"]!) ?? ""] ?? null;
  return [
    {
      id: "time/ru/relative-day",
      pattern: edge(
        `(?<day>${words.pattern("relative-day")})(?:\\s+(?:утром|днём|днем|вечером|ночью))?`,
      ),
      read: (parts, anchor, { after }) =>
        parts["day"]!.toLowerCase() === "накануне" && /^\s+(?!в |вечером)\p{Ll}/u.test(after)
          ? null
          : relativeDay(words.number("relative-day", parts["day"]!), anchor),
      example: "вчера",
      source,
    },
    {
      id: "time/ru/weekday",
      pattern: edge(`(?:(?<near>к|до|на)|во?|со?)\\s+(?:${which}\\s+)?${weekday}`),
      read: (parts, anchor, { ahead }) =>
        weekdayReading(
          words.number("weekday", parts["weekday"]!),
          anchor,
          parts["which"] === undefined
            ? ahead || parts["near"] !== undefined
              ? "next"
              : "past"
            : (["last", "this", "next"] as const)[offset(parts) + 1]!,
        ),
      example: "в четверг",
      source,
    },
    {
      id: "time/ru/week",
      pattern: edge(`(?:на|с|за)\\s+${which}\\s+недел[еию]`),
      read: (parts, anchor) => weekReading(offset(parts), anchor),
      example: "на прошлой неделе",
      source,
    },
    {
      id: "time/ru/month-relative",
      pattern: edge(`(?:(?:в|с|за|до конца|в начале|в конце)\\s+)?${which}\\s+месяц[еау]?`),
      read: (parts, anchor) => monthReading(offset(parts), anchor),
      example: "в прошлом месяце",
      source,
    },
    {
      id: "time/ru/year-relative",
      pattern: edge(
        `(?:(?<side>с начала|в начале|до конца|в конце|к концу)\\s+|(?:в|с|за|на)\\s+)?(?:${which}\\s+)год[ау]?`,
      ),
      read: (parts, anchor) => {
        const reading = yearReading(offset(parts), anchor);
        if (offset(parts) !== 0 || parts["side"] === undefined) return reading;
        return upTo(reading, /начал/iu.test(parts["side"]) ? "earlier" : "later", anchor);
      },
      example: "в прошлом году",
      source,
    },
    {
      id: "time/ru/year-end",
      pattern: edge("(?<side>с начала|до конца|к концу|в конце)\\s+года"),
      read: (parts, anchor) =>
        upTo(yearReading(0, anchor), /начал/iu.test(parts["side"]!) ? "earlier" : "later", anchor),
      example: "с начала года",
      source,
    },
    {
      id: "time/ru/same-day",
      pattern: edge("(?:в\\s+)?(?:тот|этот)\\s+же\\s+день"),
      read: (_parts, anchor) => shiftedFromLast(0, "day", anchor),
      example: "в тот же день",
      source,
    },
    {
      id: "time/ru/ago",
      pattern: edge(`${about}(?:${N}\\s+)?${U}\\s+(?:тому\\s+)?назад`),
      read: (parts, anchor) => {
        const unit = unitIn(parts);
        return unit === null
          ? reference("PAST_REF")
          : shiftedBy(
              -(parts["number"] === undefined
                ? 1
                : Math.round(words.number("number", parts["number"]))),
              unit,
              anchor,
            );
      },
      example: "три года назад",
      source,
    },
    {
      id: "time/ru/duration",
      pattern: edge(`${about}${N}\\s+${U}(?!\\s+(?:тому\\s+)?назад)`),
      read: (parts, _anchor, { before }) =>
        /(?:^|\s)(?:до|в|к|с|после|около)\s+$/iu.test(before) &&
        words.value("unit", parts["unit"]!)!.startsWith("T")
          ? null
          : lengthOf(words.number("number", parts["number"]!), parts["unit"]!),
      example: "75 лет",
      source,
    },
    {
      id: "time/ru/every",
      pattern: edge("(?:ежегодно|каждый\\s+год|ежемесячно|каждый\\s+месяц)"),
      read: () => recurring("P1Y"),
      example: "ежегодно",
      source,
    },
    {
      id: "time/ru/recently",
      pattern: edge("(?:недавно|в последнее время|(?:в|за) последние (?:годы|месяцы|недели|дни))"),
      read: () => reference("PAST_REF"),
      example: "недавно",
      source,
    },
    {
      id: "time/ru/now",
      pattern: edge("(?:сейчас|в настоящее время|ныне|в данный момент)"),
      read: () => reference("PRESENT_REF"),
      example: "в настоящее время",
      source,
    },
    {
      id: "time/ru/future",
      pattern: edge(
        "(?:в ближайшее время|в ближайшем будущем|в (?:обозримом )?будущем|в ближайшие (?:дни|недели|месяцы|годы))",
      ),
      read: () => reference("FUTURE_REF"),
      example: "в ближайшее время",
      source,
    },
  ];
}
