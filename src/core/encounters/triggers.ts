import type { Range } from "../document.ts";
import type { EncounterRule } from "./rules.ts";

/** A place where a rule speaks of an encounter. */
export interface Trigger extends Range {
  readonly rule: EncounterRule;
}

/** Most triggers looked at in one sentence; a longer list of meetings is an index, not a text. */
const mostInSentence = 40;

/**
 * What the rules match in a range, without overlap: words that say how they met before words that
 * only say that, then the earlier, then the longer.
 */
export function triggersIn(text: string, range: Range, rules: readonly EncounterRule[]): Trigger[] {
  const body = text.slice(range.start, range.end);
  const all: Trigger[] = rules.flatMap((rule) =>
    [...body.matchAll(rule.pattern)].map((match) => {
      const start = range.start + match.index;
      return { rule, start, end: start + match[0].length };
    }),
  );
  all.sort(
    (a, b) =>
      Number(a.rule.mode === null) - Number(b.rule.mode === null) ||
      a.start - b.start ||
      b.end - a.end,
  );
  const kept: Trigger[] = [];
  for (const found of all.slice(0, mostInSentence * 4)) {
    if (kept.length >= mostInSentence) break;
    if (!kept.some((other) => other.start < found.end && found.start < other.end)) kept.push(found);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
