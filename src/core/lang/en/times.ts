import type { Document, TimeExpression } from "../../document.ts";
import type { Found } from "../pack.ts";
import { findTimesWith } from "../../time/find-times.ts";
import { isNarrative } from "../../time/mode.ts";
import {
  dayWithoutYear, duration, monthReading, monthWithoutYear, reference, relativeDay, statedDay, statedMonth, statedYear, weekdayReading, weekReading, yearReading, type TimeRule,
} from "../../time/rules.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const M = "(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept\\.|Sep\\.|Oct\\.|Nov\\.|Dec\\.)";
const D = "(\\d{1,2})(?:st|nd|rd|th)?";
const W = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\\.|Tues?\\.|Wed\\.|Thurs?\\.|Fri\\.|Sat\\.)";
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50 };
const N = "(\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)";
const units: Readonly<Record<string, string>> = { day: "D", week: "W", month: "M", year: "Y", decade: "0Y", century: "00Y", hour: "H", minute: "M" };

const monthOf = (name: string): number => months.indexOf(name.toLowerCase().slice(0, 3)) + 1;
const weekdayOf = (name: string): number => weekdays.indexOf(name.toLowerCase().slice(0, 3));
const numberOf = (word: string): number => numbers[word.toLowerCase()] ?? Number(word);

/** Words before an expression that point ahead. */
function ahead(match: RegExpExecArray, text: string): boolean {
  const before = text.slice(Math.max(0, match.index - 90), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
  return /\b(?:will|would|shall|plans?|planned|scheduled|expected|upcoming|due|next|to be held|is to|are to|set (?:for|to)|set to take place|until|by|later)\b[^.]*$/i.test(before) || /^\s*(?:next year|this coming)/i.test(after);
}

/** English time expressions, most specific first. */
export const englishTimeRules: readonly TimeRule[] = [
  { id: "time/en/day-month-year", pattern: new RegExp(`\\b(?:${W},?\\s+)?(?:the\\s+)?${D}\\s+(?:of\\s+)?${M},?\\s+(\\d{4})\\b`, "gi"), read: (m, a) => statedDay(Number(m[4]), monthOf(m[3]!), Number(m[2]), a), example: "15 June 2022", source: "TIMEX3" },
  { id: "time/en/month-day-year", pattern: new RegExp(`\\b(?:${W},?\\s+)?${M}\\s+${D},?\\s+(\\d{4})\\b`, "gi"), read: (m, a) => statedDay(Number(m[4]), monthOf(m[2]!), Number(m[3]), a), example: "Feb. 24, 2022", source: "TIMEX3" },
  { id: "time/en/iso", pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: (m, a) => statedDay(Number(m[1]), Number(m[2]), Number(m[3]), a), example: "2022-06-15", source: "ISO 8601" },
  { id: "time/en/day-range-year", pattern: new RegExp(`\\b${M}\\s+(\\d{1,2})\\s*(?:[-–—]|to)\\s*(\\d{1,2}),?\\s+(\\d{4})\\b`, "gi"), read: (m, a) => range(statedDay(Number(m[4]), monthOf(m[1]!), Number(m[2]), a), statedDay(Number(m[4]), monthOf(m[1]!), Number(m[3]), a)), example: "June 23–24, 2022", source: "TIMEX3" },
  { id: "time/en/day-range", pattern: new RegExp(`\\b${M}\\s+(\\d{1,2})\\s*(?:[-–—]|to)\\s*(\\d{1,2})(?!\\d|,?\\s+\\d{4})`, "gi"), read: (m, a, t) => range(dayWithoutYear(monthOf(m[1]!), Number(m[2]), a, ahead(m, t), null), dayWithoutYear(monthOf(m[1]!), Number(m[3]), a, ahead(m, t), null)), example: "Dec. 21-27", source: "TIMEX3" },
  { id: "time/en/weekday-month-day", pattern: new RegExp(`\\b${W},?\\s+${M}\\s+${D}\\b`, "gi"), read: (m, a, t) => dayWithoutYear(monthOf(m[2]!), Number(m[3]), a, ahead(m, t), weekdayOf(m[1]!)), example: "Friday, Dec. 30", source: "TIMEX3" },
  { id: "time/en/month-day", pattern: new RegExp(`\\b${M}\\s+${D}(?!\\d|,?\\s+\\d{4})\\b`, "gi"), read: (m, a, t) => dayWithoutYear(monthOf(m[1]!), Number(m[2]), a, ahead(m, t), null), example: "September 21", source: "TIMEX3" },
  { id: "time/en/day-month", pattern: new RegExp(`\\b(?:the\\s+)?${D}\\s+(?:of\\s+)?${M}(?!,?\\s+\\d{4})(?=\\W|$)`, "gi"), read: (m, a, t) => dayWithoutYear(monthOf(m[2]!), Number(m[1]), a, ahead(m, t), null), example: "8 March", source: "TIMEX3" },
  { id: "time/en/month-year", pattern: new RegExp(`\\b(?:(early|mid|late)[\\s-]+)?${M},?\\s+(?:of\\s+)?(\\d{4})\\b`, "gi"), read: (m, a) => statedMonth(Number(m[3]), monthOf(m[2]!), a), example: "February 2022", source: "TIMEX3" },
  { id: "time/en/half-year", pattern: /\b(?:the\s+)?(first|second)\s+half\s+of\s+(?:(\d{4})|(this|last)\s+year|the\s+year)\b/gi, read: (m, a) => half(m[1]!, m[2], m[3], a), example: "the first half of 2022", source: "TIMEX3" },
  { id: "time/en/quarter", pattern: /\b(?:the\s+)?(first|second|third|fourth)\s+quarter\s+of\s+(\d{4})\b/gi, read: (m, a) => quarter(m[1]!, Number(m[2]), a), example: "the first quarter of 2023", source: "TIMEX3" },
  { id: "time/en/century", pattern: /\b(?:(early|mid|late)[\s-]+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)[\s-]century\b/gi, read: (m) => ({ type: "date", value: String(Number(m[2]) - 1).padStart(2, "0"), interval: null, basis: "stated" }), example: "the early 20th century", source: "TIMEX3" },
  { id: "time/en/decade", pattern: /\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(1[5-9]\d|20\d)0s\b/gi, read: (m) => ({ type: "date", value: m[1]!, interval: null, basis: "stated" }), example: "the 1990s", source: "TIMEX3" },
  { id: "time/en/year", pattern: /\b(?:(?:(?:early|mid|late)[\s-]+)|(?<=\b(?:in|since|by|of|from|until|to|during|before|after|year|and|for|late|early|mid|spring|summer|autumn|fall|winter)\s)|(?<=\())(1[5-9]\d{2}|20\d{2})\b(?!\s*(?:%|percent|people|troops|soldiers|km|miles|points|million|billion))/gi, read: (m, a) => statedYear(Number(m[1]), a), example: "in 2022", source: "TIMEX3" },
  { id: "time/en/season", pattern: /\b(?:(?:the|this|last|next)\s+)?(spring|summer|autumn|fall|winter)\s+(?:of\s+)?(\d{4})\b/gi, read: (m, a) => { a.year = Number(m[2]); return { type: "date", value: `${m[2]}-${{ spring: "SP", summer: "SU", autumn: "FA", fall: "FA", winter: "WI" }[m[1]!.toLowerCase()]}`, interval: null, basis: "stated" }; }, example: "the summer of 1943", source: "TIMEX3" },
  { id: "time/en/today", pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/gi, read: (_m, a) => relativeDay(0, a), example: "today", source: "TIMEX3" },
  { id: "time/en/yesterday", pattern: /\b(?:yesterday|last night|the day before yesterday)\b/gi, read: (m, a) => relativeDay(/before/i.test(m[0]) ? -2 : -1, a), example: "yesterday", source: "TIMEX3" },
  { id: "time/en/tomorrow", pattern: /\btomorrow\b/gi, read: (_m, a) => relativeDay(1, a), example: "tomorrow", source: "TIMEX3" },
  { id: "time/en/weekday", pattern: new RegExp(`\\b(?:(last|next|this|past)\\s+)?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b(?!,?\\s+(?:\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))`, "g"), read: (m, a, t) => weekdayReading(weekdayOf(m[2]!), a, m[1]?.toLowerCase() === "next" || ahead(m, t)), example: "on Thursday", source: "TIMEX3" },
  { id: "time/en/week", pattern: /\b(last|this|next|the past|the coming|earlier this|later this)\s+week(?:['’]s)?\b(?!end)/gi, read: (m, a) => weekReading(/^(?:last|the past)/i.test(m[1]!) ? -1 : /^(?:next|the coming)/i.test(m[1]!) ? 1 : 0, a), example: "last week", source: "TIMEX3" },
  { id: "time/en/month-relative", pattern: /\b(last|this|next|earlier this|later this)\s+month(?:['’]s)?\b/gi, read: (m, a) => monthReading(/^last/i.test(m[1]!) ? -1 : /^next/i.test(m[1]!) ? 1 : 0, a), example: "this month's meeting", source: "TIMEX3" },
  { id: "time/en/year-relative", pattern: /\b(last|this|next|earlier this|later this|the same|that)\s+year(?:['’]s)?\b/gi, read: (m, a) => yearReading(/^last/i.test(m[1]!) ? -1 : /^next/i.test(m[1]!) ? 1 : 0, a, null), example: "earlier this year", source: "TIMEX3" },
  { id: "time/en/month", pattern: /\b(?:(?:early|mid|late)[\s-]+)?(?:(?<=\b(?:in|since|by|until|from|last|next|this|late|early|mid|during|of|before|after|between|and)[\s-])|(?<=\b(?:early|mid|late)-))(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s+\d|,?\s+\d{4})/g, read: (m, a, t) => monthWithoutYear(monthOf(m[1]!), a, ahead(m, t)), example: "since February", source: "TIMEX3" },
  { id: "time/en/ago", pattern: new RegExp(`\\b${N}\\s+(day|week|month|year)s?\\s+ago\\b`, "gi"), read: (m, a) => ago(numberOf(m[1]!), m[2]!.toLowerCase(), a), example: "three days ago", source: "TIMEX3" },
  { id: "time/en/duration", pattern: new RegExp(`\\b(?:(?:more than|over|at least|nearly|almost|about|around|some|the (?:past|last|next)|for)\\s+)?${N}[\\s-]+(day|week|month|year|decade|hour|minute)s?\\b(?!\\s+(?:ago|old|before|after|earlier|later))`, "gi"), read: (m) => duration(`${/hour|minute/i.test(m[2]!) ? "PT" : "P"}${numberOf(m[1]!)}${units[m[2]!.toLowerCase()]}`), example: "three years", source: "TIMEX3" },
  { id: "time/en/past-duration", pattern: /\b(?:over|during|in|for)\s+(?:the\s+)?(?:past|last|recent)\s+(few\s+|several\s+)?(day|week|month|year|decade)s?\b/gi, read: (m) => duration(`P${m[1] === undefined && !m[0].endsWith("s") ? "1" : "X"}${units[m[2]!.toLowerCase()]}`), example: "over the past year", source: "TIMEX3" },
  { id: "time/en/recently", pattern: /\b(?:recently|lately|in the past|the past|in recent (?:days|weeks|months|years))\b(?!\s+(?:few|several|two|three|year|month|week|decade|\d))/gi, read: () => reference("PAST_REF"), example: "recently", source: "TIMEX3" },
  { id: "time/en/now", pattern: /\b(?:now|currently|at present|at the moment|nowadays)\b/gi, read: () => reference("PRESENT_REF"), example: "currently", source: "TIMEX3" },
  { id: "time/en/future", pattern: /\b(?:in (?:the )?(?:near |foreseeable )?future|in the coming (?:days|weeks|months|years)|soon)\b/gi, read: () => reference("FUTURE_REF"), example: "in the near future", source: "TIMEX3" },
];

type Reading = ReturnType<TimeRule["read"]>;

function range(from: Reading, to: Reading): Reading {
  if (from === "invalid" || to === "invalid" || from === null || to === null) return "invalid";
  if (from.interval === null || to.interval === null) return from;
  return { ...from, interval: { earliest: from.interval.earliest, latest: to.interval.latest } };
}

function half(which: string, year: string | undefined, relative: string | undefined, anchor: Parameters<TimeRule["read"]>[1]): Reading {
  const first = which.toLowerCase() === "first";
  const span: readonly [number, number, string] = first ? [1, 6, "H1"] : [7, 12, "H2"];
  if (year === undefined) return yearReading(relative?.toLowerCase() === "last" ? -1 : 0, anchor, span);
  const stated = statedYear(Number(year), anchor);
  return { ...stated, value: `${year}-${span[2]}`, interval: { earliest: `${year}-${first ? "01-01" : "07-01"}`, latest: `${year}-${first ? "06-30" : "12-31"}` } };
}

function quarter(which: string, year: number, anchor: Parameters<TimeRule["read"]>[1]): Reading {
  const index = ["first", "second", "third", "fourth"].indexOf(which.toLowerCase());
  const reading = yearReading(0, { day: null, interval: { earliest: `${year}-01-01`, latest: `${year}-12-31` }, year, narrative: false }, [index * 3 + 1, index * 3 + 3, `Q${index + 1}`]);
  anchor.year = year;
  return { ...reading, basis: "stated" };
}

function ago(count: number, unit: string, anchor: Parameters<TimeRule["read"]>[1]): Reading {
  switch (unit) {
    case "day":
      return relativeDay(-count, anchor);
    case "week":
      return weekReading(-count, anchor);
    case "month":
      return monthReading(-count, anchor);
    default:
      return yearReading(-count, anchor, null);
  }
}

/** Time expressions of an English document. */
export function findTimes(document: Document): Found<TimeExpression> {
  return findTimesWith(document, englishTimeRules, isNarrative(document));
}
