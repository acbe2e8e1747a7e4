import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type Sentence } from "../document.ts";
import type { LanguagePack } from "../lang/pack.ts";
import { cutLong } from "./cut-long.ts";

/**
 * Add the sentence layer: sentences of each block, in order, without edge blanks. Titles, key points
 * and captions need no full stop.
 * @returns a copy; warns `SENTENCE_TOO_LONG` where a text without sentence ends had to be cut
 */
export function annotateSentences(
  document: Document,
  pack: LanguagePack,
  context: Context,
): Document {
  const sentences: Sentence[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [block, range] of document.blocks.entries()) {
    for (const sentence of pack.splitSentences(document.text, range, context)) {
      const pieces = cutLong(document.text, sentence);
      if (pieces.length > 1) {
        diagnostics.push({
          code: "SENTENCE_TOO_LONG",
          severity: "warning",
          document: document.id,
          span: spanOf(document, {
            start: sentence.start,
            end: Math.min(sentence.end, sentence.start + 80),
          }),
          message: `A stretch of ${sentence.end - sentence.start} characters has no sentence end and was cut for reading.`,
        });
      }
      for (const piece of pieces) sentences.push({ ...piece, block, tokens: [0, 0] });
    }
  }
  return {
    ...document,
    layers: { ...document.layers, sentences },
    diagnostics: [...document.diagnostics, ...diagnostics],
  };
}
