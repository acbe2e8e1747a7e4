import { foldWords, type FoldedWord } from "./fold.ts";
import { isEnding } from "./pattern.ts";
import type { Ending, Node } from "./trie.ts";

/** A place where a pattern, also a cancelling one, matches. */
export interface Candidate extends Ending {
  readonly start: number;
  readonly end: number;
}

const skippable = new Set('“”"‘’「」『』《》〈〉 \u3000');
const chineseBreak = new Set("。；！？;!?\n");

/** Every match in a text whose words are separated by blanks. */
export function scanWords(root: Node, text: string, language: "en" | "ru"): Candidate[] {
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

/** Every match in a Chinese text. */
export function scanCharacters(root: Node, original: string): Candidate[] {
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
