import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { alignPassages } from "./alignment.ts";
import { chooseAccounts, type PartyTexts } from "./choose-accounts.ts";
import type { Comparison, ComparisonRow } from "./comparison.ts";
import { conditionsOf } from "./conditions.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { factRows } from "./fact-rows.ts";
import { featuresOf } from "./features.ts";
import { figureRows } from "./figure-rows.ts";
import { lookupsOf } from "./lookups.ts";
import { notesOf } from "./notes.ts";
import { withoutParts } from "./parts.ts";
import { formRows, type Frame, type Matter, type RowSource } from "./rows.ts";
import { levelPrints, printsOf } from "./same-text-rows.ts";
import { scaleRows, scalesOf } from "./scale-rows.ts";
import { participantSides } from "./sides.ts";
import { computedSilences } from "./silences.ts";
import { statementRows } from "./statement-rows.ts";
import { thirdParties } from "./third-parties.ts";

/**
 * Put the parties' accounts of one encounter side by side.
 * @returns the comparison; with fewer than two accounts it has no rows and a note says why
 */
export function compareEncounter(input: ComparisonInput, context: Context): Comparison {
  const { encounter } = input;
  const chosen = chooseAccounts(encounter, input.documents);
  const { parties } = chosen;
  const participants = participantSides(encounter.participants, context);
  const sources = sourcesOf(parties, participants, context);
  const frame = frameOf(parties, participants, sources, context);
  const features = parties.flatMap((texts) => featuresOf(texts, participants, context));
  const prints = printsOf(parties);
  const told = statementRows(frame);
  const rows =
    parties.length < 2
      ? []
      : levelPrints(
          [
            ...withoutParts(
              scaleRows(
                sources.flatMap((source) => formRows(source, frame)),
                context,
              ),
            ),
            ...figureRows(frame),
            ...factRows(features, frame),
            ...told.rows,
          ],
          prints,
          frame.lookups,
        ).toSorted(byWeight);
  return {
    encounter: encounter.id,
    accounts: encounter.accounts,
    rows,
    silences: computedSilences(input, rows, parties, participants, context),
    features,
    alignment: prints.length > 0 ? [] : alignPassages(parties),
    edits: prints.flatMap((print) => print.edits),
    uncompared: parties.length < 2 ? [] : told.uncompared,
    notes: notesOf(chosen, participants, prints, context),
  };
}

function sourcesOf(
  parties: readonly PartyTexts[],
  participants: readonly string[],
  context: Context,
): RowSource[] {
  const lookups = lookupsOf(context);
  const source = (kind: "topic" | "phrase"): RowSource => ({
    kind,
    findsIn: (document) => (kind === "topic" ? document.layers.topics : document.layers.phrases),
    ancestorsOf: (id) => (kind === "topic" ? lookups.ancestorsOf(id) : []),
    labelOf: (id) => lookups.labelOf(id),
    domainOf: (id) => lookups.domainOf(kind, id),
    weightOf: (id) => lookups.weightOf(kind, id),
  });
  const own = new Set([...participants, ...parties.map(({ party }) => party)]);
  const documents = parties.flatMap((texts) => texts.documents);
  return [source("topic"), source("phrase"), thirdParties(documents, own, context)];
}

function frameOf(
  parties: readonly PartyTexts[],
  participants: readonly string[],
  sources: readonly RowSource[],
  context: Context,
): Frame {
  const documents = parties.flatMap((texts) => texts.documents);
  const scales = new Map(
    [...scalesOf(context)].flatMap(([name, scale]) =>
      [...scale.keys()].map((id) => [id, name] as const),
    ),
  );
  const matterOf = (document: Document): Matter[] =>
    sources.flatMap((source) =>
      source.findsIn(document).map(({ id, start, end }) => ({
        kind: source.kind,
        id,
        start,
        end,
        weight: source.weightOf(id),
        scale: source.kind === "phrase" ? (scales.get(id) ?? null) : null,
      })),
    );
  return {
    parties,
    participants,
    lookups: lookupsOf(context),
    conditions: new Map(
      documents.map((document) => [document.id, conditionsOf(document, context)]),
    ),
    matter: new Map(documents.map((document) => [document.id, matterOf(document)])),
  };
}

const verdictOrder: readonly ComparisonRow["verdict"][] = [
  "conflicts",
  "attributed-only",
  "differs",
  "one-sided",
  "shared",
];

function byWeight(a: ComparisonRow, b: ComparisonRow): number {
  return (
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) ||
    b.weight - a.weight ||
    earliest(a) - earliest(b)
  );
}

function earliest(row: ComparisonRow): number {
  return Math.min(
    ...Object.values(row.cells).flatMap((cell) => cell.spans.map((span) => span.start)),
  );
}
