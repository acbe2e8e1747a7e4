import type { Chunk } from "./chunks.ts";
import { isPair, isParty, lastBefore, listFrom, listLeft, listRight, partiesOf } from "./lists.ts";
import type { SlotGrammar } from "./rules.ts";
import { isLight, type SentenceView } from "./sentence-view.ts";
import { sidesOf, type Party } from "./sides.ts";
import { clauseSubject, objectOf, subjectOf } from "./subjects.ts";
import type { Trigger } from "./triggers.ts";

/** Who meets at a trigger, as far as its clause says. */
export interface Participants {
  readonly parties: readonly Party[];
  /** Whom somebody met, where the words say who met whom; empty for pairs. */
  readonly partners: readonly Party[];
  /** The town that is the object of a visit. */
  readonly goal: Chunk | null;
  /** The words name a partner, known or not: what is met is not left to what was said before. */
  readonly explicit: boolean;
  /** A partner is named whom the actor stage doesn't know (“met with residents”). */
  readonly stranger: boolean;
  /** One word stands for all of them (“the two leaders”). */
  readonly pronominal: boolean;
}

const nobody: Participants = {
  parties: [],
  partners: [],
  goal: null,
  explicit: false,
  stranger: false,
  pronominal: false,
};

/** Read the parties of a trigger from the places its form gives them. */
export function participantsOf(
  view: SentenceView,
  trigger: Trigger,
  slots: SlotGrammar,
): Participants {
  const lead = view.text.slice(Math.max(view.sentence.start, trigger.start - 60), trigger.start);
  // “ahead of the summit A met B”: who went to it is not told.
  if (trigger.rule.form === "summit" && slots.aheadOf.test(lead)) return nobody;
  const partners =
    partnersAfter(view, trigger, slots) ??
    partnersBefore(view, trigger, slots) ??
    (trigger.rule.form === "verb" ? metDirectly(view, trigger, slots) : null);
  if (trigger.rule.form === "object") {
    const object = objectOf(view, trigger, slots);
    if (object === null) return nobody;
    const subject = subjectOf(view, trigger.start, slots);
    const parties = [...partiesOf(subject), ...partiesOf(object)];
    const goal = object[0]?.kind === "place" ? object[0] : null;
    return { ...nobody, parties, partners: partiesOf(object), goal, explicit: true };
  }
  if (partners?.all === true && isPair(partners.chunks)) return pairOf(partners.chunks);
  const before = partners !== null && partners.start < trigger.start;
  const after = before ? null : ownersAfter(view, trigger, slots);
  // “a conference of the G7”: whoever holds it still takes part.
  const gathering = after?.every(({ kind }) => kind === "body") === true ? after : null;
  const named = before ? null : ownersBefore(view, trigger, slots);
  const owners =
    (gathering === null ? after : null) ??
    (named === null ? null : withPersons(view, trigger, named, slots)) ??
    subjectWith(view, trigger, before ? partners.start : trigger.start, slots) ??
    possessorOf(view, trigger, partners?.chunks ?? [], slots);
  const chunks = [...(owners ?? []), ...(gathering ?? []), ...(partners?.chunks ?? [])];
  return {
    parties: partiesOf(chunks),
    partners: partiesOf(partners?.chunks ?? []),
    goal: null,
    explicit: partners !== null || isPair(owners ?? []),
    stranger: partners !== null && partners.chunks.length === 0,
    pronominal: isPronominal(chunks),
  };
}

interface Partners {
  /** Where the phrase begins, preposition included. */
  readonly start: number;
  /** They are all who meet, not whom somebody meets. */
  readonly all: boolean;
  /** Empty when the partner is nobody the actor stage knows. */
  readonly chunks: readonly Chunk[];
}

function pairOf(chunks: readonly Chunk[]): Participants {
  return {
    parties: partiesOf(chunks),
    partners: [],
    goal: null,
    explicit: true,
    stranger: false,
    pronominal: isPronominal(chunks),
  };
}

function isPronominal(chunks: readonly Chunk[]): boolean {
  return chunks.length === 1 && chunks[0]!.kind === "group" && chunks[0]!.parties.length >= 2;
}

/** “met today in Rome with B and C”. */
function partnersAfter(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Partners | null {
  if (slots.partnerAfter === null) return null;
  const window = view.text.slice(trigger.end, Math.min(view.sentence.end, trigger.end + 160));
  for (const match of window.matchAll(slots.partnerAfter)) {
    const start = trigger.end + match.index;
    const after = start + match[0].length;
    if (!isLight(view, trigger.end, start, slots.light)) return null;
    const crossed = view.chunks.some(
      (chunk) => isParty(chunk) && chunk.start >= trigger.end && chunk.end <= start,
    );
    // “talks of A with B”: only an owner may stand between.
    if (crossed && ownersAfter(view, trigger, slots) === null) return null;
    const all = slots.amongAll.test(match[0]);
    const chunks = listFrom(view, after, all, slots);
    const behind = view.text.slice(chunks.at(-1)?.end ?? after, (chunks.at(-1)?.end ?? after) + 60);
    return slots.notPartner.test(behind) ? null : { start, all, chunks };
  }
  return null;
}

/** “met B”: the partner is the verb's object. */
function metDirectly(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Partners | null {
  if (slots.partnerAfter === null) return null;
  const chunks = objectOf(view, trigger, slots);
  return chunks === null ? null : { start: trigger.end, all: false, chunks };
}

/** “同来访的B举行会谈”: the partner with its preposition stands before the trigger. */
function partnersBefore(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Partners | null {
  if (slots.partnerBefore === null) return null;
  for (let index = lastBefore(view, trigger.start); index >= 0; index--) {
    const chunk = view.chunks[index]!;
    if (!isLight(view, chunk.end, trigger.start, slots.light)) return null;
    if (!isParty(chunk)) continue;
    const members = listLeft(view, index, slots);
    const start = prepositionBefore(view, members[0]!, slots.partnerBefore);
    if (start === null) return null;
    return { start, all: false, chunks: members };
  }
  return null;
}

/**
 * Where the preposition before somebody begins; bodies and regions that his office names may stand between
 * (“同美国国务院东亚事务助理国务卿B”). `null` where there is none.
 */
function prepositionBefore(view: SentenceView, person: Chunk, pattern: RegExp): number | null {
  const sides = sidesOf(person.parties);
  const { start: from } = view.sentence;
  let start = person.start;
  for (let index = view.chunks.indexOf(person) - 1; ; index--) {
    const head = view.text.slice(Math.max(from, start - 40), start);
    const preposition = pattern.exec(head);
    if (preposition !== null) return start - (head.length - preposition.index);
    const before = view.chunks[index];
    if (before === undefined || before.kind === "person") return null;
    const own =
      before.kind === "place" || [...sidesOf(before.parties)].some((one) => sides.has(one));
    if (!own || !/^[\p{Script=Han}]{0,8}$/u.test(view.text.slice(before.end, start))) return null;
    start = before.start;
  }
}

/** “the visit of A”, “переговоры А”. */
function ownersAfter(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Chunk[] | null {
  if (slots.ownerAfter === null) return null;
  const first = view.chunks.findIndex((chunk) => chunk.start >= trigger.end);
  const chunk = view.chunks[first];
  if (chunk === undefined || !isParty(chunk)) return null;
  if (!slots.ownerAfter.test(view.text.slice(trigger.end, chunk.start))) return null;
  return listRight(view, first, slots);
}

/** “A's first meeting”, “the Xi–Biden call”, “US-China talks”. */
function ownersBefore(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Chunk[] | null {
  const last = lastBefore(view, trigger.start);
  const chunk = view.chunks[last];
  if (chunk === undefined || !isParty(chunk)) return null;
  if (!slots.ownerBefore.test(view.text.slice(chunk.end, trigger.start))) return null;
  const members = [chunk];
  for (let index = last - 1; index >= 0; index--) {
    const next = view.chunks[index]!;
    if (!/^(?:\s?[-–—/]\s?|\p{Ll}?-)$/u.test(view.text.slice(next.end, members[0]!.start))) break;
    members.unshift(next);
  }
  return members.length > 1 ? members : listLeft(view, last, slots);
}

/** “A and B held US-China talks”: persons of the sides that a compound names stand for them. */
function withPersons(
  view: SentenceView,
  trigger: Trigger,
  named: readonly Chunk[],
  slots: SlotGrammar,
): Chunk[] {
  if (!isPair(named) || named.some(({ kind }) => kind === "person")) return [...named];
  const { start } = named[0]!;
  const partner = partnersBefore(view, { ...trigger, start }, slots)?.chunks ?? [];
  const subject = [...(subjectWith(view, trigger, start, slots) ?? []), ...partner];
  const sides = sidesOf(partiesOf(named));
  const same = [...sidesOf(partiesOf(subject))].every((side) => sides.has(side));
  return same ? [...subject, ...named] : [...named];
}

/** The subject of a verb, or of the verb that supports a noun (“held a meeting”). */
function subjectWith(
  view: SentenceView,
  trigger: Trigger,
  before: number,
  slots: SlotGrammar,
): Chunk[] | null {
  const lead = view.text.slice(Math.max(view.sentence.start, trigger.start - 60), trigger.start);
  if (trigger.rule.form === "noun" && slots.asOccasion.test(lead)) return null;
  const subject = subjectOf(view, before, slots);
  if (subject === null || trigger.rule.form === "verb") return subject;
  const gap = view.between(subject.at(-1)!.end, trigger.start);
  return slots.support.test(gap) ? subject : null;
}

/**
 * Whom “his talks”, “their meeting” or “warned him in a call” means: with a partner the nearest person before it (or
 * the subject that follows the phrase) of another side, else the persons of exactly two sides that the sentence names.
 */
function possessorOf(
  view: SentenceView,
  trigger: Trigger,
  partners: readonly Chunk[],
  slots: SlotGrammar,
): Chunk[] | null {
  const head = view.text.slice(Math.max(view.sentence.start, trigger.start - 60), trigger.start);
  const possessive = slots.possessive.exec(head);
  const occasion = slots.occasion.test(head);
  if (possessive === null && !occasion) return null;
  const after = slots.ownAfter.exec(head);
  // “a day after his visit to …”: whoever the clause is about.
  const own =
    after === null || possessive === null
      ? null
      : clauseSubject(view, trigger.start - (head.length - after.index), slots);
  const taken = sidesOf(partiesOf(partners));
  const other = (chunk: Chunk): boolean =>
    !partners.includes(chunk) && [...sidesOf(chunk.parties)].every((side) => !taken.has(side));
  if (own?.every(other) === true) return own;
  let persons = view.chunks.filter(
    ({ kind, parties }) => (kind === "person" || kind === "group") && parties.length > 0,
  );
  if (taken.size === 0 && trigger.rule.mode !== "visit") {
    // “They recalled their meeting, and A said …”: those named before it, if that are two sides.
    const known = persons.filter((chunk) => chunk.end <= trigger.start);
    if (isPair(known)) persons = known;
    const pair = sidesOf(partiesOf(persons));
    const both = occasion || (possessive !== null && slots.plural.test(possessive[0]));
    return both && pair.size === 2 ? persons : null;
  }
  const found =
    persons.findLast((chunk) => chunk.end <= trigger.start && other(chunk)) ??
    persons.find((chunk) => chunk.start > trigger.end && other(chunk));
  return found === undefined ? null : [found];
}
