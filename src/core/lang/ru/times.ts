import type { Document, TimeExpression } from "../../document.ts";
import { findTimesWith } from "../../time/find-times.ts";
import { isNarrative } from "../../time/mode.ts";
import {
  dayWithoutYear, duration, monthReading, monthWithoutYear, reference, relativeDay, statedDay, statedMonth, statedYear, weekdayReading, weekReading, yearReading, type TimeRule,
} from "../../time/rules.ts";
import type { Found } from "../pack.ts";

const stems = ["янв", "фев", "мар", "апр", "ма[йяе]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
const M = "(январ[ьяюе]|феврал[ьяюе]|март[аеу]?|апрел[ьяюе]|ма[йяюе]|июн[ьяюе]|июл[ьяюе]|август[аеу]?|сентябр[ьяюе]|октябр[ьяюе]|ноябр[ьяюе]|декабр[ьяюе])";
const B = "(?<![\\p{L}\\p{N}])";
const E = "(?![\\p{L}\\p{N}])";
const monthOf = (word: string): number => stems.findIndex((stem) => new RegExp(`^${stem}`, "iu").test(word)) + 1;
const weekdays = ["воскресен", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"];
const weekdayOf = (word: string): number => weekdays.findIndex((stem) => word.toLowerCase().startsWith(stem));

function ahead(match: RegExpExecArray, text: string): boolean {
  const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 40);
  return /(?:будет|будут|планиру\p{L}+|намечен\p{L}*|состоится|состоятся|предстоящ\p{L}+|пройд[её]т|следующ\p{L}+|ожида\p{L}+|запланирован\p{L}*)/iu.test(around);
}

/** Russian time expressions, most specific first. */
export const russianTimeRules: readonly TimeRule[] = [
  { id: "time/ru/full", pattern: new RegExp(`${B}(\\d{1,2})(?:-го)?\\s+${M}\\s+(\\d{4})(?:\\s+год[а-я]*|\\s+г\\.)?`, "giu"), read: (m, a) => statedDay(Number(m[3]), monthOf(m[2]!), Number(m[1]), a), example: "24 февраля 2025 года", source: "TIMEX3" },
  { id: "time/ru/dotted", pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/gu, read: (m, a) => statedDay(Number(m[3]), Number(m[2]), Number(m[1]), a), example: "24.02.2025", source: "TIMEX3" },
  { id: "time/ru/range", pattern: new RegExp(`${B}(\\d{1,2})\\s*[-–—]\\s*(\\d{1,2})\\s+${M}${E}(?:\\s+(\\d{4})(?:\\s+год[а-я]*|\\s+г\\.)?)?`, "giu"), read: (m, a, t) => joined(m, a, t), example: "23–24 июня", source: "TIMEX3" },
  { id: "time/ru/day-month", pattern: new RegExp(`${B}(\\d{1,2})(?:-го)?\\s+${M}${E}(?!\\s+\\d{4})`, "giu"), read: (m, a, t) => dayWithoutYear(monthOf(m[2]!), Number(m[1]), a, ahead(m, t), null), example: "8 мая", source: "TIMEX3" },
  { id: "time/ru/month-year", pattern: new RegExp(`${B}${M}\\s+(\\d{4})(?:\\s+год[а-я]*|\\s+г\\.)?`, "giu"), read: (m, a) => statedMonth(Number(m[2]), monthOf(m[1]!), a), example: "в феврале 2022 года", source: "TIMEX3" },
  { id: "time/ru/half", pattern: new RegExp(`${B}(перв|втор)[а-я]+\\s+полугоди[ияе]\\s*(\\d{4})?(?:\\s+год[а-я]*)?`, "giu"), read: (m, a) => { const span: [number, number, string] = m[1]!.toLowerCase() === "перв" ? [1, 6, "H1"] : [7, 12, "H2"]; return m[2] === undefined ? yearReading(0, a, span) : { ...yearReading(0, { ...a, interval: { earliest: `${m[2]}-01-01`, latest: `${m[2]}-12-31` }, narrative: false }, span), basis: "stated" }; }, example: "в первом полугодии", source: "TIMEX3" },
  { id: "time/ru/year", pattern: new RegExp(`${B}((?:1[5-9]|20)\\d{2})(?:-?(?:м|го|й))?\\s+(?:год[а-я]*|г\\.)`, "giu"), read: (m, a) => statedYear(Number(m[1]), a), example: "с 2022 года", source: "TIMEX3" },
  { id: "time/ru/relative-day", pattern: new RegExp(`${B}(сегодня|вчера|позавчера|завтра|послезавтра|накануне)${E}`, "giu"), read: (m, a) => relativeDay({ сегодня: 0, вчера: -1, позавчера: -2, завтра: 1, послезавтра: 2, накануне: -1 }[m[1]!.toLowerCase()]!, a), example: "вчера", source: "TIMEX3" },
  { id: "time/ru/weekday", pattern: new RegExp(`${B}(?:в|во)\\s+(понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)${E}`, "giu"), read: (m, a, t) => weekdayReading(weekdayOf(m[1]!), a, ahead(m, t)), example: "в четверг", source: "TIMEX3" },
  { id: "time/ru/week", pattern: new RegExp(`${B}(?:на|с)\\s+(прошл|эт|следующ|нынешн)[а-я]+\\s+недел[еию]${E}`, "giu"), read: (m, a) => weekReading(/^прошл/iu.test(m[1]!) ? -1 : /^следующ/iu.test(m[1]!) ? 1 : 0, a), example: "на прошлой неделе", source: "TIMEX3" },
  { id: "time/ru/month-relative", pattern: new RegExp(`${B}(?:в\\s+)?(прошл|эт|следующ|текущ)[а-я]+\\s+месяце${E}`, "giu"), read: (m, a) => monthReading(/^прошл/iu.test(m[1]!) ? -1 : /^следующ/iu.test(m[1]!) ? 1 : 0, a), example: "в прошлом месяце", source: "TIMEX3" },
  { id: "time/ru/year-relative", pattern: new RegExp(`${B}(?:в\\s+)?(прошл|эт|следующ|текущ|нынешн)[а-я]+\\s+год[ау]${E}`, "giu"), read: (m, a) => yearReading(/^прошл/iu.test(m[1]!) ? -1 : /^следующ/iu.test(m[1]!) ? 1 : 0, a, null), example: "в прошлом году", source: "TIMEX3" },
  { id: "time/ru/month", pattern: new RegExp(`${B}(?:в|с|к|до)\\s+(январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре|января|февраля|марта|апреля|июня|июля|августа|сентября|октября|ноября|декабря)${E}(?!\\s+\\d{4})`, "giu"), read: (m, a, t) => monthWithoutYear(monthOf(m[1]!), a, ahead(m, t)), example: "в феврале", source: "TIMEX3" },
  { id: "time/ru/duration", pattern: new RegExp(`${B}(\\d+)\\s+(лет|год[а]?|месяц[а-я]*|недел[а-я]*|дн[а-я]+|день)${E}`, "giu"), read: (m) => duration(`P${m[1]}${/^(?:лет|год)/iu.test(m[2]!) ? "Y" : /^мес/iu.test(m[2]!) ? "M" : /^нед/iu.test(m[2]!) ? "W" : "D"}`), example: "75 лет", source: "TIMEX3" },
  { id: "time/ru/recently", pattern: new RegExp(`${B}(?:недавно|в последнее время|в последние годы)${E}`, "giu"), read: () => reference("PAST_REF"), example: "недавно", source: "TIMEX3" },
  { id: "time/ru/now", pattern: new RegExp(`${B}(?:сейчас|в настоящее время|ныне)${E}`, "giu"), read: () => reference("PRESENT_REF"), example: "в настоящее время", source: "TIMEX3" },
];

type Reading = ReturnType<TimeRule["read"]>;

function joined(match: RegExpExecArray, anchor: Parameters<TimeRule["read"]>[1], text: string): Reading {
  const month = monthOf(match[3]!);
  const read = (day: string): Reading =>
    match[4] === undefined ? dayWithoutYear(month, Number(day), anchor, ahead(match, text), null) : statedDay(Number(match[4]), month, Number(day), anchor);
  const from = read(match[1]!);
  const to = read(match[2]!);
  if (from === "invalid" || to === "invalid" || from === null || to === null) return "invalid";
  if (from.interval === null || to.interval === null) return from;
  return { ...from, interval: { earliest: from.interval.earliest, latest: to.interval.latest } };
}

/** Time expressions of a Russian document. */
export function findTimes(document: Document): Found<TimeExpression> {
  return findTimesWith(document, russianTimeRules, isNarrative(document));
}
