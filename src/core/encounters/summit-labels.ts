import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

/** English name of an edition of a summit with its year; `null` for an id that `summits.tsv` doesn't have. */
export function summitLabel(context: Context, id: string): string | null {
  return context.derived("encounters/summit-labels", labelsOf).get(id) ?? null;
}

function labelsOf(context: Context): ReadonlyMap<string, string> {
  const nameIn = (row: Readonly<Record<string, string>>): string | undefined =>
    valuesOf(row, "en").find((name) => !name.includes("*"));
  const series = new Map(
    context.rows("knowledge/summit-series").map((row) => [row["id"]!, nameIn(row)]),
  );
  return new Map(
    context.rows("knowledge/summits").flatMap((row): [string, string][] => {
      const id = row["id"]!;
      const year = row["from"]!.slice(0, 4);
      const shared = series.get(id.replace(/-\d{4}.*$/, ""));
      const own = nameIn(row);
      if (shared === undefined && own === undefined) return [];
      const name = shared === undefined ? own! : `${shared.replace(/ \d{4}$|^\d{4} /, "")} ${year}`;
      return [[id, name.charAt(0).toUpperCase() + name.slice(1)]];
    }),
  );
}
