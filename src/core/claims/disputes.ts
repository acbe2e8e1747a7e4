import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { positionsOf, type Position } from "./positions.ts";
import { questionTable } from "./questions.ts";

/** Everybody's answers to one question about the same sides. */
export interface Dispute {
  /** `is-alliance:CHN+RUS`. */
  readonly id: string;
  readonly question: string;
  /** “Is it an alliance?” */
  readonly label: string;
  readonly sides: readonly string[];
  /** `disputed` where some say yes and others no, `hedged` where somebody leaves open what others answer, else `agreed`. */
  readonly verdict: "disputed" | "hedged" | "agreed";
  /** Yes, then no, then open; within these in the order of the pages. */
  readonly positions: readonly Position[];
}

/**
 * Group the positions of documents by what they are about: the question and the sides it is asked of.
 * @returns disputed ones first, then those with more positions; the same in whatever order documents come
 */
export function disputesOf(documents: readonly Document[], context: Context): Dispute[] {
  const ordered = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return disputesAmong(
    ordered.flatMap((document) => positionsOf(document, context)),
    context,
  );
}

/** Group positions that were read before, those of one document together, documents in the order of their ids. */
export function disputesAmong(all: readonly Position[], context: Context): Dispute[] {
  const questions = questionTable(context);
  const groups = Map.groupBy(all, ({ question, sides }) => `${question}:${sides.join("+")}`);
  return [...groups]
    .map(([id, positions]) => ({
      id,
      question: positions[0]!.question,
      label: questions.get(positions[0]!.question)!.label,
      sides: positions[0]!.sides,
      verdict: verdictOf(positions),
      positions: positions.toSorted((a, b) => rank(a) - rank(b)),
    }))
    .toSorted(
      (a, b) =>
        weight(b) - weight(a) || b.positions.length - a.positions.length || (a.id < b.id ? -1 : 1),
    );
}

/** Who holds it, as far as positions tell holders apart. */
export function holderKey({ holder, holderQuote, span }: Position): string {
  return holder ?? (holderQuote === "" ? span.document : holderQuote.toLowerCase());
}

/** Whether two or more holders take part. */
export function isShared({ positions }: Dispute): boolean {
  return new Set(positions.map(holderKey)).size > 1;
}

function rank({ stance }: Position): number {
  return stance === "yes" ? 0 : stance === "no" ? 1 : 2;
}

function weight({ verdict }: Dispute): number {
  return verdict === "disputed" ? 2 : verdict === "hedged" ? 1 : 0;
}

function verdictOf(positions: readonly Position[]): Dispute["verdict"] {
  const stances = new Set(positions.map(({ stance }) => stance));
  if (stances.has("yes") && stances.has("no")) return "disputed";
  return stances.has("open") ? "hedged" : "agreed";
}
