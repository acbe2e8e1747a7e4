import type { Context } from "../../context.ts";
import { valuesOf, type Row } from "../../tsv.ts";
import { foldName } from "../title.ts";

/** Rows of `outlets.tsv` by what names them. */
export interface OutletIndex {
  readonly byKey: ReadonlyMap<string, Row>;
  readonly byDomain: ReadonlyMap<string, Row>;
  /** By name in any language or by key, folded by `foldName`. */
  readonly byName: ReadonlyMap<string, Row>;
  readonly marks: readonly (readonly [mark: string, row: Row])[];
}

/** The table of outlets, indexed once. */
export function outletIndex(context: Context): OutletIndex {
  return context.derived("clean/outlets", () => {
    const rows = context.rows("knowledge/outlets");
    const pairs = (columns: readonly string[], fold: (value: string) => string): [string, Row][] =>
      rows.flatMap((row) =>
        columns.flatMap((column) =>
          valuesOf(row, column).map((value): [string, Row] => [fold(value), row]),
        ),
      );
    const lower = (value: string): string => value.toLowerCase();
    return {
      byKey: new Map([
        ...rows.map((row): [string, Row] => [row["id"]!.toLowerCase(), row]),
        ...pairs(["keys"], lower),
      ]),
      byDomain: new Map(pairs(["domains"], lower)),
      byName: new Map(pairs(["keys", "ru", "zh", "en"], foldName).filter(([name]) => name !== "")),
      marks: rows.flatMap((row) => valuesOf(row, "marks").map((mark) => [mark, row] as const)),
    };
  });
}

/** The host of an address, of the original where an archive keeps a copy; `null` for no address. */
export function hostOf(url: string): string | null {
  const original =
    /^https?:\/\/web\.archive\.org\/web\/\w+\/(https?:\/\/.+)$/i.exec(url)?.[1] ?? url;
  return /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(original)?.[1]?.toLowerCase() ?? null;
}

/** The row with the longest domain that an address's host ends in; a path may narrow it (`gov.br/mre`). */
export function domainRow(url: string, index: OutletIndex): Row | null {
  const host = hostOf(url);
  if (host === null) return null;
  const labels = host.split(".");
  for (let first = 0; first < labels.length - 1; first++) {
    const domain = labels.slice(first).join(".");
    const row = narrowed(domain, url, index) ?? index.byDomain.get(domain);
    if (row !== undefined) return row;
  }
  return null;
}

/** The row for a domain with the longest start of the address's path that has one. */
function narrowed(domain: string, url: string, index: OutletIndex): Row | undefined {
  const path = /^https?:\/\/[^/?#]+\/([^?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const steps = path
    .split("/")
    .filter((step) => step !== "")
    .slice(0, 4);
  for (let length = steps.length; length >= 1; length--) {
    const row = index.byDomain.get(`${domain}/${steps.slice(0, length).join("/")}`);
    if (row !== undefined) return row;
  }
  return undefined;
}
