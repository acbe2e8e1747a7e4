import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type Sentence, type Token } from "../document.ts";
import type { LanguagePack } from "../lang/pack.ts";

/**
 * Add the token layer, sentence by sentence, and tell each sentence which tokens are its own.
 * @param document - needs `layers.sentences`
 * @returns a copy; token heads are indices into the layer; warns `SENTENCE_TOO_LONG` where a sentence
 *   was parsed in parts
 */
export function annotateTokens(document: Document, pack: LanguagePack, context: Context): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const sentence of document.layers.sentences) {
    const first = tokens.length;
    const found = pack.findTokens(document.text, sentence, context);
    for (const token of found)
      tokens.push(token.head < 0 ? token : { ...token, head: token.head + first });
    const parts = found.filter(({ head }) => head < 0).length;
    if (parts > 1 && parts < found.length) {
      const { start, end } = sentence;
      diagnostics.push({
        code: "SENTENCE_TOO_LONG",
        severity: "warning",
        document: document.id,
        span: spanOf(document, { start, end: Math.min(end, start + 80) }),
        message: `A sentence of ${found.length} words was parsed in ${parts} parts; what spans two of them is not found.`,
      });
    }
    sentences.push({ ...sentence, tokens: [first, tokens.length] });
  }
  return {
    ...document,
    layers: { ...document.layers, sentences, tokens },
    diagnostics: [...document.diagnostics, ...diagnostics],
  };
}
