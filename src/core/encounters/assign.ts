import type { Document, Range } from "../document.ts";
import type { EncounterMention, Silence, Statement } from "../records.ts";

/**
 * Tell statements and reported silences which encounter they belong to. In an account of an
 * encounter that is the account's own, unless the sentence speaks of another; elsewhere it is the
 * encounter spoken of in the same sentence, or the last one before in the paragraph whose
 * participants include the speaker.
 * @returns a copy with `encounter` filled in; the silences' topic is the first topic within what is left unsaid
 */
export function assignEncounters(document: Document): Document {
  const { encounters, statements, silences } = document.layers;
  if (encounters.length === 0 && silences.length === 0) return document;
  const own = encounters.findIndex((encounter) => encounter.main);
  const of = (range: Range, actors: readonly string[]): number | null =>
    encounterOf(document, encounters, own, range, actors);
  return {
    ...document,
    layers: {
      ...document.layers,
      statements: statements.map((statement: Statement) => ({
        ...statement,
        encounter: of(statement, statement.actors),
      })),
      silences: silences.map((silence: Silence) => ({
        ...silence,
        encounter: of(silence, silence.silent),
        topic: silence.topic ?? topicOf(document, silence),
      })),
    },
  };
}

function encounterOf(
  document: Document,
  encounters: readonly EncounterMention[],
  own: number,
  range: Range,
  actors: readonly string[],
): number | null {
  const sentence = document.layers.sentences.find(
    (candidate) => candidate.start <= range.start && range.start < candidate.end,
  );
  const here = encounters.findIndex(
    (encounter, index) =>
      index !== own &&
      encounter.status === "held" &&
      encounter.places.some(
        (place) =>
          sentence !== undefined && place.start >= sentence.start && place.start < sentence.end,
      ),
  );
  if (own >= 0)
    return here >= 0 && !touches(encounters[own]!, sentence) && encounters[here]!.date !== null
      ? here
      : own;
  const inSentence = encounters.findIndex((encounter) => touches(encounter, sentence));
  if (inSentence >= 0) return inSentence;
  const block = document.blocks.find(
    (candidate) => candidate.start <= range.start && range.start < candidate.end,
  );
  if (block === undefined) return null;
  let best: number | null = null;
  let at = -1;
  for (const [index, encounter] of encounters.entries()) {
    if (!actors.some((actor) => encounter.participants.includes(actor))) continue;
    for (const place of encounter.places) {
      if (place.start >= block.start && place.start < range.start && place.start > at) {
        at = place.start;
        best = index;
      }
    }
  }
  return best;
}

function touches(encounter: EncounterMention, sentence: Range | undefined): boolean {
  return (
    sentence !== undefined &&
    encounter.places.some((place) => place.start >= sentence.start && place.start < sentence.end)
  );
}

function topicOf(document: Document, silence: Silence): string | null {
  const range = silence.topicRange;
  if (range === null) return null;
  return (
    document.layers.topics.find((topic) => topic.start >= range.start && topic.end <= range.end)
      ?.id ?? null
  );
}
