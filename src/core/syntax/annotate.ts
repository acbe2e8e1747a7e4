import type { Token } from "../document.ts";
import { lemmaByRule } from "./lemma.ts";
import { longestWindow, type SyntaxModel } from "./model.ts";
import { arcScores, bestOf, encode, labelScores } from "./network.ts";
import { tokenise } from "./tokenise.ts";
import { bestTree } from "./tree.ts";

/**
 * Tag, lemmatise and parse one sentence; a very long one in windows, so that time stays linear.
 * @returns tokens in order; `head` is an index within the sentence, -1 for the root
 */
export function parseSentence(
  model: SyntaxModel,
  text: string,
  start: number,
  end: number,
): Token[] {
  const ranges = tokenise(text, start, end);
  const tokens: Token[] = [];
  for (let first = 0; first < ranges.length; first += longestWindow) {
    const forms = ranges
      .slice(first, first + longestWindow)
      .map((range) => text.slice(range.start, range.end));
    const { tags, heads, labels } = analyse(model, forms);
    for (const [index, form] of forms.entries()) {
      const upos = model.tags[tags[index]!]!;
      const head = heads[index]!;
      tokens.push({
        ...ranges[first + index]!,
        upos,
        lemma: lemmaOf(model, form, upos),
        head: head === forms.length ? -1 : head + first,
        deprel: model.labels[labels[index]!]!,
      });
    }
  }
  return tokens;
}

/** Classes of tags and labels and heads of at most `longestWindow` words; heads equal the length for the root. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Tags, heads and labels of a sentence given as word forms. */
export function analyse({ network, vectors }: SyntaxModel, forms: readonly string[]): Analysis {
  const count = forms.length;
  const { kernel, shape, weights } = network;
  return kernel.scratch(() => {
    const input = kernel.matrix(count + 1, shape.width);
    for (const [at, form] of forms.entries())
      input.values.set(vectors.of(form, at === 0), at * shape.width);
    input.values.set(weights["root"]!.values, count * shape.width);
    const activations = encode(network, input, [0, count + 1]);
    const scores = arcScores(kernel, activations, 0, count + 1);
    const heads = bestTree(scores.values, scores.columns, count);
    const labels = labelScores(network, activations, heads).scores;
    const classes = (of: typeof labels, size: number): Int32Array =>
      Int32Array.from(heads, (_, row) => bestOf(of, row, size));
    return {
      tags: classes(activations.tagScores, shape.tags),
      heads,
      labels: classes(labels, shape.labels),
    };
  });
}

/** Lemma of a form: the model's exceptions first, then the rules. */
export function lemmaOf(model: SyntaxModel, form: string, upos: string): string {
  const key = `${upos === "PROPN" ? form : form.toLowerCase().replaceAll("’", "'")}|${upos}`;
  return model.lemmas.get(key) ?? lemmaByRule(form, upos);
}
