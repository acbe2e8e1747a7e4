import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { chooseEdition, findSummits, type Edition } from "../encounters/summits.ts";
import type { DateInterval } from "../records.ts";
import { addDays, monthInterval, weekdayOf } from "./calendar.ts";

/** Weekdays as texts of the three languages name them, 0 Sunday. */
const weekdays: readonly RegExp[] = [
  /\bSunday\b|воскресенье|周日|星期日/iu,
  /\bMonday\b|понедельник|周一|星期一/iu,
  /\bTuesday\b|вторник|周二|星期二/iu,
  /\bWednesday\b|среду|周三|星期三/iu,
  /\bThursday\b|четверг|周四|星期四/iu,
  /\bFriday\b|пятницу|周五|星期五/iu,
  /\bSaturday\b|субботу|周六|星期六/iu,
];

const coming =
  /\b(?:will|is to|are to|is due|is set|expected to|ahead of|prepare for|upcoming|plans? to|next)\b|состоится|предстоящ|планиру|将(?:于|在|出席|举行)|下周/iu;

/** How far from a summit's name its place or year may stand, in characters. */
const reach = 60;
/** The place or year right before the name: “the 2022 Samarkand …”, “в Самарканде на …”, “撒马尔罕…”. */
const placeBefore =
  /(?:[\p{Lu}\d][\p{L}\d]*[\s,]+){1,2}$|\p{Script=Han}{1,12}$|(?:\bin|\bat|в)\s+\p{Lu}\p{L}+[^.;]{0,40}$/u;
/** The place or year right after it: “ … in Samarkand”, “ … 2022”. */
const placeAfter =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:was |is |being |to be )?(?:held|taking place|took place|hosted)\s+)?(?:(?:in|at|on the|в|во)\s+[^,.;:–—]{2,40}|\d{4}|\p{Script=Han}{1,12})/u;

/**
 * The days a page may be from, by how it speaks of a known summit (“last week”, “on Friday”).
 * @param since - first day the text can be from; earlier editions are not meant
 * @returns `null` when no summit is placed in the page's own time
 */
export function summitWindow(
  document: Document,
  context: Context,
  since: string | null,
): DateInterval | null {
  for (const mention of findSummits(document.text, context)) {
    const editions = mention.editions.filter(
      (edition) => since === null || edition.latest >= since,
    );
    if (editions.length === 0) continue;
    const sentence = document.layers.sentences.find(
      (candidate) => candidate.start <= mention.start && mention.start < candidate.end,
    );
    const from = sentence?.start ?? Math.max(0, mention.start - 150);
    const near = document.text.slice(from, sentence?.end ?? mention.end + 150);
    // Only a place or year right beside the name tells the edition: further off stand other countries.
    const before = document.text.slice(Math.max(from, mention.start - reach), mention.start);
    const after = document.text.slice(
      mention.end,
      Math.min(from + near.length, mention.end + reach),
    );
    const lead = placeBefore.exec(before)?.[0] ?? "";
    const name = document.text.slice(mention.start, mention.end);
    const text = `${lead}${name}${placeAfter.exec(after)?.[0] ?? ""}`;
    const own = { ...mention, editions, start: lead.length, end: lead.length + name.length };
    const edition = chooseEdition(own, { ...document, text }, context);
    if (edition === null) continue;
    const window = coming.test(near) ? windowBefore(near, edition) : windowAfter(near, edition);
    if (window !== null) return window;
  }
  return null;
}

function windowAfter(near: string, edition: Edition): DateInterval | null {
  const monday = addDays(edition.latest, -((weekdayOf(edition.latest) + 6) % 7));
  if (/\blast week\b|на прошлой неделе|上周/iu.test(near)) {
    return { earliest: addDays(monday, 7), latest: addDays(monday, 13) };
  }
  const day = dayNamed(near, edition);
  if (day !== null) return { earliest: day, latest: addDays(day, 6) };
  if (/\bthis week\b|на этой неделе|本周/iu.test(near)) {
    return { earliest: edition.earliest, latest: addDays(monday, 6) };
  }
  if (/\b(?:this|earlier this) month\b|в этом месяце|本月/iu.test(near)) {
    return { earliest: edition.latest, latest: monthOf(edition.latest).latest };
  }
  if (/\blast month\b|в прошлом месяце|上个?月/iu.test(near)) {
    return monthOf(addDays(monthOf(edition.latest).latest, 1));
  }
  return null;
}

function windowBefore(near: string, edition: Edition): DateInterval | null {
  const monday = addDays(edition.earliest, -((weekdayOf(edition.earliest) + 6) % 7));
  if (/\bnext week\b|на следующей неделе|下周/iu.test(near)) {
    return { earliest: addDays(monday, -7), latest: addDays(monday, -1) };
  }
  if (/\bthis week\b|на этой неделе|本周/iu.test(near))
    return { earliest: monday, latest: edition.earliest };
  const day = dayNamed(near, edition);
  if (day !== null) return { earliest: addDays(day, -6), latest: day };
  if (/\btomorrow\b|завтра|明天/iu.test(near)) {
    return { earliest: addDays(edition.earliest, -1), latest: addDays(edition.earliest, -1) };
  }
  if (/\b(?:later )?this month\b|в этом месяце|本月/iu.test(near)) {
    return { earliest: monthOf(edition.earliest).earliest, latest: edition.earliest };
  }
  return null;
}

/** The day of an interval of a week at most whose weekday a text names; `null` when none or several fit. */
export function dayNamed(text: string, { earliest, latest }: DateInterval): string | null {
  const days: string[] = [];
  for (let day = earliest; day <= latest && days.length < 8; day = addDays(day, 1)) {
    if (weekdays[weekdayOf(day)]!.test(text)) days.push(day);
  }
  return days.length === 1 ? days[0]! : null;
}

function monthOf(day: string): DateInterval {
  return monthInterval(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}
