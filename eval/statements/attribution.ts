import type { Range } from "../../src/core/document.ts";

/**
 * Who says what, as places in a text: each role is a list of ranges in text order (UTF-16 code units),
 * empty where the role is absent, several where it is interrupted.
 */
export interface Attribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** The roles of an attribution. */
export const roles = ["source", "cue", "content"] as const;

/** A role of an attribution. */
export type Role = (typeof roles)[number];

/** A text with what people marked in it and what a system found. */
export interface ScoredText {
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
  readonly predicted: readonly Attribution[];
}

/** Number of characters in a list of ranges that don't overlap. */
export function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, range) => sum + range.end - range.start, 0);
}

/** Number of characters two lists of ranges share. */
export function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const one of a)
    for (const other of b)
      sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return sum;
}

/** Shared characters by characters of either; 0 where both are empty. */
export function jaccard(a: readonly Range[], b: readonly Range[]): number {
  const both = shared(a, b);
  const either = sizeOf(a) + sizeOf(b) - both;
  return either === 0 ? 0 : both / either;
}

/** Ranges sorted, overlapping and touching ones joined. */
export function union(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** A range without quotation marks, blanks and punctuation at its ends; `null` when nothing is left. */
export function trim(text: string, { start, end }: Range): Range | null {
  const edge = /[\p{P}\p{S}\s]/u;
  let from = start;
  let to = end;
  while (from < to && edge.test(text[from]!)) from++;
  while (to > from && edge.test(text[to - 1]!)) to--;
  return from === to ? null : { start: from, end: to };
}
