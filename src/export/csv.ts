import { stringify } from "csv-stringify/sync";
import { intervalLabel, publishedLabel } from "../app/brief/labels.ts";
import type { Selection } from "../app/selection.ts";
import { stateOf } from "../core/actors/actor-table.ts";
import { gradeFor, type ClaimKind, type SourceGrade } from "../core/grades/grades.ts";
import type { Document, Range } from "../core/document.ts";
import { codePointsOf } from "./code-points.ts";
import {
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { marksOf, type ExportMark } from "./marks.ts";
import { countUnsafe, replacedCharacters, safeText } from "./safe-text.ts";

/** One row a mark, for spreadsheets and statistics. */
export const csvFormat: ExportFormat = {
  id: "csv",
  label: "CSV table",
  readers: "Excel, LibreOffice, R, Python, Stata",
  extension: ".csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  export: toCsv,
};

/** Most characters of a cell in Excel. Source: Microsoft, “Excel specifications and limits”. */
const longestCell = 32_767;

/** What a row is made from. */
interface RowOf {
  readonly mark: ExportMark;
  readonly document: Document;
  readonly codePoints: (offset: number) => number;
  /** A person's grade of the page's source for claims of this kind. */
  readonly grade: SourceGrade | null;
  readonly published: string;
  /** Date of the encounter, where the mark belongs to one. */
  readonly met: string | null;
  readonly labelOf: (id: string) => string;
  readonly words: (range: Range) => string;
}

/** Columns in order: what an analyst sorts by, what is said, then where exactly it stands. */
const columns: Readonly<Record<string, (row: RowOf) => string | number | null>> = {
  published: ({ published }) => published,
  party: ({ document }) => document.party,
  outlet: ({ document }) => document.outlet,
  title: ({ document }) => document.title,
  layer: ({ mark }) => mark.layer,
  class: ({ mark }) => mark.class,
  label: ({ mark }) => mark.label,
  actors: ({ mark, labelOf }) => mark.actors.map(labelOf).join("; "),
  toward: ({ mark, labelOf }) => mark.toward.map(labelOf).join("; "),
  named_as: ({ mark }) => mark.named,
  cue: ({ mark }) => mark.cue,
  quote: ({ mark }) => mark.quote,
  content: ({ mark, words }) => mark.content.map(words).join(" … "),
  form: ({ mark }) => mark.form,
  negated: ({ mark }) => (mark.negated ? "yes" : ""),
  hedged: ({ mark }) => (mark.hedged ? "yes" : ""),
  by_account_of: ({ mark, labelOf }) =>
    mark.account
      .map(({ actor, quote }) => (actor === null ? quote : labelOf(actor)))
      .filter((name) => name !== "")
      .join("; "),
  encounter: ({ mark }) => mark.encounter,
  encounter_date: ({ met }) => met,
  source_grade: ({ grade }) =>
    grade === null ? null : `${grade.source}${grade.information ?? ""}`,
  grade_reason: ({ grade }) => grade?.reason ?? null,
  kind: ({ document }) => document.kind,
  language: ({ document }) => document.language,
  published_known_by: ({ document }) => document.published.basis,
  url: ({ document }) => document.url,
  path: ({ document }) => document.path,
  paragraph: ({ document, mark }) =>
    document.blocks.findIndex((block) => block.end > mark.range.start) + 1,
  start: ({ mark }) => mark.range.start,
  end: ({ mark }) => mark.range.end,
  start_code_point: ({ mark, codePoints }) => codePoints(mark.range.start),
  end_code_point: ({ mark, codePoints }) => codePoints(mark.range.end),
  code: ({ mark }) => mark.code,
  actor_ids: ({ mark }) => mark.actors.join("; "),
  rule: ({ mark }) => mark.rule,
  document: ({ document }) => document.id,
  sha256: ({ document }) => document.sha256,
  id: ({ mark }) => mark.id,
};

/** What a source is graded for where it has this mark. */
function claimKindOf({ layer, actors, document: { party } }: ExportMark): ClaimKind {
  if (layer === "figure") return "figures";
  if (layer === "assessment") return "judgements";
  if (party === null || actors.length === 0) return "all";
  return actors.every((id) => stateOf(id) === party) ? "own-side" : "other-sides";
}

/**
 * Marks as CSV (RFC 4180, UTF-8, lines end in CRLF), one row each. Cells that a spreadsheet would take for a formula
 * begin with an apostrophe. `start` and `end` are UTF-16 offsets in the clean text, as everywhere in Readout.
 */
function toCsv(part: Selection, options: ExportOptions): Exported {
  const { marks, omitted } = marksOf(part);
  const { reading } = part;
  const converters = new Map(
    reading.documents.map((document) => [document.id, codePointsOf(document.text)]),
  );
  const dates = new Map(
    reading.encounters.map(({ id, date }) => [id, intervalLabel(date.earliest, date.latest)]),
  );
  let replaced = 0;
  let long = 0;
  const rows = marks.map((mark) => {
    const { document } = mark;
    const row: RowOf = {
      mark,
      document,
      grade: gradeFor(options.grades, document, claimKindOf(mark)),
      codePoints: converters.get(document.id)!,
      published: publishedLabel(document.published),
      met: dates.get(mark.encounter ?? "") ?? null,
      labelOf: (id) => reading.labelOf(id),
      words: ({ start, end }) => document.text.slice(start, end),
    };
    replaced += countUnsafe(mark.quote);
    if (mark.quote.length > longestCell) long++;
    return Object.values(columns).map((column) => {
      const cell = column(row);
      return typeof cell === "string" ? safeText(cell) : cell;
    });
  });
  const table = stringify([Object.keys(columns), ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
  const unplaced = reading.silences.filter(({ span }) => span === null).length;
  return {
    content: `${options.bom ? "\ufeff" : ""}${table}`,
    count: marks.length,
    what: "mark",
    omitted: [
      ...omitted,
      ...some(
        { count: replaced, ...replacedCharacters },
        {
          count: long,
          what: "quote",
          why: `Excel cuts cells after ${longestCell} characters (the file has them whole)`,
        },
        {
          count: unplaced,
          what: "silence",
          why: "what comparing accounts did not find has no place in a page (jsonl has them)",
        },
        undatedPages(part),
      ),
    ],
  };
}
