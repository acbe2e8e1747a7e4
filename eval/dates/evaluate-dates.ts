import type { Context } from "../../src/core/context.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation } from "../evaluation.ts";
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

/** Time expressions and dateless pages, as a run of `npm run eval`. */
export const datesEvaluation: Evaluation = {
  name: "dates",
  about: "time expressions on WikiWars (narrative), dating of pages without their metadata",
  needs: ["dates/wikiwars"],
  run: (data) => {
    const { wikiwars, dateless } = evaluateDates(data, loadContext());
    return {
      measures: [
        ...(wikiwars === null
          ? []
          : [
              { name: "WikiWars strict F1", value: wikiwars.strictF1 },
              { name: "WikiWars relaxed F1", value: wikiwars.relaxedF1 },
              { name: "WikiWars value F1", value: wikiwars.valueF1, target: 75 },
            ]),
        ...dateless.flatMap(({ group, dated, right, exact }) => [
          { name: `${group}: dated`, value: dated },
          { name: `${group}: right of the dated`, value: right },
          { name: `${group}: exact day of all`, value: exact },
        ]),
      ],
      details: [
        ...(wikiwars?.errors ?? []).slice(0, 30),
        ...dateless.flatMap(({ errors }) => errors.slice(0, 5)),
      ],
    };
  },
};
