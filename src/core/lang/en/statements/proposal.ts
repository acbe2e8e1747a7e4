import type { Range } from "../../../document.ts";
import type { Cue } from "../../../statements/cues.ts";
import type { Quotation } from "../../../statements/quotes.ts";

/** A possible statement before the choice: who, by which cue, what, and which rule says so. */
export interface Proposal {
  readonly rule: string;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly entry: Cue | null;
  /** In text order, without overlap. */
  readonly content: readonly Range[];
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Words that name who passed the statement on (“quoted by Xinhua”, “told the Courier”). */
  readonly via: Range | null;
  /** Index of the frame it was read in. */
  readonly frame: number;
}

/** A proposal whose content may still grow by quotations that follow. */
export interface Attributed extends Proposal {
  readonly quotations: readonly Quotation[];
}
