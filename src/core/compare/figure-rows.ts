import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { Figure } from "../records.ts";
import type { Cell, ComparisonRow } from "./comparison.ts";
import { noAccount, type Frame } from "./rows.ts";
import { sentenceAround } from "./voices.ts";

/** Values that differ by less than this share are one value, rounded otherwise. */
const rounding = 0.02;

/** How telling a figure is. */
const figureWeight = 0.6;

/** A figure with what it is a figure of. */
interface Measured {
  readonly party: string;
  readonly figure: Figure;
  readonly span: Span;
  readonly about: ReadonlySet<string>;
}

/**
 * Rows for figures of one unit that two accounts give on one topic: `shared` where a value is given by both,
 * `conflicts` where each gives one value and they are not the same. Several values on one side can't be told to
 * contradict the other's, and a figure that only one account gives is no row: figures are often left out.
 */
export function figureRows(frame: Frame): ComparisonRow[] {
  const measured = frame.parties.flatMap(({ party, documents }) =>
    documents.flatMap((document) =>
      document.layers.figures.map((figure) => ({
        party,
        figure,
        span: spanOf(document, figure),
        about: aboutOf(document, figure, frame),
      })),
    ),
  );
  const groups = new Map<string, Measured[]>();
  for (const item of measured) {
    for (const topic of item.about) {
      const key = `${topic} (${item.figure.unit ?? "number"})`;
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
  }
  const rows: ComparisonRow[] = [];
  const told = new Set<string>();
  for (const [key, items] of groups) {
    const row = rowFor(key, items, frame);
    if (row === null) continue;
    const places = Object.values(row.cells)
      .flatMap((cell) => cell.spans.map((span) => `${span.document} ${span.start}`))
      .join(" ");
    if (told.has(places)) continue;
    told.add(places);
    rows.push(row);
  }
  return rows;
}

function rowFor(key: string, items: readonly Measured[], frame: Frame): ComparisonRow | null {
  const parties = [...new Set(items.map((item) => item.party))];
  if (parties.length < 2) return null;
  const of = (party: string): Measured[] => items.filter((item) => item.party === party);
  const agreeing = items.filter((item) =>
    parties.every((party) =>
      of(party).some((other) => same(item.figure.value, other.figure.value)),
    ),
  );
  const single = parties.every(
    (party) => new Set(of(party).map((item) => item.figure.value)).size === 1,
  );
  if (agreeing.length === 0 && !single) return null;
  const cells: Record<string, Cell> = {};
  for (const { party } of frame.parties) {
    const own = (agreeing.length > 0 ? agreeing : items).filter((item) => item.party === party);
    cells[party] =
      own.length === 0
        ? { status: "absent", spans: [], speakers: [], conditions: [] }
        : { status: "present", spans: own.map((item) => item.span), speakers: [], conditions: [] };
  }
  for (const side of frame.participants) cells[side] ??= noAccount;
  const [topic] = key.split(" (");
  return {
    kind: "figure",
    id: key,
    label: `Figures: ${frame.lookups.labelOf(topic!)}`,
    verdict: agreeing.length > 0 ? "shared" : "conflicts",
    cells,
    domain: null,
    agreedPer: null,
    weight: figureWeight,
  };
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));
}

/** Topics of the figure's sentence. */
function aboutOf(document: Document, range: Range, frame: Frame): Set<string> {
  const sentence = sentenceAround(document, range);
  return new Set(
    (frame.matter.get(document.id) ?? [])
      .filter(
        (item) => item.kind === "topic" && sentence.start <= item.start && item.end <= sentence.end,
      )
      .map((item) => item.id),
  );
}
