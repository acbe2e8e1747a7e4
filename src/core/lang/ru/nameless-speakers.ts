import type { Range } from "../../document.ts";
import { isGoverned } from "./nominatives.ts";
import type { Pair } from "./statement-pair.ts";

/** A noun that speaks without a name of the tables: “источник в правительстве”. */
export interface Nameless {
  readonly range: Range;
  readonly plural: boolean;
}

const many =
  "[Пп]резиденты|[Лл]идеры|[Гг]лавы(?: двух| обоих)? государств|[Сс]обеседники|[Рр]уководители|[Мм]инистры|(?:[Оо]бе |[Дд]ве )?[Сс]тороны|[Уу]частники(?: \\p{L}+){0,2}|[Ээ]ксперты|[Аа]налитики|[Дд]ипломаты|[Ии]сточники|[Чч]иновники|[Пп]редставители|[Жж]урналисты|[Вв]ласти|[Сс]оюзники|[Пп]ереговорщики|[Дд]елегации|[Нн]аблюдатели|[Пп]олитологи|[Ээ]кономисты|[Пп]олитики|[Сс]енаторы|[Дд]епутаты|[Вв]оенные|[Кк]омментаторы|[Оо]бозреватели|[Сс]пециалисты|[Уу]чёные|[Ии]сследователи|(?:[Гг]осударства|[Сс]траны)[ —–-]{1,3}(?:члены|участники|участницы)|[Гг]азеты|[Мм]едиа|СМИ";
const one =
  "(?:[Оо]фициальный )?[Пп]редставитель|[Сс]обеседник|[Ии]сточник|[Ээ]ксперт|[Аа]налитик|[Пп]олитолог|[Пп]олитик|[Чч]иновник|[Дд]ипломат|[Пп]ресс-секретарь|[Пп]ресс-служба|[Вв]едомство|[Пп]осольство|[Мм]инистерство|[Кк]омпания|[Дд]епутат|[Сс]енатор|[Ээ]кономист|[Жж]урналист|[Сс]пикер|[Пп]ереговорщик|[Нн]аблюдатель|[Уу]чёный|[Вв]остоковед|[Кк]итаист|[Тт]елеграм-канал|[Тт]елеканал|[Гг]азета|[Ии]здание|[Аа]гентство|[Пп]ортал|[Дд]иректор|[Гг]ендиректор|[Пп]рофессор|[Сс]отрудник|[Рр]уководитель|[Зз]амдиректора|[Пп]редседатель|[Ии]сторик|[Оо]бозреватель|[Кк]олумнист|[Мм]инистр|[Пп]ремьер|[Кк]анцлер|[Гг]оссекретарь|[Гг]енсек|[Пп]резидент|[Гг]лава ведомства|[Дд]ипведомство";
const nouns = new RegExp(
  `(?<![\\p{L}-])(?:(?:\\p{L}+[иы]е )?(${many})|(?:\\p{L}+(?:ий|ый|ой|ая|ое) )?(?:${one}))(?![\\p{L}-])`,
  "gu",
);

const leaders =
  /^(?:президенты|лидеры|главы|собеседники|руководители|министры)(?: (?:двух|обеих|обоих|наших|этих) \p{L}+| государств| двух государств| правительств| МИД)?$/iu;
const sides = /^(?:(?:обе|две) )?(?:стороны|страны|делегации|переговорщики)$/iu;

/** Where or whose a nameless speaker is: “в китайских дипломатических кругах”, “близкий к правительству”. */
const whereabouts =
  /^(?:\s(?:“[^”]{1,20}”|«[^»]{1,20}»|"[^"]{1,20}"|\p{Lu}{2,6}))?(?:\sсо ссылкой на [^,;:()]{2,80}|\s(?:в|во|из|при)\s(?!интервью|беседе|разговоре|эфире|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|ходе|связи|ответ|частности|свою|свою|том|числе|соцсет|комментарии|Telegram|X\b)[^,;:()]{2,60}|,? близк\p{Ll}+ к [^,;:()]{2,50},?)/u;

/** What a person leads or where he works, and his name: “директор Центра Карнеги Ан Коваль”. */
const named = /^(?:\s[\p{L}«»“”".-]+){0,10}?\s\p{Lu}[\p{Ll}-]+\s\p{Lu}[\p{L}-]+$/u;

/** Adverbs between a speaker and the verb. */
const adverbs =
  /(?:\s(?:также|ранее|накануне|вчера|сегодня|позже|затем|тоже|уже|вновь|прямо|не|\p{L}+но))+\s*$/u;

/** The last nameless speaker of a range, in the nominative. */
export function lastNameless(text: string, range: Range): Nameless | null {
  return allIn(text, range).at(-1) ?? null;
}

/** The first nameless speaker of a range, in the nominative. */
export function firstNameless(text: string, range: Range): Nameless | null {
  return allIn(text, range)[0] ?? null;
}

function allIn(text: string, range: Range): Nameless[] {
  return [...text.slice(range.start, range.end).matchAll(nouns)]
    .map((match) => {
      const start = range.start + match.index;
      return { range: { start, end: start + match[0].length }, plural: match[1] !== undefined };
    })
    .filter((found) => !isGoverned(text, found.range.start));
}

/** A nameless speaker with the words that say where or whose it is, up to a place. */
export function withWhereabouts(text: string, range: Range, limit: number): Range {
  const rest = text.slice(range.end, limit).replace(adverbs, "").trimEnd();
  const found = whereabouts.exec(rest) ?? named.exec(rest);
  return found !== null && found[0].length === rest.length
    ? { start: range.start, end: range.end + found[0].length }
    : range;
}

/** What follows says that others are meant: “лидеры ряда стран”. */
const ofOthers =
  /^\s(?:ряда|нескольких|многих|некоторых|других|всех|ведущих|мировых|стран(?!\p{L})|государств(?!\p{L})|(?!двух|обеих|обоих|наших|этих)\p{Ll}+[иы]х (?:стран|государств|держав))/u;

/**
 * The two leaders or the two sides, where the words mean them; else open.
 * @param behind - the text behind the words
 */
export function actorsOfWords(words: string, behind: string, pair: Pair): readonly string[] {
  if (ofOthers.test(behind)) return [];
  if (leaders.test(words)) return pair.people;
  return sides.test(words) ? pair.sides : [];
}
