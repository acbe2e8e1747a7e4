import { diff } from "fast-myers-diff";
import type { Block, Range } from "../document.ts";

/** A text cut into blocks. */
export interface VersionText {
  readonly text: string;
  readonly blocks: readonly Pick<Block, "start" | "end">[];
}

/** A stretch of a changed paragraph: in both versions, only in the older, or only in the newer. */
export interface ChangedPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** A paragraph that one version has and the other lacks, or has in other words. */
export interface Change {
  /** Place in the older text; `null` for a new paragraph. */
  readonly before: Range | null;
  /** Place in the newer text; `null` for one that is gone. */
  readonly after: Range | null;
  readonly parts: readonly ChangedPart[];
}

/** Paragraphs of the same place are one changed paragraph when so much of the shorter one stands in the other. */
const alike = 0.4;

/** Words, numbers, marks and blanks; Chinese characters one by one. */
const pieces = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}]/gu;

/** Most pieces of two paragraphs that are compared word by word; longer ones are shown whole. */
const mostPieces = 6000;

/**
 * What changed from one version of a page to the next, paragraph by paragraph, in reading order; empty where the words
 * are the same (blanks don't count).
 */
export function changesBetween(before: VersionText, after: VersionText): Change[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const changes: Change[] = [];
  for (const [oldFrom, oldTo, nowFrom, nowTo] of diff(old.words, now.words))
    changes.push(
      ...paired(before, old.ranges.slice(oldFrom, oldTo), after, now.ranges.slice(nowFrom, nowTo)),
    );
  return changes;
}

interface Paragraphs {
  readonly ranges: readonly Range[];
  /** Their words with single blanks. */
  readonly words: readonly string[];
}

function paragraphsOf({ text, blocks }: VersionText): Paragraphs {
  const ranges = blocks.map(({ start, end }) => ({ start, end }));
  const words = ranges.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, " ").trim());
  return { ranges, words };
}

/** Changed paragraphs side by side in their order, the rest as gone or new. */
function paired(
  before: VersionText,
  removed: readonly Range[],
  after: VersionText,
  added: readonly Range[],
): Change[] {
  const changes: Change[] = [];
  const left = [...added];
  for (const range of removed) {
    const old = before.text.slice(range.start, range.end);
    const index = left.findIndex(({ start, end }) => isAlike(old, after.text.slice(start, end)));
    if (index === -1) {
      changes.push({ before: range, after: null, parts: [{ kind: "removed", text: old }] });
      continue;
    }
    // What stands before its counterpart is new.
    for (const fresh of left.splice(0, index)) changes.push(newParagraph(fresh, after));
    const now = left.shift()!;
    const parts = partsBetween(old, after.text.slice(now.start, now.end));
    changes.push({ before: range, after: now, parts });
  }
  return [...changes, ...left.map((fresh) => newParagraph(fresh, after))];
}

function newParagraph(range: Range, { text }: VersionText): Change {
  const words = text.slice(range.start, range.end);
  return { before: null, after: range, parts: [{ kind: "added", text: words }] };
}

function piecesOf(text: string): string[] {
  return text.match(pieces) ?? [];
}

function isAlike(old: string, now: string): boolean {
  const words = (text: string): Set<string> =>
    new Set(piecesOf(text).filter((one) => /[\p{L}\p{N}]/u.test(one)));
  const [a, b] = [words(old), words(now)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= alike * Math.max(1, Math.min(a.size, b.size));
}

function partsBetween(old: string, now: string): ChangedPart[] {
  const [a, b] = [piecesOf(old), piecesOf(now)];
  if (a.length + b.length > mostPieces)
    return [
      { kind: "removed", text: old },
      { kind: "added", text: now },
    ];
  const parts: ChangedPart[] = [];
  const put = (kind: ChangedPart["kind"], from: readonly string[]): void => {
    if (from.length > 0) parts.push({ kind, text: from.join("") });
  };
  let at = 0;
  for (const [oldFrom, oldTo, nowFrom, nowTo] of diff(a, b)) {
    put("same", a.slice(at, oldFrom));
    put("removed", a.slice(oldFrom, oldTo));
    put("added", b.slice(nowFrom, nowTo));
    at = oldTo;
  }
  put("same", a.slice(at));
  return parts;
}
