import type { Span } from "../document.ts";
import type { ComparisonRow } from "./comparison.ts";

/**
 * Leave out rows that only tell a part of what another row tells: a set phrase that one account has within
 * the words of a longer one (“strategic coordination” in “comprehensive strategic partnership of coordination”), where
 * the longer one is shared or said in other words of its scale.
 */
export function withoutParts(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const wholes = rows
    .filter(
      ({ kind, verdict }) => kind === "phrase" && (verdict === "shared" || verdict === "differs"),
    )
    .flatMap(spansOf);
  return rows.filter(
    (row) =>
      row.kind !== "phrase" ||
      row.verdict !== "one-sided" ||
      !spansOf(row).every((span) => wholes.some((whole) => holds(whole, span))),
  );
}

function spansOf(row: ComparisonRow): Span[] {
  return Object.values(row.cells).flatMap((cell) => cell.spans);
}

function holds(whole: Span, part: Span): boolean {
  return (
    whole.document === part.document &&
    whole.start <= part.start &&
    part.end <= whole.end &&
    part.end - part.start < whole.end - whole.start
  );
}
