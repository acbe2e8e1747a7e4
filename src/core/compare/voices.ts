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

/** Whose account a document is, for telling voices apart in it. */
export interface AccountOf {
  readonly party: string;
  /** The other sides of the encounter; with one only it is clear who is spoken to. */
  readonly others: readonly string[];
  /** Where the document gives the words of the one spoken to (`reportedSpeech`). */
  readonly reported: readonly Range[];
  /** Side of an actor (`CHN:xi-jinping` → `CHN`). */
  readonly sideOf: (actor: string) => string | null;
}

/**
 * Whose voice a range is in: the innermost statement whose content covers it, or, within a speech of the account's
 * own side, the one spoken to whose words it gives (“Mr President has just reiterated that …”).
 */
export function voiceOf(document: Document, range: Range, account: AccountOf): Voice {
  const { party, others, reported, sideOf } = account;
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
  if (
    sides.size === 1 &&
    sides.has(party) &&
    others.length === 1 &&
    reported.some((part) => part.start <= range.start && range.end <= part.end)
  )
    return { speakers: [others[0]!], attributed: true, negated: false, statement };
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
