import { intervalLabel } from "../app/brief/labels.ts";
import { metadataTarget } from "../app/workspace/corrected-store.ts";
import { spanOf, type Document, type MetadataField } from "../core/document.ts";
import type { Figure } from "../core/records.ts";
import type { Library } from "./library.ts";
import { named, speakersOf, titleOf } from "./lines.ts";
import type { DocumentDetail, FigureLine, MetadataLine } from "./records.ts";

/** In the order a reader asks for them. */
const fields: readonly MetadataField[] = [
  "title",
  "subtitle",
  "outlet",
  "byline",
  "party",
  "kind",
  "published",
  "modified",
  "language",
  "url",
];

/**
 * Metadata of a page with where each value was read.
 * @param read - the document without the person's corrections
 */
export function metadataLines(
  library: Library,
  document: Document,
  read: Document,
): MetadataLine[] {
  return fields.map((field) => {
    const correction = library.corrections.last("document-metadata", `${document.id}:${field}`);
    const evidence = document.evidence?.find((one) => one.field === field);
    return {
      field,
      value: shown(library, field, valueOf(document, field) ?? evidence?.value ?? null),
      written: evidence?.written ?? null,
      rule: correction === undefined ? (evidence?.rule ?? null) : null,
      place: evidence?.place ?? null,
      correction:
        correction === undefined
          ? null
          : { id: correction.id, was: shown(library, field, valueOf(read, field)) },
    };
  });
}

/** Whether the person can correct a field. */
export function isCorrectable(field: string): boolean {
  return metadataTarget(`page:${field}`) !== null;
}

function shown(library: Library, field: MetadataField, value: string | null): string | null {
  return field === "party" && value !== null ? library.labelOf(value) : value;
}

function valueOf(document: Document, field: MetadataField): string | null {
  switch (field) {
    case "byline":
      return document.byline.length === 0 ? null : document.byline.join("; ");
    case "published": {
      const { value, earliest, latest } = document.published;
      return value ?? intervalLabel(earliest, latest);
    }
    case "modified":
      return null;
    default:
      return document[field];
  }
}

/** Figures of a page in text order. */
export function figureLines(library: Library, document: Document): FigureLine[] {
  const { statements } = library.entries.get(document.id) ?? { statements: [] };
  return document.layers.figures.map((figure) => {
    const statement = figure.statement === null ? undefined : statements[figure.statement];
    return {
      place: spanOf(document, figure),
      value: figureValue(figure),
      measure: figure.measure,
      change: figure.change,
      period:
        figure.period === null ? null : intervalLabel(figure.period.earliest, figure.period.latest),
      speakers:
        statement === undefined
          ? []
          : speakersOf(library, statement).map((id) => named(library, id)),
    };
  });
}

const bounds = { about: "about ", more: "more than ", less: "up to " } as const;

function figureValue({ value, valueTo, approximation, unit }: Figure): string {
  const number = (one: number): string => one.toLocaleString("en", { maximumFractionDigits: 6 });
  const range = valueTo === null ? number(value) : `${number(value)} to ${number(valueTo)}`;
  const of = unit === null ? "" : unit === "%" ? " %" : ` ${unit}`;
  return `${approximation === null ? "" : bounds[approximation]}${range}${of}`;
}

/** Pages that print the same text as this one, as the encounters' accounts tell. */
export function copiesOf(library: Library, id: string): DocumentDetail["copies"] {
  const pairs = library.derived("copies", () => {
    const made = new Map<string, Map<string, boolean>>();
    const add = (of: string, other: string, original: boolean): void => {
      made.set(of, (made.get(of) ?? new Map<string, boolean>()).set(other, original));
    };
    for (const { document, copyOf } of library.encounters.flatMap((one) => one.accounts)) {
      if (copyOf === null) continue;
      add(document, copyOf, true);
      add(copyOf, document, false);
    }
    return made;
  });
  return [...(pairs.get(id) ?? [])].map(([other, original]) => ({
    id: other,
    label: titleOf(library, other),
    original,
  }));
}
