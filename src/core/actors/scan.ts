import type { Document, Range } from "../document.ts";
import { wordsOfClass, type Lexemes, type Sense } from "./lexemes.ts";
import type { TrieNode, Word } from "./trie.ts";

/** A form found in the text: words `first` up to `last` (exclusive), with every reading it has. */
export interface Item extends Range {
  readonly first: number;
  readonly last: number;
  readonly senses: readonly Sense[];
}

/** The words of a document and the forms found among them. */
export interface Scan {
  readonly text: string;
  readonly words: readonly Word[];
  readonly items: readonly Item[];
  /** Item that starts at a word; -1 where none does. */
  readonly itemAt: Int32Array;
  /** Item that covers a word; -1 where none does. */
  readonly itemOver: Int32Array;
  /** The word opens a sentence or a quotation. */
  readonly opens: Uint8Array;
  /** The word stands in a line set in title case or capitals, where capitals tell nothing. */
  readonly shouted: Uint8Array;
  /** Keys of two words with capital letters side by side, as the lines that are not shouted have them. */
  readonly capitalPairs: ReadonlySet<string>;
}

/**
 * Find all forms of a language in a document: leftmost, longest, not overlapping, in linear time.
 * @param folded - the text the forms are compared with, of the same length as `document.text`
 */
export function scanDocument(
  document: Document,
  lexemes: Lexemes,
  words: readonly Word[],
  folded: string,
): Scan {
  const items: Item[] = [];
  const itemAt = new Int32Array(words.length).fill(-1);
  const itemOver = new Int32Array(words.length).fill(-1);
  const bounds = boundsOf(document, words);
  const speech = wordsOfClass(lexemes, "speech");
  let index = 0;
  while (index < words.length) {
    const item = longestAt(words, index, lexemes.startingWith, folded, bounds, speech);
    if (item === null) {
      index++;
      continue;
    }
    itemAt[index] = items.length;
    for (let word = item.first; word < item.last; word++) itemOver[word] = items.length;
    items.push(item);
    index = item.last;
  }
  const context = contextOfWords(document, words);
  const capitalPairs = pairsOf(words, context.shouted);
  return { text: document.text, words, items, itemAt, itemOver, ...context, capitalPairs };
}

/** Words of a text without blanks: one character each, runs of Latin letters and digits kept apart as characters too. */
export function charactersOf(text: string): Word[] {
  const words: Word[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character.trim() === "") continue;
    words.push({ start: index, end: index + 1, key: character.toLowerCase(), capital: false });
  }
  return words;
}

function longestAt(
  words: readonly Word[],
  first: number,
  startingWith: Lexemes["startingWith"],
  text: string,
  bounds: ReadonlySet<number> | null,
  speech: ReadonlySet<string>,
): Item | null {
  let node: TrieNode<Sense> | null = null;
  let best: Item | null = null;
  for (let index = first; index < words.length; index++) {
    const word = words[index]!;
    const child: TrieNode<Sense> | undefined =
      node === null ? startingWith(word.key) : node.children.get(word.key);
    if (child === undefined && isHyphen(words, first, index)) continue;
    if (child === undefined) break;
    if (index > first && word.start - words[index - 1]!.end > 2) break;
    node = child;
    if (node.senses.length === 0) continue;
    const start = words[first]!.start;
    if (word.key.endsWith("部") && /^[长门分队落]$/.test(words[index + 1]?.key ?? "")) continue;
    const senses = node.senses.filter(
      (sense) =>
        fits(sense, words, first, text.slice(start, word.end)) &&
        (sense.kind !== "medium" || !sense.weak || speech.has(words[index + 1]?.key ?? "")),
    );
    if (senses.length > 0 && bounds !== null && cutsWord(senses, bounds, start, word.end)) continue;
    if (senses.length > 0) best = { start, end: word.end, first, last: index + 1, senses };
  }
  return best;
}

/** A hyphen between two words of a name that the tables write apart (`Аль-Тани`, `Абдель-Азиз`). */
function isHyphen(words: readonly Word[], first: number, index: number): boolean {
  const word = words[index]!;
  const next = words[index + 1];
  return (
    word.key === "-" &&
    index > first &&
    words[index - 1]!.end === word.start &&
    next !== undefined &&
    next.start === word.end &&
    next.capital
  );
}

/** A short surname or place found within a word (`法西` in `法西斯`) is not meant. */
function cutsWord(
  senses: readonly Sense[],
  bounds: ReadonlySet<number>,
  start: number,
  end: number,
): boolean {
  if (end - start > 3 || (bounds.has(start) && (bounds.has(end) || end - start === 3)))
    return false;
  return senses.every((sense) => sense.kind === "short" || sense.kind === "place");
}

/** Where the words of a text without blanks begin and end; `null` for other texts. */
function boundsOf(document: Document, words: readonly Word[]): ReadonlySet<number> | null {
  const { tokens } = document.layers;
  if (document.language !== "zh" || tokens.length === 0 || words.length === 0) return null;
  return new Set(tokens.flatMap((token) => [token.start, token.end]));
}

function fits(sense: Sense, words: readonly Word[], first: number, raw: string): boolean {
  if (sense.exact !== null && raw !== sense.exact && /^[A-Za-z-]+$/.test(sense.exact)) return false;
  for (let bits = sense.capitals, index = first; bits !== 0; bits >>>= 1, index++) {
    while (words[index]!.key === "-") index++;
    if ((bits & 1) === 1 && !words[index]!.capital && !/^\p{Script=Han}/u.test(words[index]!.key))
      return false;
  }
  return true;
}

function contextOfWords(
  document: Document,
  words: readonly Word[],
): Pick<Scan, "opens" | "shouted"> {
  const opens = new Uint8Array(words.length);
  const shouted = new Uint8Array(words.length);
  let word = 0;
  for (const sentence of document.layers.sentences) {
    while (word < words.length && words[word]!.start < sentence.start) word++;
    const from = word;
    let long = 0;
    let capitals = 0;
    let fresh = true;
    while (word < words.length && words[word]!.start < sentence.end) {
      const { key, capital, start, end } = words[word]!;
      const mark = !/[\p{L}\p{N}]/u.test(key);
      if (fresh && !mark) opens[word] = 1;
      fresh = mark ? fresh || /["“«„:—–]/.test(key) : false;
      if (end - start > 3) {
        long++;
        if (capital) capitals++;
      }
      word++;
    }
    if (long >= 4 && capitals / long > 0.8) shouted.fill(1, from, word);
  }
  return { opens, shouted };
}

function pairsOf(words: readonly Word[], shouted: Uint8Array): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let index = 1; index < words.length; index++) {
    const [one, other] = [words[index - 1]!, words[index]!];
    if (one.capital && other.capital && shouted[index] === 0) pairs.add(`${one.key} ${other.key}`);
  }
  return pairs;
}

/** The text between two items or words. */
export function gapOf(text: string, from: number, to: number): string {
  return to - from > 40 ? "\n" : text.slice(from, to);
}
