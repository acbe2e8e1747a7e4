import type { Context } from "../../context.ts";
import type { Range, Token } from "../../document.ts";
import { parseSentence } from "../../syntax/annotate.ts";
import { tokenise } from "../../syntax/tokenise.ts";

/**
 * Tokens of an English sentence with part of speech, lemma and head (Universal Dependencies).
 * Without a model only the words are found: `upos` is `X` and there are no heads.
 */
export function findTokens(text: string, sentence: Range, context: Context): Token[] {
  const model = context.syntax();
  if (model !== null) return parseSentence(model, text, sentence.start, sentence.end);
  return tokenise(text, sentence.start, sentence.end).map(({ start, end }) => ({
    start,
    end,
    upos: "X",
    lemma: text.slice(start, end).toLowerCase(),
    head: -1,
    deprel: "dep",
  }));
}
