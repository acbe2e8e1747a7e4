/**
 * Offsets of a text in Unicode code points, as the Web Annotation model and REFI-QDA count them.
 * @returns a function from UTF-16 offsets to code points; an offset inside a surrogate pair is that of the pair. A lone
 *   surrogate counts one, as the U+FFFD that takes its place in UTF-8 does.
 */
export function codePointsOf(text: string): (offset: number) => number {
  /** Where the second halves of surrogate pairs stand, ascending. */
  const halves: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) halves.push(match.index + 1);
  return (offset) => offset - countUpTo(halves, offset);
}

/** How many numbers of an ascending list are `limit` or less. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
