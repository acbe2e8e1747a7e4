import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Cell, ComparisonRow, Verdict } from "./comparison.ts";
import { conditionsAt } from "./conditions.ts";
import type { Lookups } from "./lookups.ts";
import { reportedSpeech } from "./reported-speech.ts";
import { voiceOf, type AccountOf } from "./voices.ts";

/** What stands in a document that a row can be made of. */
export interface Find extends Range {
  readonly id: string;
}

/** A find in one party's account, with whose voice it is in. */
interface Use {
  readonly document: Document;
  readonly range: Range;
  readonly speakers: readonly string[];
  readonly attributed: boolean;
  /** The find is of a topic below the row's. */
  readonly below: string | null;
}

/** What rows are made for. */
export interface RowSource {
  readonly kind: "topic" | "phrase";
  /** Finds of a document in text order. */
  findsIn(document: Document): readonly Find[];
  /** Ids above an id, for which the find counts as well. */
  ancestorsOf(id: string): readonly string[];
  labelOf(id: string): string;
  domainOf(id: string): string | null;
  weightOf(id: string): number;
}

/** What a stretch of a document is about, as an id. */
export interface Matter extends Find {
  readonly kind: "topic" | "phrase";
  readonly weight: number;
  /** Scale of wording that a phrase stands on. */
  readonly scale: string | null;
}

/** What all rows of a comparison share. */
export interface Frame {
  readonly parties: readonly PartyTexts[];
  /** Sides that took part; those without an account get the cell `no-account`. */
  readonly participants: readonly string[];
  readonly lookups: Lookups;
  /** Conditions by document id. */
  readonly conditions: ReadonlyMap<string, readonly Range[]>;
  /** Topics, set phrases and third parties by document id. */
  readonly matter: ReadonlyMap<string, readonly Matter[]>;
}

/** The cell of a party we hold no account of. */
export const noAccount: Cell = { status: "no-account", spans: [], speakers: [], conditions: [] };

/** The cell of a party whose account lacks it. */
export const absent: Cell = { status: "absent", spans: [], speakers: [], conditions: [] };

/**
 * Rows of topics, set phrases or other finds: one for each id that any account has. A wider topic that is
 * only there through a narrower one, with the same cells, has no row of its own.
 */
export function formRows(source: RowSource, frame: Frame): ComparisonRow[] {
  const byId = new Map<string, Map<string, Use[]>>();
  for (const { party, documents } of frame.parties) {
    for (const document of documents) {
      const account: AccountOf = {
        party,
        others: frame.participants.filter((side) => side !== party),
        reported: reportedSpeech(document),
        sideOf: (actor) => frame.lookups.sideOf(actor),
      };
      for (const find of source.findsIn(document)) {
        const voice = voiceOf(document, find, account);
        for (const id of [find.id, ...source.ancestorsOf(find.id)]) {
          const uses = byId.get(id) ?? new Map<string, Use[]>();
          byId.set(id, uses);
          uses.set(party, [
            ...(uses.get(party) ?? []),
            {
              document,
              range: find,
              speakers: voice.speakers,
              attributed: voice.attributed,
              below: id === find.id ? null : find.id,
            },
          ]);
        }
      }
    }
  }
  const rows = new Map(
    [...byId].map(([id, uses]) => [id, rowOf(id, mapValues(uses, distinct), source, frame)]),
  );
  return [...rows.values()].filter((row) => !isRolledUp(row, byId.get(row.id)!, rows));
}

/** Uses that lie in another one of the same document say nothing more. */
function distinct(uses: readonly Use[]): Use[] {
  return uses.filter(
    (use) =>
      !uses.some(
        (other) =>
          other !== use &&
          other.document === use.document &&
          other.range.start <= use.range.start &&
          use.range.end <= other.range.end &&
          (other.range.end - other.range.start > use.range.end - use.range.start ||
            uses.indexOf(other) < uses.indexOf(use)),
      ),
  );
}

/** The row stands on narrower topics alone, and one of their rows tells the same of every party. */
function isRolledUp(
  row: ComparisonRow,
  uses: ReadonlyMap<string, readonly Use[]>,
  rows: ReadonlyMap<string, ComparisonRow>,
): boolean {
  const kept = [...uses.values()].flatMap(distinct);
  if (kept.some((use) => use.below === null)) return false;
  return [...new Set(kept.map((use) => use.below!))].some((id) => {
    const narrower = rows.get(id);
    return (
      narrower !== undefined &&
      narrower.verdict === row.verdict &&
      Object.entries(row.cells).every(
        ([party, cell]) => narrower.cells[party]?.status === cell.status,
      )
    );
  });
}

function rowOf(
  id: string,
  uses: ReadonlyMap<string, readonly Use[]>,
  source: RowSource,
  frame: Frame,
): ComparisonRow {
  const cells: Record<string, Cell> = {};
  for (const { party } of frame.parties) cells[party] = cellOf(uses.get(party) ?? [], frame);
  for (const side of frame.participants) cells[side] ??= noAccount;
  const verdict = verdictOf(cells, frame.lookups);
  return {
    kind: source.kind,
    id,
    label: source.labelOf(id),
    verdict,
    cells,
    domain: source.domainOf(id),
    agreedPer: verdict === "one-sided" ? agreedPer(uses, cells, frame.lookups) : null,
    weight: source.weightOf(id),
  };
}

/** The party that alone has it, where its account says every time that a side that lacks it said so too. */
function agreedPer(
  uses: ReadonlyMap<string, readonly Use[]>,
  cells: Readonly<Record<string, Cell>>,
  lookups: Lookups,
): string | null {
  const [party] = sidesWith({ cells });
  if (party === undefined || (uses.get(party) ?? []).length === 0) return null;
  const joint = (use: Use): boolean => {
    const sides = use.speakers.map((actor) => lookups.sideOf(actor));
    return (
      sides.includes(party) &&
      sides.some((side) => side !== null && cells[side]?.status === "absent")
    );
  };
  return (uses.get(party) ?? []).every(joint) ? party : null;
}

function cellOf(uses: readonly Use[], frame: Frame): Cell {
  if (uses.length === 0) return absent;
  const perUse = uses.map((use) =>
    conditionsAt(use.document, use.range, frame.conditions.get(use.document.id) ?? []),
  );
  // What is said once under a condition and once without one is said without one.
  const conditions = perUse.every((own) => own.length > 0) ? perUse.flat() : [];
  return {
    status: uses.every((use) => use.attributed) ? "attributed" : "present",
    spans: uses.map((use) => spanOf(use.document, use.range)),
    speakers: [...new Set(uses.flatMap((use) => use.speakers))],
    conditions: distinctSpans(conditions),
  };
}

function distinctSpans(spans: readonly Span[]): Span[] {
  return spans.filter(
    (span, index) =>
      spans.findIndex((other) => other.document === span.document && other.start === span.start) ===
      index,
  );
}

/**
 * The verdict of a row from its cells alone.
 *
 * Two accounts that have it make it `shared`, whoever they let say it; one account that has it in
 * its own voice while another lacks it makes it `one-sided`; one account that puts it in the mouth
 * of a side whose own account lacks it makes it `attributed-only`. What it attributes to a side
 * without an account can't be checked and stays `one-sided`.
 */
export function verdictOf(
  cells: Readonly<Record<string, Cell>>,
  lookups: Pick<Lookups, "sideOf">,
): Verdict {
  const having = Object.entries(cells).filter(
    ([, cell]) => cell.status === "present" || cell.status === "attributed",
  );
  if (having.length !== 1) return "shared";
  const [, cell] = having[0]!;
  if (cell.status !== "attributed") return "one-sided";
  const mouths = new Set(cell.speakers.map((actor) => lookups.sideOf(actor)));
  const denied = Object.entries(cells).some(
    ([party, other]) => other.status === "absent" && mouths.has(party),
  );
  return denied ? "attributed-only" : "one-sided";
}

/** Parties whose accounts have the row. */
export function sidesWith(row: Pick<ComparisonRow, "cells">): string[] {
  return Object.entries(row.cells)
    .filter(([, cell]) => cell.status === "present" || cell.status === "attributed")
    .map(([party]) => party);
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
