import type { Range } from "../document.ts";
import type { Cue } from "./cues.ts";

/** A possible statement before refinement: who, by which cue, what, and which rule says so. */
export interface Proposal {
  readonly rule: string;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly entry: Cue | null;
  /** Sorted, without overlap. */
  readonly content: readonly Range[];
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Words that name an agency or document which passes the statement on (“quoted by Xinhua”). */
  readonly via: Range | null;
}
