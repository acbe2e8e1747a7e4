import { stringify } from "csv-stringify/sync";
import type { PhraseReport } from "../app/phrases/report.ts";

/**
 * Set phrases over time as CSV (UTF-8), one row a phrase, side and period: documents, those using it, share and
 * 90 % interval. Cells that a spreadsheet would take for a formula are made text.
 */
export function phrasesToCsv(report: PhraseReport): string {
  const rows = report.courses.flatMap((course) =>
    course.periods.map((period) => [
      course.phrase,
      report.labelOf(course.phrase),
      course.party,
      report.labelOf(course.party),
      period.period,
      period.documents,
      period.using,
      period.share.toFixed(4),
      period.low.toFixed(4),
      period.high.toFixed(4),
    ]),
  );
  const columns = "phrase label party partyLabel period documents using share low90 high90".split(
    " ",
  );
  return stringify([columns, ...rows], { record_delimiter: "unix", escape_formulas: true });
}
