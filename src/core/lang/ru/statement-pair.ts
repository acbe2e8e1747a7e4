import { mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../document.ts";

/** The two who met, when the account names exactly two: the people and their sides. */
export interface Pair {
  readonly people: readonly string[];
  readonly sides: readonly string[];
}

/** Ids of a mention: the members of a group, else the actor alone. */
export function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

/** The people an account's title and first sentences name, when they are exactly two of two states. */
export function pairOf(document: Document): Pair {
  const none: Pair = { people: [], sides: [] };
  const opening = document.layers.sentences
    .filter((sentence) => document.blocks[sentence.block]?.role === "paragraph")
    .slice(0, 3)
    .find((sentence) => mentionsIn(document, sentence).some(isNamed));
  const title = document.blocks.find((block) => block.role === "title");
  const people = new Set<string>();
  for (const range of [title, opening])
    if (range !== undefined)
      for (const mention of mentionsIn(document, range))
        if (isNamed(mention) && !metBefore(document, mention)) people.add(mention.actor!);
  if (people.size === 1 && document.party !== null && document.layers.sentences.length > 1) {
    for (const sentence of document.layers.sentences.slice(1, 4))
      for (const mention of mentionsIn(document, sentence))
        if (mention.type === "person" && mention.actor?.startsWith(`${document.party}:`) === true)
          people.add(mention.actor);
  }
  if (people.size === 0)
    return { people: [], sides: title === undefined ? [] : sidesIn(document, title) };
  const states = new Set([...people].map((actor) => actor.split(":")[0]!));
  if (people.size !== 2 || states.size !== 2 || states.has("new") || states.has("INT")) return none;
  return { people: [...people], sides: [...states] };
}

function isNamed({ type, how, actor }: ActorMention): boolean {
  return type === "person" && how === "name" && actor !== null;
}

/** “После разговора с X” is another encounter. */
function metBefore(document: Document, { start }: Range): boolean {
  return /(?:^|\s)(?:после|до|перед|накануне|вслед за)\s(?:\p{L}+\s){1,2}со?\s(?:\p{Ll}+\s){0,3}$/iu.test(
    document.text.slice(Math.max(0, start - 80), start),
  );
}

/** The two states that a title without persons names: “Совместное заявление Валдории и Мерании”. */
function sidesIn(document: Document, title: Range): readonly string[] {
  const states = new Set(
    mentionsIn(document, title)
      .filter(({ type, actor }) => type === "state" && actor !== null)
      .map(({ actor }) => actor!),
  );
  return states.size === 2 ? [...states] : [];
}
