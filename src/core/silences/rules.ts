import type { Silence } from "../records.ts";

/** Words by which a page reports that something was left unsaid. */
export interface SilenceRule {
  readonly id: string;
  readonly type: Silence["type"];
  /** Global; the unsaid follows the match, up to the end of its clause. */
  readonly pattern: RegExp;
  /** Who is silent: the subject before the words, or the one named after them (“absent from the statement of X”). */
  readonly silent: "before" | "after";
  readonly example: string;
  readonly source: string;
}
