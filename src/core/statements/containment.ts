import type { Range } from "../document.ts";

/**
 * A test whether a range lies within one of many, in logarithmic time.
 * @param parts - in any order; of parts that overlap, those that begin last are looked at
 */
export function containedIn(parts: readonly Range[]): (range: Range) => boolean {
  const sorted = parts.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const reach: number[] = [];
  for (const [index, part] of sorted.entries())
    reach.push(Math.max(part.end, reach[index - 1] ?? 0));
  return (range) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= range.start) low = middle + 1;
      else high = middle;
    }
    // A part that begins before the range and reaches its end holds it, whichever of them it is.
    return low > 0 && reach[low - 1]! >= range.end;
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
