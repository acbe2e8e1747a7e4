import type { Page } from "../page.ts";
import { markdownPieces } from "./markdown.ts";

/** A stretch of text of a line and where it stands in the decoded page. */
export interface Piece {
  readonly text: string;
  readonly page: number;
  readonly pageLength: number;
}

/** A line (plain text) or block element (HTML) of a page: the unit that cleaning keeps or drops. */
export interface Line {
  /** Text as it will stand in the clean text: blanks folded, marks of Markdown removed. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
  /** An empty line, or a new block, stands before it. */
  readonly paragraph: boolean;
  /** What the markup says: `h1`…`h6`, `li`, `figcaption`, `blockquote`, `p`; `""` for plain text. */
  readonly tag: string;
  /** Words of the names its markup gives it and its surroundings (`Box.names`); `""` for plain text. */
  readonly names: string;
  /** It stands `above` the article, or in it `beside` the block that holds the text, as standfirsts do. */
  readonly apart?: "above" | "beside";
  /** Share of the line's characters inside links, 0…1. */
  readonly links: number;
}

/**
 * The lines of a plain-text or Markdown page, from `page.bodyStart` on. Hard-wrapped paragraphs are
 * joined; no-break spaces become blanks; empty lines are left out.
 */
export function textLines(page: Page): Line[] {
  const { source } = page;
  const raw: Line[] = [];
  const markdown = page.mediaType === "text/markdown";
  let paragraph = true;
  for (let at = page.bodyStart; at < source.length;) {
    const stop = source.indexOf("\n", at);
    const lineEnd = stop === -1 ? source.length : stop;
    const line = textLine(source, at, lineEnd, paragraph, markdown);
    if (line === null) paragraph = true;
    else {
      raw.push(line);
      paragraph = false;
    }
    at = lineEnd + 1;
  }
  return isHardWrapped(raw) ? joinWrapped(raw) : raw;
}

/** Leading marks of Markdown: headings, quotes, escapes. List marks stay, they tell key points. */
const markdownLead = /^(?:\\?#{1,6}\s*|>\s+)+/;

function textLine(
  source: string,
  from: number,
  to: number,
  paragraph: boolean,
  markdown: boolean,
): Line | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const lead = markdownLead.exec(source.slice(start, Math.min(end, start + 40)));
  let tag = "";
  if (lead !== null) {
    if (/#/.test(lead[0])) tag = "h2";
    start += lead[0].length;
    if (start >= end) return null;
  }
  const folded = foldBlanks(source.slice(start, end));
  const pieces = markdown
    ? markdownPieces(folded, start)
    : [{ text: folded, page: start, pageLength: end - start }];
  const text = pieces.map((piece) => piece.text).join("");
  if (text.trim() === "") return null;
  return {
    text,
    pieces,
    start,
    end,
    paragraph,
    tag,
    names: "",
    links: 0,
  };
}

/** Blanks of any width become U+0020, one for one, so that offsets stay. Soft hyphens and marks of direction too. */
export function foldBlanks(text: string): string {
  return text.replace(
    /[\t\u00a0\u1680\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2060-\u2069\u3000\ufeff\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
    " ",
  );
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}

/** Lines of wrapped text are this long, give or take (mail and Markdown wrap at 72 to 80). */
const wrapWidth: readonly [number, number] = [45, 100];

/** Share of lines that may be longer than any wrapping makes them. */
const mostLong = 0.1;

/** Text is hard-wrapped when nearly all lines followed by another of their paragraph are about full. */
function isHardWrapped(lines: readonly Line[]): boolean {
  let followed = 0;
  let full = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.paragraph) continue;
    followed++;
    if (
      line.text.length >= wrapWidth[0] &&
      line.text.length <= wrapWidth[1] &&
      !/[.!?:]$/.test(line.text)
    )
      full++;
  }
  const long = lines.filter((line) => line.text.length > 160).length;
  // A table row or a long address may run over; a page of long paragraphs is not wrapped.
  return followed >= 2 && full / followed >= 0.6 && long <= lines.length * mostLong;
}

function joinWrapped(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last === undefined ||
      line.paragraph ||
      /^(?:[•*+–-]|\d+[.)])\s/u.test(line.text) ||
      line.tag !== ""
    ) {
      joined.push(line);
      continue;
    }
    const gap: Piece = { text: " ", page: last.end, pageLength: line.start - last.end };
    joined[joined.length - 1] = {
      ...last,
      text: `${last.text} ${line.text}`,
      pieces: [...last.pieces, gap, ...line.pieces],
      end: line.end,
    };
  }
  return joined;
}

/** The part of a line from `from` to `to` (offsets in its text), trimmed; `null` when nothing is left. */
export function sliceLine(line: Line, from: number, to: number): Line | null {
  let first = from;
  let last = to;
  while (first < last && line.text[first] === " ") first++;
  while (last > first && line.text[last - 1] === " ") last--;
  if (first >= last) return null;
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of line.pieces) {
    const a = Math.max(first, at) - at;
    const b = Math.min(last, at + piece.text.length) - at;
    if (b > a) {
      const exact = piece.text.length === piece.pageLength;
      pieces.push({
        text: piece.text.slice(a, b),
        page: exact ? piece.page + a : piece.page,
        pageLength: exact ? b - a : piece.pageLength,
      });
    }
    at += piece.text.length;
  }
  const head = pieces[0]!;
  const tail = pieces.at(-1)!;
  return {
    ...line,
    text: line.text.slice(first, last),
    pieces,
    start: head.page,
    end: tail.page + tail.pageLength,
  };
}

/** A line without its part from `from` to `to` (offsets in its text); `null` when nothing is left. */
export function withoutPart(line: Line, from: number, to: number): Line | null {
  const head = sliceLine(line, 0, from);
  const tail = sliceLine(line, to, line.text.length);
  if (head === null || tail === null) return head ?? tail;
  const touching = /^[,.:;!?)»]/u.test(tail.text);
  const gap: Piece = {
    text: touching ? "" : " ",
    page: head.end,
    pageLength: tail.start - head.end,
  };
  return {
    ...line,
    text: `${head.text}${gap.text}${tail.text}`,
    pieces: [...head.pieces, gap, ...tail.pieces],
    start: head.start,
    end: tail.end,
  };
}
