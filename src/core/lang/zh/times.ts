import type { Document, TimeExpression } from "../../document.ts";
import { findTimesWith } from "../../time/find-times.ts";
import {
  dayWithoutYear, duration, monthReading, monthWithoutYear, relativeDay, statedDay, statedMonth, statedYear, weekReading, yearReading, type TimeRule,
} from "../../time/rules.ts";
import type { Found } from "../pack.ts";

const part = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜|当地时间)?";

const yearWords: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 明年: 1, 前年: -2, 本年: 0, 当年: 0 };

/** Chinese time expressions, most specific first. */
export const chineseTimeRules: readonly TimeRule[] = [
  { id: "time/zh/full", pattern: new RegExp(`(\\d{4})年(\\d{1,2})月(\\d{1,2})日${part}`, "gu"), read: (m, a) => statedDay(Number(m[1]), Number(m[2]), Number(m[3]), a), example: "2022年6月15日", source: "TIMEX3" },
  { id: "time/zh/relative-year-day", pattern: new RegExp(`(今年|去年|明年|前年)(\\d{1,2})月(\\d{1,2})日${part}`, "gu"), read: (m, a) => relativeYear(yearWords[m[1]!]!, Number(m[2]), Number(m[3]), a), example: "去年11月16日", source: "TIMEX3" },
  { id: "time/zh/relative-year-month", pattern: /(今年|去年|明年|前年)(\d{1,2})月(?!\d*日)/gu, read: (m, a) => relativeYear(yearWords[m[1]!]!, Number(m[2]), null, a), example: "去年11月", source: "TIMEX3" },
  { id: "time/zh/range", pattern: /(\d{1,2})月(\d{1,2})日?\s*(?:至|到|[-－—–~～])\s*(\d{1,2})日/gu, read: (m, a) => joined(dayWithoutYear(Number(m[1]), Number(m[2]), a, false, null), dayWithoutYear(Number(m[1]), Number(m[3]), a, false, null)), example: "9月14日至16日", source: "TIMEX3" },
  { id: "time/zh/month-day", pattern: new RegExp(`(?:当地时间)?(\\d{1,2})月(\\d{1,2})日${part}`, "gu"), read: (m, a, t) => dayWithoutYear(Number(m[1]), Number(m[2]), a, /将|拟|定于|即将/u.test(t.slice(Math.max(0, m.index - 12), m.index + m[0].length + 12)), null), example: "6月15日下午", source: "TIMEX3" },
  { id: "time/zh/day", pattern: /(?<![\d月年])(\d{1,2})日(?=凌晨|清晨|早|上午|中午|下午|傍晚|晚|深夜|在|同|与|应|会见|出席|抵达|电|发表|，)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜)?/gu, read: (m, a) => dayOfMonth(Number(m[1]), a), example: "18日晚", source: "TIMEX3" },
  { id: "time/zh/month-year", pattern: /(\d{4})年(\d{1,2})月(?!\d)/gu, read: (m, a) => statedMonth(Number(m[1]), Number(m[2]), a), example: "2021年11月", source: "TIMEX3" },
  { id: "time/zh/year", pattern: /(?<!\d)((?:19|20)\d{2})年(?!\d{1,2}月)/gu, read: (m, a) => statedYear(Number(m[1]), a), example: "2021年", source: "TIMEX3" },
  { id: "time/zh/half", pattern: /(今年|去年)(上|下)半年/gu, read: (m, a) => yearReading(yearWords[m[1]!]!, a, m[2] === "上" ? [1, 6, "H1"] : [7, 12, "H2"]), example: "今年上半年", source: "TIMEX3" },
  { id: "time/zh/quarter", pattern: /(今年|去年)?第?(一|二|三|四)季度/gu, read: (m, a) => { const q = "一二三四".indexOf(m[2]!); return yearReading(m[1] === "去年" ? -1 : 0, a, [q * 3 + 1, q * 3 + 3, `Q${q + 1}`]); }, example: "今年一季度", source: "TIMEX3" },
  { id: "time/zh/relative-day", pattern: /今天|今日|今晚|昨天|昨日|昨晚|前天|明天|明日|后天/gu, read: (m, a) => relativeDay(/^今/u.test(m[0]) ? 0 : /^昨/u.test(m[0]) ? -1 : m[0] === "前天" ? -2 : m[0] === "后天" ? 2 : 1, a), example: "昨天", source: "TIMEX3" },
  { id: "time/zh/week", pattern: /上周|本周|下周|上星期|这周/gu, read: (m, a) => weekReading(/^上/u.test(m[0]) ? -1 : /^下/u.test(m[0]) ? 1 : 0, a), example: "上周", source: "TIMEX3" },
  { id: "time/zh/month-relative", pattern: /上个?月|本月|这个月|下个?月/gu, read: (m, a) => monthReading(/^上/u.test(m[0]) ? -1 : /^下/u.test(m[0]) ? 1 : 0, a), example: "本月", source: "TIMEX3" },
  { id: "time/zh/year-relative", pattern: /今年|去年|明年|前年/gu, read: (m, a) => yearReading(yearWords[m[0]]!, a, null), example: "今年以来", source: "TIMEX3" },
  { id: "time/zh/month", pattern: /(?<![\d年个])(\d{1,2})月(?:份)?(?!\d)/gu, read: (m, a) => (Number(m[1]) >= 1 && Number(m[1]) <= 12 ? monthWithoutYear(Number(m[1]), a, false) : null), example: "6月", source: "TIMEX3" },
  { id: "time/zh/duration", pattern: /(\d+)(?:多)?(年|个月|周|天)(?:来|间|前)?/gu, read: (m) => (Number(m[1]) < 1000 ? duration(`P${m[1]}${{ 年: "Y", 个月: "M", 周: "W", 天: "D" }[m[2]!]}`) : null), example: "50年前", source: "TIMEX3" },
];

type Reading = ReturnType<TimeRule["read"]>;
type Anchor = Parameters<TimeRule["read"]>[1];

function relativeYear(offset: number, month: number, day: number | null, anchor: Anchor): Reading {
  const year = yearReading(offset, anchor, null);
  if (year.value === null) return year;
  const reading = day === null ? statedMonth(Number(year.value), month, anchor) : statedDay(Number(year.value), month, day, anchor);
  return reading === "invalid" ? reading : { ...reading, basis: "inferred" };
}

/** A bare day of the month: in the month of publication, or the one before when it would lie ahead. */
function dayOfMonth(day: number, anchor: Anchor): Reading {
  if (anchor.day === null || day < 1 || day > 31) return null;
  const here = monthReading(day <= Number(anchor.day.slice(8)) + 1 ? 0 : -1, anchor);
  if (here.value === null) return null;
  const reading = statedDay(Number(here.value.slice(0, 4)), Number(here.value.slice(5, 7)), day, anchor);
  return reading === "invalid" ? null : { ...reading, basis: "inferred" };
}

function joined(from: Reading, to: Reading): Reading {
  if (from === "invalid" || to === "invalid" || from === null || to === null) return "invalid";
  if (from.interval === null || to.interval === null) return from;
  return { ...from, interval: { earliest: from.interval.earliest, latest: to.interval.latest } };
}

/** Time expressions of a Chinese document. */
export function findTimes(document: Document): Found<TimeExpression> {
  return findTimesWith(document, chineseTimeRules, false);
}
