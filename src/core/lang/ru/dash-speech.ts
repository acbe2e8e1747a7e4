import type { Document, Range } from "../../document.ts";
import type { Quotation } from "../../statements/quotes.ts";

/** A paragraph that opens with a dash is speech: “– Мы готовы, – сказал Президент.” */
const opening = /^[–—-]\s+(?=[\p{Lu}«…])/u;
/** The dash before the words of the narrator. */
const narrator = /[,!?…»]\s*[–—-]\s+(?=\p{Ll})/gu;
/** The dash after them, where the speech goes on. */
const goesOn = /[.,]\s*[–—-]\s+/u;

/** Quotations together with the speech of paragraphs that open with a dash, in order. */
export function withDashes(document: Document, quotations: readonly Quotation[]): Quotation[] {
  const spoken = document.blocks.flatMap((block, index) => {
    const before = document.blocks[index - 1];
    const announced = before !== undefined && document.text[before.end - 1] === ":";
    const words = document.text.slice(block.start, block.end);
    const speech = speechOf(words, block.start, announced, block.role === "list-item");
    return speech === null ? [] : [{ ...speech, block: index, open: false, continues: false }];
  });
  if (spoken.length === 0) return [...quotations];
  const blocks = new Set(spoken.map(({ block }) => block));
  return [...quotations.filter(({ block }) => !blocks.has(block)), ...spoken].toSorted(
    (a, b) => a.start - b.start,
  );
}

/**
 * The speech of a block up to the narrator's words, or with them where it goes on behind them.
 * @param listed - the dash has made it a list item
 * @param announced - the block before ends with a colon: without the narrator's words all of it is speech
 */
function speechOf(text: string, at: number, announced: boolean, listed: boolean): Range | null {
  const opened = opening.exec(text);
  if (opened === null && !listed) return null;
  const start = at + (opened?.[0].length ?? 0);
  const told = [...text.matchAll(narrator)];
  const first = told[0];
  if (first === undefined)
    return announced && opened !== null ? { start, end: at + text.trimEnd().length } : null;
  const inner = goesOn.test(text.slice(first.index + first[0].length));
  return { start, end: at + (inner ? text.trimEnd().length : told.at(-1)!.index + 1) };
}
