import type { Context } from "../context.ts";
import type { Document, Sentence, TimeExpression } from "../document.ts";
import { chunksOf, type Chunk } from "./chunks.ts";
import type { EncounterGrammar } from "./rules.ts";

/** A sentence as the rules look at it. Offsets are the document's. */
export interface SentenceView {
  readonly sentence: Sentence;
  /** The whole document as patterns see it. */
  readonly text: string;
  readonly chunks: readonly Chunk[];
  /** Time expressions of the sentence. */
  readonly times: readonly TimeExpression[];
  /** The text between two places, with times and actors blanked. */
  readonly between: (from: number, to: number) => string;
}

/** View a sentence. */
export function viewSentence(
  document: Document,
  sentence: Sentence,
  text: string,
  grammar: EncounterGrammar,
  context: Context,
): SentenceView {
  const chunks = chunksOf(document, sentence, text, grammar.slots, context);
  const times = within(document.layers.times, sentence.start, sentence.end);
  const marks = [...chunks, ...times].toSorted((a, b) => a.start - b.start);
  return {
    sentence,
    text,
    chunks,
    times,
    between: (from, to) => {
      let out = "";
      let at = from;
      for (const { start, end } of marks) {
        if (end <= at) continue;
        if (start >= to) break;
        if (start > at) out += text.slice(at, start);
        out += " ";
        at = Math.max(at, end);
      }
      return at < to ? out + text.slice(at, to) : out;
    },
  };
}

/** The marks that lie in a range; marks are sorted by start. */
function within<Mark extends { readonly start: number; readonly end: number }>(
  marks: readonly Mark[],
  from: number,
  to: number,
): readonly Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < marks.length && marks[end]!.end <= to) end++;
  return marks.slice(low, end);
}

/** Whether only words that bind a trigger to its partner, place or date stand between two places. */
export function isLight(view: SentenceView, from: number, to: number, light: RegExp): boolean {
  if (to - from > 160) return false;
  const rest = view.between(from, to).replace(light, " ");
  if (/[.;:!?。；：！？“”"«»]/u.test(rest)) return false;
  const letters = rest.replace(/[^\p{L}]/gu, "");
  return letters.length <= (/\p{Script=Han}/u.test(letters) ? 1 : 3);
}
