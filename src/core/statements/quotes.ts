import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Document, type Range } from "../document.ts";
import { pairMarks } from "./quotation-marks.ts";

/** A quotation with its marks; `open` when no closing mark was found and it runs to the end of its block. */
export interface Quotation extends Range {
  readonly block: number;
  readonly open: boolean;
  /** The quotation goes on from one left open in the block before. */
  readonly continues: boolean;
}

/** Marks that may open a quotation anew in the next paragraph. */
const reopens = /^(?:''|[“„«「『"‘'])/u;

/** A quotation without a mark at each paragraph closes within so many paragraphs. */
const longestRun = 6;

/**
 * Outermost quotations of a document, block by block; one that runs over paragraphs is a quotation in each.
 * @returns quotations in order; warns `QUOTE_UNCLOSED` where a mark stays open and no block after it goes on
 */
export function findQuotations(document: Document): {
  quotations: Quotation[];
  diagnostics: Diagnostic[];
} {
  const { blocks, text } = document;
  const quotations: Quotation[] = [];
  const diagnostics: Diagnostic[] = [];
  const marks = blocks.map(({ start, end }) => pairMarks(text.slice(start, end)));
  let carried = false;
  let until = -1;
  for (const [block, range] of blocks.entries()) {
    const { pairs, unpaired, closing } = marks[block]!;
    if (block <= until) {
      const end = block === until ? range.start + closing! : range.end;
      quotations.push({ start: range.start, end, block, open: block < until, continues: true });
    }
    for (const [index, pair] of pairs.entries()) {
      quotations.push({
        start: range.start + pair.start,
        end: range.start + pair.end,
        block,
        open: pair.open,
        continues: carried && index === 0 && pair.start === 0,
      });
    }
    const last = pairs.at(-1);
    const next = blocks[block + 1];
    carried =
      last?.open === true &&
      next !== undefined &&
      reopens.test(text.slice(next.start, next.start + 2));
    if (last?.open === true && !carried) {
      until = closesIn(document, marks, block);
      if (until < 0) unpaired.push(last.start);
    }
    if (unpaired.length > 0)
      diagnostics.push(unclosed(document, range, range.start + unpaired[0]!, unpaired.length));
  }
  return { quotations, diagnostics };
}

/** The paragraph in which the quotation that a block leaves open is closed without being opened anew; -1 when none is. */
function closesIn(
  { blocks }: Document,
  marks: readonly ReturnType<typeof pairMarks>[],
  block: number,
): number {
  for (let at = block + 1; at < Math.min(blocks.length, block + longestRun); at++) {
    if (blocks[at]!.role !== "paragraph") return -1;
    const { pairs, unpaired, closing } = marks[at]!;
    if (closing !== null) return at;
    if (pairs.length > 0 || unpaired.length > 0) return -1;
  }
  return -1;
}

/** One warning a block, however many marks stay open in it. */
function unclosed(document: Document, block: Range, start: number, count: number): Diagnostic {
  const others = count === 1 ? "" : ` So do ${count - 1} more in this paragraph.`;
  return {
    code: "QUOTE_UNCLOSED",
    severity: "warning",
    document: document.id,
    span: spanOf(document, { start, end: Math.min(block.end, start + 60) }),
    message: `A quotation mark opens here and never closes; a quotation is read to the end of its paragraph where that is near, else left out.${others}`,
  };
}

/** Whether a quotation lies inside a range or the other way round. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
