import { spanOf, type Document, type Span } from "../document.ts";
import type { Statement } from "../records.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Cell, ComparisonRow } from "./comparison.ts";
import type { RowTables } from "./rows.ts";
import { similarity, weightsOf, wordsOf } from "./similarity.ts";

/** Two passages of one language this alike say the same (idf cosine; paraphrases of one source read 0.3 and up). */
const alike = 0.32;

/** A statement of an account with what identifies its matter across languages. */
interface Said {
  readonly document: Document;
  readonly statement: Statement;
  readonly sides: readonly string[];
  /** Topic and phrase ids in its content. */
  readonly matter: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly span: Span;
}

/**
 * Rows for what one account puts in another side's mouth, or says both agreed: does the other
 * account have it? Matching is by topic and phrase ids; accounts in one language also by wording.
 * A statement whose matter no table knows is left out across languages: nothing could be found.
 */
export function statementRows(
  parties: readonly PartyTexts[],
  participants: readonly string[],
  tables: RowTables,
): ComparisonRow[] {
  const said = new Map(
    parties.map(({ party, documents }) => [
      party,
      documents.flatMap((document) => saidIn(document, tables)),
    ]),
  );
  const weights = weightsOf([...said.values()].flat().map((item) => item.words));
  const rows: ComparisonRow[] = [];
  for (const [party, items] of said) {
    for (const item of items) {
      const others = item.sides.filter((side) => side !== party && said.has(side));
      for (const other of others) {
        const row = attributedRow(
          party,
          other,
          item,
          said.get(other)!,
          participants,
          new Set(said.keys()),
          tables,
          weights,
        );
        if (row !== null) rows.push(row);
      }
    }
  }
  return rows;
}

function attributedRow(
  party: string,
  other: string,
  item: Said,
  theirs: readonly Said[],
  participants: readonly string[],
  held: ReadonlySet<string>,
  tables: RowTables,
  weights: ReadonlyMap<string, number>,
): ComparisonRow | null {
  const sameLanguage = theirs.some((their) => their.document.language === item.document.language);
  if (!sameLanguage && item.matter.size === 0) return null;
  const matches = theirs.filter(
    (their) =>
      overlaps(item.matter, their.matter) ||
      (their.document.language === item.document.language &&
        similarity(item.words, their.words, weights) >= alike),
  );
  const own: Cell = {
    status: item.sides.includes(party) ? "present" : "attributed",
    spans: [item.span],
    speakers: item.statement.actors,
  };
  const found: Cell =
    matches.length === 0
      ? { status: "absent", spans: [], speakers: [] }
      : {
          status: matches.some((match) => match.sides.includes(other)) ? "present" : "attributed",
          spans: matches.map((match) => match.span),
          speakers: [...new Set(matches.flatMap((match) => match.statement.actors))],
        };
  const cells: Record<string, Cell> = { [party]: own, [other]: found };
  for (const side of participants) {
    if (!held.has(side)) cells[side] ??= { status: "no-account", spans: [], speakers: [] };
  }
  const label = [...item.matter].map((id) => tables.labelOf(id)).join(", ");
  return {
    kind: "statement",
    id: `${item.document.id}:${item.span.start}`,
    label: label === "" ? "statement" : label,
    verdict:
      matches.length > 0 ? "shared" : own.status === "attributed" ? "attributed-only" : "one-sided",
    cells,
  };
}

function saidIn(document: Document, tables: RowTables): Said[] {
  return document.layers.statements
    .filter((statement) => statement.actors.length > 0)
    .map((statement) => {
      const inside = (range: { start: number; end: number }): boolean =>
        statement.content.some((part) => part.start <= range.start && range.end <= part.end);
      const matter = new Set(
        [...document.layers.topics, ...document.layers.phrases]
          .filter(inside)
          .map((mention) => mention.id),
      );
      const content = statement.content.map((part) => document.text.slice(part.start, part.end));
      return {
        document,
        statement,
        sides: [
          ...new Set(
            statement.actors.map((actor) => tables.sideOf(actor)).filter((side) => side !== null),
          ),
        ],
        matter,
        words: wordsOf(content.join(" ")),
        span: spanOf(document, statement),
      };
    });
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const id of a) if (b.has(id)) return true;
  return false;
}
