import type { Measure } from "../evaluation.ts";
import type { ScoredText } from "./attribution.ts";
import { errorClasses } from "./errors.ts";
import type { GoldScores } from "./own-gold.ts";
import { rates, score } from "./score.ts";

/** Targets of a set of own gold. */
export interface GoldTargets {
  readonly f1?: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly chains?: number;
  /** Of speakers that were told at all: right ones. */
  readonly speakers?: number;
}

/** The measures of one set of own gold. */
export function goldMeasures(name: string, gold: GoldScores, targets: GoldTargets): Measure[] {
  const scores = score(gold.texts, () => true);
  const { precision, recall, f1 } = rates(scores.relaxed);
  const share = (part: number, of: number): number => (of === 0 ? 0 : (100 * part) / of);
  const { right, wrong, open } = gold.actors;
  const sourced = right + wrong + open;
  const unnamed = gold.unnamed.right + gold.unnamed.wrong + gold.unnamed.open;
  const bounded = (value: number, target: number | undefined): Pick<Measure, "value" | "target"> =>
    target === undefined ? { value } : { value, target };
  return [
    { name: `${name}: relaxed F1`, ...bounded(f1, targets.f1) },
    { name: `${name}: relaxed precision`, ...bounded(precision, targets.precision) },
    { name: `${name}: relaxed recall`, ...bounded(recall, targets.recall) },
    { name: `${name}: strict F1`, value: rates(scores.strict).f1 },
    {
      name: `${name}: chains right, of statements found`,
      ...bounded(share(gold.chains.right, gold.chains.found), targets.chains),
    },
    { name: `${name}: speakers right`, value: share(right, sourced) },
    {
      name: `${name}: speakers right, of those told`,
      ...bounded(share(right, right + wrong), targets.speakers),
    },
    { name: `${name}: speakers wrong`, value: share(wrong, sourced), bound: "most" },
    { name: `${name}: speakers left open`, value: share(open, sourced), bound: "most" },
    ...(unnamed === 0
      ? []
      : [{ name: `${name}: sourceless, behalf right`, value: share(gold.unnamed.right, unnamed) }]),
    {
      name: `${name}: polarity right, of statements found`,
      value: share(gold.polarity.right, gold.polarity.found),
    },
  ];
}

/** Lines for `--details`: errors by class, the worst first, a dozen cases each. */
export function errorLines(texts: readonly ScoredText[]): string[] {
  return errorClasses(texts).flatMap(({ name, cases }) => [
    `${cases.length} ${name}`,
    ...cases.slice(0, 12).map((line) => `    ${line}`),
  ]);
}
