import type { Range } from "../document.ts";
import type { TrimRule } from "./trims.ts";

const month =
  "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)";
const day = `\\d{1,2} ${month} \\d{4} года`;

/** Heading and day of a linked page: no sentence end inside; its date is no deadline (“до 1 марта”). */
const linked = (year: string): string =>
  `(?=[\\p{Lu}«])[^.!?:\\n]{5,220}?(?<!(?:^| )(?:до|с|от|к|на|после|по|в)) \\d{1,2} ${month} ${year} года(?! \\d\\d:)`;

/** Where an office begins. */
const head =
  "(?:Президент|Вице-президент|Премьер-министр|Председатель|Министр|Канцлер|Король|Эмир|Принц|Наследный принц|Султан|Генеральный секретарь|Руководитель|Помощник|Заместитель|Секретарь|Глава|Губернатор|Верховный|Федеральный|Генеральный)";
/** Further names and an office, up to a mark or the verb that goes on with the sentence. */
const office = `(?:\\s(?:(?:бен|бин|ибн)\\s)?\\p{Lu}[\\p{L}-]+){0,3}?\\s${head}(?:\\s[\\p{L}-]+){1,14}?(?=\\s(?:[,.:;()]|и ${head}|в свою очередь|со своей стороны|(?:также |не |тепло |высоко |подробно )?(?:дали|(?!(?:отдел|раздел|генерал|филиал|капитал|материал|журнал|канал|персонал|потенциал|недели|модели)\\s)\\p{Ll}{2,}[аеёиуя](?:л|ла|ло|ли|лся|лась|лись))[\\s,:]))`;

/**
 * Furniture of kremlin.ru pages whose blocks have run together into one line, found anywhere in the line: time and
 * place of publication, cards of the persons named, links to other pages.
 */
export const inlineRules: readonly TrimRule[] = [
  {
    id: "clean/kremlin-dateline",
    pattern: new RegExp(
      `(?<!(?:^|\\s)(?:в|во|до|с|от|к|на|после|по|за)\\s|\\d)${day}\\s+\\d{1,2}:\\d{2}(?:\\s+(?:Москва|Московская область|Санкт-Петербург|Сочи|\\p{Lu}[\\p{L}-]{2,24})(?:, \\p{Lu}[\\p{L}-]{2,24})(?=\\s))?`,
      "gu",
    ),
    example: "12 мая 2025 года 13:45 Москва, Кремль",
    source: "kremlin.ru text version",
  },
  {
    id: "clean/kremlin-card",
    pattern: new RegExp(
      `(?<=(?<![\\p{L}])(?:\\p{Lu}\\.\\s?|\\p{Lu}[\\p{L}-]+\\s)(?<stem>(?:(?:[Аа]ль|[Ээ]ль|[Бб]ен|[Бб]ин|[Дд]е|[Вв]ан|[Фф]он)[\\s-])?\\p{Lu}[\\p{L}-]{2,}?)\\p{Ll}{0,3}\\s)\\k<stem>\\p{Ll}{0,3}\\s\\p{Lu}[\\p{L}-]+(?:${office}|(?:\\s\\p{Lu}\\p{Ll}+(?:вич|вна|ич|кызы|оглы))?(?:\\s[^.,:;!?(]{3,180}?(?=\\s[,.:;()]))?)`,
      "gu",
    ),
    example: "Орлов Сергей Ильич министр транспорта , …",
    source: "kremlin.ru text version",
  },
  {
    id: "clean/kremlin-links",
    pattern: new RegExp(
      `(?<=\\s|^)(?:Смотрите также|Дополнительно) ${linked("(?<year>\\d{4})")}(?: ${linked("\\k<year>")}){0,6}`,
      "gu",
    ),
    example: "Смотрите также Встреча с послом 3 мая 2025 года",
    source: "kremlin.ru text version",
  },
];

/** A stretch of a line that is furniture, and the rule that says so. */
export interface Furniture extends Range {
  readonly id: string;
}

/** Nothing of the kind stands in shorter lines. */
const shortest = 60;

/**
 * Find furniture inside a line. Only lines of a page that show themselves to be of this kind are looked at.
 * @returns stretches in order, not overlapping
 */
export function inlineFurniture(text: string): Furniture[] {
  if (text.length < shortest || !/\d{4} года \d{1,2}:\d{2}/u.test(text)) return [];
  const found: Furniture[] = [];
  for (const { id, pattern } of inlineRules)
    for (const match of text.matchAll(pattern)) {
      const stem = match.groups?.["stem"];
      if (stem !== undefined && !isCard(text, match.index, match[0], stem)) continue;
      found.push({ start: match.index, end: match.index + match[0].length, id });
    }
  found.sort((a, b) => a.start - b.start);
  return found.filter((range, index) => index === 0 || range.start >= found[index - 1]!.end);
}

/** The card names the person it stands behind: the same first name, or its initial. */
function isCard(text: string, start: number, card: string, stem: string): boolean {
  const before = text
    .slice(Math.max(0, start - 80), start)
    .split(/[\s.]+/u)
    .filter((word) => word !== "");
  const surname = stem.split(/\s/u).length;
  const first = card.split(/\s/u)[surname]!;
  return before
    .slice(-3 - surname, -surname)
    .some((given) =>
      given.length === 1 ? first.startsWith(given) : first.slice(0, 3) === given.slice(0, 3),
    );
}
