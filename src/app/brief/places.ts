import { spanOf, type Document, type Range } from "../../core/document.ts";
import { printedPage } from "../../core/places.ts";
import type { Reading } from "../reading.ts";
import type { Place } from "./brief.ts";

/** The place of a range in a document of the reading. */
export type PlaceOf = (document: Document, range: Range) => Place;

/** Number the pages of a reading from 1, and say where a range lies in them. */
export function placesIn(reading: Reading): PlaceOf {
  const numbers = new Map(reading.documents.map((document, index) => [document.id, index + 1]));
  return (document, range) => ({
    page: numbers.get(document.id)!,
    paragraph: document.blocks.findIndex((block) => block.end > range.start) + 1,
    original: printedPage(document, range),
    span: spanOf(document, range),
  });
}
