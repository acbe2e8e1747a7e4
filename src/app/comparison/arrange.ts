import type { Cell, Comparison, ComparisonRow } from "../../core/compare/comparison.ts";
import { sentenceAround } from "../../core/compare/voices.ts";
import type { Document, Span } from "../../core/document.ts";
import { intervalLabel, listOf, modeNames } from "../brief/labels.ts";
import { placesIn as pagePlaces, type PlaceOf } from "../brief/places.ts";
import type { Reading } from "../reading.ts";
import { accountViews, silenceViews } from "./accounts.ts";
import { passageQuote, quoteOf } from "./quotes.ts";
import type {
  CellView,
  ComparisonView,
  PassageView,
  Quote,
  SectionView,
  SharedView,
} from "./view.ts";
import { agreedTitle, mouthTitle, onlyTitle, sectionTitles } from "./words.ts";

/** A comparison with what is needed to lay it out. */
interface Layout {
  readonly comparison: Comparison;
  readonly reading: Pick<Reading, "documents" | "encounters" | "labelOf">;
  readonly documents: ReadonlyMap<string, Document>;
  /** Parties with accounts, in column order. */
  readonly parties: readonly string[];
  readonly placeOf: PlaceOf;
  /** Side of an actor, for the mouth that something is put in. */
  readonly sideOf: (actor: string) => string | null;
}

/** Lay a comparison out for people: passages of one verdict together, each passage told once with all it stands for. */
export function comparisonView(
  comparison: Comparison,
  reading: Reading,
  sideOf: (actor: string) => string | null,
): ComparisonView {
  const layout: Layout = {
    comparison,
    reading,
    documents: new Map(reading.documents.map((document) => [document.id, document])),
    parties: [...new Set(comparison.features.map((features) => features.party))],
    placeOf: pagePlaces(reading),
    sideOf,
  };
  const encounter = reading.encounters.find((candidate) => candidate.id === comparison.encounter);
  const who = listOf((encounter?.participants ?? layout.parties).map((id) => reading.labelOf(id)));
  const quote = (span: Span): Quote =>
    passageQuote(layout.documents.get(span.document)!, span, layout.placeOf);
  return {
    id: comparison.encounter,
    heading: encounter === undefined ? who : `${who}: ${modeNames[encounter.mode]}`,
    when:
      encounter === undefined
        ? ""
        : (intervalLabel(encounter.date.earliest, encounter.date.latest) ?? ""),
    parties: layout.parties.map((party) => reading.labelOf(party)),
    accounts: accountViews(comparison, reading, layout.placeOf),
    notes: comparison.notes,
    sections: sectionsOf(layout),
    shared: sharedOf(layout),
    silences: silenceViews(comparison, reading, layout.placeOf),
    aligned: comparison.alignment.map(({ a, b }) => ({ a: quote(a), b: quote(b) })),
    edits: comparison.edits.map(({ a, b }) => ({
      a: a === null ? null : quote(a),
      b: b === null ? null : quote(b),
    })),
    uncompared: comparison.uncompared.map(quote),
  };
}

function sectionsOf(layout: Layout): SectionView[] {
  const { rows } = layout.comparison;
  const label = (party: string): string => layout.reading.labelOf(party);
  const sections: SectionView[] = [];
  const add = (
    verdict: SectionView["verdict"],
    title: string,
    own: readonly ComparisonRow[],
  ): void => {
    const shown = withoutTold(own);
    if (shown.length === 0) return;
    sections.push({ verdict, title, passages: passagesOf(shown, layout), rows: shown.length });
  };
  add(
    "conflicts",
    sectionTitles.conflicts,
    rows.filter((row) => row.verdict === "conflicts"),
  );
  for (const party of layout.parties) {
    const put = rows.filter((row) => row.verdict === "attributed-only" && has(row, party));
    for (const mouths of distinctMouths(put, party, layout)) {
      add(
        "attributed-only",
        mouthTitle(label(party), mouths.split(" ").map(label)),
        put.filter((row) => mouthsOf(row.cells[party]!, party, layout).join(" ") === mouths),
      );
    }
  }
  add(
    "differs",
    sectionTitles.differs,
    rows.filter((row) => row.verdict === "differs"),
  );
  for (const party of layout.parties)
    add(
      "agreed-by-one",
      agreedTitle(label(party)),
      rows.filter((row) => row.agreedPer === party),
    );
  add("condition", sectionTitles.condition, rows.filter(isConditioned));
  for (const party of layout.parties) {
    add(
      "one-sided",
      onlyTitle(label(party)),
      rows.filter(
        (row) => row.verdict === "one-sided" && row.agreedPer === null && has(row, party),
      ),
    );
  }
  return sections;
}

/** Rows without the statements whose passage other rows of the section tell already. */
function withoutTold(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const told = rows
    .filter((row) => row.kind !== "statement")
    .flatMap((row) => Object.values(row.cells).flatMap((cell) => cell.spans));
  const inside = (outer: Span, inner: Span): boolean =>
    outer.document === inner.document && outer.start <= inner.start && inner.end <= outer.end;
  return rows.filter(
    (row) =>
      row.kind !== "statement" ||
      !Object.values(row.cells).some((cell) =>
        cell.spans.some((span) => told.some((other) => inside(span, other))),
      ),
  );
}

function has(row: ComparisonRow, party: string): boolean {
  const status = row.cells[party]?.status;
  return status === "present" || status === "attributed";
}

/** Sides other than the party that a cell's speakers speak for. */
function mouthsOf(cell: Cell, party: string, layout: Layout): string[] {
  const sides = cell.speakers.map(layout.sideOf).filter((side) => side !== null && side !== party);
  return [...new Set(sides)].filter((side) => side !== null).toSorted();
}

function distinctMouths(rows: readonly ComparisonRow[], party: string, layout: Layout): string[] {
  return [...new Set(rows.map((row) => mouthsOf(row.cells[party]!, party, layout).join(" ")))];
}

/** Both accounts have it, and one of them alone names a condition in the same sentence. */
function isConditioned(row: ComparisonRow): boolean {
  if (row.verdict !== "shared" || row.kind === "statement") return false;
  const having = Object.values(row.cells).filter((cell) => cell.spans.length > 0);
  const conditioned = having.filter((cell) => cell.conditions.length > 0);
  return conditioned.length > 0 && conditioned.length < having.length;
}

/** Rows told together where they stand on the same sentences; rows that set words side by side each for itself. */
function passagesOf(rows: readonly ComparisonRow[], layout: Layout): PassageView[] {
  const groups = new Map<string, ComparisonRow[]>();
  for (const row of rows) {
    const key = passageKey(row, layout);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map((group): PassageView => {
      const labels = group.map((row) => row.label);
      return {
        labels: [...new Set(labels)],
        cells: layout.parties.map((party) => cellView(party, group, layout)),
        weight: Math.max(...group.map((row) => row.weight)),
      };
    })
    .toSorted((a, b) => b.weight - a.weight);
}

function passageKey(row: ComparisonRow, layout: Layout): string {
  return Object.entries(row.cells)
    .filter(([, cell]) => cell.spans.length > 0)
    .map(([party, cell]) => {
      const span = cell.spans[0]!;
      const document = layout.documents.get(span.document)!;
      return `${party} ${span.document} ${sentenceAround(document, span).start}`;
    })
    .join(" ");
}

function cellView(party: string, group: readonly ComparisonRow[], layout: Layout): CellView {
  const cells = group.map((row) => row.cells[party]).filter((cell) => cell !== undefined);
  const spans = cells.flatMap((cell) => cell.spans);
  const status =
    cells.find((cell) => cell.spans.length > 0)?.status ?? cells[0]?.status ?? "absent";
  const attributed = status === "attributed";
  const speakers = cells.flatMap((cell) => cell.speakers);
  const quotes = distinctQuotes(spans, layout);
  return {
    party: layout.reading.labelOf(party),
    status,
    mouth:
      attributed && speakers.length > 0
        ? listOf(speakers.map((id) => layout.reading.labelOf(id)))
        : null,
    quotes: quotes.slice(0, 2),
    more: Math.max(0, quotes.length - 2),
    conditions: [...new Set(cells.flatMap((cell) => cell.conditions.map((span) => span.quote)))],
  };
}

/** One quotation a sentence, with all the spans in it marked. */
function distinctQuotes(spans: readonly Span[], layout: Layout): Quote[] {
  const sentences = new Map<string, Span[]>();
  for (const span of spans) {
    const document = layout.documents.get(span.document)!;
    const key = `${span.document} ${sentenceAround(document, span).start}`;
    sentences.set(key, [...(sentences.get(key) ?? []), span]);
  }
  return [...sentences.values()].map((places) =>
    quoteOf(
      layout.documents.get(places[0]!.document)!,
      places.toSorted((a, b) => a.start - b.start),
      layout.placeOf,
    ),
  );
}

function sharedOf(layout: Layout): SharedView[] {
  const told = new Set<string>();
  return layout.comparison.rows
    .filter((row) => row.verdict === "shared" && row.kind !== "statement" && !isConditioned(row))
    .flatMap((row) => {
      if (told.has(row.label)) return [];
      told.add(row.label);
      return {
        label: row.label,
        lacking: Object.entries(row.cells)
          .filter(([, cell]) => cell.status === "absent")
          .map(([party]) => layout.reading.labelOf(party)),
        places: Object.values(row.cells).flatMap((cell) =>
          cell.spans
            .slice(0, 1)
            .map((span) => layout.placeOf(layout.documents.get(span.document)!, span)),
        ),
      };
    });
}
