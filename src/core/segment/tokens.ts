import type { Context } from "../context.ts";
import type { Document, Sentence, Token } from "../document.ts";
import type { LanguagePack } from "../lang/pack.ts";

/**
 * Add the token layer, sentence by sentence, and tell each sentence which tokens are its own.
 * @param document - needs `layers.sentences`
 * @returns a copy; token heads are indices into the layer
 */
export function annotateTokens(document: Document, pack: LanguagePack, context: Context): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const sentence of document.layers.sentences) {
    const first = tokens.length;
    for (const token of pack.findTokens(document.text, sentence, context)) {
      tokens.push(token.head < 0 ? token : { ...token, head: token.head + first });
    }
    sentences.push({ ...sentence, tokens: [first, tokens.length] });
  }
  return { ...document, layers: { ...document.layers, sentences, tokens } };
}
