import type { TimeExpression } from "../document.ts";
import type { DateInterval } from "../records.ts";

/** What relative expressions count from. */
export interface Anchor {
  /** The day of publication, `null` when only an interval is known. */
  readonly day: string | null;
  /** Interval of publication; `null` when nothing is known. */
  readonly interval: DateInterval | null;
  /** In narrative texts: the year last named, which a date without a year takes. */
  year: number | null;
  /** The day or days last read before this place (“two days later”, “the same year”); `null` at first. */
  last: DateInterval | null;
  /** The day last read; `null` at first. */
  lastDay: string | null;
  /** The year a sentence opens with (“In 2014, …”): its dates without a year take it. */
  frame: number | null;
  /** Narrative mode: dates count from the text's own last date, not from publication. */
  readonly narrative: boolean;
}

/** A reading of an expression. */
export type TimeReading = Pick<TimeExpression, "type" | "value" | "interval" | "basis">;

/** What a rule makes of its match: `"invalid"` for a day that doesn't exist, `null` when it is no time here. */
export type RuleReading = TimeReading | "invalid" | null;

/** Where a match stands. */
export interface MatchPlace {
  /** The text just before it, back to the last full stop, at most 90 characters. */
  readonly before: string;
  /** The text just after it, at most 60 characters. */
  readonly after: string;
  /** Whether the words around point ahead (“will”, “scheduled for”). */
  readonly ahead: boolean;
}

/** How a kind of time expression looks and what it means. */
export interface TimeRule {
  readonly id: string;
  /** Global; named groups carry the parts. A group `core`, where there is one, is the expression itself. */
  readonly pattern: RegExp;
  readonly read: (parts: Parts, anchor: Anchor, place: MatchPlace) => RuleReading;
  readonly example: string;
  readonly source: string;
}

/** Named groups of a match; a part that isn't there is `undefined`. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** The time rules of a language with what its texts need around them. */
export interface TimeGrammar {
  readonly rules: readonly TimeRule[];
  /** Whether the words around a date point ahead. */
  readonly isAhead: (before: string, after: string) => boolean;
  /** Whether a date at the head of its sentence is its setting (“In 2014, …”). */
  readonly opens: (before: string) => boolean;
}
