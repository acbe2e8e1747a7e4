import type { Chunk } from "./chunks.ts";
import type { SlotGrammar } from "./rules.ts";
import { isLight, type SentenceView } from "./sentence-view.ts";
import { sidesOf, type Party } from "./sides.ts";
import type { Trigger } from "./triggers.ts";

/** Who meets at a trigger, as far as its clause says. */
export interface Participants {
  readonly parties: readonly Party[];
  /** The words name a partner, known or not: what is met is not left to what was said before. */
  readonly explicit: boolean;
  /** A partner is named whom the actor stage doesn't know (“met with residents”). */
  readonly stranger: boolean;
  /** One word stands for all of them (“the two leaders”). */
  readonly pronominal: boolean;
}

const nobody: Participants = {
  parties: [],
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
  const partners =
    partnersAfter(view, trigger, slots) ??
    partnersBefore(view, trigger, slots) ??
    (trigger.rule.form === "verb" ? metDirectly(view, trigger, slots) : null);
  if (trigger.rule.form === "object") {
    const object = objectOf(view, trigger, slots);
    if (object === null) return nobody;
    const subject = subjectOf(view, trigger.start, slots);
    const parties = [...partiesOf(subject), ...partiesOf(object)];
    return { ...nobody, parties, explicit: true };
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
    explicit: true,
    stranger: false,
    pronominal: isPronominal(chunks),
  };
}

function isPronominal(chunks: readonly Chunk[]): boolean {
  return chunks.length === 1 && chunks[0]!.kind === "group" && chunks[0]!.parties.length >= 2;
}

/** “between A and B”, “the two leaders”: both sides at once. */
function isPair(chunks: readonly Chunk[]): boolean {
  return sidesOf(partiesOf(chunks)).size >= 2;
}

function partiesOf(chunks: readonly Chunk[] | null): Party[] {
  return (chunks ?? []).flatMap((chunk) => [...chunk.parties]);
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
    return { start, all, chunks: listFrom(view, after, all, slots) };
  }
  return null;
}

/** “met B”: the partner is the verb's object. */
function metDirectly(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Partners | null {
  if (slots.partnerAfter === null) return null;
  const chunks = objectOf(view, trigger, slots);
  return chunks === null ? null : { start: trigger.end, all: false, chunks };
}

/** The list of actors whose first one stands right after an offset. */
function listFrom(view: SentenceView, after: number, all: boolean, slots: SlotGrammar): Chunk[] {
  const first = view.chunks.findIndex((chunk) => chunk.start >= after);
  if (first < 0) return [];
  const chunk = view.chunks[first]!;
  if (!slots.attributes.test(view.text.slice(after, chunk.start))) return [];
  if (chunk.kind === "place" || chunk.kind === "other") return [];
  return listRight(view, first, slots, all);
}

/**
 * The members of a list that begins with a chunk.
 * @param all - the list is known to have two members at least, whatever follows it
 */
function listRight(
  view: SentenceView,
  first: number,
  slots: SlotGrammar,
  all: boolean = false,
): Chunk[] {
  const members = [view.chunks[first]!];
  let closed = 1;
  for (let index = first + 1; index < view.chunks.length; index++) {
    const next = view.chunks[index]!;
    const gap = view.text.slice(members.at(-1)!.end, next.start);
    if (!isParty(next) || !slots.list.test(gap)) break;
    const follows = view.text.slice(next.end, next.end + 24);
    if (slots.predicate.test(follows) && !(all && members.length === 1)) break;
    members.push(next);
    if (slots.closing.test(gap)) closed = members.length;
  }
  if (closed === 1 && isApposition(members)) return [members.at(-1)!];
  // A title may end in a list that was cut before its “and”.
  const ends = members.length > 2 && members.at(-1)!.end >= view.sentence.end - 1;
  return ends || isRow(view, members) ? members : members.slice(0, closed);
}

/** “a member of the party's bureau, head of its commission, Minister B”: offices and bodies of one side before a name. */
function isApposition(members: readonly Chunk[]): boolean {
  const last = members.at(-1)!;
  const offices = members.slice(0, -1);
  return (
    offices.length > 0 &&
    last.kind === "person" &&
    !last.office &&
    sidesOf(partiesOf(members)).size === 1 &&
    offices.every(({ office, kind }) => office || kind === "body")
  );
}

/** “A, B, C”: three persons or more with nothing but commas between them. */
function isRow(view: SentenceView, members: readonly Chunk[]): boolean {
  return (
    members.length > 2 &&
    members.every(
      (member, index) =>
        member.kind === "person" &&
        (index === 0 || view.text.slice(members[index - 1]!.end, member.start) === ", "),
    )
  );
}

/** The members of a list that ends with a chunk. */
function listLeft(view: SentenceView, last: number, slots: SlotGrammar): Chunk[] {
  const members = [view.chunks[last]!];
  let open = false;
  for (let index = last - 1; index >= 0; index--) {
    const next = view.chunks[index]!;
    const gap = view.text.slice(next.end, members[0]!.start);
    if (!isParty(next) || !slots.list.test(gap)) break;
    if (!open && !slots.closing.test(gap)) break;
    open = true;
    members.unshift(next);
  }
  return members;
}

function isParty(chunk: Chunk): boolean {
  return chunk.kind !== "place" && chunk.kind !== "other";
}

/** “同来访的B举行会谈”: the partner with its preposition stands before the trigger. */
function partnersBefore(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Partners | null {
  if (slots.partnerBefore === null) return null;
  for (let index = lastBefore(view, trigger.start); index >= 0; index--) {
    const chunk = view.chunks[index]!;
    if (!isLight(view, chunk.end, trigger.start, slots.light)) return null;
    if (!isParty(chunk)) continue;
    const members = listLeft(view, index, slots);
    const head = view.text.slice(
      Math.max(view.sentence.start, members[0]!.start - 40),
      members[0]!.start,
    );
    const preposition = slots.partnerBefore.exec(head);
    if (preposition === null) return null;
    const start = members[0]!.start - (head.length - preposition.index);
    return { start, all: false, chunks: members };
  }
  return null;
}

function lastBefore(view: SentenceView, offset: number): number {
  return view.chunks.findLastIndex((chunk) => chunk.end <= offset);
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
  const subject = subjectWith(view, trigger, named[0]!.start, slots) ?? [];
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
  let persons = view.chunks.filter(
    ({ kind, parties }) => (kind === "person" || kind === "group") && parties.length > 0,
  );
  const taken = sidesOf(partiesOf(partners));
  if (taken.size === 0 && trigger.rule.mode !== "visit") {
    // “They recalled their meeting, and A said …”: those named before it, if that are two sides.
    const known = persons.filter((chunk) => chunk.end <= trigger.start);
    if (isPair(known)) persons = known;
    const pair = sidesOf(partiesOf(persons));
    const both = occasion || (possessive !== null && slots.plural.test(possessive[0]));
    return both && pair.size === 2 ? persons : null;
  }
  const other = (chunk: Chunk): boolean =>
    !partners.includes(chunk) && [...sidesOf(chunk.parties)].every((side) => !taken.has(side));
  const found =
    persons.findLast((chunk) => chunk.end <= trigger.start && other(chunk)) ??
    persons.find((chunk) => chunk.start > trigger.end && other(chunk));
  return found === undefined ? null : [found];
}

/** The nearest actors before an offset that can be the subject there. */
function subjectOf(view: SentenceView, before: number, slots: SlotGrammar): Chunk[] | null {
  for (let index = lastBefore(view, before); index >= 0; index--) {
    const chunk = view.chunks[index]!;
    if (before - chunk.end > 220) return null;
    if (!isParty(chunk) || chunk.kind === "nation") continue;
    const members = listLeft(view, index, slots);
    const gap = view.text.slice(chunk.end, before);
    if (/^,? (?:who|который|которая|которые) (?:\p{L}+ )?$/u.test(gap)) return members;
    if (slots.clause.test(gap.replace(/, [^,]{0,80},/gu, " "))) return null;
    const head = view.text.slice(
      Math.max(view.sentence.start, members[0]!.start - 30),
      members[0]!.start,
    );
    if (!slots.oblique.test(head)) return members;
    index -= members.length - 1;
  }
  return null;
}

/** “received B”: the object right after the verb. */
function objectOf(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Chunk[] | null {
  let first = view.chunks.findIndex((chunk) => chunk.start >= trigger.end);
  let chunk = view.chunks[first];
  // “received in the Kremlin B”: the object comes after the place.
  if (
    chunk?.kind === "place" &&
    trigger.rule.mode !== "visit" &&
    isLight(view, trigger.end, chunk.start, slots.light)
  )
    chunk = view.chunks[++first];
  if (chunk === undefined || chunk.kind === "other") return null;
  const from = view.chunks[first - 1]?.kind === "place" ? view.chunks[first - 1]!.end : 0;
  if (!slots.objectAfter.test(view.text.slice(Math.max(trigger.end, from), chunk.start)))
    return null;
  if (chunk.kind === "place") return trigger.rule.mode === "visit" ? [chunk] : null;
  const members = listRight(view, first, slots);
  const follows = view.text.slice(members.at(-1)!.end, members.at(-1)!.end + 24);
  return slots.objectNot.test(follows) ? null : members;
}
