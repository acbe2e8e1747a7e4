import type { Context } from "../context.ts";
import { valueOf, valuesOf } from "../tsv.ts";
import type { Cell, ComparisonRow } from "./comparison.ts";
import { sidesWith } from "./rows.ts";

/** A scale of wording: phrase ids with how strong each is, 1 for the weakest. */
export type Scale = ReadonlyMap<string, number>;

/** The scales of `knowledge/phrases` and the ladder of `knowledge/partnerships`, by name. */
export function scalesOf(context: Context): ReadonlyMap<string, Scale> {
  return context.derived("compare/scales", () => {
    const scales = new Map<string, Map<string, number>>();
    for (const row of context.rows("knowledge/phrases")) {
      const name = valueOf(row, "scale");
      if (name === null) continue;
      const scale = scales.get(name) ?? new Map<string, number>();
      scales.set(name, scale.set(row["id"]!, 1 + valuesOf(row, "weaker").length));
    }
    const ladder = context
      .rows("knowledge/partnerships")
      .filter((row) => valueOf(row, "rank") !== null)
      .map((row) => [row["id"]!, Number(row["rank"])] as const);
    return scales.set("partnership", new Map(ladder));
  });
}

/**
 * Rows that differ: where accounts use other words of one scale (“war of aggression”, “Ukraine crisis”), their
 * rows become one, with each side's strongest wording in its cell. A wording that both use is shared as before.
 */
export function scaleRows(rows: readonly ComparisonRow[], context: Context): ComparisonRow[] {
  let result = [...rows];
  for (const scale of scalesOf(context).values()) {
    const members = result.filter((row) => row.kind === "phrase" && scale.has(row.id));
    const joined = differing(members, scale);
    if (joined === null) continue;
    result = [...result.filter((row) => !members.includes(row)), joined];
  }
  return result;
}

function differing(members: readonly ComparisonRow[], scale: Scale): ComparisonRow | null {
  if (members.length < 2 || members.some((row) => sidesWith(row).length !== 1)) return null;
  const byStrength = members.toSorted((a, b) => scale.get(b.id)! - scale.get(a.id)!);
  const sides = [...new Set(members.flatMap(sidesWith))];
  if (sides.length < 2) return null;
  const strongest = byStrength[0]!;
  const cells: Record<string, Cell> = { ...strongest.cells };
  const used = new Set<ComparisonRow>();
  for (const side of sides) {
    const own = byStrength.find((row) => sidesWith(row).includes(side))!;
    cells[side] = own.cells[side]!;
    used.add(own);
  }
  return {
    ...strongest,
    label: byStrength
      .filter((row) => used.has(row))
      .map((row) => row.label)
      .join(" / "),
    verdict: "differs",
    cells,
    weight: Math.max(...members.map((row) => row.weight)),
  };
}
