import type { Dispute } from "../../core/claims/disputes.ts";
import type { Position, Stance } from "../../core/claims/positions.ts";
import {
  hypothesisMatrix,
  type HypothesisMatrix,
  type Vote,
} from "../../core/hypotheses/matrix.ts";
import type { Rating, Weight } from "../../core/hypotheses/scores.ts";
import { gradeFor, type SourceGrade } from "../../core/grades/grades.ts";
import type { Store } from "../../store/store.ts";
import { keptGrades } from "./grades.ts";
import type { Anchor, Correction, CorrectionKind, PersonalStore } from "../../store/personal.ts";

/** A hypothesis in a person's words; `claim` ties it to an answer to a question in dispute. */
export interface Hypothesis {
  readonly id: string;
  readonly text: string;
  /** `military-support:CHN+RUS`; `null` for one nobody tied. */
  readonly claim: string | null;
  readonly answer: Exclude<Stance, "open"> | null;
}

/** An item of evidence: a person's words, or somebody's with their place. */
export interface Evidence {
  readonly id: string;
  readonly text: string;
  /** Who says it, where it was taken from a claim. */
  readonly holder: string | null;
  readonly claim: string | null;
  readonly stance: Stance | null;
  readonly hedged: boolean;
  readonly anchor: Anchor | null;
  readonly credibility: Weight;
  readonly relevance: Weight;
}

/** A line of the audit trail. */
export interface AuditLine {
  readonly at: string;
  readonly what: string;
  readonly undoneAt: string | null;
}

/** Hypotheses with their evidence, votes and scores. */
export interface HypothesisBook {
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
  readonly votes: readonly Vote[];
  readonly matrix: HypothesisMatrix;
  /** Everything that was ever entered, oldest first. */
  readonly audit: readonly AuditLine[];
}

const entryKinds: ReadonlySet<CorrectionKind> = new Set<CorrectionKind>([
  "hypothesis",
  "hypothesis-evidence",
  "hypothesis-weight",
  "hypothesis-rating",
]);

/** Read a person's hypotheses out of what a workspace keeps of them. */
export function hypothesisBook(corrections: readonly Correction[]): HypothesisBook {
  const entries = corrections.filter(({ kind }) => entryKinds.has(kind));
  const held = entries.filter(({ undoneAt }) => undoneAt === null);
  const of = (kind: CorrectionKind): Correction[] => held.filter((entry) => entry.kind === kind);
  const hypotheses = of("hypothesis").map((entry): Hypothesis => ({
    id: entry.target,
    ...(JSON.parse(entry.value!) as Omit<Hypothesis, "id">),
  }));
  const weights = new Map(
    of("hypothesis-weight").map((entry) => [
      entry.target,
      JSON.parse(entry.value!) as Pick<Evidence, "credibility" | "relevance">,
    ]),
  );
  const evidence = of("hypothesis-evidence").map((entry): Evidence => ({
    id: entry.target,
    anchor: entry.anchor,
    credibility: weights.get(entry.target)?.credibility ?? "medium",
    relevance: weights.get(entry.target)?.relevance ?? "medium",
    ...(JSON.parse(entry.value!) as Pick<
      Evidence,
      "text" | "holder" | "claim" | "stance" | "hedged"
    >),
  }));
  const votes = votesOf(hypotheses, evidence, of("hypothesis-rating"));
  return {
    hypotheses,
    evidence,
    votes,
    matrix: hypothesisMatrix(
      hypotheses.map(({ id }) => id),
      evidence,
      votes,
    ),
    audit: entries.map(auditLine),
  };
}

/** Ratings of persons, the last of each; where nobody rated, what the claims propose. */
function votesOf(
  hypotheses: readonly Hypothesis[],
  evidence: readonly Evidence[],
  entries: readonly Correction[],
): Vote[] {
  const rated = new Map<string, Vote>();
  const known = new Set([...hypotheses, ...evidence].map(({ id }) => id));
  for (const { target, value } of entries) {
    const [hypothesis, item, by] = target.split("|") as [string, string, string];
    if (!known.has(hypothesis) || !known.has(item)) continue;
    rated.set(target, {
      hypothesis,
      evidence: item,
      rating: value as Rating,
      by,
      proposed: false,
    });
  }
  const votes = [...rated.values()];
  const cells = new Set(votes.map((vote) => `${vote.hypothesis} ${vote.evidence}`));
  for (const hypothesis of hypotheses)
    for (const item of evidence) {
      const rating = proposal(hypothesis, item);
      if (rating === null || cells.has(`${hypothesis.id} ${item.id}`)) continue;
      votes.push({
        hypothesis: hypothesis.id,
        evidence: item.id,
        rating,
        by: item.holder ?? "the page",
        proposed: true,
      });
    }
  return votes;
}

/**
 * What a claim's words propose for a hypothesis tied to the same question: the same answer is consistent (very, where
 * it is said flatly), the contrary inconsistent, left open could be read both ways; `null` for other questions.
 */
export function proposal(hypothesis: Hypothesis, evidence: Evidence): Rating | null {
  if (hypothesis.claim === null || hypothesis.claim !== evidence.claim) return null;
  if (evidence.stance === "open") return "N";
  const same = evidence.stance === hypothesis.answer;
  if (evidence.hedged) return same ? "C" : "I";
  return same ? "CC" : "II";
}

function auditLine({ kind, target, value, addedAt, undoneAt }: Correction): AuditLine {
  return { at: addedAt, what: entryWords(kind, target, value ?? ""), undoneAt };
}

function entryWords(kind: CorrectionKind, target: string, value: string): string {
  const [first, second, by] = target.split("|");
  if (kind === "hypothesis-rating") return `rating ${first} × ${second} by ${by}: ${value}`;
  const fields = JSON.parse(value) as Partial<Hypothesis & Evidence>;
  if (kind === "hypothesis-weight")
    return `weight of ${target}: credibility ${fields.credibility}, relevance ${fields.relevance}`;
  const from = fields.claim == null ? "" : ` (from ${fields.claim})`;
  if (kind === "hypothesis-evidence") return `evidence ${target}: “${fields.text}”${from}`;
  const tied = fields.claim == null ? "" : ` (${fields.answer} to ${fields.claim})`;
  return `hypothesis ${target}: ${fields.text}${tied}`;
}

/** Grades of the sources that items of evidence come from, by the item's id. */
export async function evidenceGrades(
  store: Pick<Store, "list" | "personal">,
  evidence: readonly Evidence[],
): Promise<ReadonlyMap<string, SourceGrade>> {
  const grades = await keptGrades(store.personal);
  const pages = new Map((await store.list({ replaced: true })).map((page) => [page.id, page]));
  return new Map(
    evidence.flatMap(({ id, anchor }): [string, SourceGrade][] => {
      const page = anchor === null ? undefined : pages.get(anchor.document);
      const grade = page === undefined ? null : gradeFor(grades, page, "judgements");
      return grade === null ? [] : [[id, grade]];
    }),
  );
}

/** Keep an entry of a person's. */
export async function keep(
  personal: PersonalStore,
  kind: CorrectionKind,
  target: string,
  value: string,
  stamp: { readonly id: string; readonly at: string },
  anchor: Anchor | null = null,
): Promise<void> {
  await personal.addCorrection({
    id: stamp.id,
    kind,
    target,
    value,
    anchor,
    addedAt: stamp.at,
    undoneAt: null,
  });
}

/** The next id of a kind: `h1`, `h2` …; ids of what was removed are not given again. */
export function nextId(corrections: readonly Correction[], letter: "h" | "e"): string {
  const kind = letter === "h" ? "hypothesis" : "hypothesis-evidence";
  return `${letter}${corrections.filter((entry) => entry.kind === kind).length + 1}`;
}

/** The positions of a dispute that are no evidence yet. */
export function newEvidence(dispute: Dispute, book: HypothesisBook): readonly Position[] {
  const known = new Set(
    book.evidence.map(({ anchor }) =>
      anchor === null ? "" : `${anchor.document}:${anchor.start}`,
    ),
  );
  return dispute.positions.filter(({ span }) => !known.has(`${span.document}:${span.start}`));
}
