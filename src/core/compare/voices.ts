import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { Statement } from "../records.ts";

/** Whose voice a stretch of an account is in. */
export interface Voice {
  /** Actors who say it; empty for the account's own narration. */
  readonly speakers: readonly string[];
  /** The account puts it in the mouth of other sides only. */
  readonly attributed: boolean;
  readonly negated: boolean;
  /** The statement it stands in. */
  readonly statement: Statement | null;
}

/**
 * Whose voice a range is in: the innermost statement whose content covers it.
 * @param party - the side whose account the document is
 * @param sideOf - side of an actor (`CHN:xi-jinping` → `CHN`)
 */
export function voiceOf(
  document: Document,
  range: Range,
  party: string,
  sideOf: (actor: string) => string | null,
): Voice {
  let statement: Statement | null = null;
  for (const candidate of document.layers.statements) {
    if (candidate.start > range.start) break;
    if (!candidate.content.some((part) => part.start <= range.start && range.end <= part.end))
      continue;
    if (statement === null || lengthOf(candidate) < lengthOf(statement)) statement = candidate;
  }
  if (statement === null)
    return { speakers: [], attributed: false, negated: false, statement: null };
  const sides = new Set(statement.actors.map(sideOf).filter((side) => side !== null));
  return {
    speakers: statement.actors,
    attributed: sides.size > 0 && !sides.has(party),
    negated: statement.polarity === "negated",
    statement,
  };
}

function lengthOf(statement: Statement): number {
  return statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
}

/** The sentence around a range, as a span; the range itself where no sentence holds it. */
export function sentenceAround(document: Document, range: Range): Span {
  const sentence = document.layers.sentences.find(
    (candidate) => candidate.start <= range.start && range.start < candidate.end,
  );
  return spanOf(document, sentence ?? range);
}
