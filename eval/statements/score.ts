import type { Range } from "../../src/core/document.ts";
import {
  jaccard,
  roles,
  shared,
  sizeOf,
  trim,
  union,
  type Attribution,
  type Role,
  type ScoredText,
} from "./attribution.ts";
import { formOf, type Form } from "./form.ts";
import { matchOneToOne } from "./matching.ts";

/** Hits, and what they are shares of. */
export interface Counts {
  right: number;
  rightPredicted: number;
  predicted: number;
  gold: number;
}

/** Everything counted over a set of texts. */
export interface Scores {
  readonly exact: Readonly<Record<Role, Counts>>;
  readonly exactTrim: Readonly<Record<Role, Counts>>;
  /** Characters in the union of a text's ranges. */
  readonly overlap: Readonly<Record<Role, Counts>>;
  readonly relaxed: Counts;
  readonly strict: Counts;
  /** Relaxed hits by the form of the gold content. */
  readonly byForm: Readonly<Record<Form, Counts>>;
}

/** Which attributions a score is about; in precision, predictions outside are not held against a system. */
export type Track = (text: string, attribution: Attribution) => boolean;

/**
 * Score predictions against gold.
 *
 * Roles: the distinct unbroken ranges of a text, equal (*exact*), equal without marks and blanks at the
 * ends (*exact-trim*), and characters in common. Whole attributions, one to one: *relaxed* when the
 * sources overlap or both are absent and the contents' Jaccard index over characters is at least 0.5;
 * *strict* when all three roles are equal after trimming.
 *
 * In a track, recall is over its gold alone and precision over its predictions alone, each matched
 * against everything on the other side, so that the border of the track costs nobody anything.
 */
export function score(texts: readonly ScoredText[], track: Track): Scores {
  const scores: Scores = {
    exact: perRole(),
    exactTrim: perRole(),
    overlap: perRole(),
    relaxed: none(),
    strict: none(),
    byForm: { direct: none(), mixed: none(), indirect: none() },
  };
  for (const { text, gold, predicted } of texts) {
    const sides: Sides = {
      gold,
      predicted,
      goldInside: gold.filter((one) => track(text, one)),
      predictedInside: predicted.filter((one) => track(text, one)),
    };
    for (const role of roles) {
      countRanges(scores.exact[role], sides, role, (range) => range);
      countRanges(scores.exactTrim[role], sides, role, (range) => trim(text, range));
      countCharacters(scores.overlap[role], sides, role);
    }
    countWhole(scores, text, sides);
  }
  return scores;
}

interface Sides {
  readonly gold: readonly Attribution[];
  readonly predicted: readonly Attribution[];
  readonly goldInside: readonly Attribution[];
  readonly predictedInside: readonly Attribution[];
}

function countRanges(
  counts: Counts,
  sides: Sides,
  role: Role,
  read: (range: Range) => Range | null,
): void {
  const keys = (list: readonly Attribution[]): Set<string> =>
    new Set(
      list
        .flatMap((one) => one[role])
        .map(read)
        .filter((range) => range !== null)
        .map(({ start, end }) => `${start}-${end}`),
    );
  const gold = keys(sides.gold);
  const predicted = keys(sides.predicted);
  const goldInside = keys(sides.goldInside);
  const predictedInside = keys(sides.predictedInside);
  counts.gold += goldInside.size;
  counts.predicted += predictedInside.size;
  counts.right += [...goldInside].filter((key) => predicted.has(key)).length;
  counts.rightPredicted += [...predictedInside].filter((key) => gold.has(key)).length;
}

function countCharacters(counts: Counts, sides: Sides, role: Role): void {
  const cover = (list: readonly Attribution[]): Range[] => union(list.flatMap((one) => one[role]));
  const goldInside = cover(sides.goldInside);
  const predictedInside = cover(sides.predictedInside);
  counts.gold += sizeOf(goldInside);
  counts.predicted += sizeOf(predictedInside);
  counts.right += shared(goldInside, cover(sides.predicted));
  counts.rightPredicted += shared(predictedInside, cover(sides.gold));
}

function countWhole(scores: Scores, text: string, sides: Sides): void {
  const { gold, predicted, goldInside, predictedInside } = sides;
  const partners = (same: (one: Attribution, other: Attribution) => boolean): Partners => {
    const found = matchOneToOne(gold.length, predicted.length, (one, other) =>
      same(gold[one]!, predicted[other]!),
    );
    return {
      gold: new Set(gold.filter((_, index) => found[index] !== -1)),
      predicted: new Set(found.filter((index) => index !== -1).map((index) => predicted[index]!)),
    };
  };
  const tally = (counts: Counts, matched: Partners): void => {
    counts.gold += goldInside.length;
    counts.predicted += predictedInside.length;
    counts.right += goldInside.filter((one) => matched.gold.has(one)).length;
    counts.rightPredicted += predictedInside.filter((one) => matched.predicted.has(one)).length;
  };
  const relaxed = partners(isRelaxed);
  tally(scores.relaxed, relaxed);
  tally(
    scores.strict,
    partners((one, other) => isStrict(text, one, other)),
  );
  for (const one of goldInside) {
    const counts = scores.byForm[formOf(text, one.content)];
    counts.gold++;
    if (relaxed.gold.has(one)) counts.right++;
  }
}

/** Attributions that found their partner on the other side. */
interface Partners {
  readonly gold: ReadonlySet<Attribution>;
  readonly predicted: ReadonlySet<Attribution>;
}

/** Sources overlap or both are absent, and the contents' Jaccard index is at least 0.5. */
export function isRelaxed(a: Attribution, b: Attribution): boolean {
  const sources =
    a.source.length === 0 || b.source.length === 0
      ? a.source.length === b.source.length
      : shared(a.source, b.source) > 0;
  return sources && jaccard(a.content, b.content) >= 0.5;
}

/** All three roles are equal but for marks and blanks at their ends. */
export function isStrict(text: string, a: Attribution, b: Attribution): boolean {
  const key = (ranges: readonly Range[]): string =>
    ranges
      .map((range) => trim(text, range))
      .filter((range) => range !== null)
      .map(({ start, end }) => `${start}-${end}`)
      .join(" ");
  return roles.every((role) => key(a[role]) === key(b[role]));
}

/** Precision, recall and their harmonic mean, in per cent. */
export function rates(counts: Counts): { precision: number; recall: number; f1: number } {
  const precision = counts.predicted === 0 ? 0 : (100 * counts.rightPredicted) / counts.predicted;
  const recall = counts.gold === 0 ? 0 : (100 * counts.right) / counts.gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function none(): Counts {
  return { right: 0, rightPredicted: 0, predicted: 0, gold: 0 };
}

function perRole(): Record<Role, Counts> {
  return { source: none(), cue: none(), content: none() };
}
