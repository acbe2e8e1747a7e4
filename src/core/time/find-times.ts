import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type Range, type TimeExpression } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import { partsOf } from "./pattern.ts";
import type { Anchor, TimeGrammar, TimeRule } from "./rules.ts";

/** How far the rules look around a match, in characters. */
const lookBack = 90;
const lookAhead = 60;

/**
 * Find time expressions block by block with a language's rules: where two overlap the earlier one
 * counts, of those that start together the longer, of equals the earlier rule.
 * @param narrative - dates count from the text's own last date (histories), not from publication
 * @returns marks by start; warns `DATE_INVALID` for days that don't exist
 */
export function findTimesWith(
  document: Document,
  grammar: TimeGrammar,
  narrative: boolean,
): Found<TimeExpression> {
  const found: TimeExpression[] = [];
  const diagnostics: Diagnostic[] = [];
  const { text } = document;
  const anchor = anchorOf(document, narrative);
  const starts = sentenceStarts(document);
  const candidates = candidatesOf(document, grammar.rules);
  for (const [index, block] of document.blocks.entries()) {
    let sentence = -1;
    let taken = -1;
    for (const { rule, match, start, end } of candidates[index]!) {
      if (start < taken) continue;
      const opened = starts.at(start);
      if (opened !== sentence) anchor.frame = null;
      sentence = opened;
      const before = text.slice(Math.max(block.start, sentence, start - lookBack), start);
      const after = text.slice(end, Math.min(block.end, end + lookAhead));
      const ahead = grammar.isAhead(before, after);
      const reading = rule.read(partsOf(match), anchor, { before, after, ahead });
      if (reading === null) continue;
      taken = end;
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
      found.push({ start, end, rule: rule.id, ...reading });
      if (reading.type !== "date" || reading.interval === null) continue;
      anchor.last = reading.interval;
      if (reading.interval.earliest === reading.interval.latest)
        anchor.lastDay = reading.interval.latest;
      if (narrative) anchor.year = Number(reading.interval.earliest.slice(0, 4));
      if (
        reading.basis === "stated" &&
        grammar.opens(text.slice(Math.max(block.start, sentence), start))
      ) {
        anchor.frame = Number(reading.interval.earliest.slice(0, 4));
      }
    }
    anchor.frame = null;
  }
  return { found, diagnostics };
}

function anchorOf(document: Document, narrative: boolean): Anchor {
  const { value, earliest, latest } = document.published;
  return {
    day: value?.length === 10 ? value : null,
    interval: earliest !== null && latest !== null ? { earliest, latest } : null,
    year: null,
    last: null,
    lastDay: null,
    frame: null,
    narrative,
  };
}

/** Tells where the sentence around an offset starts; offsets must be asked in rising order. */
function sentenceStarts(document: Document): { at(offset: number): number } {
  const { sentences } = document.layers;
  let index = 0;
  return {
    at(offset) {
      while (index + 1 < sentences.length && sentences[index + 1]!.start <= offset) index++;
      return sentences[index]?.start ?? 0;
    },
  };
}

interface Candidate extends Range {
  readonly rule: TimeRule;
  readonly match: RegExpExecArray;
}

/**
 * Candidates by block. Those of the blocks asked for last are kept: a page without a date is read twice, for its day and
 * then from its day.
 */
function candidatesOf(document: Document, rules: readonly TimeRule[]): readonly Candidate[][] {
  const { text, blocks } = document;
  let last = lastCandidates.get(rules);
  if (last?.text !== text || last.blocks !== blocks) {
    last = { text, blocks, found: blocks.map((block) => candidatesIn(text, block, rules)) };
    lastCandidates.set(rules, last);
  }
  return last.found;
}

const lastCandidates = new WeakMap<
  readonly TimeRule[],
  { readonly text: string; readonly blocks: Document["blocks"]; readonly found: Candidate[][] }
>();

/** Everything the rules match, by start, of equals the longest and then the earlier rule first. */
function candidatesIn(text: string, block: Range, rules: readonly TimeRule[]): Candidate[] {
  const body = text.slice(block.start, block.end);
  const all: Candidate[] = [];
  for (const rule of rules) {
    for (const match of body.matchAll(rule.pattern)) {
      const start = block.start + match.index;
      all.push({ rule, match, start, end: start + match[0].length });
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}
