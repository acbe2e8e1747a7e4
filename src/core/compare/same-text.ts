import { diff } from "fast-myers-diff";
import type { BlockRole, Document, Range } from "../document.ts";
import { foldWords } from "../phrases/fold.ts";

/** Share of words, in the order of the text, from which on two texts are one text (P5 statement 0.99; two readouts of a call < 0.4). */
const oneText = 0.85;

/** A run of this many words without a counterpart is a passage of its own, not an edit (spelling, a date format, a plural). */
const ownPassage = 5;

/** Longest text that is compared word by word. */
const longestText = 40_000;

/** Two accounts that print one text. */
export interface SameText {
  /** Share of words in common, in order: 2 · common / (words of a + words of b). */
  readonly share: number;
  /**
   * Passages that only one of the two has, of five words and more, or with a number or a negation that the other lacks:
   * `[range of a | null, range of b | null]`.
   */
  readonly edits: readonly (readonly [Range | null, Range | null])[];
  /** What a range of `a` is in `b`; `null` when it lies in a passage of its own, or in a title or heading. */
  toB(range: Range): Range | null;
  /** What a range of `b` is in `a`. */
  toA(range: Range): Range | null;
}

/**
 * Whether two documents are one text: word for word, or with edits of single words.
 *
 * Line breaks, marks, letter case, British and American spelling don't count. Titles, headings, datelines and captions
 * belong to the page: what stands only there is no difference between the texts.
 * @returns `null` for two texts, for texts of two languages and for texts of more than 40,000 words
 */
export function sameText(a: Document, b: Document): SameText | null {
  if (a.language === null || a.language.slice(0, 2) !== b.language?.slice(0, 2)) return null;
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return null;
  if (Math.max(left.length, right.length) > longestText) return null;
  if (commonShare(left, right) < oneText) return null;
  const pairs = new Int32Array(left.length).fill(-1);
  const back = new Int32Array(right.length).fill(-1);
  const hunks: Hunk[] = [];
  const keysA = left.map((word) => word.key);
  const keysB = right.map((word) => word.key);
  let atA = 0;
  let atB = 0;
  let common = 0;
  let only = 0;
  const walk = (toA: number, toB: number): void => {
    for (; atA < toA && atB < toB; atA++, atB++, common++) {
      pairs[atA] = atB;
      back[atB] = atA;
    }
  };
  for (const [fromA, endA, fromB, endB] of diff(keysA, keysB)) {
    walk(fromA, fromB);
    const [a, b] = [ownWords(left, fromA, endA), ownWords(right, fromB, endB)];
    only += a + b;
    hunks.push({
      long: a >= ownPassage || b >= ownPassage,
      ranges: [stretch(left, fromA, endA), stretch(right, fromB, endB)],
      words: [tellingWords(left, fromA, endA), tellingWords(right, fromB, endB)],
    });
    atA = endA;
    atB = endB;
  }
  walk(left.length, right.length);
  const share = (2 * common) / (2 * common + only);
  if (share < oneText) return null;
  return {
    share,
    edits: toldHunks(hunks).map((hunk) => hunk.ranges),
    toB: (range) => counterpart(range, left, right, pairs),
    toA: (range) => counterpart(range, right, left, back),
  };
}

/** Where the two texts part. */
interface Hunk {
  readonly long: boolean;
  readonly ranges: readonly [Range | null, Range | null];
  /** Numbers and negations of either text in it. */
  readonly words: readonly [readonly string[], readonly string[]];
}

/** One word of these, more or less, is another statement. */
const telling = /\p{N}|^(?:not|no|never|nor|neither|without|cannot|не|ни|нет|без|[不没未无非])$/u;

function tellingWords(words: readonly Word[], from: number, end: number): string[] {
  return words
    .slice(from, end)
    .filter((word) => !word.page && telling.test(word.key))
    .map((word) => word.key);
}

/** Long ones, and those with a number or negation that isn't only elsewhere in the other text (“3 January”, “January 3”). */
function toldHunks(hunks: readonly Hunk[]): Hunk[] {
  const sides = [0, 1].map((side) => new Set(hunks.flatMap((hunk) => hunk.words[side as 0 | 1])));
  return hunks.filter(
    ({ long, words }) =>
      long ||
      words[0].some((word) => !sides[1]!.has(word)) ||
      words[1].some((word) => !sides[0]!.has(word)),
  );
}

interface Word extends Range {
  readonly key: string;
  /** Of a title or heading: its absence in the other text says nothing. */
  readonly page: boolean;
}

/** What belongs to the page and not to the text that several sites print. */
const pageRoles: ReadonlySet<BlockRole> = new Set([
  "title",
  "subtitle",
  "heading",
  "caption",
  "dateline",
]);

/** Whether a range stands in a title, heading, dateline or caption. */
export function isPageText(document: Document, range: Range): boolean {
  return document.blocks.some(
    (block) => pageRoles.has(block.role) && block.start <= range.start && range.end <= block.end,
  );
}

function wordsOf(document: Document): Word[] {
  const words: Word[] = [];
  for (const block of document.blocks) {
    const page = pageRoles.has(block.role);
    const text = document.text.slice(block.start, block.end);
    for (const word of foldWords(text)) {
      const start = block.start + word.start;
      const end = block.start + word.end;
      if (!/\p{Script=Han}/u.test(word.key)) words.push({ start, end, key: word.key, page });
      else
        for (let index = start; index < end; index++)
          words.push({ start: index, end: index + 1, key: document.text.charAt(index), page });
    }
  }
  return words;
}

/** Upper bound of the share in common, from counts of words alone: keeps the walk for texts that may be one. */
function commonShare(one: readonly Word[], two: readonly Word[]): number {
  const [a, b] = [one, two].map((words) => words.filter((word) => !word.page)) as [Word[], Word[]];
  const counts = new Map<string, number>();
  for (const { key } of a) counts.set(key, (counts.get(key) ?? 0) + 1);
  let common = 0;
  for (const { key } of b) {
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    common++;
    counts.set(key, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Words of a run that are not the page's. */
function ownWords(words: readonly Word[], from: number, end: number): number {
  let count = 0;
  for (let index = from; index < end; index++) if (!words[index]!.page) count++;
  return count;
}

function stretch(words: readonly Word[], from: number, end: number): Range | null {
  return from === end ? null : { start: words[from]!.start, end: words[end - 1]!.end };
}

/**
 * The place of a range in the other text: its words between the nearest words that both have.
 * @returns `null` where a passage of its own lies in the range, where the words were left out, and where others stand
 *   for them (“Taiwan”, “the region”): that is no edit but a difference
 */
function counterpart(
  range: Range,
  own: readonly Word[],
  other: readonly Word[],
  pairs: Int32Array,
): Range | null {
  const first = own.findIndex((word) => word.end > range.start);
  const last = own.findLastIndex((word) => word.start < range.end);
  if (first === -1 || last < first) return null;
  let before = first;
  let after = last;
  while (before >= 0 && pairs[before] === -1) before--;
  while (after < own.length && pairs[after] === -1) after++;
  let run = 0;
  for (let index = before + 1; index < after; index++) {
    run = pairs[index] !== -1 ? 0 : own[index]!.page ? run : run + 1;
    if (run >= ownPassage) return null;
  }
  const from = before < 0 ? 0 : pairs[before]! + (before < first ? 1 : 0);
  const to = after >= own.length ? other.length - 1 : pairs[after]! - (after > last ? 1 : 0);
  if (to < from) return null;
  const letters = (words: readonly Word[], start: number, end: number): string =>
    words
      .slice(start, end + 1)
      .map((word) => word.key)
      .join("");
  if (!spelledAlike(letters(own, first, last), letters(other, from, to))) return null;
  return { start: other[from]!.start, end: other[to]!.end };
}

/** Share of letter pairs in common from which on two strings are spellings of one (`multipolar`, `multi-polar`, `grey`, `gray`). */
const oneSpelling = 0.6;

/** Dice coefficient of letter pairs. */
function spelledAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const pairsOf = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) =>
      text.slice(index, index + 2),
    );
  const left = pairsOf(a);
  const right = pairsOf(b);
  const rest = [...right];
  let common = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / Math.max(1, left.length + right.length) >= oneSpelling;
}
