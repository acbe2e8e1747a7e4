import type { Silence } from "../records.ts";

/** Words by which a page reports that something was left unsaid. */
export interface SilenceRule {
  readonly id: string;
  readonly type: Silence["type"];
  /** Global; its match is the words that report the silence. A group `topic` in it is what is left unsaid. */
  readonly pattern: RegExp;
  /** Where the unsaid stands when the pattern doesn't hold it: behind the words, or before them (“X was not mentioned”). */
  readonly topic: "after" | "before";
  /** Who is silent: the subject of the words, a text named behind them (“absent from the readout”), or a text named around them. */
  readonly silent: "subject" | "behind" | "text";
  readonly example: string;
  readonly source: string;
}
