import type { Frame } from "./frame.ts";

/** What stands right of a cue as its content. */
export interface Complement {
  /** Construction, as in the rule's id. */
  readonly kind:
    | "clause"
    | "question"
    | "infinitive"
    | "request"
    | "quotation"
    | "gerund"
    | "as"
    | "matter"
    | "noun-phrase";
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Last word of the cue when a preposition belongs to it (“called for”). */
  readonly cueEnd: number;
  /** Nothing shows that a clause opens here but that the cue takes one. */
  readonly unmarked?: true;
}
/** One past an adverb of two words that may stand between a cue and its content; the word itself where none does. */
export function afterFixedAdverb(frame: Frame, at: number): number {
  const aside = frame.form(at) === "," ? at + 1 : at;
  if (aside > at && introductory.test(frame.low(aside)) && frame.form(aside + 1) === ",")
    return aside + 2;
  if (!fixed.test(`${frame.low(aside)} ${frame.low(aside + 1)}`)) return at;
  if (aside === at) return at + 2;
  return frame.form(aside + 2) === "," ? aside + 3 : at;
}

/** “warned, however, that …” */
const introductory = /^(?:however|though|meanwhile|moreover|nevertheless|nonetheless|instead|too)$/;

const fixed =
  /^(?:in (?:particular|general|turn|response|detail|principle|addition|return|passing)|at length|once (?:again|more)|yet again|with (?:satisfaction|regret|concern|appreciation|gratitude|interest|pleasure|alarm|confidence))$/;

/** Where a content opens, before its end is known. */
export type Opening = Omit<Complement, "to">;
/** Farthest a content begins from its cue, in words. */
export const reach = 22;

/** The first part of a hyphened word (“de-escalate”). */
export function isPrefix(frame: Frame, at: number): boolean {
  return frame.form(at + 1) === "-" && !frame.isDash(at + 1);
}
