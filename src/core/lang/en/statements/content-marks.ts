import type { Document, Range } from "../../../document.ts";
import type { StatementForm } from "../../../records.ts";
import type { Quotation } from "../../../statements/quotes.ts";

/** Quotations that overlap a range, of a list in text order. */
function quotationsIn(quotations: readonly Quotation[], { start, end }: Range): Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: Quotation[] = [];
  for (let at = low; at < quotations.length && quotations[at]!.start < end; at++)
    found.push(quotations[at]!);
  return found;
}

/** Parts in text order, with quotation marks that an edge cuts off, touching parts joined. */
export function withMarks(
  document: Document,
  parts: readonly Range[],
  quotations: readonly Quotation[],
): Range[] {
  const result: Range[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const { start, end } = withOwnMarks(document, part, quotations);
    const last = result.at(-1);
    if (last !== undefined && start <= last.end + 1)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

function withOwnMarks(document: Document, part: Range, quotations: readonly Quotation[]): Range {
  let { start, end } = part;
  for (const quotation of quotationsIn(quotations, { start: start - 2, end: end + 3 })) {
    if (quotation.start === start - 1) start = quotation.start;
    const cut = quotation.end - end;
    if (
      cut > 0 &&
      cut <= 2 &&
      quotation.start >= start &&
      /^[.,;!?]?[”"’'»]$/u.test(document.text.slice(end, quotation.end))
    )
      end = quotation.end;
    if (quotation.start < start - 1 && quotation.end === end)
      end -= /[.,;!?]?[”"’'»]$/u.exec(document.text.slice(start, end))?.[0].length ?? 0;
  }
  return { start, end };
}

/** Direct: all of it quoted; mixed: quoted in part; else indirect. */
export function formOf(
  document: Document,
  content: readonly Range[],
  quotations: readonly Quotation[],
): StatementForm {
  let quoted = false;
  let whole = true;
  for (const part of content) {
    const inside = quotationsIn(quotations, part);
    quoted ||= inside.length > 0;
    whole &&= inside.some(
      ({ start, end }) =>
        start <= part.start + 2 &&
        !/\p{L}/u.test(document.text.slice(end, Math.max(end, part.end))),
    );
  }
  if (!quoted) return "indirect";
  return whole ? "direct" : "mixed";
}
