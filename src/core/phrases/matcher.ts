import type { Language, Mark, Range } from "../document.ts";
import { foldWords, type FoldedWord } from "./fold.ts";
import { isEnding, parsePattern, scriptOf, type Atom } from "./pattern.ts";

/** A row of `topics.tsv` or `phrases.tsv` as the matcher needs it. */
export interface PatternRow {
  readonly id: string;
  /** Patterns by language, in the order of the table; a rule id counts them from 1. */
  readonly forms: Readonly<Record<Language, readonly string[]>>;
  /** Patterns, of any language, that cancel a match they overlap. */
  readonly not: readonly string[];
  /** Rows above this one; their own matches inside a match of this row stay. */
  readonly ancestors: readonly string[];
}

/** A form found in a text; `rule` is `topic/en/taiwan/2`: the second English pattern of that row. */
export interface FormMatch extends Mark {
  readonly id: string;
}

/** Patterns of a table, compiled for one pass over a text. */
export interface FormMatcher {
  readonly rows: readonly PatternRow[];
  readonly name: string;
  readonly roots: Readonly<Record<Language, Node>>;
}

/** Where a pattern ends: its row, and its number, or 0 for a cancelling pattern. */
interface Ending {
  readonly row: number;
  readonly pattern: number;
  /** The pattern has a gap, so its matches don't hide what stands inside them. */
  readonly open: boolean;
}

interface Node {
  readonly words: Map<string, Node>;
  readonly stems: Map<string, Node>;
  readonly inflected: Map<string, Node>;
  /** Lengths of the keys of `stems` and `inflected`, ascending. */
  lengths: number[];
  readonly gaps: Map<number, Node>;
  readonly endings: Ending[];
  /** Some word of `words` asks for exact letters. */
  exact: boolean;
}

interface Candidate extends Ending {
  readonly start: number;
  readonly end: number;
}

const skippable = new Set('“”"‘’「」『』《》〈〉 \u3000');
const chineseBreak = new Set("。；！？;!?\n");

/**
 * Compile the patterns of a table.
 * @param name - first part of the rule ids (`topic`, `phrase`)
 * @throws {Error} naming the row when a pattern is malformed
 */
export function compileForms(name: string, rows: readonly PatternRow[]): FormMatcher {
  const roots = { en: createNode(), zh: createNode(), ru: createNode() };
  for (const [row, { id, forms, not }] of rows.entries()) {
    const add = (pattern: string, language: Language, number: number): void => {
      try {
        for (const atoms of parsePattern(pattern, language)) {
          const open = atoms.some((atom) => atom.kind === "gap");
          insert(roots[language], atoms, { row, pattern: number, open });
        }
      } catch (error) {
        throw new Error(`${name} ${id}: ${error instanceof Error ? error.message : ""}`, {
          cause: error,
        });
      }
    };
    for (const language of ["en", "zh", "ru"] as const) {
      forms[language].forEach((pattern, index) => add(pattern, language, index + 1));
    }
    for (const pattern of not) add(pattern, scriptOf(pattern), 0);
  }
  return { name, rows, roots };
}

/**
 * Find the forms of a table in a text of one language, in time linear in the text.
 *
 * The longest match wins: a match inside a longer one is dropped, unless its row is an ancestor of the longer one's
 * or the longer one has a gap (the words in the gap may speak of something else).
 * @param text - Chinese in simplified characters (fold traditional ones to equal length first)
 * @returns matches sorted by start
 */
export function findForms(matcher: FormMatcher, text: string, language: Language): FormMatch[] {
  const root = matcher.roots[language];
  const candidates =
    language === "zh" ? scanCharacters(root, text) : scanWords(root, text, language);
  return select(candidates, matcher.rows).map((candidate) => {
    const id = matcher.rows[candidate.row]!.id;
    const rule = `${matcher.name}/${language}/${id}/${candidate.pattern}`;
    return { id, ...closeQuotes(text, candidate), rule };
  });
}

function createNode(): Node {
  return {
    words: new Map(),
    stems: new Map(),
    inflected: new Map(),
    lengths: [],
    gaps: new Map(),
    endings: [],
    exact: false,
  };
}

function insert(root: Node, atoms: readonly Atom[], ending: Ending): void {
  let node = root;
  for (const atom of atoms) {
    if (atom.kind === "gap") node = childOf(node.gaps, atom.max);
    else if (atom.kind === "word") {
      if (atom.key.startsWith("=")) node.exact = true;
      node = childOf(node.words, atom.key);
    } else {
      if (!node.lengths.includes(atom.key.length)) {
        node.lengths = [...node.lengths, atom.key.length].sort((a, b) => a - b);
      }
      node = childOf(atom.rest === "any" ? node.stems : node.inflected, atom.key);
    }
  }
  if (!node.endings.some((known) => known.row === ending.row)) node.endings.push(ending);
}

function childOf<Key>(children: Map<Key, Node>, key: Key): Node {
  let child = children.get(key);
  if (child === undefined) {
    child = createNode();
    children.set(key, child);
  }
  return child;
}

function scanWords(root: Node, text: string, language: "en" | "ru"): Candidate[] {
  const words = foldWords(text);
  const found: Candidate[] = [];
  const step = (node: Node, index: number, start: number): void => {
    const word = words[index];
    if (word === undefined) return;
    for (const child of childrenFor(node, word, language)) {
      for (const ending of child.endings) found.push({ ...ending, start, end: word.end });
      if (word.gap === "tight") step(child, index + 1, start);
      for (const [max, after] of child.gaps) {
        for (
          let skip = 0, at = index;
          skip <= max && at < words.length && words[at]!.gap !== "break";
          skip++
        ) {
          at++;
          step(after, at, start);
        }
      }
    }
  };
  for (const [index, word] of words.entries()) step(root, index, word.start);
  return found;
}

function childrenFor(node: Node, word: FoldedWord, language: "en" | "ru"): Node[] {
  const children: Node[] = [];
  const same = node.words.get(word.key);
  if (same !== undefined) children.push(same);
  if (node.exact) {
    const exact = node.words.get(`=${word.raw}`);
    if (exact !== undefined) children.push(exact);
  }
  for (const length of node.lengths) {
    if (length > word.key.length) break;
    const stem = word.key.slice(0, length);
    const any = node.stems.get(stem);
    if (any !== undefined) children.push(any);
    const inflected = node.inflected.get(stem);
    if (inflected !== undefined && isEnding(word.key.slice(length), language))
      children.push(inflected);
  }
  return children;
}

function scanCharacters(root: Node, original: string): Candidate[] {
  const text = original.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const found: Candidate[] = [];
  const step = (node: Node, index: number, start: number): void => {
    const child = node.words.get(text.charAt(index));
    if (child === undefined) return;
    const end = index + 1;
    if (child.endings.length > 0 && !splitsLatin(text, start, end)) {
      for (const ending of child.endings) found.push({ ...ending, start, end });
    }
    const next = skipMarks(text, end);
    if (child.words.size > 0) step(child, next, start);
    for (const [max, after] of child.gaps) {
      for (let skip = 0, at = end; skip <= max && at < text.length; skip++, at++) {
        if (after.words.has(text.charAt(at))) step(after, at, start);
        if (chineseBreak.has(text.charAt(at))) break;
      }
    }
  };
  for (let index = 0; index < text.length; index++) {
    if (root.words.has(text.charAt(index))) step(root, index, index);
  }
  return found;
}

function skipMarks(text: string, from: number): number {
  let index = from;
  while (index - from < 4 && skippable.has(text.charAt(index))) index++;
  if (text.charAt(index) === "\n" && text.charAt(index + 1) !== "\n") return index + 1;
  return index;
}

/** Whether a match of Latin letters would start or end inside a longer Latin word. */
function splitsLatin(text: string, start: number, end: number): boolean {
  const latin = /[a-z]/;
  return (
    (latin.test(text.charAt(start)) && latin.test(text.charAt(start - 1))) ||
    (latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end)))
  );
}

const quotePairs: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
];

/** Take in the mark that closes, or opens, a quotation which the match cuts (`“one China” policy`). */
function closeQuotes(text: string, range: Range): Range {
  let { start, end } = range;
  const quote = text.slice(start, end);
  for (const [open, close] of quotePairs) {
    const excess = quote.split(open).length - quote.split(close).length;
    if (excess === 1 && text.charAt(end) === close) end++;
    if (excess === -1 && text.charAt(start - 1) === open) start--;
  }
  return { start, end };
}

function select(candidates: readonly Candidate[], rows: readonly PatternRow[]): Candidate[] {
  const cancelled = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.pattern !== 0) continue;
    const known = cancelled.get(candidate.row);
    if (known === undefined) cancelled.set(candidate.row, [candidate]);
    else known.push(candidate);
  }
  const depth = (candidate: Candidate): number => rows[candidate.row]!.ancestors.length;
  const standing = candidates
    .filter(
      (candidate) =>
        candidate.pattern !== 0 && !isCancelled(candidate, cancelled.get(candidate.row)),
    )
    .sort(
      (a, b) =>
        a.start - b.start ||
        b.end - a.end ||
        depth(b) - depth(a) ||
        a.row - b.row ||
        a.pattern - b.pattern,
    );
  const selected: Candidate[] = [];
  let around: Candidate[] = [];
  for (const candidate of standing) {
    around = around.filter((other) => other.end > candidate.start);
    const holders = around.filter((other) => other.end >= candidate.end);
    if (holders.some((holder) => holder.row === candidate.row)) continue;
    const id = rows[candidate.row]!.id;
    const hidden = holders.some(
      (holder) => !holder.open && !rows[holder.row]!.ancestors.includes(id),
    );
    if (hidden && !holders.some((holder) => rows[holder.row]!.ancestors.includes(id))) continue;
    around.push(candidate);
    selected.push(candidate);
  }
  return selected;
}

/** Cancelling matches come in text order, so the search is a binary one. */
function isCancelled(candidate: Candidate, cancelling: readonly Candidate[] | undefined): boolean {
  if (cancelling === undefined) return false;
  let low = 0;
  let high = cancelling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cancelling[middle]!.start < candidate.end) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - 8; index--) {
    if (cancelling[index]!.end > candidate.start) return true;
  }
  return false;
}
