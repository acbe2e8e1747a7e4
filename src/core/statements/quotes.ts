import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type Range } from "../document.ts";

/** A quotation with its marks; `open` when no closing mark was found and it runs to the end of its block. */
export interface Quotation extends Range {
  readonly block: number;
  readonly open: boolean;
  /** The quotation goes on from one left open in the block before. */
  readonly continues: boolean;
}

/** Closing marks of each opening one (Unicode CLDR `delimiters`). */
const pairs: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "”“"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’"],
  ['"', '"'],
  ["'", "'"],
  ["”", "”"],
]);

/** Longest quotation inside one block that a closing mark is looked for, in characters. */
const longest = 6000;

/**
 * Outermost quotations of a document, block by block. Apostrophes are no quotation marks: a single
 * mark opens only after a blank or bracket before a letter, and closes only before a non-letter.
 * @returns quotations in order; warns `QUOTE_UNCLOSED` where a mark stays open and the next block doesn't reopen it
 */
export function findQuotations(document: Document): {
  quotations: Quotation[];
  diagnostics: Diagnostic[];
} {
  const quotations: Quotation[] = [];
  const diagnostics: Diagnostic[] = [];
  let carried = false;
  for (const [block, range] of document.blocks.entries()) {
    const text = document.text.slice(range.start, range.end);
    const found = inBlock(text);
    for (const [index, quotation] of found.entries()) {
      quotations.push({
        start: range.start + quotation.start,
        end: range.start + quotation.end,
        block,
        open: quotation.open,
        continues: carried && index === 0 && quotation.start === 0,
      });
    }
    const last = found.at(-1);
    const next = document.blocks[block + 1];
    carried = last?.open === true;
    if (carried && (next === undefined || !pairs.has(document.text[next.start] ?? ""))) {
      const start = range.start + last!.start;
      diagnostics.push({
        code: "QUOTE_UNCLOSED",
        severity: "warning",
        document: document.id,
        span: spanOf(document, { start, end: Math.min(range.end, start + 60) }),
        message:
          "A quotation mark opens here and never closes; the quotation was read to the end of its paragraph.",
      });
      carried = false;
    }
  }
  return { quotations, diagnostics };
}

function inBlock(text: string): { start: number; end: number; open: boolean }[] {
  const found: { start: number; end: number; open: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const closing = pairs.get(mark);
    if (closing === undefined || mark === "”" || !opens(text, at)) continue;
    const end = closingOf(text, at, closing);
    if (end === null) {
      if (mark === "'" || mark === "‘") continue;
      found.push({ start: at, end: text.length, open: true });
      break;
    }
    found.push({ start: at, end, open: false });
    at = end - 1;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (mark === '"') return /\S/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
  if (mark === "'" || mark === "‘")
    return (
      /[\s([{—–"“-]/u.test(before) &&
      /[\p{Lu}\p{L}\p{N}]/u.test(after) &&
      !/^[’']?(?:\d0s|tis|twas|em\b|til\b)/iu.test(text.slice(at + 1, at + 6))
    );
  return true;
}

function closingOf(text: string, from: number, closing: string): number | null {
  const single = closing === "’" || closing === "'";
  const mark = text[from]!;
  const limit = Math.min(text.length, from + longest);
  let depth = 0;
  for (let at = from + 1; at < limit; at++) {
    const character = text[at]!;
    if (character === mark && mark !== closing && mark !== '"') {
      depth++;
      continue;
    }
    if (!closing.includes(character)) continue;
    if (
      single &&
      (/\p{L}/u.test(text[at + 1] ?? " ") ||
        (/s/i.test(text[at - 1] ?? "") &&
          /^\s\p{L}/u.test(text.slice(at + 1, at + 3)) &&
          text.slice(at + 1, limit).includes(closing)))
    )
      continue;
    if (depth-- === 0) return at + 1;
  }
  return null;
}

/** Whether a quotation lies inside a range or the other way round. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
