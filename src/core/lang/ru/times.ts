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

/** Russian time rules and cues, built from the tables once for a context. */
export function timeGrammar(context: Context): TimeGrammar {
  return context.derived("ru/times", () => {
    const words = vocabularyOf(context.rows("lang/ru/lexicon/times"));
    const ahead = new RegExp(`(?<!\\p{L})${words.pattern("ahead")}(?!\\p{L})`, "iu");
    const near = new RegExp(`(?<!\\p{L})${words.pattern("ahead-near")}\\s+$`, "iu");
    return {
      rules: [
        ...namedDayRules(context.rows("knowledge/days"), "ru"),
        ...calendarRules(words),
        ...relativeRules(words),
      ],
      // Russian puts the verb before or after its date: “9 мая состоится”.
      isAhead: (before, after) =>
        near.test(before) ||
        ahead.test(before.slice(before.lastIndexOf(". ") + 1)) ||
        ahead.test(after.slice(0, 40).split(/[.;]/u)[0]!),
      opens: (before) =>
        /^[\s«"(]*(?:(?:ещё\s+)?(?:в|во|с|со|ко?|до|начиная с)\s+)?$/iu.test(before),
    };
  });
}

/** Time expressions of a Russian document. */
export function findTimes(document: Document, context: Context): Found<TimeExpression> {
  return findTimesWith(document, timeGrammar(context), isNarrative(document));
}
