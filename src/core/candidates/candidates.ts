import type { Context } from "../context.ts";
import { spanOf, type Document, type Language, type Range, type Span } from "../document.ts";
import { commonFormulations, type Formulation, type RunText } from "./formulations.ts";
import { logLikelihood } from "./log-likelihood.ts";
import { suggestedPattern } from "./suggested-pattern.ts";
import { chineseCharacters, formulationWords, functionWords, runsOf } from "./words.ts";

/** How many documents of a side use a formulation. */
export interface CandidateUse {
  readonly party: string;
  readonly using: number;
  /** Documents of the side in the language. */
  readonly documents: number;
}

/** A formulation that no row of the tables knows, for a person to take up as a set phrase or not. */
export interface PhraseCandidate {
  readonly language: Language;
  /** The words as most documents have them. */
  readonly words: string;
  /** Pattern for `phrases.tsv` that takes in all forms met. */
  readonly pattern: string;
  /** Side that uses it more than the others in the language, where there are others. */
  readonly mark: CandidateMark | null;
  /** Most documents first. */
  readonly uses: readonly CandidateUse[];
  /** Published, of all dated documents that use it. */
  readonly first: string | null;
  readonly last: string | null;
  /** One place of each of the first documents. */
  readonly places: readonly Span[];
}

/** That one side uses a formulation more than the others. */
export interface CandidateMark {
  readonly party: string;
  /** Log-likelihood over documents, against all other sides in the language. */
  readonly score: number;
}

/** What candidates are looked for. */
export interface CandidateOptions {
  /** Fewest documents that use it; `null` for three, or where more are held 1 in 100 of a language's documents. */
  readonly least: number | null;
}

/** Log-likelihood from which on a difference of sides is no accident: p < 0.001 with one degree of freedom. */
const significant = 10.83;

/** A formulation of which more than this is names, dates or set phrases known already is none. */
const mostKnown = 0.5;

/** How many places are kept. */
const fewPlaces = 5;

/**
 * Formulations that may be set phrases: the longest ones that documents of the sides have in common.
 * Those that mark one side come first, by log-likelihood, then the others by how many documents and words they have.
 * Pages of no side (the press) and texts that are there twice don't count.
 */
export function phraseCandidates(
  documents: readonly Document[],
  options: CandidateOptions,
  context: Context,
): PhraseCandidate[] {
  const own = distinctTexts(documents.filter((document) => document.party !== null));
  return (["en", "zh", "ru"] as const)
    .flatMap((language) => {
      const spoken = own.filter((document) => document.language?.slice(0, 2) === language);
      return candidatesIn(language, spoken, options, context);
    })
    .toSorted(
      (a, b) => (b.mark?.score ?? 0) - (a.mark?.score ?? 0) || prominence(b) - prominence(a),
    );
}

function candidatesIn(
  language: Language,
  documents: readonly Document[],
  { least }: CandidateOptions,
  context: Context,
): PhraseCandidate[] {
  const weak = functionWords(language, context);
  const texts: RunText[] = documents.map((document) => ({
    document,
    runs: runsOf(document, language, context),
  }));
  const held = countBy(documents, (document) => document.party!);
  return commonFormulations(texts, {
    least: least ?? Math.max(3, Math.ceil(documents.length / 100)),
    fewestWords: formulationWords[language],
    mayStand: (keys) =>
      !weak.has(keys[0]!) &&
      !weak.has(keys.at(-1)!) &&
      (language !== "zh" || keys.join("").length >= chineseCharacters),
  })
    .filter((formulation) => !isKnown(formulation))
    .map((formulation) => candidateOf(formulation, language, held));
}

function candidateOf(
  formulation: Formulation,
  language: Language,
  held: ReadonlyMap<string, number>,
): PhraseCandidate {
  const users = [...new Set(formulation.uses.map((use) => use.document))];
  const using = countBy(users, (document) => document.party!);
  const dates = users
    .map((document) => document.published.value)
    .filter((date) => date !== null)
    .toSorted();
  const forms = formulation.uses.map(({ document, range }) =>
    document.text.slice(range.start, range.end).replaceAll(/\s+/gu, language === "zh" ? "" : " "),
  );
  return {
    language,
    words: mostCommon(forms),
    pattern: suggestedPattern(forms, language),
    mark: markOf(using, held),
    uses: [...using]
      .map(([party, count]) => ({ party, using: count, documents: held.get(party)! }))
      .toSorted((a, b) => b.using - a.using),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    places: firstPlaces(formulation),
  };
}

/** The side whose use differs most from all others', where it is higher and no accident. */
function markOf(
  using: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, number>,
): CandidateMark | null {
  const all = sum(held.values());
  const allUsing = sum(using.values());
  let best: CandidateMark | null = null;
  for (const [party, count] of using) {
    const documents = held.get(party)!;
    const others = all - documents;
    if (others === 0 || count / documents <= (allUsing - count) / others) continue;
    const score = logLikelihood(count, documents, allUsing - count, others);
    if (score >= significant && score > (best?.score ?? 0)) best = { party, score };
  }
  return best;
}

/** In most places it names a person, or more than half of it is names, dates or phrases of the tables. */
function isKnown({ uses }: Formulation): boolean {
  const known = uses.filter(({ document, range }) => {
    const { actors, times, phrases } = document.layers;
    const marks = [
      ...actors.filter((mention) => mention.how !== "pronoun" && mention.how !== "group"),
      ...times,
      ...phrases,
    ];
    return coverage(range, marks) > mostKnown || marks.some((mark) => isPerson(mark, range));
  });
  return known.length * 2 > uses.length;
}

function isPerson(mark: Range & { readonly type?: string }, range: Range): boolean {
  return mark.type === "person" && mark.start < range.end && mark.end > range.start;
}

/** Share of a range that marks cover, together. */
function coverage(range: Range, marks: readonly Range[]): number {
  const inside = marks
    .filter((mark) => mark.start < range.end && mark.end > range.start)
    .toSorted((a, b) => a.start - b.start);
  let covered = 0;
  let reached = range.start;
  for (const { start, end } of inside) {
    const from = Math.max(start, reached);
    const to = Math.min(end, range.end);
    if (to > from) covered += to - from;
    reached = Math.max(reached, to);
  }
  return covered / (range.end - range.start);
}

function firstPlaces({ uses }: Formulation): Span[] {
  const seen = new Set<string>();
  return uses
    .filter(({ document }) => !seen.has(document.id) && seen.add(document.id))
    .slice(0, fewPlaces)
    .map(({ document, range }) => spanOf(document, range));
}

/** Documents that use it, times its words (in Chinese, two characters count as one). */
function prominence({ uses, words, language }: PhraseCandidate): number {
  const length = language === "zh" ? words.length / 2 : words.split(" ").length;
  return sum(uses.map((use) => use.using)) * length;
}

function distinctTexts(documents: readonly Document[]): Document[] {
  const seen = new Set<string>();
  return documents.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function mostCommon(forms: readonly string[]): string {
  return [...countBy(forms, (form) => form)].toSorted((a, b) => b[1] - a[1])[0]![0];
}

function countBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
