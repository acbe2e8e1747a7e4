import { stringify } from "csv-stringify/sync";
import type { SourceGrade } from "../core/grades/grades.ts";
import type { HypothesisBook } from "../app/judgements/hypotheses.ts";

/**
 * A matrix of hypotheses and evidence as CSV (UTF-8), a row a vote, then a row for each cell nobody rated. Cells that a
 * spreadsheet would take for a formula are made text.
 */
export function hypothesesToCsv(
  book: HypothesisBook,
  grades: ReadonlyMap<string, SourceGrade>,
): string {
  const columns =
    "hypothesis hypothesisText evidence evidenceText holder document start end credibility relevance grade rating by proposed consensus disagreement".split(
      " ",
    );
  const hypotheses = new Map(book.hypotheses.map((one) => [one.id, one]));
  const evidence = new Map(book.evidence.map((one) => [one.id, one]));
  const rows = book.matrix.cells.flatMap((cell) => {
    const item = evidence.get(cell.evidence)!;
    const start = [
      cell.hypothesis,
      hypotheses.get(cell.hypothesis)!.text,
      cell.evidence,
      item.text,
      item.holder,
      item.anchor?.document,
      item.anchor?.start,
      item.anchor?.end,
      item.credibility,
      item.relevance,
      gradeOf(grades.get(item.id)),
    ];
    const end = [cell.consensus, cell.disagreement.toFixed(4)];
    if (cell.votes.length === 0) return [[...start, null, null, null, ...end]];
    return cell.votes.map(({ rating, by, proposed }) => [
      ...start,
      rating,
      by,
      proposed ? "yes" : "no",
      ...end,
    ]);
  });
  return stringify([columns, ...rows], { record_delimiter: "unix", escape_formulas: true });
}

function gradeOf(grade: SourceGrade | undefined): string | null {
  return grade === undefined ? null : `${grade.source}${grade.information ?? ""}`;
}
