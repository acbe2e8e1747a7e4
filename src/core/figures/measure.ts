import type { Document, Range, Sentence } from "../document.ts";
import type { FigureWords } from "./vocabulary.ts";
import type { FormMatch } from "../phrases/matcher.ts";

/** What a figure measures: its place and, where the table knows it, its id in `measures.tsv`. */
export interface Measured extends Range {
  readonly id: string | null;
}

/** How far a measure may stand from its figure, in characters: after it (“$40 billion in aid”), before it. */
const reachAfter = 40;
const reachBefore = 110;

/**
 * What a figure with a unit measures: the measure named right after it, else the last one named before it
 * in the sentence, else (in a parsed language) the subject of its verb.
 * @param near - the measures the sentence names that have figures of this kind
 */
export function measureOf(
  document: Document,
  sentence: Sentence,
  figure: Range,
  near: readonly FormMatch[],
  words: FigureWords,
): Measured | null {
  const { text } = document;
  const after = near.find((measure) => measure.start >= figure.end);
  if (after !== undefined) {
    const between = text.slice(figure.end, after.start);
    if (between.length <= reachAfter && joins(between)) return after;
  }
  const before = near.findLast(
    (measure) => measure.end <= figure.start && figure.start - measure.end <= reachBefore,
  );
  if (before !== undefined && isSameThought(text.slice(before.end, figure.start))) return before;
  return subjectOf(document, sentence, figure, words);
}

/** Between a measure and its figure stand at most one comma and no end of a clause. */
function isSameThought(between: string): boolean {
  return !/[;；:：]/u.test(between) && (between.match(/[,，、]/gu)?.length ?? 0) <= 1;
}

/** “ in ”, “ worth of ”, “ of humanitarian ”, “的”: what may stand between a figure and what it measures. */
function joins(between: string): boolean {
  return /^\s*(?:(?:worth\s+)?(?:of|in|for|на|в)\s+|worth\s+of\s+)?(?:the\s+|its\s+|their\s+|our\s+|additional\s+|new\s+)?(?:[\p{L}-]+\s+){0,2}$|^(?:的|多|余)?\p{Script=Han}{0,4}$/u.test(
    between,
  );
}

/** The subject of the verb that governs a figure, where it is a short noun phrase and names no person. */
function subjectOf(
  document: Document,
  sentence: Sentence,
  figure: Range,
  words: FigureWords,
): Measured | null {
  const { text } = document;
  const { tokens, actors } = document.layers;
  let at = -1;
  for (let index = sentence.tokens[0]; index < sentence.tokens[1]; index++) {
    if (tokens[index]!.start >= figure.start && tokens[index]!.start < figure.end) at = index;
  }
  for (let step = 0; at >= 0 && step < 5; step++) {
    const token = tokens[at]!;
    if (token.upos === "VERB") break;
    at = token.head;
  }
  const verb = tokens[at];
  if (verb === undefined || !words.tellsAmount(text.slice(verb.start, verb.end), verb.lemma))
    return null;
  for (let index = sentence.tokens[0]; index < sentence.tokens[1]; index++) {
    const token = tokens[index]!;
    if (token.head !== at || !token.deprel.startsWith("nsubj") || token.upos !== "NOUN") continue;
    let { start } = token;
    for (let left = index - 1; left >= sentence.tokens[0] && left > index - 5; left--) {
      const part = tokens[left]!;
      if (part.head !== index || !/^(?:amod|compound)/u.test(part.deprel)) break;
      start = part.start;
    }
    const isPerson = actors.some(
      (actor) => actor.start <= token.start && token.end <= actor.end && actor.type !== "place",
    );
    return isPerson ? null : { start, end: token.end, id: null };
  }
  return null;
}
