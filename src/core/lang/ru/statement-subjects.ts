import { mentionsIn } from "../../actors/lookup.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document, Range } from "../../document.ts";
import {
  actorsOfWords,
  firstNameless,
  lastNameless,
  withWhereabouts,
  type Nameless,
} from "./nameless-speakers.ts";
import { endsInNominative, isGoverned, isNominative, nominativeWords } from "./nominatives.ts";
import { membersOf, pairOf, type Pair } from "./statement-pair.ts";

/** Who speaks. */
export interface Subject {
  readonly range: Range;
  readonly actors: readonly string[];
  readonly plural: boolean;
}

/** Looks for speakers in a document. */
export interface SubjectReader {
  readonly pair: Pair;
  /** The nearest subject before a place in its sentence. */
  before(sentence: Range, at: number, plural: boolean): Subject | null;
  /** The subject that follows a verb before the next mark, with times, listeners and media between. */
  after(sentence: Range, at: number): Subject | null;
  /** The first subject of a range. */
  first(range: Range): Subject | null;
  /** The first subject right after a comma in a range. */
  afterComma(range: Range): Subject | null;
  /** Whether a person other than an actor may be a subject in a range. */
  namesAnother(range: Range, actor: string): boolean;
}

/** Names that show no case (США, ОАЭ, КНР) are subjects only at the head of a clause. */
const declined = /\p{Ll}/u;
/** Names of states and bodies that are plurals in Russian. */
const pluralNames =
  /^(?:США|ОАЭ|СМИ|ВС|(?:Соедин[её]нные|Объедин[её]нные) |Штаты|Нидерланды|Филиппины|Мальдивы|Вооруж[её]нные )/u;

/** Between two who speak together. */
const conjunction = /^(?:,| и| а также|, а также)(?: [\p{Ll}\d ]{1,30})?\s$/u;

/** Longest stretch between a subject and its verb, in characters. */
const reach = 150;

/** A reader of speakers for a document. */
export function subjectReader(document: Document, context: Context): SubjectReader {
  const nominatives = nominativeWords(context);
  const pair = pairOf(document);
  const { text } = document;
  const eligible = (mention: ActorMention): boolean =>
    mention.how !== "demonym" &&
    (mention.type !== "place" || mention.how === "metonym") &&
    !isGoverned(text, mention.start) &&
    !/\p{L}-$/u.test(text.slice(Math.max(0, mention.start - 2), mention.start)) &&
    (isNominative(text.slice(mention.start, mention.end), nominatives) ||
      (mention.type === "person" &&
        endsInNominative(text.slice(mention.start, mention.end), nominatives)));
  const subjectOf = (mentions: readonly ActorMention[]): Subject =>
    readSubject(document, pair, mentions);
  return {
    pair,
    before(sentence, at, plural) {
      const start = Math.max(sentence.start, at - 2 * reach);
      const mentions = mentionsIn(document, { start, end: at }).filter(eligible);
      for (let index = mentions.length - 1; index >= 0; index--) {
        const last = mentions[index]!;
        if (last.end > at || !isGap(text.slice(last.end, at))) continue;
        let from = index;
        while (plural && from > 0 && isJoined(text, mentions[from - 1]!, mentions[from]!)) from--;
        // “Ана Коваль Президент Республики …”: a card's name and office without a comma.
        const name = mentions[index - 1];
        if (!plural && name !== undefined && isSameAgain(text, name, last)) from = index - 1;
        if (
          !declined.test(text.slice(last.start, last.end)) &&
          !opensClause(text, sentence, mentions[from]!)
        )
          continue;
        const subject = subjectOf(mentions.slice(from, index + 1));
        if (subject.plural === plural) return subject;
      }
      return namelessBefore(document, { start, end: at }, plural, pair);
    },
    after(sentence, at) {
      const region = { start: at, end: endOfAttribution(text, at, sentence.end) };
      const mention = mentionsIn(document, region)
        .filter((candidate) => candidate.start > at && eligible(candidate))
        .reduce<ActorMention | null>(
          (best, candidate) => (best === null || rank(candidate) > rank(best) ? candidate : best),
          null,
        );
      const nameless = firstNameless(text, region);
      const named =
        mention !== null &&
        (nameless === null ||
          rank(mention) > 1 ||
          mention.start < nameless.range.start ||
          isCalled(text, nameless.range, mention));
      const start = named ? mention.start : nameless?.range.start;
      if (start === undefined || /(?<!\p{L})(?:что|котор\p{Ll}+)\s/u.test(text.slice(at, start)))
        return null;
      if (named && nameless !== null && isCalled(text, nameless.range, mention))
        return {
          ...subjectOf([mention]),
          range: { start: nameless.range.start, end: mention.end },
        };
      if (named) return subjectOf([mention]);
      return readNameless(document, nameless!, region.end, pair);
    },
    first(range) {
      const mention = mentionsIn(document, range).find(
        (candidate) => eligible(candidate) && candidate.type !== "place",
      );
      return mention === undefined ? null : subjectOf([mention]);
    },
    afterComma(range) {
      const mention = mentionsIn(document, range).find(
        (candidate) =>
          candidate.start >= range.start &&
          eligible(candidate) &&
          /,\s$/u.test(text.slice(candidate.start - 2, candidate.start)),
      );
      return mention === undefined ? null : subjectOf([mention]);
    },
    namesAnother(range, actor) {
      return mentionsIn(document, range).some(
        (mention) => mention.type === "person" && mention.actor !== actor && eligible(mention),
      );
    },
  };
}

function readSubject(document: Document, pair: Pair, mentions: readonly ActorMention[]): Subject {
  const first = mentions[0]!;
  const range = { start: startOf(document.text, first.start), end: mentions.at(-1)!.end };
  const words = document.text.slice(first.start, range.end);
  const named = [...new Set(mentions.flatMap(membersOf))];
  const actors =
    named.length === 0 ? actorsOfWords(words, behind(document, range.end), pair) : named;
  const plural =
    (mentions.length > 1 && named.length !== 1) ||
    first.actors.length > 1 ||
    first.how === "group" ||
    actors.length > 1 ||
    pluralNames.test(words);
  return { range, actors, plural };
}

function behind(document: Document, at: number): string {
  return document.text.slice(at, at + 48);
}

/** An office whose state or body the mention begins with belongs to it: “помощник | президента Валдории Ан Коваль”. */
const offices =
  /(?<!\p{L})(?:(?:\p{Ll}+(?:ый|ий)\s)?(?:глава|помощник|советник|пресс-секретарь|представитель|заместитель|спецпредставитель|спецпосланник|руководитель|замглавы|председатель|спикер|посол|постпред|директор|лидер)\s)$/iu;

function startOf(text: string, start: number): number {
  if (!/^\p{Ll}/u.test(text.slice(start, start + 2))) return start;
  return start - (offices.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0);
}

function opensClause(text: string, sentence: Range, mention: Range): boolean {
  return /(?:^|[,;—–]\s*)(?:(?:а|и|но|также|при этом)\s+)?$/u.test(
    text.slice(sentence.start, mention.start),
  );
}

function isJoined(text: string, one: ActorMention, other: ActorMention): boolean {
  return conjunction.test(text.slice(one.end, other.start));
}

function isSameAgain(text: string, one: ActorMention, other: ActorMention): boolean {
  return (
    one.actor !== null &&
    one.actor === other.actor &&
    /^[\s\u00a0]+$/u.test(text.slice(one.end, other.start))
  );
}

/** “газета X”, “пресс-служба Y”: the noun and its name. */
function isCalled(text: string, noun: Range, name: Range): boolean {
  return noun.end <= name.start && /^[\s«“"]*$/u.test(text.slice(noun.end, name.start));
}

/** People before bodies, bodies before media: “рассказал РИА Новости политолог …”. */
function rank({ type, how }: ActorMention): number {
  if (type === "person" || type === "group" || how === "role") return 3;
  return type === "medium" ? 1 : 2;
}

/** Up to the next mark outside of names in quotation marks. */
function endOfAttribution(text: string, at: number, limit: number): number {
  const rest = text.slice(at, Math.min(limit, at + 200));
  const bare = rest.replace(/«[^»]{0,60}»|“[^”]{0,60}”|"[^"]{0,60}"/gu, (name) =>
    "x".repeat(name.length),
  );
  const stop = bare.search(/[,;:!?—–«»()]|\.(?=\s|$)|\s-\s/u);
  return at + (stop === -1 ? rest.length : stop);
}

/** Names in marks, brackets, years and relative clauses set off by commas. */
const aside = /«[^»]*»|\([^)]*\)|\d гг?\.|,\s(?:[\p{Ll}]+\s){0,2}котор\p{Ll}+\s[^,;:]{1,120},/gu;

/** A verb before “and”: “X посетил порт и отметил”. */
const deedBefore = /\p{Ll}{2}(?:л|ла|ло|ли|лся|лась|лись)\s[^,]*\sи\s*$/u;

/** What may stand between a subject and its verb: no clause of its own. */
function isGap(gap: string): boolean {
  if (gap.length > reach) return false;
  const bare = gap.replace(aside, "");
  if (/[.!?:;«]|(?:^|[\s,])(?:котор\p{L}+|что|чтобы|если|когда)\s/u.test(bare)) return false;
  const commas = bare.split(",").length - 1;
  return commas % 2 === 0 && (!/\sи\s*$/u.test(bare) || deedBefore.test(bare));
}

function namelessBefore(
  document: Document,
  range: Range,
  plural: boolean,
  pair: Pair,
): Subject | null {
  const found = lastNameless(document.text, range);
  if (found === null || found.plural !== plural) return null;
  if (!isGap(document.text.slice(found.range.end, range.end))) return null;
  return readNameless(document, found, range.end, pair);
}

/** A nameless speaker; his actor where his name stands at the end of the phrase after all. */
function readNameless(document: Document, found: Nameless, limit: number, pair: Pair): Subject {
  const range = withWhereabouts(document.text, found.range, limit);
  const words = document.text.slice(found.range.start, found.range.end);
  const inside = mentionsIn(document, range);
  const medium = inside.find(({ type, start }) => type === "medium" && start >= found.range.end);
  if (medium !== undefined) return { range, actors: membersOf(medium), plural: found.plural };
  const last = inside.at(-1);
  const named = last?.type === "person" && last.how === "name" && last.end === range.end;
  return {
    range,
    actors: named ? membersOf(last) : actorsOfWords(words, behind(document, found.range.end), pair),
    plural: found.plural,
  };
}
