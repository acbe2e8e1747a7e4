import type { Selection } from "../app/selection.ts";
import type { Document, Range } from "../core/document.ts";
import { codePointsOf } from "./code-points.ts";
import {
  omissionWords,
  orphanedPlaces,
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { guidOf, iriOf } from "./identifiers.ts";
import { marksOf, type ExportMark, type MarkLayer } from "./marks.ts";
import { markWords } from "./mark-words.ts";
import { countUnsafe, replacedCharacters, safeText } from "./safe-text.ts";

/** Marks as annotations of the W3C Web Annotation Data Model. */
export const w3cFormat: ExportFormat = {
  id: "w3c",
  label: "W3C Web Annotations",
  readers: "annotation tools and archives (JSON-LD)",
  extension: ".jsonld",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  export: toAnnotations,
};

/** Why a mark was made, in the vocabulary of the model (§3.3.5 Motivations). */
const motivations: Readonly<Record<MarkLayer, string>> = {
  encounter: "identifying",
  statement: "classifying",
  commitment: "classifying",
  assessment: "assessing",
  silence: "describing",
  phrase: "tagging",
  topic: "tagging",
  figure: "describing",
};

/** Characters of context before and after a quote, as annotation tools commonly keep. */
const context = 32;

/**
 * A part of a reading as an annotation collection with one page (JSON-LD). Each target has the exact quote with its
 * surroundings and its position in code points of the clean text; how that text was made from the page is `renderedVia`.
 * Source: https://www.w3.org/TR/annotation-model/
 */
function toAnnotations(part: Selection, options: ExportOptions): Exported {
  const { marks, omitted: misplaced } = marksOf(part);
  const generated = instant(options.now);
  const pages = new Map(
    part.reading.documents.map((document) => [document.id, pageOf(document, options)]),
  );
  const items = marks.map((mark) => ({
    id: `urn:uuid:${guidOf("annotation", mark.id, String(mark.range.start), String(mark.range.end))}`,
    type: "Annotation",
    motivation: motivations[mark.layer],
    generated,
    generator: software,
    body: bodiesOf(mark, part),
    target: pages.get(mark.document.id)!(mark.range),
  }));
  const omitted = [
    ...misplaced,
    ...some(
      {
        count: part.reading.documents.reduce((sum, { text }) => sum + countUnsafe(text), 0),
        ...replacedCharacters,
      },
      {
        count: part.reading.silences.filter(({ span }) => span === null).length,
        what: "silence",
        why: "what comparing accounts did not find has no place in a page (jsonl has them)",
      },
      orphanedPlaces(part),
      undatedPages(part),
    ),
  ];
  const id = `urn:uuid:${guidOf("collection", ...items.map((item) => item.id))}`;
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: "Readout: marks in accounts of encounters",
    generated,
    total: items.length,
    ...(omitted.length === 0
      ? {}
      : { "rdfs:comment": omitted.map((one) => `Left out or changed: ${omissionWords(one)}.`) }),
    first: { id: `${id}#1`, type: "AnnotationPage", startIndex: 0, items },
  };
  return {
    content: `${JSON.stringify(collection, null, 1)}\n`,
    count: items.length,
    what: "annotation",
    omitted,
  };
}

const software = { type: "Software", name: "Readout" };

/** How targets on a page are written. */
function pageOf(document: Document, options: ExportOptions): (range: Range) => object {
  const text = safeText(document.text);
  const codePoints = codePointsOf(document.text);
  const source = iriOf(document);
  const state = stateOf(document, options.accessed(document.id));
  return ({ start, end }) => ({
    type: "SpecificResource",
    source,
    ...(state === null ? {} : { state }),
    renderedVia: software,
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(wholeFrom(text, Math.max(0, start - context)), start),
        suffix: text.slice(end, wholeFrom(text, Math.min(text.length, end + context))),
      },
      { type: "TextPositionSelector", start: codePoints(start), end: codePoints(end) },
    ],
  });
}

/** An offset that does not cut a surrogate pair: this one or the one before. */
function wholeFrom(text: string, offset: number): number {
  return /^[\udc00-\udfff]/.test(text.charAt(offset)) && offset > 0 ? offset - 1 : offset;
}

/** The state of the page the marks were made on: when it was taken, else when it was published. */
function stateOf({ published }: Document, accessed: string | null): object | null {
  if (accessed !== null) return { type: "TimeState", sourceDate: midnight(accessed) };
  const { earliest, latest } = published;
  if (earliest === null || latest === null) return null;
  return earliest === latest
    ? { type: "TimeState", sourceDate: midnight(earliest) }
    : { type: "TimeState", sourceDateStart: midnight(earliest), sourceDateEnd: midnight(latest) };
}

function midnight(day: string): string {
  return `${day.slice(0, 10)}T00:00:00Z`;
}

/** `xsd:dateTime` in UTC without fractions of a second, as the model asks. */
function instant(now: string): string {
  return now.replace(/\.\d+/, "");
}

/** What is said about the words: tags for machines, and a sentence for people. */
function bodiesOf(mark: ExportMark, part: Selection): object[] {
  const tags = [mark.layer, mark.class, mark.code, ...mark.actors]
    .filter((tag) => tag !== null)
    .filter((tag, index, all) => all.indexOf(tag) === index);
  const encounter = mark.encounter === null ? [] : [mark.encounter];
  return [
    {
      type: "TextualBody",
      purpose: "describing",
      format: "text/plain",
      language: "en",
      value: safeText(markWords(mark, part.reading)),
    },
    ...[...new Set([...tags, ...encounter])].map((value) => ({
      type: "TextualBody",
      purpose: "tagging",
      format: "text/plain",
      value: safeText(value),
    })),
  ];
}
