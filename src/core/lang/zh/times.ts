import type { Context } from "../../context.ts";
import type { Document, TimeExpression } from "../../document.ts";
import { findTimesWith } from "../../time/find-times.ts";
import { isNarrative } from "../../time/mode.ts";
import type { TimeGrammar } from "../../time/rules.ts";
import { namedDayRules } from "../../time/named-days.ts";
import { vocabularyOf } from "../../time/vocabulary.ts";
import type { Found } from "../pack.ts";
import { calendarRules } from "./calendar-times.ts";
import { relativeRules } from "./relative-times.ts";

/** Chinese time rules and cues, built from the tables once for a context. */
export function timeGrammar(context: Context): TimeGrammar {
  return context.derived("zh/times", () => {
    const words = vocabularyOf(context.rows("lang/zh/lexicon/times"));
    const ahead = new RegExp(words.pattern("ahead"), "u");
    return {
      rules: [
        ...namedDayRules(context.rows("knowledge/days"), "zh"),
        ...calendarRules(words),
        ...relativeRules(words),
      ],
      isAhead: (before, after) =>
        ahead.test(
          before
            .slice(-14)
            .split(/[。；，]/u)
            .at(-1)!,
        ) || /^.{0,10}?将/u.test(after.split(/[。；，]/u)[0]!),
      opens: (before) => /^[\s“「（(]*(?:早在|在|自|从)?$/u.test(before),
    };
  });
}

/** Time expressions of a Chinese document. */
export function findTimes(document: Document, context: Context): Found<TimeExpression> {
  return findTimesWith(document, timeGrammar(context), isNarrative(document));
}
