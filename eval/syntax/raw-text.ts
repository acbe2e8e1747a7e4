import type { Context } from "../../src/core/context.ts";
import type { Range } from "../../src/core/document.ts";
import { splitSentences } from "../../src/core/lang/en/sentences.ts";
import { findTokens } from "../../src/core/lang/en/tokens.ts";
import type { TreebankSentence } from "../../tools/train-syntax/conllu.ts";
import { universal } from "../../tools/train-syntax/measure.ts";

/** F1 from running text with our own sentences and words, per cent (after the CoNLL 2018 shared task). */
export interface RawScores {
  readonly sentences: number;
  readonly words: number;
  readonly upos: number;
  readonly las: number;
  /** Words cut otherwise than in the treebank: `gold | found`, most frequent first. */
  readonly otherwise: readonly string[];
}

interface Word extends Range {
  readonly upos: string;
  /** Place of the head, -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

/** Measure on the treebank's paragraphs as they were written. */
export function measureRawText(
  context: Context,
  sentences: readonly TreebankSentence[],
): RawScores {
  const counts = { gold: 0, found: 0, words: 0, upos: 0, las: 0 };
  const cuts = { gold: 0, found: 0, right: 0 };
  const otherwise = new Map<string, number>();
  for (const paragraph of paragraphsOf(sentences)) {
    const { text, words, bounds } = joined(paragraph);
    const own: Word[] = [];
    for (const sentence of splitSentences(text, { start: 0, end: text.length }, context)) {
      cuts.found++;
      if (bounds.has(`${sentence.start} ${sentence.end}`)) cuts.right++;
      const tokens = findTokens(text, sentence, context);
      for (const { start, end, upos, head, deprel } of tokens)
        own.push({ start, end, upos, head: head < 0 ? -1 : tokens[head]!.start, relation: deprel });
    }
    cuts.gold += bounds.size;
    counts.gold += words.length;
    counts.found += own.length;
    const places = new Map(own.map((word) => [`${word.start} ${word.end}`, word]));
    for (const word of words) {
      const found = places.get(`${word.start} ${word.end}`);
      if (found === undefined) {
        const near = own.filter(({ start, end }) => start < word.end && end > word.start);
        const key = `${text.slice(word.start, word.end)} | ${near.map(({ start, end }) => text.slice(start, end)).join(" ")}`;
        otherwise.set(key, (otherwise.get(key) ?? 0) + 1);
        continue;
      }
      counts.words++;
      if (found.upos === word.upos) counts.upos++;
      if (found.head === word.head && universal(found.relation) === universal(word.relation))
        counts.las++;
    }
  }
  const f1 = (right: number, gold: number, found: number): number =>
    (200 * right) / Math.max(1, gold + found);
  return {
    sentences: f1(cuts.right, cuts.gold, cuts.found),
    words: f1(counts.words, counts.gold, counts.found),
    upos: f1(counts.upos, counts.gold, counts.found),
    las: f1(counts.las, counts.gold, counts.found),
    otherwise: [...otherwise]
      .toSorted((one, other) => other[1] - one[1])
      .slice(0, 25)
      .map(([key, times]) => `${String(times).padStart(5)}  ${key}`),
  };
}

function paragraphsOf(sentences: readonly TreebankSentence[]): TreebankSentence[][] {
  const paragraphs: TreebankSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.opens || paragraphs.length === 0) paragraphs.push([sentence]);
    else paragraphs.at(-1)!.push(sentence);
  }
  return paragraphs;
}

function joined(sentences: readonly TreebankSentence[]): {
  text: string;
  words: Word[];
  bounds: Set<string>;
} {
  let text = "";
  const words: Word[] = [];
  const bounds = new Set<string>();
  for (const sentence of sentences) {
    if (text !== "") text += " ";
    const from = text.length;
    text += sentence.text;
    bounds.add(`${from} ${text.length}`);
    for (const [at, { start, end }] of sentence.ranges.entries()) {
      const head = sentence.heads[at]!;
      words.push({
        start: from + start,
        end: from + end,
        upos: sentence.upos[at]!,
        head: head === sentence.forms.length ? -1 : from + sentence.ranges[head]!.start,
        relation: sentence.labels[at]!,
      });
    }
  }
  return { text, words, bounds };
}
