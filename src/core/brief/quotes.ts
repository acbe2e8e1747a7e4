import { spanOf, type Document, type Range } from "../document.ts";
import type { Quote } from "./brief.ts";

/** Longest quotation before it is trimmed, in characters of Latin or Cyrillic; Chinese says as much in a third. */
const room = 260;
const chineseDensity = 3;

/** A clause that is longer than this many times the room is not quoted whole: the page has no marks to trim at. */
const longestClause = 2;

/** Marks that end a sentence or a part of one, and those that end a clause, where a blank follows (a comma in a number ends none). */
const strongEnd = /[;.!?…]["”’»)\]]*(?=\s)|[；。！？…]["”’』」》）]*/gu;
const weakEnd = /[,:—–]["”’»)\]]*(?=\s)|[，：—]["”’』」》）]*/gu;

/** Words before a comma that only lead on to what stands after it. */
const dangling =
  /\s*\b(?:which|that|who|whose|where|and|but|or|as|because|while|if|including)[,;:]?$/iu;

/** Full stops that end no clause: initials and short forms. */
const shortForm = /(?:^|[\s(])(?:\p{Lu}|[A-Z][a-z]{1,3}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** What follows a range in the middle of a list. */
const goesOn = /^[,、]/u;

/** Quotation marks at the ends of a quotation, which the brief has marks of its own for, and numbers of a list. */
const opening = /^(?:\s*(?:\d{1,2}|[a-z])[.)]\s+(?=\p{Lu}))?[\s"“„«『「]*/u;
const closing = /[\s"”“»』」]+$/u;

/**
 * Quote a range, trimmed at the ends of clauses where it is long.
 * @param focus - what must stay in; the beginning of the range where absent
 * @returns the quote: its span is what is shown, so `text.slice(start, end)` holds it
 */
export function quoteOf(document: Document, range: Range, focus: Range | null = null): Quote {
  const whole = withoutMarks(document.text, range);
  const shown = trimmed(document, whole, focus ?? { start: whole.start, end: whole.start + 1 });
  const blank = /\s*$/u.exec(document.text.slice(shown.end - 8, shown.end))?.[0].length ?? 0;
  const end = Math.max(shown.start + 1, shown.end - blank);
  const span = spanOf(document, { start: shown.start, end });
  return {
    kind: "quote",
    text: span.quote.replace(/\s+/gu, " "),
    language: document.language,
    span,
    cutBefore: shown.start > whole.start,
    cutAfter: shown.end < whole.end || goesOn.test(document.text.slice(whole.end, whole.end + 2)),
  };
}

/** Width of a text in Latin characters: a Chinese character counts for three. */
export function widthOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length + han * (chineseDensity - 1);
}

/** Without marks around the whole of it; marks that belong to words inside stay. */
function withoutMarks(text: string, range: Range): Range {
  const quote = text.slice(range.start, range.end);
  const from = opening.exec(quote)?.[0].length ?? 0;
  const to = quote.length - (closing.exec(quote)?.[0].length ?? 0);
  const tries: [number, number][] = [
    [from, to],
    [0, quote.length],
    [from, quote.length],
    [0, to],
  ];
  const [start, end] = tries.find(([a, b]) => a < b && isBalanced(quote.slice(a, b))) ?? tries[1]!;
  const comma = /[\s,;:，；：]+$/u.exec(quote.slice(start, end))?.[0].length ?? 0;
  return { start: range.start + start, end: range.start + Math.max(start + 1, end - comma) };
}

/** Every quotation mark that closes was opened before, and every one that opened is closed. */
function isBalanced(quote: string): boolean {
  let depth = 0;
  for (const mark of quote.match(/[“„«『「”»』」"]/gu) ?? []) {
    if (mark === '"') return false;
    depth += "“„«『「".includes(mark) ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function trimmed(document: Document, whole: Range, focus: Range): Range {
  const { text } = document;
  if (widthAt(text, whole) <= room) return whole;
  const sentence = around(text, piecesOf(text, whole, strongEnd), focus);
  if (sentence.width <= room) return sentence.shown;
  const clause = around(text, piecesOf(text, sentence.piece, weakEnd), focus, true);
  return clause.width <= room * longestClause ? clause.shown : withinWords(text, whole, focus);
}

/**
 * The pieces around a focus that there is room for, and the width of the one it stands in.
 * @param fromStart - take in what stands before first
 */
function around(
  text: string,
  pieces: readonly Range[],
  focus: Range,
  fromStart = false,
): { shown: Range; piece: Range; width: number } {
  let first = Math.max(
    0,
    pieces.findIndex((piece) => piece.end > focus.start),
  );
  let last = first;
  while (last + 1 < pieces.length && pieces[last]!.end < focus.end) last++;
  const piece = { start: pieces[first]!.start, end: pieces[last]!.end };
  const width = (from: number, to: number): number =>
    widthAt(text, { start: pieces[from]!.start, end: pieces[to]!.end });
  // A clause needs what leads up to it; of sentences, what follows qualifies what was said.
  while (fromStart && first > 0 && width(first - 1, last) <= room) first--;
  while (last + 1 < pieces.length && width(first, last + 1) <= room) last++;
  while (first > 0 && width(first - 1, last) <= room) first--;
  const end = last === pieces.length - 1 ? pieces[last]!.end : withoutComma(text, pieces[last]!);
  return { shown: { start: pieces[first]!.start, end }, piece, width: widthAt(text, piece) };
}

function widthAt(text: string, { start, end }: Range): number {
  return widthOf(text.slice(start, end));
}

function piecesOf(text: string, whole: Range, ending: RegExp): Range[] {
  const quote = text.slice(whole.start, whole.end);
  const pieces: Range[] = [];
  let start = 0;
  for (const match of quote.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith(".") && shortForm.test(quote.slice(Math.max(0, end - 12), end)))
      continue;
    pieces.push({ start: whole.start + start, end: whole.start + end });
    start = end + (/^\s*/u.exec(quote.slice(end, end + 8))?.[0].length ?? 0);
  }
  if (start < quote.length) pieces.push({ start: whole.start + start, end: whole.end });
  return pieces;
}

/** A comma before what was cut stands for nothing, nor does a word that only leads on to it. */
function withoutComma(text: string, clause: Range): number {
  const leading = dangling.exec(text.slice(clause.start, clause.end));
  const end = leading === null ? clause.end : clause.start + leading.index;
  if (end <= clause.start) return clause.end;
  return /[,;:—–，；：]/u.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** Words around the focus, where there is no clause to trim at. */
function withinWords(text: string, whole: Range, focus: Range): Range {
  const limit =
    room / (/\p{Script=Han}/u.test(text.slice(focus.start, focus.end)) ? chineseDensity : 1);
  const start = Math.max(whole.start, focus.start - Math.floor(limit / 4));
  const end = Math.min(whole.end, Math.max(start + limit, Math.min(focus.end, start + 2 * limit)));
  const head = start > whole.start ? text.slice(start, focus.start).search(/\s\S/u) + 1 : 0;
  const cut = end < whole.end ? text.slice(start, end).search(/\s\S*$/u) : -1;
  return { start: start + head, end: cut > head ? start + cut : safeEnd(text, end) };
}

/** Never between the halves of a character. */
function safeEnd(text: string, end: number): number {
  return /[\uD800-\uDBFF]/u.test(text.charAt(end - 1)) ? end - 1 : end;
}
