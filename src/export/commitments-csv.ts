import { stringify } from "csv-stringify/sync";
import type { CommitmentMatrix } from "../app/judgements/commitments.ts";

/**
 * Commitments as CSV (UTF-8), a row each, in time order. Several values of a cell are parted by `; `; cells that a
 * spreadsheet would take for a formula are made text.
 */
export function commitmentsToCsv({ lines }: CommitmentMatrix): string {
  const columns =
    "date status sides actors who toward whom domain domains topics plover mode contexts encounter account grade gradeReason quote document start end".split(
      " ",
    );
  const list = (values: readonly (string | null)[]): string =>
    values.filter((value) => value !== null).join("; ");
  const rows = lines.map((line) => {
    const { commitment } = line;
    return [
      line.date,
      commitment.status,
      list(line.sides),
      list(commitment.actors),
      line.who,
      list(commitment.toward),
      line.whom,
      commitment.domain,
      list(line.domains),
      list(commitment.topics),
      commitment.act.type,
      commitment.act.mode,
      list(commitment.act.contexts),
      line.encounter,
      line.account,
      line.grade === null ? null : `${line.grade.source}${line.grade.information ?? ""}`,
      line.grade?.reason,
      line.quote,
      line.document.id,
      commitment.start,
      commitment.end,
    ];
  });
  return stringify([columns, ...rows], { record_delimiter: "unix", escape_formulas: true });
}
