import { stringify } from "csv-stringify/sync";
import type { Claim } from "../app/judgements/claims.ts";

/**
 * Questions with everybody's answers as CSV (UTF-8), a row an answer. Cells that a spreadsheet would take for a formula
 * are made text.
 */
export function claimsToCsv(claims: readonly Claim[]): string {
  const columns =
    "claim question sides verdict stance hedged holder holderId term icd203 phia kent quote account grade gradeReason document start end".split(
      " ",
    );
  const rows = claims.flatMap(({ id, heading, verdict, lines, dispute }) =>
    lines.map(({ stance, hedged, holder, term, bands, quote, account, grade, position }) => [
      id,
      heading,
      dispute.sides.join("; "),
      verdict,
      stance,
      hedged ? "yes" : "no",
      holder,
      position.holder,
      term,
      bands?.icd203,
      bands?.phia,
      bands?.kent,
      quote,
      account,
      grade === null ? null : `${grade.source}${grade.information ?? ""}`,
      grade?.reason,
      position.span.document,
      position.span.start,
      position.span.end,
    ]),
  );
  return stringify([columns, ...rows], { record_delimiter: "unix", escape_formulas: true });
}
