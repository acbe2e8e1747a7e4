import { keptLines, repeatsOf, type KeptLines } from "../../core/clean/repeats.ts";
import type { Document } from "../../core/document.ts";

/** Pages of an outlet that one of them is compared with, at most; more tell nothing new. */
export const mostCompared = 5;

/**
 * Lines that pages of a batch share with others of their outlet, by hash of the page's bytes; pages that share none
 * are left out. The same whatever order they were read in.
 * @param documents - in reading order
 */
export function repeatsInBatch(
  documents: readonly Document[],
): ReadonlyMap<string, readonly string[]> {
  const kept = documents.flatMap((document) => {
    const lines = keptLines(document);
    return lines === null ? [] : [{ sha256: document.sha256, lines }];
  });
  const found = new Map<string, readonly string[]>();
  for (const group of Map.groupBy(kept, ({ lines }) => lines.outlet).values()) {
    for (const [index, { sha256, lines }] of group.entries()) {
      const repeats = repeatsOf(lines, neighbours(group, index));
      if (repeats.size > 0) found.set(sha256, [...repeats]);
    }
  }
  return found;
}

/** The pages right after one, and from the start again. */
function neighbours(
  group: readonly { readonly lines: KeptLines }[],
  index: number,
): readonly KeptLines[] {
  const count = Math.min(mostCompared, group.length - 1);
  return Array.from(
    { length: count },
    (_, step) => group[(index + 1 + step) % group.length]!.lines,
  );
}
