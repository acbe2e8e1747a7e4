import type { Line, Region } from "./lines.ts";

/** A printed line with the page and region it stands in. */
export interface PlacedLine extends Line {
  readonly page: number;
  readonly region: Region;
}

/** Lines that belong together. */
export interface Paragraph {
  readonly role: "heading" | "paragraph" | "list-item";
  readonly lines: readonly PlacedLine[];
}

/** Text this much larger than the body is a heading. */
const headingSize = 1.15;

/** Text this much smaller than the body at the foot of a column is a note. */
const noteSize = 0.92;

const terminal = /[.!?:;。！？：；…][)\]”’"'»）〉》」』]*$/u;
const listMark =
  /^(?:[•●◦▪■–—*·‣]\s|\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,4})[.)]\s|（?[一二三四五六七八九十]{1,3}[、）])/iu;

/**
 * Join lines into paragraphs, also from one column or page to the next; notes at the foot of a
 * column follow the paragraph that they interrupt.
 * @param body - usual size of the document's text
 */
export function joinParagraphs(lines: readonly PlacedLine[], body: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: PlacedLine[] = [];
  let notes: PlacedLine[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open, body));
    open = [];
    for (const note of splitLines(notes)) paragraphs.push(paragraphOf(note, body));
    notes = [];
  };
  const isNote = noteLines(lines, body);
  for (const line of lines) {
    if (isNote.has(line)) {
      notes.push(line);
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && breaks(last, line, open[0]!)) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

function splitLines(lines: readonly PlacedLine[]): PlacedLine[][] {
  const parts: PlacedLine[][] = [];
  for (const line of lines) {
    const last = parts.at(-1)?.at(-1);
    if (last === undefined || breaks(last, line, last) || /^[\d*†‡]{1,3}\s?\p{L}/u.test(line.text))
      parts.push([line]);
    else parts.at(-1)!.push(line);
  }
  return parts;
}

/** Lines at the end of a region that are all smaller than the body. */
function noteLines(lines: readonly PlacedLine[], body: number): ReadonlySet<PlacedLine> {
  const notes = new Set<PlacedLine>();
  let small = false;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (line.region !== lines[index + 1]?.region) small = true;
    small &&= line.size < body * noteSize;
    if (small) notes.add(line);
  }
  return notes;
}

function paragraphOf(lines: readonly PlacedLine[], body: number): Paragraph {
  const size = Math.max(...lines.map((line) => line.size));
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  if (size > body * headingSize && length < 300) return { role: "heading", lines };
  return { role: listMark.test(lines[0]!.text) ? "list-item" : "paragraph", lines };
}

/** Whether a new paragraph begins with `next`; `first` is the first line of the one that is open. */
function breaks(last: PlacedLine, next: PlacedLine, first: PlacedLine): boolean {
  if (Math.abs(last.size - next.size) > Math.max(last.size, next.size) * 0.12) return true;
  if (listMark.test(next.text)) return true;
  const { region } = last;
  const width = region.right - region.left;
  const space = region.right - last.right;
  const indent = next.left - next.region.left;
  if (region !== next.region) {
    // Over a column or page: the sentence goes on.
    return (
      (terminal.test(last.text) && (indent > next.size || space > width * 0.08)) ||
      space > width * 0.35
    );
  }
  if (last.y - next.y > Math.max(region.leading, next.size) * 1.4) return true;
  // Lines of a list's item hang behind its mark.
  if (listMark.test(first.text)) return next.left < first.left + next.size * 0.3;
  if (indent > next.size * 0.8 && last.left - region.left < indent - next.size * 0.6) return true;
  if (terminal.test(last.text) && space > width * 0.15) return true;
  return space > width * 0.45;
}
