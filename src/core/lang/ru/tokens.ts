import type { Range, Token } from "../../document.ts";
import { stemOf } from "./stem.ts";

/** Words of a Russian sentence with their stems; no parts of speech and no heads. */
export function findTokens(text: string, sentence: Range): Token[] {
  const tokens: Token[] = [];
  const body = text.slice(sentence.start, sentence.end);
  for (const match of body.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)) {
    const word = match[0];
    const start = sentence.start + match.index;
    const letters = /[\p{L}\p{N}]/u.test(word);
    tokens.push({
      start,
      end: start + word.length,
      upos: letters ? "X" : "PUNCT",
      lemma: letters ? stemOf(word) : word,
      head: -1,
      deprel: "dep",
    });
  }
  return tokens;
}
