import { analyse, lemmaOf } from "../../src/core/syntax/annotate.ts";
import type { SyntaxModel } from "../../src/core/syntax/model.ts";
import type { TreebankSentence } from "./conllu.ts";

/** Accuracy on gold tokens, in percent; attachment without punctuation, labels in full. */
export interface SyntaxScores {
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
  readonly lemma: number;
  readonly tokensPerSecond: number;
}

/** Measure a model on treebank sentences. */
export function measureSyntax(
  model: SyntaxModel,
  sentences: readonly TreebankSentence[],
): SyntaxScores {
  let words = 0;
  let tagged = 0;
  let arcs = 0;
  let attached = 0;
  let labelled = 0;
  let content = 0;
  let lemmas = 0;
  const began = performance.now();
  for (const sentence of sentences) {
    const { tags, heads, labels } = analyse(model, sentence.forms);
    for (let at = 0; at < sentence.forms.length; at++) {
      words++;
      const upos = model.tags[tags[at]!]!;
      if (upos === sentence.upos[at]) tagged++;
      if (/^(?:NOUN|VERB|ADJ|ADV|AUX)$/.test(sentence.upos[at]!)) {
        content++;
        const lemma = lemmaOf(model, sentence.forms[at]!, upos);
        if (lemma.toLowerCase() === sentence.lemmas[at]!.toLowerCase()) lemmas++;
      }
      if (sentence.upos[at] === "PUNCT") continue;
      arcs++;
      if (heads[at] !== sentence.heads[at]) continue;
      attached++;
      if (model.labels[labels[at]!] === sentence.labels[at]) labelled++;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const percent = (part: number, whole: number): number =>
    Math.round((10_000 * part) / whole) / 100;
  return {
    upos: percent(tagged, words),
    uas: percent(attached, arcs),
    las: percent(labelled, arcs),
    lemma: percent(lemmas, content),
    tokensPerSecond: Math.round(words / seconds),
  };
}
