import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type TimeExpression } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import type { Anchor, TimeRule } from "./rules.ts";

/**
 * Find time expressions block by block with a language's rules: where two overlap the longer one
 * counts, the earlier rule of equals.
 * @param narrative - dates count from the text's own last date (histories), not from publication
 */
export function findTimesWith(document: Document, rules: readonly TimeRule[], narrative: boolean): Found<TimeExpression> {
  const found: TimeExpression[] = [];
  const diagnostics: Diagnostic[] = [];
  const { published, text } = document;
  const anchor: Anchor = {
    day: published.value?.length === 10 ? published.value : null,
    interval: published.earliest !== null && published.latest !== null ? { earliest: published.earliest, latest: published.latest } : null,
    year: null,
    narrative,
  };
  for (const block of document.blocks) {
    for (const candidate of candidatesIn(text.slice(block.start, block.end), rules)) {
      const start = block.start + candidate.match.index;
      const reading = candidate.rule.read(candidate.match, anchor, text.slice(block.start, block.end));
      if (reading === null) continue;
      const end = start + candidate.match[0].length;
      if (reading === "invalid") {
        diagnostics.push({
          code: "DATE_INVALID",
          severity: "warning",
          document: document.id,
          span: spanOf(document, { start, end }),
          message: `“${text.slice(start, end)}” is no day of the calendar; no date was taken from it.`,
        });
        continue;
      }
      found.push({ start, end, rule: candidate.rule.id, ...reading });
    }
  }
  return { found, diagnostics };
}

interface Candidate {
  readonly rule: TimeRule;
  readonly match: RegExpExecArray;
}

function candidatesIn(text: string, rules: readonly TimeRule[]): Candidate[] {
  const all: Candidate[] = [];
  for (const rule of rules) for (const match of text.matchAll(rule.pattern)) all.push({ rule, match });
  all.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  const kept: Candidate[] = [];
  let end = -1;
  for (const candidate of all) {
    if (candidate.match.index < end) continue;
    kept.push(candidate);
    end = candidate.match.index + candidate.match[0].length;
  }
  return kept;
}
