import type { Selection } from "../app/selection.ts";
import type { Document } from "../core/document.ts";
import {
  some,
  undatedPages,
  orphanedPlaces,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { readingToJson } from "./json.ts";
import { statementId } from "./statement-id.ts";
import { jsonLine } from "./json-line.ts";

/** The record contract, a record a line. */
export const jsonlFormat: ExportFormat = {
  id: "jsonl",
  label: "JSON Lines",
  readers: "Python, R, jq, databases (schema/export.json)",
  extension: ".jsonl",
  mediaType: "application/jsonl; charset=utf-8",
  export: toJsonLines,
};

/** Name of a record by the list it stands in in `readout read --json`. */
const recordNames = {
  documents: "document",
  encounters: "encounter",
  statements: "statement",
  silences: "silence",
  phrases: "phrase",
  topics: "topic",
  assessments: "assessment",
  commitments: "commitment",
  figures: "figure",
  diagnostics: "diagnostic",
} as const;

/**
 * Records as `readout read --json` prints them, each on its line with its kind in `record`; the first line tells of the
 * file itself. `schema/export.json` describes a line. Offsets are UTF-16 code units.
 */
function toJsonLines(part: Selection, options: ExportOptions): Exported {
  const { reading } = part;
  const records = readingToJson({
    ...reading,
    documents: reading.documents.map((document) => withMarksOf(part, document)),
    diagnostics: reading.diagnostics.filter(({ document }) =>
      reading.documents.some(({ id }) => id === document),
    ),
  });
  const statements = includedStatements(part);
  const lines: object[] = Object.entries(recordNames).flatMap(([list, record]) =>
    (records[list] as readonly Record<string, unknown>[])
      .filter(({ id }) => record !== "statement" || statements.has(String(id)))
      .map((fields) => ({ record, ...fields })),
  );
  const omitted = some(orphanedPlaces(part), undatedPages(part));
  const head = {
    record: "export",
    format: "readout-records",
    version: 1,
    made: options.now,
    offsets: "utf-16",
    records: lines.length,
    omitted,
  };
  return {
    content: [head, ...lines].map(jsonLine).join(""),
    count: lines.length,
    what: "record",
    omitted,
  };
}

/** A page with those marks that belong to the part; statements and encounters stay, since others count them. */
function withMarksOf(part: Selection, document: Document): Document {
  const { layers } = document;
  const kept = <M extends { start: number; end: number; encounter?: number | null }>(
    marks: readonly M[],
  ): M[] => marks.filter((mark) => part.includes(document, mark, mark.encounter ?? null));
  return {
    ...document,
    layers: {
      ...layers,
      phrases: kept(layers.phrases),
      topics: kept(layers.topics),
      assessments: kept(layers.assessments),
      commitments: kept(layers.commitments),
      figures: layers.figures.filter((figure) => part.includes(document, figure)),
    },
  };
}

function includedStatements(part: Selection): ReadonlySet<string> {
  return new Set(
    part.reading.documents.flatMap((document) =>
      document.layers.statements.flatMap((statement, index) =>
        part.includes(document, statement, statement.encounter)
          ? [statementId(document.id, index)]
          : [],
      ),
    ),
  );
}
