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
import { numeralClass, readNumeral } from "./numerals.ts";

const unitNames: Readonly<Record<string, Unit>> = {
  D: "day",
  W: "week",
  M: "month",
  Y: "year",
  "00Y": "century",
};

const everyValues: Readonly<Record<string, string>> = {
  年: "P1Y",
  月: "P1M",
  周: "P1W",
  天: "P1D",
};

/** Chinese expressions that count from publication, and lengths of time. */
export function relativeRules(words: Vocabulary): readonly TimeRule[] {
  const source = "TimeML 1.2.1; forms of Chinese state media";
  const pattern = (body: string): RegExp => timePattern(body, "gu");
  const N = `(?<number>(?<![\\d.])\\d{1,3}|(?<![\\d第])${numeralClass}{1,4})`;
  const U = `(?<unit>${words.pattern("unit")})`;
  const part = `(?:${words.pattern("part-of-day")})?`;
  const count = (parts: Parts): number | null => readNumeral(parts["number"]!);
  const lengthOf = (number: number, unit: string): TimeReading => {
    const letters = words.value("unit", unit)!;
    return duration(
      letters.startsWith("T") ? `PT${number}${letters.slice(1)}` : `P${number}${letters}`,
    );
  };
  return [
    {
      id: "time/zh/relative-day",
      pattern: pattern(`(?<![的新])(?<day>${words.pattern("relative-day")})${part}`),
      read: (parts, anchor) => relativeDay(words.number("relative-day", parts["day"]!), anchor),
      example: "昨天",
      source,
    },
    {
      id: "time/zh/weekday",
      pattern: pattern(
        `(?<which>上个?|本|这个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![期年个岁月])${part}`,
      ),
      read: (parts, anchor, { ahead }) =>
        weekdayReading(
          words.number("weekday", parts["weekday"]!),
          anchor,
          weekdayChoice(parts["which"], ahead),
        ),
      example: "周五",
      source,
    },
    {
      id: "time/zh/week",
      pattern: pattern(`(?<which>${words.pattern("relative-week")})(?![一二三四五六日天])`),
      read: (parts, anchor) => weekReading(words.number("relative-week", parts["which"]!), anchor),
      example: "上周",
      source,
    },
    {
      id: "time/zh/month-relative",
      pattern: pattern(`(?<which>${words.pattern("relative-month")})(?:初|底|末|上旬|中旬|下旬)?`),
      read: (parts, anchor) =>
        parts["which"] === "当月"
          ? shiftedFromLast(0, "month", anchor)
          : monthReading(words.number("relative-month", parts["which"]!), anchor),
      example: "本月",
      source,
    },
    {
      id: "time/zh/year-relative",
      pattern: pattern(
        `(?<which>${words.pattern("relative-year")})(?<side>以来|初|年初|底|年底|末)?`,
      ),
      read: (parts, anchor) => {
        const reading = yearReading(words.number("relative-year", parts["which"]!), anchor);
        return parts["side"] === "以来" && reading.value !== null
          ? upTo(reading, "earlier", anchor)
          : reading;
      },
      example: "今年以来",
      source,
    },
    {
      id: "time/zh/year-end",
      pattern: pattern(
        "(?<![\\d今去明前后本当上同每〇零一二三四五六七八九十])年(?:底|末|内)(?![涵容心阁务])",
      ),
      read: (_parts, anchor) => upTo(yearReading(0, anchor), "later", anchor),
      example: "年底",
      source,
    },
    {
      id: "time/zh/same",
      pattern: pattern("(?<unit>当[天日晚]|同[日天]|同年|当年)"),
      read: (parts, anchor) =>
        shiftedFromLast(0, parts["unit"]!.endsWith("年") ? "year" : "day", anchor),
      example: "同日",
      source,
    },
    {
      id: "time/zh/next-day",
      pattern: pattern("次日|翌日|第二天"),
      read: (_parts, anchor) => shiftedFromLast(1, "day", anchor),
      example: "次日",
      source,
    },
    {
      id: "time/zh/ago",
      pattern: pattern(`${N}多?${U}(?:以|之)?前(?!往|景|途|沿|后|来|提|列|锋)`),
      read: (parts, anchor) => {
        const unit = unitNames[words.value("unit", parts["unit"]!) ?? ""];
        const number = count(parts);
        if (number === null) return null;
        return unit === undefined ? reference("PAST_REF") : shiftedBy(-number, unit, anchor);
      },
      example: "50年前",
      source,
    },
    {
      id: "time/zh/duration",
      pattern: pattern(
        `(?:近|逾|超过|长达|过去|未来)?${N}(?:多|余)?(?!日)${U}(?:来|间|多)?(?![代级度年]|月\\d|未有)`,
      ),
      read: (parts) => {
        const number = count(parts);
        const unit = parts["unit"]!;
        // 百年 alone is a figure of speech, 21世纪 a date, 2022年 a year.
        return number === null ||
          unit.endsWith("世纪") ||
          (unit === "年" && (number >= 1000 || parts["number"] === "百"))
          ? null
          : lengthOf(number, unit);
      },
      example: "20年来",
      source,
    },
    {
      id: "time/zh/every",
      pattern: pattern("[每逐](?<unit>年|月|周|天)"),
      read: (parts) => recurring(everyValues[parts["unit"]!]!),
      example: "每年",
      source,
    },
    {
      id: "time/zh/past",
      pattern: pattern(words.pattern("past-ref")),
      read: () => reference("PAST_REF"),
      example: "近日",
      source,
    },
    {
      id: "time/zh/now",
      pattern: pattern(`(?<![体表实出呈发])${words.pattern("present-ref")}`),
      read: () => reference("PRESENT_REF"),
      example: "目前",
      source,
    },
    {
      id: "time/zh/future",
      pattern: pattern(words.pattern("future-ref")),
      read: () => reference("FUTURE_REF"),
      example: "今后",
      source,
    },
  ];
}

function weekdayChoice(
  which: string | undefined,
  ahead: boolean,
): "past" | "next" | "this" | "last" {
  if (which === undefined) return ahead ? "next" : "past";
  return which.startsWith("上") ? "last" : which.startsWith("下") ? "next" : "this";
}
