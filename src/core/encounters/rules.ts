import type { EncounterMode, EncounterStatus } from "../records.ts";

/** Words that speak of an encounter. */
export interface EncounterRule {
  readonly id: string;
  /** Global. */
  readonly pattern: RegExp;
  /** `null`: the words name an encounter without saying how it took place. */
  readonly mode: EncounterMode | null;
  readonly example: string;
  readonly source: string;
}

/** What a language says of encounters. */
export interface EncounterGrammar {
  readonly rules: readonly EncounterRule[];
  /** Words around an encounter that say it is yet to come, was put off or called off; first match counts. */
  readonly status: readonly { readonly status: EncounterStatus; readonly pattern: RegExp }[];
  /** Sequence words (“second call since …”, “first face-to-face meeting since …”). */
  readonly sequence: RegExp;
  /** A date right after these words is no date of the encounter (“since”, “before”). */
  readonly notDate: RegExp;
  /** A place right after these words is where it took place (“in”, “at”). */
  readonly placeBefore: RegExp;
}
