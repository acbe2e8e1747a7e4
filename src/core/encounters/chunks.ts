import { actorTable, sideOf, stateOf } from "../actors/actor-table.ts";
import { mentionsIn } from "../actors/lookup.ts";
import { dateOf, speaksForOthers } from "../actors/people.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Document, Range } from "../document.ts";
import { levelOf } from "./level.ts";
import { nationIn } from "./nations.ts";
import type { SlotGrammar } from "./rules.ts";
import { sideOn } from "../actors/side-on.ts";
import type { Party } from "./sides.ts";

/** A stretch of a sentence that stands for one or more parties: names and titles that belong together. */
export interface Chunk extends Range {
  /** Empty where the text means somebody the tables don't know. */
  readonly parties: readonly Party[];
  readonly kind: "person" | "state" | "body" | "group" | "nation" | "place" | "other";
  /** Id of the place or state it names; `null` for others. */
  readonly place: string | null;
  /** An office without a name, whose holder the tables gave. */
  readonly office: boolean;
  /** Somebody who leads a state or government, or did: “the adviser to” him is another. */
  readonly chief: boolean;
}

/**
 * The actors of a sentence as chunks: a state before or after the person it qualifies is one with him, names in
 * apposition are one.
 * @param text - what patterns are tested on, as long as the document's
 */
export function chunksOf(
  document: Document,
  sentence: Range,
  text: string,
  slots: SlotGrammar,
  context: Context,
): Chunk[] {
  const chunks: Chunk[] = [];
  for (const mention of mentionsIn(document, sentence)) {
    const next = ownerAside(chunkOf(document, mention, context), text, slots);
    const previous = chunks.at(-1);
    const joined =
      previous === undefined
        ? null
        : joinedOf(previous, next, text.slice(previous.end, next.start), slots);
    if (joined === null) chunks.push(next);
    else chunks[chunks.length - 1] = joined;
  }
  return chunks.map((chunk) =>
    chunk.kind === "nation" && slots.nationBody.test(text.slice(chunk.end, chunk.end + 30))
      ? { ...chunk, kind: "state" }
      : chunk,
  );
}

/** “the President's adviser”: who owns the one that takes part is not there; his side is. */
function ownerAside(chunk: Chunk, text: string, slots: SlotGrammar): Chunk {
  if (chunk.kind !== "person" || !slots.ownsServant.test(text.slice(chunk.end, chunk.end + 70)))
    return chunk;
  return {
    ...chunk,
    office: false,
    parties: chunk.parties.map(({ side }) => ({ actor: null, side })),
  };
}

function chunkOf(document: Document, mention: ActorMention, context: Context): Chunk {
  const { start, end } = mention;
  const members =
    mention.actors.length > 0 ? mention.actors : mention.actor === null ? [] : [mention.actor];
  const parties = members.map((actor): Party => {
    const party = partyOf(document, actor, context);
    const named = party.side === null && members.length === 1;
    return named ? { actor, side: nationIn(document, mention, context) } : party;
  });
  if (mention.type === "person" && members.length === 0) {
    const side = nationIn(document, mention, context);
    if (side !== null) parties.push({ actor: null, side });
  }
  const office = mention.how === "role";
  const base = { start, end, parties, place: null, office, chief: isChief(members, context) };
  switch (mention.type) {
    case "person":
    case "group":
      return { ...base, kind: mention.type };
    case "state":
      return mention.how === "demonym"
        ? { ...base, kind: "nation" }
        : { ...base, kind: "state", place: mention.how === "name" ? mention.actor : null };
    case "body":
      return { ...base, kind: parties.length > 0 ? "body" : "other" };
    case "place":
      return { ...base, parties: [], kind: "place", place: mention.actor };
    case "medium":
      return { ...base, parties: [], kind: "other" };
  }
}

function isChief(members: readonly string[], context: Context): boolean {
  const level = members.length === 1 ? levelOf(members, context) : null;
  return level === "head-of-state" || level === "head-of-government";
}

/** Places that one visits a state by going to. */
const towns: ReadonlySet<string> = new Set(["capital", "city", "region", ""]);

/** Towns and regions held by another state than the one they belong to (UN General Assembly resolutions 68/262, ES-11/4). */
const occupied: ReadonlySet<string> = new Set([
  "UKR:crimea",
  "UKR:sevastopol",
  "UKR:simferopol",
  "UKR:kerch",
  "UKR:yalta",
  "UKR:donetsk",
  "UKR:luhansk",
  "UKR:mariupol",
  "UKR:donbas",
]);

/**
 * The state whose guest somebody is at a place; `null` for a building, which is only where he arrived,
 * and for places held by another state.
 */
export function hostAt(chunk: Chunk, context: Context): Party | null {
  if (chunk.place === null || occupied.has(chunk.place)) return null;
  if (!towns.has(actorTable(context).actors.get(chunk.place)?.detail ?? "")) return null;
  const side = stateOf(chunk.place) ?? sideOf(context, chunk.place);
  return side === null ? null : { actor: side, side };
}

/** A body takes part as the side it acts for, and so does who only speaks for others. */
function partyOf(document: Document, actor: string, context: Context): Party {
  const side = sideOn(document, actor, context);
  const table = actorTable(context);
  const type = table.actors.get(actor)?.type;
  if (type === "body" || type === "state") return { actor: side, side };
  if (speaksForOthers(table, actor, dateOf(document))) return { actor: side, side };
  return { actor, side };
}

/** Two chunks that are one noun phrase; `null` when they are two. */
function joinedOf(previous: Chunk, next: Chunk, gap: string, slots: SlotGrammar): Chunk | null {
  if (previous.parties.length > 1 || next.parties.length > 1) return null;
  const party = partyOfBoth(previous, next, gap, slots);
  if (party === null) return null;
  const kind = previous.kind === "nation" || previous.kind === "state" ? next.kind : previous.kind;
  const range = { start: previous.start, end: next.end };
  return {
    ...range,
    parties: [party],
    kind,
    place: null,
    office: false,
    chief: previous.chief || next.chief,
  };
}

/** The party that two neighbouring chunks mean together; `null` when each means its own. */
function partyOfBoth(previous: Chunk, next: Chunk, gap: string, slots: SlotGrammar): Party | null {
  const one = previous.parties[0] ?? { actor: null, side: null };
  const other = next.parties[0] ?? { actor: null, side: null };
  if (one.actor !== null && one.actor === other.actor && /^[\s,(（）)–—-]{0,3}$/u.test(gap))
    return one;
  if (next.kind === "person") {
    if (previous.kind === "nation" || previous.kind === "state")
      return slots.modifier.test(gap) ? qualified(one.side, other) : null;
    if (previous.kind === "body") return /^[\s()]*$/u.test(gap) ? qualified(one.side, other) : null;
    if (previous.kind !== "person") return null;
    // An office right before a name, or one nobody is known to hold, is the person's.
    const office = previous.office
      ? /^\s$/u.test(gap)
      : one.actor === null && slots.modifier.test(gap);
    if (office) return other.actor === null ? null : { ...other, side: other.side ?? one.side };
  }
  if (previous.kind !== "person") return null;
  if (isNation(next)) {
    const of = previous.office ? slots.ofStateFar : slots.ofState;
    // In Russian nothing but case parts “the head of B” from “the head visited B”.
    if (!of.test(gap) || slots.support.test(gap)) return null;
    // An office whose state the text names is not that of the tables' own guess.
    if (one.actor === null || (previous.office && one.side !== other.side))
      return { actor: null, side: other.side };
    return one.side === null || one.side === other.side ? { ...one, side: other.side } : null;
  }
  // “A, adviser to the Prime Minister of B”: there for B.
  if (next.kind === "person" || next.kind === "body") {
    const servant = previous.office || one.side === null;
    if (servant && other.side !== null && slots.serving.test(gap))
      return { actor: one.side === null ? one.actor : null, side: other.side };
  }
  return null;
}

/** A person whom a state or body before the name qualifies; `null` where he is known to be another's. */
function qualified(side: string | null, person: Party): Party | null {
  if (side === null) return null;
  if (person.actor === null || person.side === null || side.startsWith("INT:"))
    return { ...person, side };
  return person.side === side ? person : null;
}

function isNation(chunk: Chunk): boolean {
  return chunk.kind === "state" || chunk.kind === "nation";
}
