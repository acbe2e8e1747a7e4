import {
  consensus,
  consistency,
  diagnosticity,
  disagreement,
  inconsistency,
  weightedInconsistency,
  type Cell,
  type Rating,
  type Weight,
} from "./scores.ts";

/** Somebody's rating of one item of evidence against one hypothesis. */
export interface Vote {
  readonly hypothesis: string;
  readonly evidence: string;
  readonly rating: Rating;
  /** A person, or the holder of a judgement whose words were taken for a vote. */
  readonly by: string;
  /** Proposed from claims in dispute; nobody has rated it. */
  readonly proposed: boolean;
}

/** What the matrix needs of an item of evidence. */
export interface WeightedEvidence {
  readonly id: string;
  readonly credibility: Weight;
  readonly relevance: Weight;
}

/** A cell with everybody's votes and what they come to. */
export interface MatrixCell {
  readonly hypothesis: string;
  readonly evidence: string;
  readonly votes: readonly Vote[];
  /** `null` where nobody rated. */
  readonly consensus: Rating | null;
  readonly disagreement: number;
}

/** Scores of a hypothesis by both rules; they are told side by side and name no winner. */
export interface HypothesisScore {
  readonly hypothesis: string;
  /** PARC: 0 or less. */
  readonly weightedInconsistency: number;
  /** Open Synthesis. */
  readonly inconsistency: number;
  readonly consistency: number;
  /** Share of cells not applicable, and of cells nobody rated. */
  readonly notApplicable: number;
  readonly unrated: number;
}

/** Hypotheses × evidence with scores. */
export interface HypothesisMatrix {
  readonly cells: readonly MatrixCell[];
  readonly scores: readonly HypothesisScore[];
  /** How far each item tells the hypotheses apart, the most telling first. */
  readonly diagnosticity: readonly { readonly evidence: string; readonly value: number }[];
}

/** Lay votes out as a matrix and score it; hypotheses keep the order they were written in. */
export function hypothesisMatrix(
  hypotheses: readonly string[],
  evidence: readonly WeightedEvidence[],
  votes: readonly Vote[],
): HypothesisMatrix {
  const byCell = Map.groupBy(votes, (vote) => `${vote.hypothesis} ${vote.evidence}`);
  const votesOf = (hypothesis: string, item: string): readonly Vote[] =>
    byCell.get(`${hypothesis} ${item}`) ?? [];
  const cellOf = (hypothesis: string, item: string): Cell =>
    votesOf(hypothesis, item).map(({ rating }) => rating);
  const cells = evidence.flatMap(({ id }) =>
    hypotheses.map((hypothesis) => {
      const cell = cellOf(hypothesis, id);
      return {
        hypothesis,
        evidence: id,
        votes: votesOf(hypothesis, id),
        consensus: consensus(cell),
        disagreement: disagreement(cell),
      };
    }),
  );
  const scores = hypotheses.map((hypothesis) => {
    const row = evidence.map((item) => ({ ...item, cell: cellOf(hypothesis, item.id) }));
    const all = row.map(({ cell }) => cell);
    const share = (count: number): number => (all.length === 0 ? 0 : count / all.length);
    return {
      hypothesis,
      weightedInconsistency: weightedInconsistency(row),
      inconsistency: inconsistency(all),
      consistency: consistency(all),
      notApplicable: share(all.filter((cell) => consensus(cell) === "NA").length),
      unrated: share(all.filter((cell) => cell.length === 0).length),
    };
  });
  const telling = evidence
    .map(({ id }) => ({
      evidence: id,
      value: diagnosticity(hypotheses.map((hypothesis) => cellOf(hypothesis, id))),
    }))
    .toSorted((a, b) => b.value - a.value);
  return { cells, scores, diagnosticity: telling };
}
