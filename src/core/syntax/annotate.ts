import type { Token } from "../document.ts";
import { lemmaByRule } from "./lemma.ts";
import type { SyntaxModel } from "./model.ts";
import { parseWords } from "./parser.ts";
import { tagWords } from "./tagger.ts";
import { tokenise } from "./tokenise.ts";
import { wordFeatures } from "./word-features.ts";

/** Longer sentences are parsed in windows of this many words, so that time stays linear. */
const longestWindow = 250;

/**
 * Tag, lemmatise and parse one sentence.
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
        deprel: model.labels[labels[index]!] ?? "dep",
      });
    }
  }
  return tokens;
}

/** Tags, heads and labels of a sentence given as word forms; heads equal the length for the root. */
export function analyse(
  model: SyntaxModel,
  forms: readonly string[],
): { tags: Int32Array; heads: Int32Array; labels: Int32Array } {
  const words = forms.map((form, index) => wordFeatures(form, index === 0));
  const tags = tagWords(model.tagger, words);
  const { heads, labels } = parseWords(model.actions, model.arcLabels, words, tags);
  return { tags, heads, labels };
}

/** Lemma of a form: the model's exceptions first, then the rules. */
export function lemmaOf(model: SyntaxModel, form: string, upos: string): string {
  const key = `${upos === "PROPN" ? form : form.toLowerCase().replaceAll("’", "'")}|${upos}`;
  return model.lemmas.get(key) ?? lemmaByRule(form, upos);
}
