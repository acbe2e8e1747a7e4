import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { Figure } from "../records.ts";
import type { Cell, ComparisonRow } from "./comparison.ts";
import { absent, noAccount, type Frame } from "./rows.ts";
import { sentenceAround } from "./voices.ts";

/** Values that differ by less than this share are one value, rounded otherwise. */
const rounding = 0.02;

/** How telling it is that a figure is given by both, and that each gives another. */
const weights = { shared: 0.3, conflicts: 0.8 } as const;

/** Sums of money from this size on are told apart by their size alone. */
const largeSum = 1_000_000;

/** A figure with what it is a figure of. */
interface Measured {
  readonly party: string;
  readonly figure: Figure;
  readonly span: Span;
  /** What it measures, language-neutral: its measure, and the topics of its sentence. */
  readonly about: readonly string[];
}

/**
 * Rows for figures that two accounts give: `shared` where they give one value of one unit for one thing (a large sum of
 * money is told by itself), `conflicts` where each gives exactly one value for one measure, and they are not the same.
 * Several values on one side can't be told to contradict the other's, and a figure that only one account gives is no
 * row: figures are often left out.
 */
export function figureRows(frame: Frame): ComparisonRow[] {
  const measured = frame.parties.flatMap(({ party, documents }) =>
    documents.flatMap((document) =>
      document.layers.figures
        .filter((figure) => figure.unit !== null)
        .map((figure) => ({
          party,
          figure,
          span: spanOf(document, figure),
          about: aboutOf(document, figure, frame),
        })),
    ),
  );
  const shared = sharedRows(measured, frame);
  const told = new Set(
    shared.flatMap((row) => Object.values(row.cells).flatMap((cell) => cell.spans.map(placeOf))),
  );
  return [...shared, ...conflictingRows(measured, told, frame)];
}

function sharedRows(measured: readonly Measured[], frame: Frame): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  const used = new Set<Measured>();
  for (const item of measured) {
    if (used.has(item)) continue;
    const same = measured.filter(
      (other) => !used.has(other) && sameValue(item.figure, other.figure) && sameThing(item, other),
    );
    if (new Set(same.map((other) => other.party)).size < 2) continue;
    for (const other of same) used.add(other);
    rows.push(rowOf(same, "shared", frame));
  }
  return rows;
}

function conflictingRows(
  measured: readonly Measured[],
  told: ReadonlySet<string>,
  frame: Frame,
): ComparisonRow[] {
  // A topic is too wide for a contradiction: only one measure can have but one value.
  const measuresOf = (item: Measured): string[] =>
    item.about.filter((id) => id.startsWith(measurePrefix));
  const things = new Set(
    measured.flatMap((item) => measuresOf(item).map((id) => thingOf(id, item))),
  );
  const rows: ComparisonRow[] = [];
  for (const thing of things) {
    const items = measured.filter((item) =>
      measuresOf(item).some((id) => thingOf(id, item) === thing),
    );
    const byParty = [...Map.groupBy(items, (item) => item.party).values()];
    if (byParty.length < 2 || items.some((item) => told.has(placeOf(item.span)))) continue;
    if (byParty.some((own) => own.some((item) => !sameValue(item.figure, own[0]!.figure))))
      continue;
    if (items.some((item) => isOpen(item.figure))) continue;
    if (rows.some((row) => items.every((item) => hasPlace(row, item.span)))) continue;
    if (items.some((item) => !samePeriod(item.figure, items[0]!.figure))) continue;
    rows.push(rowOf(items, "conflicts", frame));
  }
  return rows;
}

/** “More than 200 billion” contradicts no higher figure, and a range none within it. */
function isOpen(figure: Figure): boolean {
  return figure.approximation !== null || figure.valueTo !== null;
}

function samePeriod(a: Figure, b: Figure): boolean {
  if (a.period === null || b.period === null) return true;
  return a.period.earliest === b.period.earliest && a.period.latest === b.period.latest;
}

function rowOf(
  items: readonly Measured[],
  verdict: "shared" | "conflicts",
  frame: Frame,
): ComparisonRow {
  const cells: Record<string, Cell> = {};
  for (const { party } of frame.parties) {
    const spans = items.filter((item) => item.party === party).map((item) => item.span);
    cells[party] =
      spans.length === 0 ? absent : { status: "present", spans, speakers: [], conditions: [] };
  }
  for (const side of frame.participants) cells[side] ??= noAccount;
  const about = items[0]!.about.find((id) => items.every((item) => item.about.includes(id)));
  const values = [...new Set(items.map((item) => written(item.figure)))];
  const name = about ?? items[0]!.about[0];
  return {
    kind: "figure",
    id: `${name ?? "sum"} (${items[0]!.figure.unit})`,
    label: `${values.join(" / ")}${name === undefined ? "" : `: ${labelOf(name, frame)}`}`,
    verdict,
    cells,
    domain: null,
    agreedPer: null,
    weight: weights[verdict],
  };
}

function labelOf(id: string, frame: Frame): string {
  return id.startsWith(measurePrefix)
    ? id.slice(measurePrefix.length).replace(/-/gu, " ")
    : frame.lookups.labelOf(id);
}

/** “140 billion USD”, “24 %”. */
function written({ value, unit }: Figure): string {
  const number = new Intl.NumberFormat("en", {
    notation: "compact",
    compactDisplay: "long",
    maximumFractionDigits: 2,
  }).format(value);
  return `${number} ${unit}`;
}

function sameValue(a: Figure, b: Figure): boolean {
  return (
    a.unit === b.unit &&
    Math.abs(a.value - b.value) <= rounding * Math.max(Math.abs(a.value), Math.abs(b.value))
  );
}

function sameThing(a: Measured, b: Measured): boolean {
  if (a.about.some((id) => b.about.includes(id))) return true;
  return /^[A-Z]{3}$/.test(a.figure.unit ?? "") && a.figure.value >= largeSum;
}

function thingOf(id: string, item: Measured): string {
  return `${id} ${item.figure.unit} ${item.figure.change ?? ""}`;
}

function placeOf(span: Span): string {
  return `${span.document} ${span.start}`;
}

function hasPlace(row: ComparisonRow, span: Span): boolean {
  return Object.values(row.cells).some((cell) =>
    cell.spans.some((other) => placeOf(other) === placeOf(span)),
  );
}

const measurePrefix = "measure:";

/** The figure's measure and the topics of its sentence, the measure first. */
function aboutOf(document: Document, range: Range & Figure, frame: Frame): string[] {
  const sentence = sentenceAround(document, range);
  const topics = (frame.matter.get(document.id) ?? [])
    .filter(
      (item) => item.kind === "topic" && sentence.start <= item.start && item.end <= sentence.end,
    )
    .map((item) => item.id);
  const measure = range.measureId === null ? [] : [`${measurePrefix}${range.measureId}`];
  return [...new Set([...measure, ...topics])];
}
