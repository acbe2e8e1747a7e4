import type { Context } from "../context.ts";
import { spanOf, type Document, type Range, type Span } from "../document.ts";
import { findTableForms } from "../phrases/annotate.ts";
import { sentenceAround } from "./voices.ts";

/** Where a clause ends; a condition goes from its opening words to there. */
const clauseEnd = /[.,;:!?。，；：！？—\n]|\s–\s/u;

/** Longest condition shown, in characters. */
const longest = 160;

/** Conditions of a document (`knowledge/conditions`), from their opening words to the end of their clause, in order. */
export function conditionsOf(document: Document, context: Context): Range[] {
  return findTableForms(document, context, "condition", "knowledge/conditions").map((match) => {
    const rest = document.text.slice(match.end, match.end + longest);
    const stop = rest.search(clauseEnd);
    return { start: match.start, end: match.end + (stop === -1 ? rest.length : stop) };
  });
}

/** Characters between a find and a condition on it. */
const near = 70;

/** The conditions among `conditions` on what a range names: right after it or right before it, in its clause. */
export function conditionsAt(
  document: Document,
  range: Range,
  conditions: readonly Range[],
): Span[] {
  const sentence = sentenceAround(document, range);
  return conditions
    .filter((condition) => sentence.start <= condition.start && condition.start < sentence.end)
    .filter((condition) => {
      const between =
        condition.start >= range.end
          ? document.text.slice(range.end, condition.start)
          : condition.end <= range.start
            ? document.text.slice(condition.end, range.start).replace(/^[,，]/u, "")
            : null;
      return between !== null && between.length <= near && !/[,;:，；：]/u.test(between);
    })
    .map((condition) => spanOf(document, condition));
}
