/**
 * The pattern language of `topics.tsv` and `phrases.tsv`.
 *
 * A field holds patterns separated by `|`. In every language:
 *
 * - `(core|key) interests`  alternatives; an alternative may be empty and may stand inside a word (`(un|)just`)
 * - `[the] core interests`  optional part; alternatives are allowed inside (`[the|our]`)
 * - upper and lower case, `ё`/`е`, curly and straight marks are the same
 *
 * English and Russian match word by word. A hyphen and a blank are the same, quotation marks between words
 * are skipped, a possessive `’s` is ignored, British and American spelling are the same (`defence` = `defense`,
 * `-ise` = `-ize`, `-our` = `-or`; write stems with the American form).
 *
 * - `interest~`   inflected: English plural and verb endings; Russian case, gender and verb endings
 * - `denazif*`    any word that begins so
 * - `=WHO`        exactly these letters, case included (acronyms that are also words)
 * - `..3`         up to three words in between, also across a comma, never across the end of a sentence
 *
 * A plus sign counts as a hyphen; other marks can't be part of a pattern.
 *
 * Chinese (simplified characters) matches character by character; quotation marks and blanks inside a match
 * are skipped; `…` stands for up to ten characters of the same sentence.
 *
 * The `not` field takes patterns of any language, told apart by their script; a match that overlaps
 * one of them doesn't count.
 */
import type { Language } from "../document.ts";
import { foldWord } from "./fold.ts";

/** One step of a pattern. */
export type Atom =
  | { readonly kind: "word"; readonly key: string }
  | { readonly kind: "stem"; readonly key: string; readonly rest: "any" | "ending" }
  | { readonly kind: "gap"; readonly max: number };

/** How many linear variants one pattern may stand for. */
const maxVariants = 400;

/** Characters a Chinese `…` may stand for. */
const chineseGap = 10;

/**
 * Split a field at the bars outside brackets.
 * @returns trimmed patterns; none for `-` and the empty field
 */
export function splitPatterns(field: string): string[] {
  if (field === "" || field === "-") return [];
  return splitTop(field)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "-");
}

/** The language whose script a pattern is written in. */
export function scriptOf(pattern: string): Language {
  if (/\p{Script=Han}/u.test(pattern)) return "zh";
  return /\p{Script=Cyrillic}/u.test(pattern) ? "ru" : "en";
}

/**
 * Turn a pattern into the sequences of steps it stands for.
 * @throws {Error} naming the pattern when brackets don't match, a step is empty or it has more than 400 variants
 */
export function parsePattern(pattern: string, language: Language): Atom[][] {
  if (language !== "zh" && /[,;:?!"“”«»{}^$\\/]/.test(pattern))
    throw new Error(`stray mark in “${pattern}”`);
  const variants = expand(pattern, pattern);
  const sequences: Atom[][] = [];
  const seen = new Set<string>();
  for (const variant of variants) {
    const atoms = language === "zh" ? chineseAtoms(variant) : wordAtoms(variant, language);
    const first = atoms[0];
    const last = atoms.at(-1);
    if (first === undefined || last === undefined) throw new Error(`empty variant in “${pattern}”`);
    if (first.kind === "gap" || last.kind === "gap")
      throw new Error(`gap at the edge of “${pattern}”`);
    const key = variants.length === 1 ? "" : JSON.stringify(atoms);
    if (!seen.has(key)) sequences.push(atoms);
    seen.add(key);
  }
  return sequences;
}

function expand(text: string, whole: string): string[] {
  const open = text.search(/[([]/);
  if (open === -1) {
    if (/[)\]]/.test(text)) throw new Error(`unmatched bracket in “${whole}”`);
    return [text];
  }
  const close = closingBracket(text, open, whole);
  const options = splitTop(text.slice(open + 1, close));
  if (text[open] === "[") options.push("");
  const tails = expand(text.slice(close + 1), whole);
  const head = text.slice(0, open);
  const result: string[] = [];
  for (const option of options) {
    for (const middle of expand(option, whole)) {
      for (const tail of tails) result.push(head + middle + tail);
    }
  }
  if (result.length > maxVariants)
    throw new Error(`more than ${maxVariants} variants in “${whole}”`);
  return result;
}

function closingBracket(text: string, open: number, whole: string): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const character = text[index];
    if (character === "(" || character === "[") depth++;
    if (character === ")" || character === "]") depth--;
    if (depth === 0) return index;
  }
  throw new Error(`unmatched bracket in “${whole}”`);
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "|" && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function chineseAtoms(variant: string): Atom[] {
  const atoms: Atom[] = [];
  for (const unit of variant
    .replace(/[\s“”"‘’「」『』《》〈〉]/g, "")
    .toLowerCase()
    .split("")) {
    if (unit === "…") atoms.push({ kind: "gap", max: chineseGap });
    else atoms.push({ kind: "word", key: unit });
  }
  return atoms;
}

function wordAtoms(variant: string, language: "en" | "ru"): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of variant.split(/\s+/)) {
    if (piece === "") continue;
    const gap = /^\.\.(\d)$/.exec(piece);
    if (gap !== null) atoms.push({ kind: "gap", max: Number(gap[1]) });
    else
      for (const word of piece.split(/[-‐‑–—+]/))
        if (word !== "") atoms.push(wordAtom(word, language));
  }
  return atoms;
}

function wordAtom(word: string, language: "en" | "ru"): Atom {
  const mark = word.at(-1);
  if (/^[*~]|.[*~=.](?=.)/.test(word) && !/^[\d.]+$|^(?:\p{Lu}\.)+$/u.test(word)) {
    throw new Error(`mark inside the word “${word}”`);
  }
  if (word.startsWith("=")) return { kind: "word", key: word };
  if (mark === "*") return { kind: "stem", key: foldWord(word.slice(0, -1)), rest: "any" };
  if (mark !== "~") return { kind: "word", key: foldWord(word) };
  const lemma = foldWord(word.slice(0, -1));
  return {
    kind: "stem",
    key: language === "ru" ? russianStem(lemma) : englishStem(lemma),
    rest: "ending",
  };
}

/** Stem of an English lemma: what its plural and verb forms share. */
function englishStem(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return lemma.slice(0, -1);
  return /[^e]e$/.test(lemma) ? lemma.slice(0, -1) : lemma;
}

/** Stem of a Russian lemma: without the ending of nominative or infinitive. */
function russianStem(lemma: string): string {
  const stem = lemma.replace(
    /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ия|ать|ять|еть|ить|уть|ться|а|я|о|е|ь|й|ы|и)$/,
    "",
  );
  return stem.length >= 2 ? stem : lemma;
}

const englishEndings = new Set([
  "",
  "s",
  "es",
  "e",
  "ed",
  "d",
  "ing",
  "y",
  "ies",
  "ied",
  "ying",
  "ping",
  "ped",
  "ting",
  "ted",
  "ning",
  "ned",
]);

const russianEndings = new Set(
  (
    "|а|я|о|е|ь|й|ы|и|у|ю|ой|ей|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев|ью|ия|ие|ии|ию|ий|ием|иям|иями|иях|ией|" +
    "ый|ая|яя|ое|ее|ые|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими|" +
    "ать|ять|еть|ить|уть|ает|яет|еет|ит|ет|ют|ут|ят|ат|ал|ала|али|ало|ял|яла|яли|ил|ила|или|ило|ел|ела|ели|" +
    "аем|яем|им|ай|айте|ться|лся|лась|лись|ется|ются|ится|ятся|атся|ался|алась|ались|илась|ился|ились"
  ).split("|"),
);

/** Whether `rest` can follow the stem of a lemma marked `~` in this language. */
export function isEnding(rest: string, language: "en" | "ru"): boolean {
  return (language === "ru" ? russianEndings : englishEndings).has(rest);
}
