/** Words that stand before a date of publication. */
const lead =
  /^(?:first )?(?:published|updated|posted|last (?:updated|modified)|created|released|issued|date(?: of (?:issue|publication))?|publication date|опубликован[оа]?|обновлен[оа]?|дата(?: публикации)?|发布(?:时间|日期|于)?|发表(?:时间|于)|更新(?:时间|于)?|时间|日期|發布時間|更新時間|来源|veröffentlicht|aktualisiert|stand|datum|fecha|data|tarih|erstellt|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубліковано|оновлено)\s*(?:on|at|le|el|il|am|em|:|：|：)?\s*/iu;
const weekday =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(?:星期|周|週)[一二三四五六日天])\.?,?\s+/iu;
const day =
  /^(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:\s?日)?|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}|\d{1,2}\.\d{1,2}\.\d{2}(?!\d)|\d{1,2}[-\s]\p{L}{3,9}[-\s]\d{2,4})(?:\s*(?:года?|г\.?))?/iu;
const time =
  /^[\s,–|·•()T/-]*(?:(?:at|в|um|à|a las|alle|kl\.?|,)\s*)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?|uhr)?\s*(?:\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}|мск|МСК|Z)\)?)?/iu;
const timeFirst = /^\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?[\s,|·•-]+/u;

/** Longest line of a date, in characters. */
const longest = 110;

/**
 * Whether a line is a date of publication and nothing else: words like “Updated:”, day, time, twice at most,
 * or with the source behind it as Chinese sites write it (“2022-06-15 21:07 来源：…”).
 */
export function isDateLine(text: string): boolean {
  if (text.length > longest || !/\d/.test(text)) return false;
  let rest = text.trim();
  let days = 0;
  for (let round = 0; round < 3 && rest !== ""; round++) {
    const before = rest;
    rest = rest.replace(lead, "").replace(timeFirst, "").replace(weekday, "");
    const found = day.exec(rest);
    if (found !== null) {
      days++;
      rest = rest.slice(found[0].length);
    }
    rest = rest.replace(time, "").replace(/^[\s,;|·•()/–—-]+/u, "");
    if (rest === before) break;
  }
  if (days === 0) return false;
  return (
    rest.replace(/[\s.,|·•()-]+/gu, "") === "" ||
    /^(?:来源|來源|作者|编辑|文章来源|信息来源|source)\s*[:：]/iu.test(rest)
  );
}

const timeAlone =
  /^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?[A-Z]{2,4}T?\)?|\(?local time\)?)?$/iu;

/** Whether a line is an hour and nothing else (“11:56 A.M. EST” above a transcript). */
export function isTimeLine(text: string): boolean {
  return text.length < 30 && timeAlone.test(text.trim());
}

const anyDay = new RegExp(day.source.replace("^", String.raw`(?<![\p{L}\p{N}])`), "giu");
const anyTime = new RegExp(time.source.replace("^", ""), "giu");
const anyLead = new RegExp(lead.source.replace("^", String.raw`(?<!\p{L})`), "giu");

/** Most words of a line that gives a date among other facts of publication. */
const mostWords = 24;

/**
 * A line of facts of publication: a date together with a name, a section, an outlet (“Von Erika Muster
 * 28.04.2023, 18:11 Uhr”).
 * @returns the parts that are no date, for a byline to be looked for; `null` when the line is no such line
 */
export function partsBesideDate(text: string): readonly string[] | null {
  if (text.length > longest * 2 || !/\d/.test(text)) return null;
  const without = text.replace(anyDay, "\u0000");
  if (without === text || without.split(/\s+/u).length > mostWords) return null;
  return without
    .replace(anyTime, "\u0000")
    .replace(anyLead, "\u0000")
    .split(/\u0000|[|•·/()]|\s[–—-]\s/u)
    .map((part) => part.replace(/^[\s,:;.–—-]+|[\s,:;–—-]+$/gu, ""))
    .filter((part) => part !== "");
}

/** Numbers of printed issues and pages, hours of release. */
const issueNumber =
  /№\s?\d|(?<!\p{L})стр\.\s?\d|\b(?:vol|no|issue|page)\.? ?\d|\bposted on\b|第\s?\d+\s?[版期]/iu;

/** Whether a line says in which issue of a paper, or at what hour of which day, the text came out. */
export function isIssueLine(text: string): boolean {
  return text.length <= longest && issueNumber.test(text) && partsBesideDate(text) !== null;
}
