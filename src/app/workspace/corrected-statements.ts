import type { Document } from "../../core/document.ts";
import type { Statement } from "../../core/records.ts";
import type { Correction } from "../../store/personal.ts";

/** What corrections of statements hold on to: `document:start-end`, which survives reading the page again. */
export function statementTarget(document: string, { start, end }: Statement): string {
  return `${document}:${start}-${end}`;
}

/** Speakers that a correction of kind `statement-speaker` sets. */
export function correctedSpeakers({ value }: Correction): string[] {
  return (value ?? "").split("|").filter((id) => id !== "");
}

/**
 * A document without the statements that the person rejected, and with the speakers the person set.
 * @param last - the last correction that holds, by kind and target
 * @returns the same document where nothing of it was corrected
 */
export function withCorrectedStatements(
  document: Document,
  last: (kind: "statement-reject" | "statement-speaker", target: string) => Correction | undefined,
): Document {
  const { statements, figures, assessments, commitments } = document.layers;
  const targets = statements.map((statement) => statementTarget(document.id, statement));
  const touched = targets.some(
    (target) =>
      last("statement-reject", target) !== undefined ||
      last("statement-speaker", target) !== undefined,
  );
  if (!touched) return document;
  const kept: Statement[] = [];
  const newIndex = statements.map((statement, index) => {
    const target = targets[index]!;
    if (last("statement-reject", target) !== undefined) return null;
    const speaker = last("statement-speaker", target);
    const actors = speaker === undefined ? statement.actors : correctedSpeakers(speaker);
    return kept.push({ ...statement, actors }) - 1;
  });
  const renewed = <Part extends { readonly statement: number | null }>(part: Part): Part => ({
    ...part,
    statement: part.statement === null ? null : (newIndex[part.statement] ?? null),
  });
  return {
    ...document,
    layers: {
      ...document.layers,
      statements: kept,
      figures: figures.map(renewed),
      assessments: assessments.map(renewed),
      commitments: commitments.map(renewed),
    },
  };
}
