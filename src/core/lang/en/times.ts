import type { Context } from "../../context.ts";
import type { Document, TimeExpression } from "../../document.ts";
import { findTimesWith } from "../../time/find-times.ts";
import { isNarrative } from "../../time/mode.ts";
import type { TimeGrammar, TimeRule } from "../../time/rules.ts";
import { namedDayRules } from "../../time/named-days.ts";
import { vocabularyOf } from "../../time/vocabulary.ts";
import type { Found } from "../pack.ts";
import { calendarRules } from "./calendar-times.ts";
import { countedRules } from "./counted-times.ts";
import { relativeRules } from "./relative-times.ts";

/** English time rules and cues, built from the tables once for a context. */
export function timeGrammar(context: Context): TimeGrammar {
  return context.derived("en/times", () => {
    const words = vocabularyOf(context.rows("lang/en/lexicon/times"));
    const rules: readonly TimeRule[] = [
      ...namedDayRules(context.rows("knowledge/days"), "en"),
      ...calendarRules(words),
      ...relativeRules(words),
      ...countedRules(words),
    ];
    const ahead = new RegExp(`\\b${words.pattern("ahead")}\\b[^.]*$`, "i");
    const near = new RegExp(
      `\\b${words.pattern("ahead-near")}\\s+(?:the\\s+)?(?:(?:early|mid|late|end of)[\\s-]+)?$`,
      "i",
    );
    const said = new RegExp(
      `\\b${words.pattern("said")}(?:\\s+(?:\\p{L}+\\s+){0,2}?)?(?:on|in|late|early|the|last|\\s)*$`,
      "iu",
    );
    const report = new RegExp(`\\b(?:that|${words.pattern("said")})\\b`, "i");
    return {
      rules,
      isAhead: (before, after) => {
        if (said.test(before)) return false;
        const sentence = before.slice(before.lastIndexOf(". ") + 1);
        return ahead.test(sentence) || near.test(before) || isFollowedByFuture(after, report);
      },
      opens: (before) =>
        /^[\s"“‘'([]*(?:(?:back\s+)?in|on|during|by|since|early in|late in|as early as)?\s*$/i.test(
          before,
        ),
    };
  });
}

/** Time expressions of an English document. */
export function findTimes(document: Document, context: Context): Found<TimeExpression> {
  return findTimesWith(document, timeGrammar(context), isNarrative(document));
}

/** Whether the clause goes on in the future (“in June the council will …”), not in what somebody said then. */
function isFollowedByFuture(after: string, report: RegExp): boolean {
  if (/^\s*(?:next year|this coming)/i.test(after)) return true;
  const clause = /^,?[^.,;]*?(?=\b(?:will|shall|must)\b)/i.exec(after)?.[0];
  return clause !== undefined && !report.test(clause);
}
