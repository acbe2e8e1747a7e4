import { spanOf, type Document, type FormMention, type Span } from "../document.ts";
import type { Cell, ComparisonRow, RowKind, Verdict } from "./comparison.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import { voiceOf } from "./voices.ts";

/** What the rows need to know about the tables. */
export interface RowTables {
  labelOf(id: string): string;
  sideOf(actor: string): string | null;
  /** Weaker variants of a phrase on its wording scale, from `phrases.tsv`. */
  weakerOf(phrase: string): readonly string[];
  /** Topics above a topic, nearest first: what speaks of the Taiwan Strait speaks of Taiwan. */
  ancestorsOf(topic: string): readonly string[];
}

/** A find in one party's account, with whose voice it is in. */
interface Use {
  readonly span: Span;
  readonly speakers: readonly string[];
  readonly attributed: boolean;
  readonly negated: boolean;
}

/**
 * Rows of topics or set phrases: one for each id that any account has.
 * @param participants - sides that took part; those without an account get the cell `no-account`
 * @param joint - the accounts are one agreed or near-identical text: what one has, all have
 */
export function formRows(
  kind: "topic" | "phrase",
  parties: readonly PartyTexts[],
  participants: readonly string[],
  tables: RowTables,
): ComparisonRow[] {
  const byId = new Map<string, Map<string, Use[]>>();
  for (const { party, documents } of parties) {
    for (const document of documents) {
      for (const mention of mentionsOf(kind, document)) {
        const use = useOf(document, mention, party, tables);
        for (const id of [mention.id, ...tables.ancestorsOf(mention.id)]) {
          const uses = byId.get(id) ?? new Map<string, Use[]>();
          byId.set(id, uses);
          const before = uses.get(party) ?? [];
          if (!before.some((other) => covers(other.span, use.span)))
            uses.set(party, [...before, use]);
        }
      }
    }
  }
  return [...byId].map(([id, uses]) =>
    rowOf(kind, id, tables.labelOf(id), uses, parties, participants, tables),
  );
}

function covers(a: Span, b: Span): boolean {
  return a.document === b.document && a.start <= b.start && b.end <= a.end;
}

function mentionsOf(kind: "topic" | "phrase", document: Document): readonly FormMention[] {
  return kind === "topic" ? document.layers.topics : document.layers.phrases;
}

function useOf(document: Document, mention: FormMention, party: string, tables: RowTables): Use {
  const voice = voiceOf(document, mention, party, (actor) => tables.sideOf(actor));
  return {
    span: spanOf(document, mention),
    speakers: voice.speakers,
    attributed: voice.attributed,
    negated: voice.negated,
  };
}

function rowOf(
  kind: RowKind,
  id: string,
  label: string,
  uses: ReadonlyMap<string, readonly Use[]>,
  parties: readonly PartyTexts[],
  participants: readonly string[],
  tables: RowTables,
): ComparisonRow {
  const cells: Record<string, Cell> = {};
  for (const { party } of parties) cells[party] = cellOf(uses.get(party) ?? []);
  for (const side of participants) {
    cells[side] ??= { status: "no-account", spans: [], speakers: [] };
  }
  const verdict = verdictOf(cells, tables);
  return { kind, id, label, verdict, cells };
}

function cellOf(uses: readonly Use[]): Cell {
  if (uses.length === 0) return { status: "absent", spans: [], speakers: [] };
  return {
    status: uses.every((use) => use.attributed) ? "attributed" : "present",
    spans: uses.map((use) => use.span),
    speakers: [...new Set(uses.flatMap((use) => use.speakers))],
  };
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
  tables: Pick<RowTables, "sideOf">,
): Verdict {
  const having = Object.entries(cells).filter(
    ([, cell]) => cell.status === "present" || cell.status === "attributed",
  );
  if (having.length !== 1) return "shared";
  const [, cell] = having[0]!;
  if (cell.status !== "attributed") return "one-sided";
  const mouths = new Set(cell.speakers.map((actor) => tables.sideOf(actor)));
  const denied = Object.entries(cells).some(
    ([party, other]) => other.status === "absent" && mouths.has(party),
  );
  return denied ? "attributed-only" : "one-sided";
}

/**
 * Join rows of stronger and weaker wordings of one scale into `differs` rows: one side says the
 * strong form, the other only the weak one.
 */
export function scaleRows(rows: readonly ComparisonRow[], tables: RowTables): ComparisonRow[] {
  const byId = new Map(rows.filter((row) => row.kind === "phrase").map((row) => [row.id, row]));
  const joined = new Set<string>();
  const result: ComparisonRow[] = [];
  for (const strong of rows) {
    if (strong.kind !== "phrase") continue;
    for (const id of tables.weakerOf(strong.id)) {
      const weak = byId.get(id);
      if (weak === undefined || strong.verdict === "shared" || weak.verdict === "shared") continue;
      const strongSides = sidesWith(strong);
      const weakSides = sidesWith(weak);
      if (weakSides.length === 0 || weakSides.some((side) => strongSides.includes(side))) continue;
      joined.add(strong.id).add(weak.id);
      result.push({
        kind: strong.kind,
        id: strong.id,
        label: `${strong.label} / ${weak.label}`,
        verdict: "differs",
        cells: Object.fromEntries(
          Object.entries(strong.cells).map(([party, cell]) => [
            party,
            strongSides.includes(party) ? cell : (weak.cells[party] ?? cell),
          ]),
        ),
      });
    }
  }
  return [...rows.filter((row) => row.kind !== "phrase" || !joined.has(row.id)), ...result];
}

function sidesWith(row: ComparisonRow): string[] {
  return Object.entries(row.cells)
    .filter(([, cell]) => cell.spans.length > 0)
    .map(([party]) => party);
}
