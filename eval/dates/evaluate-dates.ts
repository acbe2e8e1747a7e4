import type { Context } from "../../src/core/context.ts";
import { scoreDateless, type DatelessScores } from "./dateless.ts";
import { scoreWikiWars, type WikiWarsScores } from "./wikiwars.ts";

/** Results of the evaluation of dates; `null` or empty where the corpora are absent. */
export interface DateScores {
  readonly wikiwars: WikiWarsScores | null;
  readonly dateless: readonly DatelessScores[];
}

/**
 * Evaluate time expressions (WikiWars, narrative mode) and the dating of pages without a date.
 * @param corpora - folder of the corpora (`dates/wikiwars`, `readouts`, `series`)
 */
export function evaluateDates(corpora: string, context: Context): DateScores {
  return { wikiwars: scoreWikiWars(corpora, context), dateless: scoreDateless(corpora, context) };
}
