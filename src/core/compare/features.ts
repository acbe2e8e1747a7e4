import { sideOf } from "../actors/actor-table.ts";
import { mentionsIn } from "../actors/lookup.ts";
import type { Context } from "../context.ts";
import { spanOf, type Document, type Range } from "../document.ts";
import { findTableForms } from "../phrases/annotate.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { AccountFeatures, Initiative } from "./comparison.ts";
import { sentenceAround } from "./voices.ts";

/**
 * What a party's accounts look like from outside: length, order of topics, what comes first, words of
 * manner, who is said to have asked for the contact.
 * @param participants - sides of the encounter: 应约 (“by appointment”) means that the other one asked
 */
export function featuresOf(
  { party, documents }: PartyTexts,
  participants: readonly string[],
  context: Context,
): AccountFeatures[] {
  return documents.map((document) => {
    const body = document.layers.topics.filter((mention) => !inTitle(document, mention));
    return {
      document: document.id,
      party,
      language: document.language,
      length: document.text.length,
      published: document.published.value,
      topicOrder: [...new Set(body.map((mention) => mention.id))],
      first: body[0] === undefined ? null : spanOf(document, body[0]),
      manner: findTableForms(document, context, "manner", "knowledge/manner").map((match) =>
        spanOf(document, match),
      ),
      initiative: initiativeOf(document, party, participants, context),
    };
  });
}

function inTitle(document: Document, range: Range): boolean {
  return document.blocks.some(
    (block) =>
      (block.role === "title" || block.role === "subtitle") &&
      block.start <= range.start &&
      range.end <= block.end,
  );
}

/** How many sentences from the start may tell who asked for the contact without naming it. */
const leadSentences = 3;

function initiativeOf(
  document: Document,
  party: string,
  participants: readonly string[],
  context: Context,
): Initiative | null {
  const classes = context.derived(
    "compare/initiative-classes",
    () => new Map(context.rows("knowledge/initiative").map((row) => [row["id"]!, row["class"]!])),
  );
  for (const match of findTableForms(document, context, "initiative", "knowledge/initiative")) {
    const sentence = sentenceAround(document, match);
    if (!tellsOfContact(document, sentence)) continue;
    const span = spanOf(document, match);
    if (classes.get(match.id) === "partner") {
      const others = participants.filter((side) => side !== party);
      return { side: others.length === 1 ? others[0]! : null, span };
    }
    const sides = (range: Range): string[] =>
      mentionsIn(document, range).flatMap((mention) => {
        const side = mention.actor === null ? null : sideOf(context, mention.actor);
        return side === null ? [] : [side];
      });
    const side =
      sides({ start: match.start, end: sentence.end })[0] ??
      sides({ start: sentence.start, end: match.start }).at(-1) ??
      null;
    if (side === null || participants.length === 0 || participants.includes(side))
      return { side, span };
  }
  return null;
}

/** The sentence is among the first, or speaks of the encounter that the document is an account of. */
function tellsOfContact(document: Document, sentence: Range): boolean {
  const own = document.layers.encounters.find((encounter) => encounter.main);
  if (own?.places.some((place) => place.start >= sentence.start && place.start < sentence.end))
    return true;
  const body = document.layers.sentences.filter((candidate) => !inTitle(document, candidate));
  return body.slice(0, leadSentences).some((lead) => lead.start === sentence.start);
}
