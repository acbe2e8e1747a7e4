import type { Facet, Named, PageOf } from "./records.ts";

/** Query of a list of findings. */
export interface FindingQuery {
  readonly q?: string;
  readonly kind?: string;
  readonly party?: string;
  readonly type?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Whether a text has every word of a query, in any case; without a query it has. */
export function hasWords(text: string, q: string | undefined): boolean {
  if (q === undefined) return true;
  const lower = text.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** The part of a list that a query wants, as lines. */
export function part<Found, Line>(
  found: readonly Found[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  line: (one: Found) => Line,
): PageOf<Line> {
  return { total: found.length, offset, items: found.slice(offset, offset + limit).map(line) };
}

/** Most values of a facet that are offered to narrow by. */
const mostFacets = 40;

/** How often each value occurs, most frequent first. */
export function facetsOf(values: readonly Named[]): Facet[] {
  const counts = new Map<string, Facet>();
  for (const { id, label } of values)
    counts.set(id, { id, label, count: (counts.get(id)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, mostFacets);
}
