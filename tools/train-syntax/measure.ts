import { analyse, lemmaOf } from "../../src/core/syntax/annotate.ts";
import type { SyntaxModel } from "../../src/core/syntax/model.ts";
import type { TreebankSentence } from "./conllu.ts";

/** Accuracy on gold tokens, in per cent. */
export interface SyntaxScores {
  readonly upos: number;
  /** Right heads, punctuation counted. */
  readonly uas: number;
  /** Right heads with the right universal relation, punctuation counted: the CoNLL shared tasks' measure. */
  readonly las: number;
  /** The same without punctuation. */
  readonly lasWords: number;
  /** Without punctuation, and with the right subtype. */
  readonly lasWordsFull: number;
  /** Of content words. */
  readonly lemma: number;
  /** Of processor time. */
  readonly tokensPerSecond: number;
}

/** A relation's universal part: `nsubj` of `nsubj:pass`. */
export function universal(relation: string): string {
  return relation.split(":")[0]!;
}

/** Measure a model on treebank sentences. */
export function measureSyntax(
  model: SyntaxModel,
  sentences: readonly TreebankSentence[],
): SyntaxScores {
  const counts = { words: 0, upos: 0, uas: 0, las: 0, plain: 0, lasWords: 0, lasWordsFull: 0 };
  let content = 0;
  let lemmas = 0;
  // The first sentences are read twice, so that speed is that of a program under way.
  for (const { forms } of sentences.slice(0, 300)) analyse(model, forms);
  const began = process.cpuUsage();
  const analyses = sentences.map(({ forms }) => analyse(model, forms));
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  for (const [index, { forms, ...gold }] of sentences.entries()) {
    const { tags, heads, labels } = analyses[index]!;
    for (const [at, form] of forms.entries()) {
      const upos = model.tags[tags[at]!]!;
      const label = model.labels[labels[at]!]!;
      const attached = heads[at] === gold.heads[at];
      const labelled = attached && universal(label) === universal(gold.labels[at]!);
      const plain = gold.upos[at] !== "PUNCT";
      counts.words++;
      if (upos === gold.upos[at]) counts.upos++;
      if (attached) counts.uas++;
      if (labelled) counts.las++;
      if (plain) counts.plain++;
      if (plain && labelled) counts.lasWords++;
      if (plain && attached && label === gold.labels[at]) counts.lasWordsFull++;
      if (!/^(?:NOUN|VERB|ADJ|ADV|AUX)$/.test(gold.upos[at]!)) continue;
      content++;
      if (lemmaOf(model, form, upos).toLowerCase() === gold.lemmas[at]!.toLowerCase()) lemmas++;
    }
  }
  const percent = (part: number, whole: number): number =>
    Math.round((10_000 * part) / whole) / 100;
  return {
    upos: percent(counts.upos, counts.words),
    uas: percent(counts.uas, counts.words),
    las: percent(counts.las, counts.words),
    lasWords: percent(counts.lasWords, counts.plain),
    lasWordsFull: percent(counts.lasWordsFull, counts.plain),
    lemma: percent(lemmas, content),
    tokensPerSecond: Math.round(counts.words / seconds),
  };
}
