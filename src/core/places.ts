import type { Document, Range } from "./document.ts";
import { toPage } from "./offset-map.ts";

/**
 * Where a stretch of a page stands in the original file, for formats whose text is not the file's own bytes.
 *
 * `page`: PDF page from 1, box `[left, bottom, right, top]` in points from the page's lower left corner.
 * `part`: file inside a container (DOCX, ODT, EPUB, MIME part), paragraph from 1 where it is known.
 * `record`: bytes of the archive file (WARC, mailbox, JSON Lines), from `offset` on.
 * `item`: entry of a feed or list, from 1.
 */
export type Place =
  | {
      readonly kind: "page";
      readonly page: number;
      readonly box: readonly [number, number, number, number] | null;
    }
  | { readonly kind: "part"; readonly part: string; readonly paragraph: number | null }
  | { readonly kind: "record"; readonly offset: number; readonly length: number | null }
  | { readonly kind: "item"; readonly item: number };

/** A stretch of `Page.source` and its place in the original. */
export interface PlaceRun extends Range {
  readonly place: Place;
}

/** Places of a range of the clean text in the original file, in page order; empty where the page is the original. */
export function placesOf(document: Document, range: Range): Place[] {
  const runs = document.places ?? [];
  if (runs.length === 0) return [];
  const inPage = toPage(document.offsets, range);
  if (inPage === null) return [];
  const places: Place[] = [];
  for (let index = firstEndingAfter(runs, inPage.start); index < runs.length; index++) {
    const run = runs[index]!;
    if (run.start >= inPage.end) break;
    places.push(run.place);
  }
  return places;
}

/** Index of the first run that ends after `at`; runs are sorted and don't overlap. */
function firstEndingAfter(runs: readonly PlaceRun[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The printed page that a range of the clean text begins on (`p. 3`); `null` where the original has no pages. */
export function printedPage(document: Document, range: Range): string | null {
  const place = placesOf(document, range)[0];
  return place?.kind === "page" ? placeLabel(place) : null;
}

/** A place in words: `p. 3`, `chapter-2.xhtml ¶4`, `record at byte 1024`, `item 3`. */
export function placeLabel(place: Place): string {
  switch (place.kind) {
    case "page":
      return `p. ${place.page}`;
    case "part":
      return place.paragraph === null ? place.part : `${place.part} ¶${place.paragraph}`;
    case "record":
      return `record at byte ${place.offset}`;
    case "item":
      return `item ${place.item}`;
  }
}

/**
 * Places of the whole clean text.
 * @returns stretches of the clean text in rising order, each with its place; neighbours with the same place are one
 */
export function cleanPlaces(document: Document): PlaceRun[] {
  const runs = document.places ?? [];
  const found: PlaceRun[] = [];
  let next = 0;
  for (const copied of document.offsets.runs) {
    const end = copied.page + copied.pageLength;
    while (next < runs.length && runs[next]!.end <= copied.page) next++;
    for (let index = next; index < runs.length && runs[index]!.start < end; index++) {
      const run = runs[index]!;
      const exact = copied.cleanLength === copied.pageLength;
      const from = exact ? Math.max(run.start, copied.page) - copied.page : 0;
      const to = exact ? Math.min(run.end, end) - copied.page : copied.cleanLength;
      const last = found.at(-1);
      const start = copied.clean + from;
      if (last !== undefined && last.place === run.place) {
        found[found.length - 1] = { ...last, end: copied.clean + to };
      } else if (last === undefined || start >= last.end) {
        found.push({ start, end: copied.clean + to, place: run.place });
      }
    }
  }
  return found;
}
