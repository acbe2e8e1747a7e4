import type { Context } from "../context.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** Who published a page, as far as the tables know. */
export interface Issuer {
  readonly id: string | null;
  readonly label: string | null;
  /** Side whose official account it publishes; `null` for the press. */
  readonly party: string | null;
  readonly kind: string | null;
}

const unknown: Issuer = { id: null, label: null, party: null, kind: null };

interface OutletIndex {
  readonly byKey: ReadonlyMap<string, Row>;
  readonly byDomain: ReadonlyMap<string, Row>;
  readonly byName: ReadonlyMap<string, Row>;
  readonly marks: readonly (readonly [string, Row])[];
}

function outletIndex(context: Context): OutletIndex {
  return context.derived("clean/outlets", () => {
    const rows = context.rows("knowledge/outlets");
    const pairs = (column: string): [string, Row][] =>
      rows.flatMap((row) =>
        valuesOf(row, column).map((value): [string, Row] => [value.toLowerCase(), row]),
      );
    return {
      byKey: new Map(pairs("keys")),
      byDomain: new Map(pairs("domains")),
      byName: new Map([...pairs("en"), ...pairs("zh"), ...pairs("ru")]),
      marks: rows.flatMap((row) => valuesOf(row, "marks").map((mark) => [mark, row] as const)),
    };
  });
}

/**
 * Find the outlet by the key or party front matter gives, the address, the name, or a mark in the
 * text that only this outlet leaves.
 */
export function findIssuer(
  evidence: {
    readonly key: string | null;
    readonly url: string | null;
    readonly outlet: string | null;
    readonly source: string;
  },
  context: Context,
): Issuer {
  const index = outletIndex(context);
  const row =
    (evidence.key === null
      ? undefined
      : (index.byKey.get(evidence.key.toLowerCase()) ??
        index.byName.get(evidence.key.toLowerCase()))) ??
    domainRow(evidence.url, index) ??
    (evidence.outlet === null ? undefined : index.byName.get(evidence.outlet.toLowerCase())) ??
    index.marks.find(([mark]) => evidence.source.includes(mark))?.[1];
  if (row === undefined) return { ...unknown, party: stateOfKey(evidence.key, context) };
  return {
    id: row["id"]!,
    label: valuesOf(row, "en")[0] ?? null,
    party: valueOf(row, "party") ?? null,
    kind: valueOf(row, "kind"),
  };
}

/** Front matter may name the side itself: an actor id, a state's code or name. */
function stateOfKey(key: string | null, context: Context): string | null {
  if (key === null) return null;
  const wanted = key.trim().toLowerCase();
  for (const row of context.rows("knowledge/states")) {
    const names = [
      row["id"]!,
      row["iso2"] ?? "",
      ...valuesOf(row, "en"),
      ...valuesOf(row, "zh"),
      ...valuesOf(row, "ru"),
    ];
    if (names.some((name) => name.toLowerCase() === wanted)) return row["id"]!;
  }
  const prefix = /^([A-Z]{3}):/.exec(key)?.[1];
  return prefix === undefined || prefix === "INT" ? null : prefix;
}

/** The longest domain of the table that the address's host ends in; a path may narrow it (`state.gov/russia`). */
function domainRow(url: string | null, index: OutletIndex): Row | undefined {
  const host = url === null ? undefined : /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const labels = host.split(".");
  for (let first = 0; first < labels.length - 1; first++) {
    const row = index.byDomain.get(labels.slice(first).join("."));
    if (row !== undefined) return row;
  }
  return undefined;
}
