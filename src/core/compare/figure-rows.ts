import { spanOf } from "../document.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Cell, ComparisonRow } from "./comparison.ts";
import type { RowTables } from "./rows.ts";

/**
 * Rows for figures that two accounts give for the same measure: `shared` when their values agree,
 * `conflicts` when they don't. A figure only one account gives is no row: figures are often left out.
 */
export function figureRows(
  parties: readonly PartyTexts[],
  participants: readonly string[],
  _tables: RowTables,
): ComparisonRow[] {
  const byMeasure = new Map<string, Map<string, { values: Set<number>; cell: Cell }>>();
  for (const { party, documents } of parties) {
    for (const document of documents) {
      for (const figure of document.layers.figures) {
        if (figure.measure === null) continue;
        const key = `${figure.measure} (${figure.unit ?? "number"})`;
        const cells = byMeasure.get(key) ?? new Map<string, { values: Set<number>; cell: Cell }>();
        byMeasure.set(key, cells);
        const entry = cells.get(party) ?? {
          values: new Set<number>(),
          cell: { status: "present", spans: [], speakers: [] },
        };
        cells.set(party, {
          values: entry.values.add(figure.value),
          cell: { ...entry.cell, spans: [...entry.cell.spans, spanOf(document, figure)] },
        });
      }
    }
  }
  return [...byMeasure]
    .filter(([, cells]) => cells.size > 1)
    .map(([measure, cells]) => {
      const sets = [...cells.values()].map((entry) => entry.values);
      const agree = sets.every((set) =>
        [...set].some((value) => sets.every((other) => other.has(value))),
      );
      const row: Record<string, Cell> = Object.fromEntries(
        [...cells].map(([party, entry]) => [party, entry.cell]),
      );
      for (const side of participants)
        row[side] ??= { status: "no-account", spans: [], speakers: [] };
      return {
        kind: "figure",
        id: measure,
        label: measure,
        verdict: agree ? "shared" : "conflicts",
        cells: row,
      };
    });
}
