import type { Range } from "../document.ts";

/** What joins two pieces that `Intl.Segmenter` broke apart. */
export interface JoinRule {
  readonly id: string;
  /** @param before - text up to the break, trimmed; @param after - text from the break, trimmed */
  readonly join: (before: string, after: string) => boolean;
  readonly example: string;
}

/** How much text before a break the rules look at, in characters. */
const lookBack = 40;
const lookAhead = 60;

/**
 * Split a block with `Intl.Segmenter` and join pieces that the rules hold together.
 * @returns ranges without edge blanks, in order; linear in the length of the block
 */
export function splitWithRules(
  text: string,
  block: Range,
  segmenter: Intl.Segmenter,
  rules: readonly JoinRule[],
): Range[] {
  const body = text.slice(block.start, block.end);
  const pieces: { start: number; end: number }[] = [];
  for (const { index, segment } of segmenter.segment(body)) {
    for (const part of afterClosingMark(segment)) {
      pieces.push({ start: index + part.start, end: index + part.end });
    }
  }
  const joined: { start: number; end: number }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined) {
      const before = body.slice(Math.max(last.start, last.end - lookBack), last.end).trimEnd();
      const after = body.slice(piece.start, piece.start + lookAhead).trimStart();
      if (after === "" || rules.some((rule) => rule.join(before, after))) {
        last.end = piece.end;
        continue;
      }
    }
    joined.push({ ...piece });
  }
  return joined
    .map((piece) => trimmed(text, block.start + piece.start, block.start + piece.end))
    .filter((range) => range.end > range.start);
}

/** `Intl.Segmenter` breaks neither after `.”` before a capital nor after a word's `.` before a number: do. */
function afterClosingMark(segment: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const match of segment.matchAll(
    /(?:[.!?…]["”’»]+\s+(?=["“‘«(]?\p{Lu})|(?<=\p{L}{2})[.!?]["”’»]*\s+(?=[$€£]?\d))/gu,
  )) {
    const end = match.index + match[0].length;
    if (end < segment.length) {
      ranges.push({ start, end });
      start = end;
    }
  }
  ranges.push({ start, end: segment.length });
  return ranges;
}

function trimmed(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}
