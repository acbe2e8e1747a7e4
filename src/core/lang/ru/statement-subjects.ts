import { mentionsIn } from "../../actors/lookup.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document, Range } from "../../document.ts";
import { valuesOf } from "../../tsv.ts";
import { formKey } from "./cue-forms.ts";

/** Who speaks. */
export interface Subject {
  readonly range: Range;
  readonly actors: readonly string[];
  readonly plural: boolean;
}

/** The two who met, when the account names exactly two: the people and their sides. */
export interface Pair {
  readonly people: readonly string[];
  readonly sides: readonly string[];
}

/** Looks for speakers in a document. */
export interface SubjectReader {
  readonly pair: Pair;
  /** The nearest subject before a place in its sentence. */
  before(sentence: Range, at: number, plural: boolean): Subject | null;
  /** The subject that begins right at a place (after the verb). */
  after(sentence: Range, at: number): Subject | null;
  /** The first subject of a range. */
  first(range: Range): Subject | null;
}

/** Nouns that speak without a name of the tables; their actors are the two leaders, the two sides, or open. */
const leaders =
  /^(?:президенты|лидеры|главы|собеседники|руководители|министры)(?: (?:двух|обеих|обоих|наших|этих) \p{L}+| государств| двух государств| правительств| МИД)?$/iu;
const sides = /^(?:(?:обе|две) )?(?:стороны|страны|делегации|переговорщики)$/iu;
const nameless =
  /(?<![\p{L}-])(?:[Пп]резиденты|[Лл]идеры|[Гг]лавы(?: двух| обоих)? государств|[Сс]обеседники|[Рр]уководители|[Мм]инистры|(?:[Оо]бе |[Дд]ве )?[Сс]тороны|[Уу]частники(?: \p{L}+){0,2}|[Ээ]ксперты|[Аа]налитики|[Дд]ипломаты?|[Ии]сточники?|[Сс]обеседник \p{L}+|(?:[Оо]фициальный )?[Пп]редставител[ьи]|[Пп]ресс-секретарь|[Пп]ресс-служба)(?![\p{L}-])/gu;

/** Words before a mention that make it no subject. */
const governed =
  /(?:^|[\s(«])(?:с|со|к|ко|от|для|о|об|обо|у|при|между|за|на|в|во|по|из|перед|после|через|без|против|под|над|до|среди|своей|обеих|этой|другой|всех|словам|мнению|имени|стороне)\s+$/iu;

/** Names that show no case (США, ОАЭ, КНР) are subjects only at the head of a clause. */
const declined = /\p{Ll}/u;

function opensClause(text: string, sentence: Range, mention: Range): boolean {
  return /(?:^|[,;—–]\s*)(?:(?:а|и|но|также|при этом)\s+)?$/u.test(
    text.slice(sentence.start, mention.start),
  );
}

/** Longest stretch between a subject and its verb, in characters. */
const reach = 150;

/** A reader of speakers for a document. */
export function subjectReader(document: Document, context: Context): SubjectReader {
  const nominatives = nominativeWords(context);
  const pair = pairOf(document);
  const { text } = document;
  const subjectOf = (mentions: readonly ActorMention[]): Subject => {
    const first = mentions[0]!;
    const range = { start: first.start, end: mentions.at(-1)!.end };
    const words = text.slice(range.start, range.end);
    const named = [...new Set(mentions.flatMap(membersOf))];
    const actors = named.length === 0 ? openActors(words, pair) : named;
    return {
      range,
      actors,
      plural:
        mentions.length > 1 ||
        first.actors.length > 1 ||
        first.how === "group" ||
        actors.length > 1,
    };
  };
  const eligible = (mention: ActorMention): boolean =>
    mention.how !== "demonym" &&
    (mention.type !== "place" || mention.how === "metonym") &&
    !governed.test(text.slice(Math.max(0, mention.start - 14), mention.start)) &&
    isNominative(text.slice(mention.start, mention.end), nominatives);
  return {
    pair,
    before(sentence, at, plural) {
      const mentions = mentionsIn(document, { start: sentence.start, end: at }).filter(eligible);
      for (let index = mentions.length - 1; index >= 0; index--) {
        const last = mentions[index]!;
        if (last.end > at || !isGap(text.slice(last.end, at))) continue;
        let from = index;
        while (
          from > 0 &&
          /^(?:,| и| а также|, а также)(?: [\p{Ll}\d ]{1,30})?\s$/u.test(
            text.slice(mentions[from - 1]!.end, mentions[from]!.start),
          ) &&
          plural
        )
          from--;
        if (
          !declined.test(text.slice(last.start, last.end)) &&
          !opensClause(text, sentence, mentions[from]!)
        )
          continue;
        const subject = subjectOf(mentions.slice(from, index + 1));
        if (subject.plural !== plural) continue;
        return subject;
      }
      return namelessBefore(text, sentence, at, plural, pair);
    },
    after(sentence, at) {
      const mention = mentionsIn(document, { start: at, end: sentence.end }).find(
        (candidate) => candidate.start >= at,
      );
      if (mention === undefined || !eligible(mention)) return null;
      const gap = text.slice(at, mention.start);
      if (
        !/^\s(?:(?:также|ранее|далее|вчера|сегодня|журналистам|в ответ|позднее|затем|официальный|\p{L}+ (?=представитель))\s)?$/u.test(
          gap,
        )
      )
        return null;
      return subjectOf([mention]);
    },
    first(range) {
      const mention = mentionsIn(document, range).find(
        (candidate) => eligible(candidate) && candidate.type !== "place",
      );
      return mention === undefined ? null : subjectOf([mention]);
    },
  };
}

/** What may stand between a subject and its verb: no clause of its own. */
function isGap(gap: string): boolean {
  if (gap.length > reach || /[.!?:;«]|(?:^|[\s,])(?:котор\p{L}+|что|чтобы|если|когда)\s/u.test(gap))
    return false;
  const commas = gap.split(",").length - 1;
  return commas % 2 === 0 && !/\sи\s*$/u.test(gap);
}

function namelessBefore(
  text: string,
  sentence: Range,
  at: number,
  plural: boolean,
  pair: Pair,
): Subject | null {
  const match = [...text.slice(sentence.start, at).matchAll(nameless)].at(-1);
  if (match === undefined) return null;
  const start = sentence.start + match.index;
  const range = { start, end: start + match[0].length };
  const many = /(?:ы|и|ки)(?: \p{L}+)*$/u.test(match[0]) && !match[0].endsWith("тель");
  if (many !== plural || !isGap(text.slice(range.end, at))) return null;
  if (governed.test(text.slice(Math.max(0, start - 14), start))) return null;
  return { range, actors: openActors(match[0], pair), plural };
}

function openActors(words: string, pair: Pair): readonly string[] {
  if (leaders.test(words)) return pair.people;
  return sides.test(words) ? pair.sides : [];
}

/** Ids of a mention: the members of a group, else the actor alone. */
export function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

/** The people an account's title and first sentences name, when they are exactly two of two states. */
function pairOf(document: Document): Pair {
  const none: Pair = { people: [], sides: [] };
  const opening = document.layers.sentences
    .filter((sentence) => document.blocks[sentence.block]?.role === "paragraph")
    .slice(0, 2)
    .at(0);
  const title = document.blocks.find((block) => block.role === "title");
  const ranges = [title, opening].filter((range) => range !== undefined);
  const people = new Set<string>();
  for (const range of ranges)
    for (const mention of mentionsIn(document, range))
      if (mention.type === "person" && mention.how === "name" && mention.actor !== null)
        people.add(mention.actor);
  if (people.size === 1 && document.party !== null && document.layers.sentences.length > 1) {
    for (const sentence of document.layers.sentences.slice(1, 4))
      for (const mention of mentionsIn(document, sentence))
        if (mention.type === "person" && mention.actor?.startsWith(`${document.party}:`) === true)
          people.add(mention.actor);
  }
  const states = new Set([...people].map((actor) => actor.split(":")[0]!));
  if (people.size !== 2 || states.size !== 2 || states.has("new") || states.has("INT")) return none;
  return { people: [...people], sides: [...states] };
}

/** First words of names and titles as the tables give them, which is the nominative. */
function nominativeWords(context: Context): ReadonlySet<string> {
  return context.derived("statements/ru/nominatives", () => {
    const words = new Set<string>();
    const add = (forms: readonly string[]): void => {
      for (const form of forms) for (const word of form.split(/\s+/u)) words.add(formKey(word));
    };
    for (const table of ["people", "states", "bodies", "outlets", "offices", "places"])
      for (const row of context.rows(`knowledge/${table}`))
        for (const form of [...valuesOf(row, "ru"), ...valuesOf(row, "ru_short")])
          add([form.split(/\s+/u)[0]!, ...(table === "people" ? form.split(/\s+/u) : [])]);
    for (const table of ["titles", "roles"])
      for (const row of context.rows(`lang/ru/lexicon/${table}`))
        add([(row["form"] ?? "").split(/\s+/u)[0]!]);
    for (const word of [
      "он",
      "она",
      "они",
      "стороны",
      "лидеры",
      "главы",
      "президенты",
      "обе",
      "оба",
    ])
      words.add(word);
    return words;
  });
}

function isNominative(words: string, nominatives: ReadonlySet<string>): boolean {
  const first = formKey(words.split(/[\s\u00a0]+/u)[0]!);
  if (nominatives.has(first)) return !/^(?:двух|обеих|обоих)$/u.test(first);
  if (/(?:ий|ый|ая|яя|ое|ие|ые)$/u.test(first)) return true;
  return /[бвгджзклнпрстфхцчшщйь]$/u.test(first) && !/[её]й$|[иыо]й$/u.test(first);
}
