import { actorLabel, sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import { spanOf, type Document } from "../document.ts";
import type { Encounter } from "../link/encounter.ts";
import { ancestorsOf } from "../phrases/annotate.ts";
import { valuesOf } from "../tsv.ts";
import { chooseAccounts, type PartyTexts } from "./choose-accounts.ts";
import type { AccountFeatures, Comparison, ComparisonRow } from "./comparison.ts";
import { figureRows } from "./figure-rows.ts";
import { mannerOf } from "./manner.ts";
import { formRows, scaleRows, type RowTables } from "./rows.ts";
import { computedSilences } from "./silences.ts";
import { containment, similarity, weightsOf, wordsOf } from "./similarity.ts";
import { statementRows } from "./statement-rows.ts";

/** From this share of common 4-word runs on, two texts are one text (P5 statement: 0.99; two readouts of a call: < 0.1). */
const sameText = 0.9;

/** How many aligned passages are worth showing. */
const alignedPassages = 40;

/**
 * Put the parties' accounts of one encounter side by side.
 * @param documents - all documents of the reading, by id
 * @param earlier - earlier accounts by the same parties, for phrases dropped or diluted
 * @returns the comparison; with fewer than two accounts it has no rows and a note says why
 */
export function compareEncounter(
  encounter: Encounter,
  documents: ReadonlyMap<string, Document>,
  context: Context,
): Comparison {
  const tables = rowTables(context);
  const { parties, left, notes } = chooseAccounts(encounter, documents);
  const participants = sidesOf(encounter, context);
  const accounts = encounter.accounts;
  const base = {
    encounter: encounter.id,
    accounts,
    features: parties.flatMap((texts) => featuresOf(texts)),
  };
  if (parties.length < 2) {
    const only = parties[0]?.party;
    return {
      ...base,
      rows: [],
      silences: computedSilences(encounter, [], parties, participants, documents, context),
      alignment: [],
      notes: [
        only === undefined
          ? "No party's account of this encounter is held, so nothing can be compared."
          : `Only ${actorLabel(context, only)} has an account here; nothing can be compared with it.`,
      ],
    };
  }
  const copies = copiesAmong(parties);
  const rows = [
    ...scaleRows(
      [
        ...formRows("topic", parties, participants, tables),
        ...formRows("phrase", parties, participants, tables),
      ],
      tables,
    ),
    ...figureRows(parties, participants, tables),
    ...statementRows(parties, participants, tables),
  ].map((row) => (differsOnlyAmong(row, copies) ? { ...row, verdict: "shared" as const } : row));
  return {
    ...base,
    rows: rows.toSorted(byWeight),
    silences: computedSilences(encounter, rows, parties, participants, documents, context),
    alignment: alignPassages(parties),
    notes: [
      ...notes,
      ...left.map(
        (account) =>
          `Also held, not compared: a ${account.genre} of ${actorLabel(context, account.party!)}.`,
      ),
      ...(copies.size > 0
        ? [
            `${[...copies].map((party) => actorLabel(context, party)).join(" and ")} published the same text.`,
          ]
        : []),
    ],
  };
}

/** Sides that took part: states and unions behind the participants. */
function sidesOf(encounter: Encounter, context: Context): string[] {
  const sides = encounter.participants
    .map((participant) => sideOf(context, participant))
    .filter((side) => side !== null);
  return [...new Set(sides)].sort();
}

function rowTables(context: Context): RowTables {
  const labels = context.derived(
    "compare/labels",
    () =>
      new Map(
        ["knowledge/topics", "knowledge/phrases"].flatMap((table) =>
          context.rows(table).map((row): [string, string] => [row["id"]!, row["label"]!]),
        ),
      ),
  );
  const weaker = context.derived(
    "compare/weaker",
    () =>
      new Map(
        context.rows("knowledge/phrases").map((row) => [row["id"]!, valuesOf(row, "weaker")]),
      ),
  );
  return {
    labelOf: (id) => labels.get(id) ?? id,
    sideOf: (actor) => sideOf(context, actor),
    weakerOf: (phrase) => weaker.get(phrase) ?? [],
    ancestorsOf: (topic) => ancestorsOf(context, topic),
  };
}

/** Parties whose texts are one text with another party's. */
function copiesAmong(parties: readonly PartyTexts[]): Set<string> {
  const copies = new Set<string>();
  const text = (texts: PartyTexts): string =>
    texts.documents.map((document) => document.text).join("\n");
  for (const [index, a] of parties.entries()) {
    for (const b of parties.slice(index + 1)) {
      const languages = new Set(
        [...a.documents, ...b.documents].map((document) => document.language),
      );
      if (languages.size === 1 && containment(text(a), text(b)) >= sameText)
        copies.add(a.party).add(b.party);
    }
  }
  return copies;
}

/** Every party that has the row and every party that lacks it published one and the same text. */
function differsOnlyAmong(row: ComparisonRow, copies: ReadonlySet<string>): boolean {
  if (row.verdict === "shared" || copies.size === 0) return false;
  return Object.entries(row.cells)
    .filter(([, cell]) => cell.status !== "no-account")
    .every(([party]) => copies.has(party));
}

const verdictOrder = ["conflicts", "attributed-only", "differs", "one-sided", "shared"];

function byWeight(a: ComparisonRow, b: ComparisonRow): number {
  return (
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) || earliest(a) - earliest(b)
  );
}

function earliest(row: ComparisonRow): number {
  return Math.min(
    ...Object.values(row.cells).flatMap((cell) => cell.spans.map((span) => span.start)),
  );
}

function featuresOf({ party, documents }: PartyTexts): AccountFeatures[] {
  return documents.map((document) => ({
    document: document.id,
    party,
    language: document.language,
    length: document.text.length,
    published: document.published.value,
    topicOrder: [...new Set(document.layers.topics.map((mention) => mention.id))],
    manner: mannerOf(document).map((range) => spanOf(document, range)),
  }));
}

/** Sentences of same-language accounts that say the same: best partner first, each sentence once. */
function alignPassages(parties: readonly PartyTexts[]): Comparison["alignment"] {
  const [a, b] = parties;
  if (a === undefined || b === undefined) return [];
  const sentences = (texts: PartyTexts): { document: Document; index: number; words: string[] }[] =>
    texts.documents.flatMap((document) =>
      document.layers.sentences.map((sentence, index) => ({
        document,
        index,
        words: wordsOf(document.text.slice(sentence.start, sentence.end)),
      })),
    );
  const left = sentences(a).slice(0, 400);
  const right = sentences(b).slice(0, 400);
  if (left[0]?.document.language !== right[0]?.document.language) return [];
  const weights = weightsOf([...left, ...right].map((sentence) => sentence.words));
  const pairs = left.flatMap((one) =>
    right.map((two) => ({ one, two, similarity: similarity(one.words, two.words, weights) })),
  );
  const used = new Set<unknown>();
  const aligned: Comparison["alignment"][number][] = [];
  for (const pair of pairs
    .filter((pair) => pair.similarity >= 0.25)
    .sort((x, y) => y.similarity - x.similarity)) {
    if (used.has(pair.one) || used.has(pair.two)) continue;
    used.add(pair.one).add(pair.two);
    aligned.push({
      a: spanOf(pair.one.document, pair.one.document.layers.sentences[pair.one.index]!),
      b: spanOf(pair.two.document, pair.two.document.layers.sentences[pair.two.index]!),
      similarity: Math.round(pair.similarity * 100) / 100,
    });
    if (aligned.length === alignedPassages) break;
  }
  return aligned;
}
