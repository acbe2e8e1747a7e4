import type { ActorTable } from "../../actors/actor-table.ts";
import type { Document, Range } from "../../document.ts";
import type { Statement } from "../../records.ts";
import type { Quotation } from "../../statements/quotes.ts";
import type { SubjectReader } from "./statement-subjects.ts";

/** How far behind the words of a speaker “he” or “the minister” may mean him, in characters. */
const nearby = 320;

/** How far apart a statement and one that means its speaker by “его” may be, in characters. */
const veryNear = 120;

const pronoun = /^(?:он|она|его|е[её])$/iu;

/** Nouns for whom the page has just let speak, and what of his office shows that he is meant; `null`: anybody. */
const nouns: readonly (readonly [noun: RegExp, office: RegExp | null])[] = [
  [/^(?:политик|чиновник|собеседник|официальное лицо)$/iu, null],
  [
    /^(?:дипломат|глава дипломатии)$/iu,
    /(?<!\p{L})(?:МИД|посол|постпред|дипломат|министр\p{L}* иностранных|представител\p{L}*)/iu,
  ],
  [
    /^(?:официальный )?(?:представитель(?: внешнеполитического ведомства| ведомства| министерства)?|спикер)$/iu,
    /(?<!\p{L})(?:представител|спикер)/iu,
  ],
  [
    /^(?:министр|глава (?:ведомства|министерства|внешнеполитического ведомства))$/iu,
    /(?<!\p{L})(?:министр|глав\p{L}+ (?:МИД|Минобороны|ведомства))/iu,
  ],
  [/^(?:пресс-секретарь)$/iu, /(?<!\p{L})пресс-секретар/iu],
  [/^(?:президент|глава государства)$/iu, /(?<!\p{L})(?:президент|глав\p{L}+ государства)/iu],
  [
    /^(?:премьер|премьер-министр|глава правительства|глава кабмина)$/iu,
    /(?<!\p{L})(?:премьер|глав\p{L}+ правительства)/iu,
  ],
  [/^(?:канцлер)$/iu, /(?<!\p{L})канцлер/iu],
  [/^(?:госсекретарь)$/iu, /(?<!\p{L})госсекретар/iu],
  [/^(?:генсек|генеральный секретарь)$/iu, /(?<!\p{L})(?:генсек|генеральн\p{L}+ секретар)/iu],
];

/**
 * Say who a speaker without a name is, where the statement right before has one speaker and nobody else is named in
 * between: “он”, “его” (words, not deeds), “министр”, “дипломат”. Verb and office must fit him.
 */
export function withSpeakers(
  document: Document,
  table: ActorTable,
  subjects: SubjectReader,
  statements: readonly Statement[],
): Statement[] {
  const named: Statement[] = [];
  for (const statement of statements) {
    const before = named.at(-1);
    const actor = before === undefined ? null : meant(document, table, subjects, before, statement);
    named.push(actor === null ? statement : { ...statement, actors: [actor] });
  }
  return named;
}

function meant(
  document: Document,
  table: ActorTable,
  subjects: SubjectReader,
  before: Statement,
  { source, actors, cue, start, rule }: Statement,
): string | null {
  if (source === null || actors.length > 0 || rule.endsWith("/turn")) return null;
  const [actor, other] = before.actors;
  if (actor === undefined || other !== undefined) return null;
  const words = document.text.slice(source.start, source.end);
  const person = table.actors.get(actor);
  if (
    (person !== undefined && person.type !== "person") ||
    contradicts(document, cue, words, person?.gender ?? null)
  )
    return null;
  const owns = /^(?:его|е[её])$/iu.test(words);
  const byName =
    pronoun.test(words) ||
    nouns.some(([noun, office]) => noun.test(words) && holds(document, actor, office));
  if (!byName || start - before.end > (owns ? veryNear : nearby)) return null;
  return subjects.namesAnother({ start: before.end, end: Math.max(start, source.start) }, actor)
    ? null
    : actor;
}

/** The page calls the actor by the office. */
function holds(document: Document, actor: string, office: RegExp | null): boolean {
  return (
    office === null ||
    document.layers.actors.some(
      (mention) => mention.actor === actor && office.test(calledAt(document.text, mention)),
    )
  );
}

/** A name with its title, or with the office in apposition. */
function calledAt(text: string, { start, end }: Range): string {
  return text.slice(start, end) + (/^,\s[^,.;]{0,50}/u.exec(text.slice(end, end + 52))?.[0] ?? "");
}

/** “сказала” is no man's. */
function contradicts(
  document: Document,
  cue: Range | null,
  source: string,
  gender: "m" | "f" | null,
): boolean {
  if (gender === null) return false;
  if (/^(?:она|е[её])$/iu.test(source)) return gender === "m";
  if (/^(?:он|его)$/iu.test(source)) return gender === "f";
  const verb = cue === null ? "" : document.text.slice(cue.start, cue.end);
  if (/\p{L}(?:ла|лась)(?!\p{L})/u.test(verb)) return gender === "m";
  return /\p{L}(?:л|лся)(?!\p{L})/u.test(verb) && gender === "f";
}

/** Fewer words are a term, not speech. */
const shortestSpeech = 5;

/**
 * “X заявил о готовности. «Мы ждём…»”: a quotation that is a sentence of its own right behind what one speaker says,
 * in the same paragraph, is his.
 */
export function withQuotesBehind(
  document: Document,
  quotations: readonly Quotation[],
  statements: readonly Statement[],
): Statement[] {
  const { text } = document;
  const added: Statement[] = [];
  let next = 0;
  for (const quotation of quotations) {
    while (next < statements.length && statements[next]!.start < quotation.start) next++;
    const words = text.slice(quotation.start, quotation.end);
    if (words.split(/\s+/u).length < shortestSpeech || !/^[«“"]/u.test(words)) continue;
    if (
      !/^\s*(?:$|\n|[.!?…]?\s*(?=[\p{Lu}«]|$))/u.test(text.slice(quotation.end, quotation.end + 4))
    )
      continue;
    const before = statements[next - 1];
    if (before === undefined || before.source === null || before.actors.length !== 1) continue;
    if (before.end > quotation.start || before.rule.endsWith("/turn")) continue;
    const gap = text.slice(before.end, quotation.start);
    if (!/^[.!?…]\s{0,2}$/u.test(gap) || gap.includes("\n")) continue;
    added.push({
      ...before,
      start: quotation.start,
      end: quotation.end,
      rule: "statement/ru/quote-goes-on",
      cue: null,
      cueLemma: null,
      cueClass: null,
      content: [{ start: quotation.start, end: quotation.end }],
      form: "direct",
      polarity: "affirmed",
    });
  }
  return added.length === 0
    ? [...statements]
    : [...statements, ...added].toSorted((a, b) => a.start - b.start);
}
