import type { Analysis } from "../../src/core/syntax/annotate.ts";
import type { SyntaxModel } from "../../src/core/syntax/model.ts";
import type { TreebankSentence } from "../../tools/train-syntax/conllu.ts";
import { universal } from "../../tools/train-syntax/measure.ts";

/** Right, found and true ones of a kind of arc. */
export class Tally {
  right = 0;
  found = 0;
  gold = 0;

  /** Harmonic mean of precision and recall, per cent. */
  get f1(): number {
    return (200 * this.right) / Math.max(1, this.found + this.gold);
  }

  /** One line: precision, recall, F1 and the number of true ones. */
  toString(): string {
    const share = (whole: number): string =>
      ((100 * this.right) / Math.max(1, whole)).toFixed(1).padStart(5);
    return `P ${share(this.found)}  R ${share(this.gold)}  F1 ${this.f1.toFixed(1).padStart(5)}  of ${this.gold}`;
  }
}

/** Relations that statements are read from. */
export const neededRelations: readonly string[] = [
  "nsubj",
  "ccomp",
  "xcomp",
  "obl",
  "parataxis",
  "advcl",
  "appos",
  "conj",
];

/** What stands between a speech verb and its speaker or its content. */
export const speechArcs = ["subject of a speech verb", "content clause of a speech verb"] as const;

/**
 * Arcs found and true, by universal relation and for speech verbs.
 * @param isSpeechVerb - whether a word with this lemma and tag reports speech
 */
export function tallyRelations(
  model: SyntaxModel,
  sentences: readonly TreebankSentence[],
  analyses: readonly Analysis[],
  isSpeechVerb: (lemma: string, upos: string) => boolean,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tally = (name: string): Tally => {
    const known = tallies.get(name) ?? new Tally();
    tallies.set(name, known);
    return known;
  };
  for (const [index, gold] of sentences.entries()) {
    const { heads, labels } = analyses[index]!;
    const speech = gold.lemmas.map((lemma, at) => isSpeechVerb(lemma, gold.upos[at]!));
    const relations = Array.from(labels, (label) => universal(model.labels[label]!));
    const golden = gold.labels.map(universal);
    for (const [at, relation] of golden.entries()) {
      const found = relations[at]!;
      tally(relation).gold++;
      tally(found).found++;
      if (relation === found && heads[at] === gold.heads[at]) tally(relation).right++;
    }
    for (const name of speechArcs) {
      const expected = speechPairs(name, golden, gold.heads, speech);
      const found = speechPairs(name, relations, heads, speech);
      tally(name).gold += expected.size;
      tally(name).found += found.size;
      tally(name).right += [...found].filter((pair) => expected.has(pair)).length;
    }
  }
  return tallies;
}

/** Pairs of a speech verb and its subject or content. */
function speechPairs(
  name: (typeof speechArcs)[number],
  relations: readonly string[],
  heads: ArrayLike<number>,
  speech: readonly boolean[],
): Set<string> {
  const pairs = new Set<string>();
  for (const [at, relation] of relations.entries()) {
    const head = heads[at]!;
    if (name === "subject of a speech verb") {
      if (relation === "nsubj" && speech[head] === true) pairs.add(`${head} ${at}`);
    } else if (relation === "ccomp" || relation === "parataxis") {
      // A report that follows or splits a quotation hangs on it in some treebanks.
      if (relation === "parataxis" && speech[at] === true) pairs.add(`${at} ${head}`);
      else if (speech[head] === true) pairs.add(`${head} ${at}`);
    }
  }
  return pairs;
}

/** The most frequent wrong tags or relations: `gold → found`, with how often. */
export function confusions(
  pairs: Iterable<readonly [gold: string, found: string]>,
  most: number,
): string[] {
  const counts = new Map<string, number>();
  for (const [gold, found] of pairs) {
    if (gold === found) continue;
    const key = `${gold} → ${found}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([key, times]) => `${String(times).padStart(5)}  ${key}`);
}
