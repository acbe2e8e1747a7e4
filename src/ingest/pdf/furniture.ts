import { joinLines, type Line } from "./lines.ts";
import type { PdfPage, Run } from "./runs.ts";

/** Lines from the top and from the bottom of a page in which running heads are looked for. */
const edge = 2;

/** Points by which the same running head may stand higher or lower on another page. */
const jitter = 4;

/** A run that is no running text, and the rule that says so. */
export interface Furniture {
  readonly run: Run;
  readonly rule:
    | "pdf/running-head"
    | "pdf/page-number"
    | "pdf/print-mark"
    | "pdf/turned-text"
    | "pdf/note-mark";
}

/**
 * Running heads and page numbers: lines at the edge of a page that stand at the same height of
 * another page with the same words (figures apart), and lines that hold a page number only.
 * @returns for each page, the runs to leave out
 */
export function findFurniture(pages: readonly PdfPage[]): Furniture[][] {
  const edges = pages.map((page) => edgeLines(joinLines(page.runs)));
  const seen = new Map<string, { page: number; y: number }[]>();
  for (const [page, lines] of edges.entries()) {
    for (const line of lines) {
      const key = wordsOf(line);
      seen.set(key, [...(seen.get(key) ?? []).slice(-400), { page, y: line.y }]);
    }
  }
  return pages.map((page, index) => {
    const found: Furniture[] = page.turned.map((run) => ({ run, rule: "pdf/turned-text" }));
    for (const line of edges[index]!) {
      const repeats = seen
        .get(wordsOf(line))!
        .some((other) => other.page !== index && Math.abs(other.y - line.y) <= jitter);
      const rule = isPageNumber(line.text)
        ? "pdf/page-number"
        : isPrintMark(line.text)
          ? "pdf/print-mark"
          : repeats
            ? "pdf/running-head"
            : null;
      if (rule !== null) found.push(...line.runs.map((run): Furniture => ({ run, rule })));
    }
    return found;
  });
}

function edgeLines(lines: readonly Line[]): Line[] {
  if (lines.length <= 2 * edge) return [...lines.slice(0, 1), ...lines.slice(1).slice(-1)];
  return [...lines.slice(0, edge), ...lines.slice(-edge)];
}

/** What browsers print at the edge of a page: day and minute (with the title), the address (with the page number). */
const printedDay = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s|$)/u;
const printedAddress = /^(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s?\/\s?\d{1,4})?$/iu;

function isPrintMark(text: string): boolean {
  return printedDay.test(text) || printedAddress.test(text);
}

/** The address that a browser printed at the edge of the first page; `null` when there is none, or it is cut. */
export function printedUrl(pages: readonly PdfPage[]): string | null {
  const first = pages[0];
  if (first === undefined) return null;
  const line = edgeLines(joinLines(first.runs)).find(
    ({ text }) => /^https?:/i.test(text) && printedAddress.test(text),
  );
  const url = line?.text.replace(/\s.*$/u, "") ?? null;
  return url === null || url.endsWith("…") || url.endsWith("...") ? null : url;
}

/** The words of a line with figures made equal: the page number in a running head changes. */
function wordsOf(line: Line): string {
  return line.text.toLowerCase().replace(/\d+/gu, "#");
}

/** `3`, `– 3 –`, `iv`, `Page 3 of 7`, `3/7`, `第3页`, `стр. 3`. */
function isPageNumber(text: string): boolean {
  return /^(?:\W{0,3}\d{1,4}\W{0,3}|[ivxl]{1,7}|(?:page|p\.|стр(?:\.|аница)|seite|страница)\s*\d{1,4}(?:\s*(?:of|из|von|\/)\s*\d{1,4})?|\d{1,4}\s*(?:\/|of|из)\s*\d{1,4}|第?\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$/iu.test(
    text.trim(),
  );
}
