import type { Range } from "../document.ts";
import type { Candidate } from "./scan.ts";
import type { PatternRow } from "./matcher.ts";

const quotePairs: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
];

/** Take in the mark that closes, or opens, a quotation which the match cuts (`“one China” policy`). */
export function closeQuotes(text: string, range: Range): Range {
  let { start, end } = range;
  const quote = text.slice(start, end);
  for (const [open, close] of quotePairs) {
    const excess = quote.split(open).length - quote.split(close).length;
    if (excess === 1 && text.charAt(end) === close) end++;
    if (excess === -1 && text.charAt(start - 1) === open) start--;
  }
  return { start, end };
}

/**
 * Choose the matches that count: none that is cancelled, none hidden in a longer one; those of one row that overlap
 * become one.
 * @returns sorted by start
 */
export function select(candidates: readonly Candidate[], rows: readonly PatternRow[]): Candidate[] {
  const selected: Candidate[] = [];
  let around: Candidate[] = [];
  for (const candidate of inOrder(uncancelled(candidates), rows)) {
    around = around.filter((other) => other.end > candidate.start);
    if (isHidden(candidate, around, rows)) continue;
    const cut = around.findIndex((other) => other.row === candidate.row);
    if (cut === -1) {
      around.push(candidate);
      selected.push(candidate);
    } else {
      const joined = { ...around[cut]!, end: candidate.end };
      selected[selected.lastIndexOf(around[cut]!)] = joined;
      around[cut] = joined;
    }
  }
  return selected;
}

/** By start, the longer first, of equal ones the row with more ancestors first. */
function inOrder(candidates: Candidate[], rows: readonly PatternRow[]): Candidate[] {
  const depth = ({ row }: Candidate): number => rows[row]!.ancestors.length;
  return candidates.sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      depth(b) - depth(a) ||
      a.row - b.row ||
      a.pattern - b.pattern,
  );
}

/** Whether a match stands in one of its own row, or in a longer one of another row that isn't below its own. */
function isHidden(
  candidate: Candidate,
  around: readonly Candidate[],
  rows: readonly PatternRow[],
): boolean {
  const { id } = rows[candidate.row]!;
  const holders = around.filter((other) => other.end >= candidate.end);
  if (holders.some((holder) => holder.row === candidate.row)) return true;
  let hidden = false;
  for (const holder of holders) {
    if (rows[holder.row]!.ancestors.includes(id)) return false;
    const longer = holder.end - holder.start > candidate.end - candidate.start;
    if (longer && !holder.open) hidden = true;
  }
  return hidden;
}

function uncancelled(candidates: readonly Candidate[]): Candidate[] {
  const cancelling = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.pattern !== 0) continue;
    const known = cancelling.get(candidate.row);
    if (known === undefined) cancelling.set(candidate.row, [candidate]);
    else known.push(candidate);
  }
  return candidates.filter(
    (candidate) =>
      candidate.pattern !== 0 && !isCancelled(candidate, cancelling.get(candidate.row)),
  );
}

/** Cancelling matches come in text order, so the search is a binary one. */
function isCancelled(candidate: Candidate, cancelling: readonly Candidate[] | undefined): boolean {
  if (cancelling === undefined) return false;
  let low = 0;
  let high = cancelling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cancelling[middle]!.start < candidate.end) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - 8; index--) {
    if (cancelling[index]!.end > candidate.start) return true;
  }
  return false;
}
