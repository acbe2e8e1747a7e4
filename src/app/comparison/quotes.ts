import type { Document, Range } from "../../core/document.ts";
import { sentenceAround } from "../../core/compare/voices.ts";
import type { PlaceOf } from "../brief/places.ts";
import type { Quote } from "./view.ts";

/** Longest quotation, in characters (Chinese says as much in a third). */
const longest: Readonly<Record<string, number>> = { zh: 120 };
const longestElsewhere = 320;

/** The sentence around places of a document, with the places marked, cut where it is long. */
export function quoteOf(document: Document, places: readonly Range[], placeOf: PlaceOf): Quote {
  const first = places[0]!;
  const sentence = sentenceAround(document, first);
  const inside = places.filter(
    (place) => sentence.start <= place.start && place.end <= sentence.end,
  );
  return cutTo(document, sentence, inside.length > 0 ? inside : [first], placeOf);
}

/** A whole stretch of a document, cut where it is long. */
export function passageQuote(document: Document, range: Range, placeOf: PlaceOf): Quote {
  return cutTo(document, range, [], placeOf);
}

function cutTo(document: Document, range: Range, marks: readonly Range[], placeOf: PlaceOf): Quote {
  const room = longest[document.language?.slice(0, 2) ?? ""] ?? longestElsewhere;
  const from = Math.min(range.start, ...marks.map((mark) => mark.start));
  const to = Math.max(range.end, ...marks.map((mark) => mark.end));
  const focus = marks[0]?.start ?? from;
  const start =
    to - from <= room
      ? from
      : wordStart(document.text, Math.max(from, focus - Math.floor(room / 3)), from);
  const end = Math.min(to, wordEnd(document.text, start + room, to));
  const head = start > from ? "…" : "";
  const { text, offset } = squeezed(document.text, start, end);
  return {
    text: `${head}${text}${end < to ? "…" : ""}`,
    marks: merged(
      marks
        .filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => ({
          start: head.length + offset(Math.max(mark.start, start)),
          end: head.length + offset(Math.min(mark.end, end)),
        })),
    ),
    language: document.language,
    place: placeOf(document, marks[0] ?? range),
  };
}

/** Blanks and line breaks made one blank, with the way from old offsets to new ones. */
function squeezed(
  source: string,
  start: number,
  end: number,
): { text: string; offset: (at: number) => number } {
  let text = "";
  const offsets: number[] = [];
  for (let index = start; index < end; index++) {
    offsets.push(text.length);
    const character = source.charAt(index);
    if (/\s/u.test(character)) {
      if (text !== "" && !text.endsWith(" ")) text += " ";
    } else text += character;
  }
  text = text.trimEnd();
  offsets.push(text.length);
  return { text, offset: (at) => Math.min(text.length, offsets[at - start] ?? text.length) };
}

function merged(ranges: readonly Range[]): Range[] {
  const result: { start: number; end: number }[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

function wordStart(text: string, at: number, least: number): number {
  if (at <= least) return least;
  const space = text.indexOf(" ", at);
  return space === -1 || space > at + 20 ? at : space + 1;
}

function wordEnd(text: string, at: number, most: number): number {
  if (at >= most) return most;
  const space = text.lastIndexOf(" ", at);
  return space === -1 || space < at - 20 ? at : space;
}
