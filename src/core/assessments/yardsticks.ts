import type { Context } from "../context.ts";
import type { Yardstick } from "../records.ts";
import { valueOf, type Row } from "../tsv.ts";

/** The yardsticks in the order they are shown, with their names. */
export const yardsticks: readonly { readonly id: Yardstick; readonly name: string }[] = [
  { id: "icd203", name: "ICD 203" },
  { id: "phia", name: "PHIA" },
  { id: "kent", name: "Kent" },
];

/** A band of a yardstick (`knowledge/yardsticks.tsv`). */
export interface Band {
  readonly id: string;
  readonly yardstick: Yardstick;
  /** The yardstick's own words for it. */
  readonly term: string;
  /** The range as printed. */
  readonly printed: string;
  /** Per cent; `from` belongs to the band, `to` only where the yardstick ends with it. */
  readonly from: number;
  readonly to: number;
}

/** What the yardsticks have for a term. */
export interface TermBands {
  readonly bands: Readonly<Record<Yardstick, string | null>> | null;
  readonly inferred: readonly Yardstick[];
}

/** Bands by id. */
export function bandTable(context: Context): ReadonlyMap<string, Band> {
  return context.derived("assessments/bands", () => {
    const rows = context.rows("knowledge/yardsticks").map((row): [string, Band] => [
      row["id"]!,
      {
        id: row["id"]!,
        yardstick: row["yardstick"] as Yardstick,
        term: row["term"]!,
        printed: row["printed"]!,
        from: Number(row["from"]),
        to: Number(row["to"]),
      },
    ]);
    return new Map(rows);
  });
}

/** No yardstick has it. */
export const noBands: TermBands = { bands: null, inferred: [] };

/**
 * The bands a row of an assessment lexicon names in its columns `icd203`, `phia` and `kent`.
 * @returns labels (`unlikely 20–45 %`), and which of them the yardstick has under another word (`~`)
 * @throws {Error} naming the row when it names a band that the table lacks
 */
export function bandsOf(context: Context, row: Row): TermBands {
  const table = bandTable(context);
  const bands: Record<Yardstick, string | null> = { icd203: null, phia: null, kent: null };
  const inferred: Yardstick[] = [];
  for (const { id } of yardsticks) {
    const value = valueOf(row, id);
    if (value === null) continue;
    const band = table.get(value.replace("~", ""));
    if (band === undefined) throw new Error(`assessments “${row["form"]}”: no band ${value}`);
    bands[id] = `${band.term.split(",")[0]} ${band.printed}`;
    if (value.startsWith("~")) inferred.push(id);
  }
  return Object.values(bands).every((band) => band === null) ? noBands : { bands, inferred };
}
