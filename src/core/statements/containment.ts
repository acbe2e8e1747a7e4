import type { Range } from "../document.ts";

/**
 * A test whether a range lies within one of many, in logarithmic time.
 * @param parts - in any order; of parts that overlap, those that begin last are looked at
 */
export function containedIn(parts: readonly Range[]): (range: Range) => boolean {
  const sorted = parts.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const reach = reachOf(sorted);
  return (range) => {
    const low = startedBy(sorted, range.start);
    // A part that begins before the range and reaches its end holds it, whichever of them it is.
    return low > 0 && reach[low - 1]! >= range.end;
  };
}

/**
 * Which things hold a range in one of their parts, in logarithmic time and a step for each part that may.
 * @returns the things in the order of their parts, each once
 */
export function holdersOf<T>(
  things: readonly T[],
  partsOf: (thing: T) => readonly Range[],
): (range: Range) => T[] {
  const sorted = things
    .flatMap((thing) => partsOf(thing).map(({ start, end }) => ({ start, end, thing })))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const reach = reachOf(sorted);
  return (range) => {
    const low = startedBy(sorted, range.start);
    const found = new Set<T>();
    for (let at = low - 1; at >= 0 && reach[at]! >= range.end; at--)
      if (sorted[at]!.end >= range.end) found.add(sorted[at]!.thing);
    return [...found].toReversed();
  };
}

/**
 * What of a range lies outside of parts, in logarithmic time for each part that it touches.
 * @param parts - in any order, not overlapping
 */
export function remainders(parts: readonly Range[]): (range: Range) => Range[] {
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  return (range) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end <= range.start) low = middle + 1;
      else high = middle;
    }
    const rest: Range[] = [];
    let { start } = range;
    for (; low < sorted.length && sorted[low]!.start < range.end; low++) {
      if (sorted[low]!.start > start) rest.push({ start, end: sorted[low]!.start });
      start = Math.max(start, sorted[low]!.end);
    }
    if (start < range.end) rest.push({ start, end: range.end });
    return rest;
  };
}

/** How many of some parts, sorted by start, begin at an offset or before it. */
function startedBy(sorted: readonly Range[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each part how far it and those before it reach. */
function reachOf(sorted: readonly Range[]): number[] {
  const reach: number[] = [];
  for (const [index, part] of sorted.entries())
    reach.push(Math.max(part.end, reach[index - 1] ?? 0));
  return reach;
}
