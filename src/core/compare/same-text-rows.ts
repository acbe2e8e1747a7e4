import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Cell, ComparisonRow, TextEdit } from "./comparison.ts";
import type { Lookups } from "./lookups.ts";
import { verdictOf } from "./rows.ts";
import { isPageText, sameText } from "./same-text.ts";

/** Prints of one text by two parties. */
export interface Prints {
  readonly parties: readonly [string, string];
  readonly edits: readonly TextEdit[];
  /** The place of a span of one print in the other one. */
  place(span: Span): Span | null;
  /** The span stands in a title or heading. */
  isPage(span: Span): boolean;
}

/** Every two accounts of two parties that print one text. */
export function printsOf(parties: readonly PartyTexts[]): Prints[] {
  return parties.flatMap((a, index) =>
    parties
      .slice(index + 1)
      .flatMap((b) =>
        a.documents.flatMap((left) => b.documents.flatMap((right) => printsBy(a, b, left, right))),
      ),
  );
}

function printsBy(a: PartyTexts, b: PartyTexts, left: Document, right: Document): Prints[] {
  const same = sameText(left, right);
  if (same === null) return [];
  const spanIn = (document: Document, range: Range | null): Span | null =>
    range === null ? null : spanOf(document, range);
  return [
    {
      parties: [a.party, b.party],
      edits: same.edits.map(([one, two]) => ({ a: spanIn(left, one), b: spanIn(right, two) })),
      isPage: (span) =>
        [left, right].some(
          (document) => document.id === span.document && isPageText(document, span),
        ),
      place: (span) =>
        span.document === left.id
          ? spanIn(right, same.toB(span))
          : span.document === right.id
            ? spanIn(left, same.toA(span))
            : null,
    },
  ];
}

/**
 * Rows with the cells of prints of one text levelled: what one print has at a place that the other has as well is
 * there in both, whatever a matcher found in each (a spelling, a line break). What stands only in a title or heading
 * of one print makes no row that differs; a passage of its own does.
 */
export function levelPrints(
  rows: readonly ComparisonRow[],
  prints: readonly Prints[],
  lookups: Lookups,
): ComparisonRow[] {
  if (prints.length === 0) return [...rows];
  return rows.flatMap((row) => {
    if (row.verdict === "shared") return [row];
    const cells: Record<string, Cell> = { ...row.cells };
    let changed = false;
    for (const print of prints) {
      const [one, two] = print.parties;
      for (const [from, to] of [
        [one, two],
        [two, one],
      ] as const) {
        if (cells[to]?.status !== "absent" || (cells[from]?.spans.length ?? 0) === 0) continue;
        const spans = cells[from]!.spans.map((span) => print.place(span)).filter(
          (span) => span !== null,
        );
        if (spans.length === 0) {
          if (cells[from]!.spans.every((span) => print.isPage(span))) return [];
          continue;
        }
        cells[to] = { ...cells[from]!, spans, conditions: [] };
        changed = true;
      }
    }
    return [changed ? { ...row, cells, verdict: verdictAfter(row, cells, lookups) } : row];
  });
}

function verdictAfter(
  row: ComparisonRow,
  cells: Readonly<Record<string, Cell>>,
  lookups: Lookups,
): ComparisonRow["verdict"] {
  if (row.verdict === "differs" || row.verdict === "conflicts") {
    const lacking = Object.values(cells).some((cell) => cell.status === "absent");
    return lacking ? row.verdict : "shared";
  }
  return verdictOf(cells, lookups);
}
