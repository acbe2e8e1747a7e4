import type { Context } from "../core/context.ts";
import type { Document, Range } from "../core/document.ts";
import { foldToHans } from "../core/lang/zh/hans.ts";
import { stemOf } from "../core/lang/ru/stem.ts";
import { lemmaByRule } from "../core/syntax/lemma.ts";

/** A unit of full text with its place. */
export interface Term extends Range {
  /** Folded form: lower case, no Latin accents, simplified characters. No blanks, no marks. */
  readonly form: string;
  /** Folded lemma or stem; the form itself where there is none. */
  readonly lemma: string;
}

/** The terms of one block of a document; `forms[i]` and `lemmas[i]` belong together. */
export interface PassageTerms extends Range {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
}

/**
 * One condition of a search.
 * `word`: any of the alternatives as form or lemma. `phrase`: the forms one after another;
 * with `open` the last one may be the beginning of a term.
 */
export type SearchClause =
  | { readonly kind: "word"; readonly alternatives: readonly string[] }
  | { readonly kind: "phrase"; readonly forms: readonly string[]; readonly open: boolean };

/** Scripts written without blanks are cut into overlapping pairs of characters. */
const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const unspacedRun = new RegExp(`^[${unspaced}]`, "u");
const words = new RegExp(
  `(?:(?=[${unspaced}])[\\p{L}\\p{M}])+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);

/**
 * Terms of a stretch of text, in order. Words of scripts with blanks are one term each; of a run
 * without blanks every pair of neighbours is a term, and the last character alone, so that any
 * character begins a term.
 * @param lemmaOf - lemma of the word at a place where a token is known; `null` elsewhere
 */
export function termsOf(
  text: string,
  range: Range,
  context: Context,
  lemmaOf: (start: number, end: number) => string | null = () => null,
): Term[] {
  const terms: Term[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(words)) {
    const word = match[0];
    const start = range.start + match.index;
    if (unspacedRun.test(word)) terms.push(...pairs(word, start, context));
    else {
      const end = start + word.length;
      const form = foldForm(word);
      const known = lemmaOf(start, end);
      const lemma = /^\p{Script=Cyrillic}/u.test(form)
        ? stemOf(form)
        : known === null
          ? form
          : foldForm(known);
      if (form !== "") terms.push({ start, end, form, lemma: lemma === "" ? form : lemma });
    }
  }
  return terms;
}

function pairs(run: string, start: number, context: Context): Term[] {
  const characters = [...foldToHans(run, context)];
  const terms: Term[] = [];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const form = character + (characters[index + 1] ?? "");
    terms.push({ start: at, end: at + form.length, form, lemma: form });
    at += character.length;
  }
  return terms;
}

/** Lower case; accents of Latin letters dropped (`Türkiye`, `Turkiye`); `ё` as `е`. */
function foldForm(word: string): string {
  const lower = word.toLowerCase().replaceAll("ё", "е");
  if (/^[a-z0-9а-я]*$/u.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
}

/** What search finds a document by: one entry a block, in order; empty blocks keep their place. */
export function passageTerms(document: Document, context: Context): PassageTerms[] {
  const lemmas = new Map<number, { end: number; lemma: string }>();
  for (const token of document.layers.tokens) {
    lemmas.set(token.start, { end: token.end, lemma: token.lemma });
  }
  const lemmaOf = (start: number, end: number): string | null => {
    const token = lemmas.get(start);
    return token?.end === end ? token.lemma : null;
  };
  return document.blocks.map(({ start, end }) => {
    const terms = termsOf(document.text, { start, end }, context, lemmaOf);
    return {
      start,
      end,
      forms: terms.map((term) => term.form),
      lemmas: terms.map((term) => term.lemma),
    };
  });
}

/**
 * Read what a person typed: words, each in any inflection, and "quoted phrases" as written.
 * @returns no clauses when there is nothing to search for
 */
export function parseSearch(query: string, context: Context): SearchClause[] {
  const clauses: SearchClause[] = [];
  for (const match of query.matchAll(
    /["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<bare>[^\s"“”„«»]+)/gu,
  )) {
    const quoted = match.groups?.["quoted"];
    const typed = quoted ?? match.groups?.["bare"] ?? "";
    const terms = termsOf(typed, { start: 0, end: typed.length }, context);
    const last = terms.at(-1);
    if (last === undefined) continue;
    if (terms.length === 1 && quoted === undefined && !unspacedRun.test(last.form)) {
      clauses.push({ kind: "word", alternatives: inflections(last) });
      continue;
    }
    // The last character of a run is a term of its own in the index only where the run ends there.
    const open = unspacedRun.test(last.form);
    const before = terms.at(-2);
    const inRun = open && before !== undefined && before.end === last.end;
    const forms = (inRun ? terms.slice(0, -1) : terms).map((term) => term.form);
    clauses.push({ kind: "phrase", forms, open: open && !inRun });
  }
  return clauses;
}

function inflections(term: Term): string[] {
  const { form, lemma } = term;
  if (!/^[a-z]+$/.test(form)) return [...new Set([form, lemma])];
  return [...new Set([form, ...["NOUN", "VERB", "ADJ"].map((upos) => lemmaByRule(form, upos))])];
}

/** Places in a stretch of text that satisfy a clause, in order, without overlap. */
export function findHits(
  document: Document,
  range: Range,
  clauses: readonly SearchClause[],
  context: Context,
): Range[] {
  const tokens = new Map(
    document.layers.tokens
      .filter((token) => token.start >= range.start && token.end <= range.end)
      .map((token) => [`${token.start}-${token.end}`, token.lemma]),
  );
  const terms = termsOf(
    document.text,
    range,
    context,
    (start, end) => tokens.get(`${start}-${end}`) ?? null,
  );
  const hits: Range[] = [];
  for (const clause of clauses) {
    for (const index of terms.keys()) {
      const length = clause.kind === "word" ? 1 : clause.forms.length;
      if (!matchesAt(terms, index, clause)) continue;
      const first = terms[index]!;
      const last = terms[index + length - 1]!;
      const end =
        clause.kind === "phrase" && clause.open ? last.start + lastOf(clause).length : last.end;
      hits.push({ start: first.start, end });
    }
  }
  return withoutOverlap(hits);
}

function matchesAt(terms: readonly Term[], index: number, clause: SearchClause): boolean {
  if (clause.kind === "word") {
    const { form, lemma } = terms[index]!;
    return clause.alternatives.includes(form) || clause.alternatives.includes(lemma);
  }
  return clause.forms.every((form, offset) => {
    const term = terms[index + offset];
    if (term === undefined) return false;
    const open = clause.open && offset === clause.forms.length - 1;
    return open ? term.form.startsWith(form) : term.form === form;
  });
}

function lastOf(clause: SearchClause & { kind: "phrase" }): string {
  return clause.forms.at(-1) ?? "";
}

function withoutOverlap(hits: Range[]): Range[] {
  const merged: Range[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last !== undefined && hit.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
    } else merged.push(hit);
  }
  return merged;
}
