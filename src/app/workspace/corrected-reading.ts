import type { Document } from "../../core/document.ts";
import { encounterIds } from "../../export/json.ts";
import type { Reading } from "../reading.ts";
import { statementTarget, withCorrectedStatements } from "./corrected-statements.ts";
import type { HeldCorrections } from "./held-corrections.ts";

/**
 * A reading with what a person corrected in it: statements rejected, given another speaker or encounter; actors merged
 * and renamed. (Metadata: `correctedStore`; encounters: linking.)
 */
export function correctedReading(reading: Reading, corrections: HeldCorrections): Reading {
  if (corrections.all.length === 0) return reading;
  const actors = (ids: readonly string[]): string[] => [
    ...new Set(ids.map((id) => corrections.actorFor(id))),
  ];
  const encounters = reading.encounters.map((encounter) => ({
    ...encounter,
    participants: actors(encounter.participants),
    principals: actors(encounter.principals),
  }));
  const idOf = encounterIds({ encounters });
  return {
    ...reading,
    encounters,
    documents: reading.documents.map((document) =>
      withMergedActors(withOwnEncounters(document, corrections, idOf), corrections),
    ),
    silences: reading.silences.map((silence) => ({
      ...silence,
      silent: actors(silence.silent),
      claimant: silence.claimant === null ? null : corrections.actorFor(silence.claimant),
    })),
    labelOf: (id) => corrections.last("actor-rename", id)?.value ?? reading.labelOf(id),
  };
}

/**
 * A document with the statements that are left, each at the encounter the person put it to; at none where its page has
 * no place that speaks of that one.
 */
function withOwnEncounters(
  document: Document,
  corrections: HeldCorrections,
  idOf: (document: string, index: number) => string | null,
): Document {
  const kept = withCorrectedStatements(document, (kind, target) => corrections.last(kind, target));
  const statements = kept.layers.statements.map((statement) => {
    const own = corrections.last("statement-encounter", statementTarget(document.id, statement));
    if (own === undefined) return statement;
    const index = document.layers.encounters.findIndex(
      (_mention, at) => own.value !== null && idOf(document.id, at) === own.value,
    );
    return { ...statement, encounter: index < 0 ? null : index };
  });
  return { ...kept, layers: { ...kept.layers, statements } };
}

/** A document in which everybody bears the id that the person merged them into. */
function withMergedActors(document: Document, corrections: HeldCorrections): Document {
  if (!corrections.all.some(({ kind }) => kind === "actor-merge")) return document;
  const actor = (id: string | null): string | null =>
    id === null ? null : corrections.actorFor(id);
  const actors = (ids: readonly string[]): string[] => [
    ...new Set(ids.map((id) => corrections.actorFor(id))),
  ];
  const { layers } = document;
  return {
    ...document,
    layers: {
      ...layers,
      encounters: layers.encounters.map((one) => ({
        ...one,
        participants: actors(one.participants),
        principals: actors(one.principals),
      })),
      statements: layers.statements.map((one) => ({
        ...one,
        actors: actors(one.actors),
        account: one.account.map((link) => ({ ...link, actor: actor(link.actor) })),
      })),
      silences: layers.silences.map((one) => ({
        ...one,
        silent: actors(one.silent),
        claimant: actor(one.claimant),
      })),
      phrases: layers.phrases.map((one) => ({ ...one, speaker: actor(one.speaker) })),
      topics: layers.topics.map((one) => ({ ...one, speaker: actor(one.speaker) })),
      assessments: layers.assessments.map((one) => ({
        ...one,
        assessor: actor(one.assessor),
        actors: actors(one.actors),
      })),
      commitments: layers.commitments.map((one) => ({
        ...one,
        actors: actors(one.actors),
        toward: actors(one.toward),
      })),
    },
  };
}
