import { spanOf, type Document, type Range, type Span } from "../document.ts";
import type { Statement } from "../records.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Cell, ComparisonRow, Verdict } from "./comparison.ts";
import { conditionsAt } from "./conditions.ts";
import { absent, noAccount, type Frame, type Matter } from "./rows.ts";
import { cosine, vectorOf, weightsOf, wordsOf, type Vector, type Weights } from "./similarity.ts";

/** Two passages of one language this alike say the same (idf cosine; paraphrases of one source read 0.3 and up). */
const alike = 0.32;

/** Share of a statement's matter, by weight, that the other account must have for the statement to be there. */
const covered = 0.5;

/** Shortest piece of a statement that can be found again, in characters. */
const shortestPiece = 6;

/** Weight of matter that every account has: little, but not nothing. */
const leastWeight = 0.05;

/** A statement of an account with what identifies its matter across languages. */
interface Said {
  readonly party: string;
  readonly document: Document;
  readonly statement: Statement;
  readonly sides: readonly string[];
  /** What its content is about (`topic trade`), with weights. */
  readonly matter: ReadonlyMap<string, number>;
  /** Ids of the same. */
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly span: Span;
}

/** A sentence of an account, to be found in. */
interface Passage {
  readonly span: Span;
  readonly language: string | null;
  readonly vector: Vector;
  readonly statements: readonly Said[];
}

/** An account prepared for search. */
interface Searched {
  readonly party: string;
  readonly passages: readonly Passage[];
  /** Places of topics and phrases, by `topic trade`. */
  readonly finds: ReadonlyMap<string, readonly Span[]>;
}

/** Statement rows, and statements that could not be compared. */
export interface StatementRows {
  readonly rows: readonly ComparisonRow[];
  readonly uncompared: readonly Span[];
}

/**
 * Rows for what one account puts in another side's mouth, or says that both said: does the other side's own account
 * have it? Across languages it is found by topics and set phrases, within a language by its words as well. What no
 * table knows and no language joins is left out and told as not compared.
 */
export function statementRows(frame: Frame): StatementRows {
  const said = frame.parties.flatMap(({ party, documents }) =>
    documents.flatMap((document) => saidIn(party, document, frame)),
  );
  const weights = weightsOf(
    frame.parties.flatMap(({ documents }) =>
      documents.flatMap((document) =>
        document.layers.sentences.map((sentence) => wordsIn(document, sentence)),
      ),
    ),
  );
  const accounts = frame.parties.map((texts) => searched(texts, said, weights, frame));
  const rows: ComparisonRow[] = [];
  const uncompared: Span[] = [];
  for (const item of said) {
    const others = accounts.filter(
      (account) => account.party !== item.party && item.sides.includes(account.party),
    );
    if (others.length === 0) continue;
    const row = rowFor(item, others, accounts, frame, weights);
    if (row === null) uncompared.push(item.span);
    else rows.push(row);
  }
  return { rows, uncompared };
}

function rowFor(
  item: Said,
  mouths: readonly Searched[],
  accounts: readonly Searched[],
  frame: Frame,
  weights: Weights,
): ComparisonRow | null {
  const joint = item.sides.includes(item.party);
  const found = new Map<string, Found | null>();
  for (const account of accounts) {
    if (account.party !== item.party) found.set(account.party, findIn(item, account, weights));
  }
  if (mouths.every((account) => found.get(account.party) === null)) return null;
  const cells: Record<string, Cell> = {
    [item.party]: {
      status: joint ? "present" : "attributed",
      spans: [item.span],
      speakers: item.statement.actors,
      conditions: conditionsAt(
        item.document,
        item.span,
        frame.conditions.get(item.document.id) ?? [],
      ),
    },
  };
  for (const [party, result] of found) {
    cells[party] =
      result === null || result.spans.length === 0 ? absent : cellOf(result, party, frame);
  }
  for (const side of frame.participants) cells[side] ??= noAccount;
  const missing = mouths.some((account) => cells[account.party]!.status === "absent");
  const verdict = verdictFor(item, joint, missing, mouths, found);
  const labels = [...new Set(item.ids.map((id) => frame.lookups.labelOf(id)))];
  return {
    kind: "statement",
    id: `${item.document.id}:${item.span.start}`,
    label: labels.length === 0 ? "Statement" : labels.join(", "),
    verdict,
    cells,
    domain: null,
    agreedPer: joint && missing ? item.party : null,
    weight: Math.max(0.2, ...item.matter.values()),
  };
}

function verdictFor(
  item: Said,
  joint: boolean,
  missing: boolean,
  mouths: readonly Searched[],
  found: ReadonlyMap<string, Found | null>,
): Verdict {
  if (missing) return joint ? "one-sided" : "attributed-only";
  const opposed = mouths.some((account) =>
    found
      .get(account.party)
      ?.statements.some(
        (other) =>
          other.statement.polarity !== item.statement.polarity &&
          other.statement.actors.some((actor) => item.statement.actors.includes(actor)),
      ),
  );
  return opposed ? "conflicts" : "shared";
}

/** Where another account has a statement's matter. */
interface Found {
  readonly spans: readonly Span[];
  readonly statements: readonly Said[];
}

/** @returns `null` when there is nothing to find it by: another language, and no topic or phrase in it */
function findIn(item: Said, account: Searched, weights: Weights): Found | null {
  const language = item.document.language;
  const sameLanguage = account.passages.filter((passage) => passage.language === language);
  const total = [...item.matter.values()].reduce((sum, weight) => sum + weight, 0);
  if (sameLanguage.length === 0 && total === 0) return null;
  const own = vectorOf(item.words, weights);
  const byWords = sameLanguage
    .filter((passage) => cosine(own, passage.vector) >= alike)
    .slice(0, 3);
  if (byWords.length > 0)
    return {
      spans: byWords.map((passage) => passage.span),
      statements: byWords.flatMap((passage) => passage.statements),
    };
  const spans: Span[] = [];
  let had = 0;
  for (const [key, weight] of item.matter) {
    const places = account.finds.get(key);
    if (places === undefined) continue;
    had += weight;
    spans.push(places[0]!);
  }
  const enough = total > 0 && had / total >= covered;
  return { spans: enough ? spans : [], statements: [] };
}

function cellOf(found: Found, party: string, frame: Frame): Cell {
  const speakers = [...new Set(found.statements.flatMap((other) => other.statement.actors))];
  const sides = speakers.map((actor) => frame.lookups.sideOf(actor));
  return {
    status: sides.length > 0 && !sides.includes(party) ? "attributed" : "present",
    spans: found.spans,
    speakers,
    conditions: [],
  };
}

function searched(
  { party, documents }: PartyTexts,
  said: readonly Said[],
  weights: Weights,
  frame: Frame,
): Searched {
  const finds = new Map<string, Span[]>();
  for (const document of documents) {
    for (const matter of frame.matter.get(document.id) ?? []) {
      const key = keyOf(matter);
      finds.set(key, [...(finds.get(key) ?? []), spanOf(document, matter)]);
    }
  }
  return {
    party,
    finds,
    passages: documents.flatMap((document) =>
      document.layers.sentences.map((sentence) => ({
        span: spanOf(document, sentence),
        language: document.language,
        vector: vectorOf(wordsIn(document, sentence), weights),
        statements: said.filter(
          (item) =>
            item.document === document &&
            item.span.start < sentence.end &&
            sentence.start < item.span.end,
        ),
      })),
    ),
  };
}

function wordsIn(document: Document, range: Range): string[] {
  return wordsOf(document.text.slice(range.start, range.end));
}

/** Wordings of one scale are one matter: “Ukraine crisis” is found in “war in Ukraine”. */
function keyOf({ kind, id, scale }: Matter): string {
  return scale === null ? `${kind} ${id}` : `scale ${scale}`;
}

/** Statements of a document, one item a sentence: what is said over a paragraph may be found in part. */
function saidIn(party: string, document: Document, frame: Frame): Said[] {
  return document.layers.statements
    .filter((statement) => statement.actors.length > 0)
    .flatMap((statement) => {
      const sides = statement.actors
        .map((actor) => frame.lookups.sideOf(actor))
        .filter((side) => side !== null);
      return piecesOf(document, statement).map((piece): Said => {
        const about = (frame.matter.get(document.id) ?? []).filter(
          (item) => item.start < piece.end && piece.start < item.end,
        );
        return {
          party,
          document,
          statement,
          sides: [...new Set(sides)],
          matter: new Map(about.map((item) => [keyOf(item), Math.max(leastWeight, item.weight)])),
          ids: [...new Set(about.map((item) => item.id))],
          words: wordsIn(document, piece),
          span: spanOf(document, piece),
        };
      });
    });
}

/** The content of a statement by sentences; shreds of a few letters are none. */
function piecesOf(document: Document, statement: Statement): Range[] {
  return statement.content.flatMap((part) =>
    document.layers.sentences
      .filter((sentence) => sentence.start < part.end && part.start < sentence.end)
      .map((sentence) => ({
        start: Math.max(sentence.start, part.start),
        end: Math.min(sentence.end, part.end),
      }))
      .filter((piece) => piece.end - piece.start >= shortestPiece),
  );
}
