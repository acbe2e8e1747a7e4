import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../../src/core/context.ts";
import type { TimeExpression } from "../../src/core/document.ts";
import { findTimes } from "../../src/core/lang/en/times.ts";
import { documentOf } from "./documents.ts";

/** A gold time expression: range in the text and its TIMEX2 value. */
interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

interface GoldText {
  readonly text: string;
  readonly times: readonly GoldTime[];
}

/** Scores on WikiWars, in per cent; spans match when equal (strict) or overlapping (relaxed). */
export interface WikiWarsScores {
  readonly texts: number;
  readonly gold: number;
  readonly found: number;
  readonly strictF1: number;
  readonly relaxedF1: number;
  readonly valueAccuracy: number;
  /** Relaxed F1 × share of matched expressions with the right value. */
  readonly valueF1: number;
  /** What was missed, wrong or invented, the most frequent first. */
  readonly errors: readonly string[];
}

/**
 * Score English dates in narrative mode on WikiWars (22 histories, outermost TIMEX2).
 * @returns `null` when the corpus is not there
 */
export function scoreWikiWars(corpora: string, context: Context): WikiWarsScores | null {
  const folder = join(corpora, "dates", "wikiwars");
  if (!existsSync(folder)) return null;
  const texts = readdirSync(folder)
    .toSorted()
    .map((file) => readGold(readFileSync(join(folder, file), "utf8")));
  let [gold, found, strict, matched, matchedFound, right] = [0, 0, 0, 0, 0, 0];
  const errors = new Map<string, number>();
  const count = (error: string): void => void errors.set(error, (errors.get(error) ?? 0) + 1);
  for (const { text, times } of texts) {
    const predicted = findTimes(documentOf(text, "en", null), context).found;
    gold += times.length;
    found += predicted.length;
    for (const time of times) {
      const hit = predicted.find((candidate) => overlaps(candidate, time));
      const quote = text.slice(time.start, time.end).replace(/\s+/g, " ");
      if (hit === undefined) {
        count(`missed: ${quote} [${time.value}]`);
        continue;
      }
      matched++;
      if (hit.start === time.start && hit.end === time.end) strict++;
      if (hit.value === time.value) right++;
      else count(`value: ${quote} [${time.value}] ${hit.value} ${hit.rule}`);
    }
    for (const candidate of predicted) {
      if (times.some((time) => overlaps(candidate, time))) matchedFound++;
      else count(`extra: ${text.slice(candidate.start, candidate.end)} ${candidate.rule}`);
    }
  }
  const relaxedF1 = harmonic(matchedFound / found, matched / gold);
  return {
    texts: texts.length,
    gold,
    found,
    strictF1: percent(harmonic(strict / found, strict / gold)),
    relaxedF1: percent(relaxedF1),
    valueAccuracy: percent(right / matched),
    valueF1: percent((relaxedF1 * right) / matched),
    errors: [...errors]
      .toSorted((a, b) => b[1] - a[1])
      .map(([error, times]) => `${times} ${error}`),
  };
}

function overlaps(time: Pick<TimeExpression, "start" | "end">, gold: GoldTime): boolean {
  return time.start < gold.end && time.end > gold.start;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

/** Text and outermost TIMEX2 elements of a WikiWars file. */
function readGold(xml: string): GoldText {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? "";
  const entities: Readonly<Record<string, string>> = { amp: "&", quot: '"', lt: "<", gt: ">" };
  const times: GoldTime[] = [];
  const open: { start: number; value: string }[] = [];
  let text = "";
  for (const match of body.matchAll(/<(\/?)([A-Za-z0-9_]+)([^>]*)>|&(\w+);|([^<&]+)|([<&])/g)) {
    const [, closing, element, attributes, entity, plain, stray] = match;
    if (plain !== undefined || stray !== undefined) text += plain ?? stray;
    else if (entity !== undefined) text += entities[entity] ?? " ";
    else if (element === "TIMEX2" && closing === "") {
      open.push({
        start: text.length,
        value: /\bval="([^"]*)"/i.exec(attributes ?? "")?.[1] ?? "",
      });
    } else if (element === "TIMEX2") {
      const start = open.pop();
      if (start !== undefined && open.length === 0 && text.length > start.start)
        times.push({ ...start, end: text.length });
    }
  }
  return { text, times };
}
