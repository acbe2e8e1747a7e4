import type { Context } from "../../context.ts";
import type { Range, Token } from "../../document.ts";
import { foldToHans } from "./hans.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Words of a Chinese sentence in either script; the lemma is the word in simplified characters. No parts of speech
 * and no heads.
 */
export function findTokens(text: string, sentence: Range, context: Context): Token[] {
  const body = foldToHans(text.slice(sentence.start, sentence.end), context);
  const words = context.words?.(body) ?? [...segmenter.segment(body)].map((piece) => piece.segment);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const word of words) {
    const end = at + word.length;
    if (word.trim() !== "") {
      tokens.push({
        start: at,
        end,
        upos: /[\p{L}\p{N}]/u.test(word) ? "X" : "PUNCT",
        lemma: word,
        head: -1,
        deprel: "dep",
      });
    }
    at = end;
  }
  return tokens;
}
