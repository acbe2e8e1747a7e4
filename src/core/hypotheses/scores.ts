/** How an item of evidence sits with a hypothesis: very consistent … very inconsistent, or not applicable. */
export type Rating = "CC" | "C" | "N" | "I" | "II" | "NA";

/** The ratings, from most consistent to least, then not applicable. */
export const ratings: readonly Rating[] = ["CC", "C", "N", "I", "II", "NA"];

/** Votes as Open Synthesis counts them: 1 very inconsistent … 5 very consistent, 0 not applicable. */
const votes: Readonly<Record<Rating, number>> = { CC: 5, C: 4, N: 3, I: 2, II: 1, NA: 0 };

/** Cells as PARC's ACH counts them. */
const penalties: Readonly<Record<Rating, number>> = { CC: 0, C: 0, N: 0, NA: 0, I: -1, II: -2 };

/** How far an item is to be believed, and how much it bears on the question. */
export type Weight = "low" | "medium" | "high";

/** PARC's factors: low 1/√2, medium 1, high √2. */
const factors: Readonly<Record<Weight, number>> = {
  low: Math.SQRT1_2,
  medium: 1,
  high: Math.SQRT2,
};

/** The ratings of one cell, one a voter. */
export type Cell = readonly Rating[];

/**
 * PARC/Xerox weighted inconsistency: the sum of cell × credibility × relevance over the evidence.
 * @returns 0 or less; nearer to 0 is less inconsistent. Cells nobody rated count nothing.
 * Source: ACH 2.0 (Palo Alto Research Center), technical description.
 */
export function weightedInconsistency(
  row: readonly {
    readonly cell: Cell;
    readonly credibility: Weight;
    readonly relevance: Weight;
  }[],
): number {
  let sum = 0;
  for (const { cell, credibility, relevance } of row) {
    const agreed = consensus(cell);
    if (agreed !== null) sum += penalties[agreed] * factors[credibility] * factors[relevance];
  }
  return sum === 0 ? 0 : sum;
}

/**
 * Inconsistency of a hypothesis after Open Synthesis: Σ (3 − mean)² where the mean vote is below neutral.
 * Source: Open Synthesis, `openach/metrics.py`; not applicable counts as neutral.
 */
export function inconsistency(cells: readonly Cell[]): number {
  return squares(cells, (mean) => Math.max(0, 3 - mean));
}

/** Consistency of a hypothesis after Open Synthesis: Σ (mean − 3)² where the mean vote is above neutral. */
export function consistency(cells: readonly Cell[]): number {
  return squares(cells, (mean) => Math.max(0, mean - 3));
}

function squares(cells: readonly Cell[], distance: (mean: number) => number): number {
  return cells.reduce((sum, cell) => {
    const mean = meanVote(cell);
    return mean === null ? sum : sum + distance(mean) ** 2;
  }, 0);
}

/** Mean vote of a cell, not applicable as 3; `null` where nobody rated. */
export function meanVote(cell: Cell): number | null {
  return cell.length === 0 ? null : mean(cell.map((rating) => votes[rating] || 3));
}

/**
 * How far an item tells hypotheses apart after Open Synthesis: the population standard deviation of the mean votes
 * over the hypotheses that were rated; 0 where fewer than two were.
 */
export function diagnosticity(cells: readonly Cell[]): number {
  const means = cells.map(meanVote).filter((value) => value !== null);
  return means.length < 2 ? 0 : deviation(means, means.length);
}

/**
 * How far voters disagree on a cell after Open Synthesis: the larger of the sample standard deviations of the 1 to 5
 * votes and of not applicable or not (0/1); 0 with fewer than two voters.
 */
export function disagreement(cell: Cell): number {
  const rated = cell.filter((rating) => rating !== "NA").map((rating) => votes[rating]);
  const apart = rated.length < 2 ? 0 : deviation(rated, rated.length - 1);
  const applies = cell.map((rating) => (rating === "NA" ? 1 : 0));
  return Math.max(apart, applies.length < 2 ? 0 : deviation(applies, applies.length - 1));
}

/**
 * What voters agree on after Open Synthesis: not applicable where those votes outnumber the others, else the mean vote
 * rounded, halves to the even number; `null` where nobody rated.
 */
export function consensus(cell: Cell): Rating | null {
  const rated = cell.filter((rating) => rating !== "NA").map((rating) => votes[rating]);
  if (cell.length === 0) return null;
  if (cell.length - rated.length > rated.length) return "NA";
  const vote = halfToEven(mean(rated));
  return ratings.find((rating) => votes[rating] === vote)!;
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[], divisor: number): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / divisor);
}
