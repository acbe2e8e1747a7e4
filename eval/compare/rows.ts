import type { ComparisonRow, Verdict } from "../../src/core/compare/comparison.ts";
import { verdictOf } from "../../src/core/compare/rows.ts";
import type { Cell } from "../../src/core/compare/comparison.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document, Range } from "../../src/core/document.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { ancestorsOf } from "../../src/core/phrases/annotate.ts";
import type { ComparePage } from "./gold-pages.ts";

/** A topic row as the gold has it. */
export interface GoldRow {
  readonly topic: string;
  readonly verdict: Verdict;
  /** `present` or `attributed` by party; parties that lack it are missing. */
  readonly statuses: ReadonlyMap<string, Cell["status"]>;
  /** Places by party, as offsets in the page as it came. */
  readonly places: ReadonlyMap<string, readonly Range[]>;
  /** Not marked itself, only narrower topics. */
  readonly rolledUp: boolean;
}

/**
 * The topic rows that follow from what a person marked: by the contract's definition of statuses and verdicts, wider
 * topics included (who speaks of the Taiwan Strait speaks of Taiwan).
 */
export function goldRows(pages: readonly ComparePage[], context: Context): Map<string, GoldRow> {
  const parties = [...new Set(pages.map((page) => page.party))];
  const marks = new Map<
    string,
    { party: string; by: readonly string[]; span: Range; own: boolean }[]
  >();
  for (const page of pages) {
    for (const { topic, by, span } of page.cells) {
      for (const id of [topic, ...ancestorsOf(context, topic)])
        marks.set(id, [
          ...(marks.get(id) ?? []),
          { party: page.party, by, span, own: id === topic },
        ]);
    }
  }
  return new Map([...marks].map(([topic, own]) => [topic, rowOf(topic, own, parties)] as const));
}

function rowOf(
  topic: string,
  marks: readonly { party: string; by: readonly string[]; span: Range; own: boolean }[],
  parties: readonly string[],
): GoldRow {
  const statuses = new Map<string, Cell["status"]>();
  const places = new Map<string, Range[]>();
  const cells: Record<string, Cell> = {};
  for (const party of parties) {
    const own = marks.filter((mark) => mark.party === party);
    if (own.length > 0) {
      const attributed = own.every((mark) => mark.by.length > 0 && !mark.by.includes(party));
      statuses.set(party, attributed ? "attributed" : "present");
      places.set(
        party,
        own.map((mark) => mark.span),
      );
    }
    cells[party] = {
      status: statuses.get(party) ?? "absent",
      spans: [],
      speakers: own.flatMap((mark) => mark.by),
      conditions: [],
    };
  }
  return {
    topic,
    verdict: verdictOf(cells, { sideOf: (actor) => actor }),
    statuses,
    places,
    rolledUp: marks.every((mark) => !mark.own),
  };
}

/** What comparing a predicted row with the gold gave. */
export interface Slot {
  readonly topic: string;
  readonly gold: Verdict | null;
  readonly predicted: Verdict | null;
  /** The statuses of all parties are the gold's, and each place found lies where one was marked. */
  readonly cells: boolean;
}

/**
 * Set predicted topic rows beside the gold's, one slot a topic. A wider topic that only one of the two has as a row of
 * its own, and that tells no more than a narrower one, is no slot.
 */
export function slotsOf(
  gold: ReadonlyMap<string, GoldRow>,
  rows: readonly ComparisonRow[],
  documents: ReadonlyMap<string, Document>,
  context: Context,
): Slot[] {
  const topics = rows.filter((row) => row.kind === "topic" && !isActor(row.id));
  const predicted = new Map(topics.map((row) => [row.id, row]));
  const slots: Slot[] = [];
  for (const row of topics) {
    const marked = gold.get(row.id) ?? null;
    if (marked === null && isRollUp(row, topics, context)) continue;
    slots.push({
      topic: row.id,
      gold: marked?.verdict ?? null,
      predicted: row.verdict,
      cells: marked !== null && sameCells(row, marked, documents),
    });
  }
  for (const row of gold.values()) {
    if (predicted.has(row.topic)) continue;
    if (row.rolledUp) continue;
    // A wider topic that tells no more than a narrower one has no row of its own; the narrower one's counts.
    const narrower = topics.find(
      (other) =>
        other.verdict === row.verdict && ancestorsOf(context, other.id).includes(row.topic),
    );
    if (narrower !== undefined) {
      slots.push({
        topic: row.topic,
        gold: row.verdict,
        predicted: narrower.verdict,
        cells: sameCells(narrower, row, documents),
      });
      continue;
    }
    slots.push({ topic: row.topic, gold: row.verdict, predicted: null, cells: false });
  }
  return slots;
}

function isActor(id: string): boolean {
  return /^[A-Z]/.test(id);
}

/** Every place of the row is also one of a narrower topic's row. */
function isRollUp(row: ComparisonRow, rows: readonly ComparisonRow[], context: Context): boolean {
  const below = rows.filter((other) => ancestorsOf(context, other.id).includes(row.id));
  const places = new Set(
    below.flatMap((other) =>
      Object.values(other.cells).flatMap((cell) =>
        cell.spans.map((span) => `${span.document} ${span.start}`),
      ),
    ),
  );
  return (
    below.length > 0 &&
    Object.values(row.cells).every((cell) =>
      cell.spans.every((span) => places.has(`${span.document} ${span.start}`)),
    )
  );
}

function sameCells(
  row: ComparisonRow,
  gold: GoldRow,
  documents: ReadonlyMap<string, Document>,
): boolean {
  return Object.entries(row.cells).every(([party, cell]) => {
    const status = gold.statuses.get(party) ?? "absent";
    if (cell.status === "no-account") return status === "absent";
    if (cell.status !== status) return false;
    if (cell.spans.length === 0) return true;
    const marked = gold.places.get(party) ?? [];
    return cell.spans.some((span) => {
      const place = toPage(documents.get(span.document)!.offsets, span);
      return (
        place !== null && marked.some((mark) => mark.start < place.end && place.start < mark.end)
      );
    });
  });
}
