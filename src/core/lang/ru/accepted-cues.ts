import type { Range, Token } from "../../document.ts";
import type { CueForm } from "./cue-forms.ts";

/** A cue accepted in its sentence, before its content is cut. */
export interface Accepted {
  readonly token: Token;
  readonly form: CueForm;
  readonly rule: string;
  readonly source: Range | null;
  readonly actors: readonly string[];
  readonly plural: boolean;
  /** Where the content begins and what the cue covers. */
  readonly from: number;
  readonly cue: Range;
  /** Where the statement's own words begin: its speaker or its cue. */
  readonly head: number;
  /** The content where the pattern knows it. */
  readonly content: Range | null;
  readonly negated: boolean;
}

/** Farther back than this nothing is looked for, in characters. */
const window = 320;

/** The words right before a place, from a start on. */
export function wordsBefore(text: string, start: number, at: number): string {
  return text.slice(Math.max(start, at - window), at);
}

/** Words between the verb and its conjunction with the one before. */
const joined =
  /(?:,|\sи|\sа также|\sно|\sтакже|\sпри этом|^)\s*(?:а |и |но |также |при этом |в частности,? |одновременно |тепло |ещё раз |еще раз |вновь |особо |высоко |кроме того,? |[\p{Ll}]+о )*(?:не |был[аои]? )?$/u;

/** Whether a cue is joined to what stands before it. */
export function isJoined(before: string): boolean {
  return joined.test(before);
}
