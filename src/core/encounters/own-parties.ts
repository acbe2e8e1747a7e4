import { actorTable } from "../actors/actor-table.ts";
import { mentionsIn } from "../actors/lookup.ts";
import { dateOf, speaksForOthers } from "../actors/people.ts";
import type { Context } from "../context.ts";
import type { Document, Sentence } from "../document.ts";
import { leadLength } from "./own-leads.ts";
import type { SlotGrammar } from "./rules.ts";
import type { Sighting } from "./sighting.ts";
import { sideOn } from "../actors/side-on.ts";
import { sidesOf, type Party } from "./sides.ts";

/** The side of a page that is nobody's account, such as a joint statement that another site keeps. */
export const nobodys = "";

/** The side whose account a page is; `nobodys` where it is none's. */
export function ownSide(document: Document, context: Context): string {
  const { party } = document;
  return party === null ? nobodys : (sideOn(document, party, context) ?? party);
}

/** Who met at an account's own encounter: parties that the lead names; where it names one side only, who speaks for the account's own. */
export function ownParties(
  document: Document,
  first: Sighting,
  whole: Sighting | null,
  leads: readonly Sighting[],
  slots: SlotGrammar,
  context: Context,
): readonly Party[] {
  const signed = document.kind === "joint-statement" ? signatories(document, context) : null;
  if (whole !== null && whole.edition !== null && whole.form === "summit")
    return withOwner(document, whole.parties, true, context);
  if (whole !== null && whole.sides.size >= 2) {
    const named = withNames(whole, leads);
    const own = ownSide(document, context);
    return whole.sides.has(own) ? withOwner(document, named, false, context) : named;
  }
  const owned = signed ?? withOwner(document, first.parties, false, context);
  if (sidesOf(owned).size >= 2) return owned;
  const named = personsInTitle(document, slots, context);
  return named?.some(({ side }) => sidesOf(owned).has(side ?? "")) === true
    ? [...owned, ...named]
    : owned;
}

/** The parties of a title, with the persons that the lead after it names where the title names states. */
function withNames(whole: Sighting, leads: readonly Sighting[]): readonly Party[] {
  const isPerson = ({ actor, side }: Party): boolean => actor !== null && actor !== side;
  const next = leads.find(
    ({ start, explicit, sides, mode }) =>
      start > whole.end &&
      explicit &&
      (mode === "visit") === (whole.mode === "visit") &&
      sides.size === whole.sides.size &&
      [...sides].every((side) => whole.sides.has(side)),
  );
  if (!whole.heading || next === undefined) return whole.parties;
  const named = next.parties.filter(
    (party) =>
      isPerson(party) &&
      !whole.parties.some((known) => known.side === party.side && isPerson(known)),
  );
  return [...named, ...whole.parties];
}

/** A meeting in a title that names one side at it, with the persons or states that the title names besides. */
export function titled(
  document: Document,
  lead: Sighting,
  slots: SlotGrammar,
  context: Context,
): Sighting {
  if (lead.sides.size >= 2 || lead.form === "summit") return lead;
  const parties = personsInTitle(document, slots, context);
  if (parties === null) return lead;
  return { ...lead, parties, sides: sidesOf(parties), explicit: true, opens: true };
}

/**
 * Somebody without a known side whom an account's own side meets is there for the one foreign state that its title and
 * first two sentences name.
 */
export function withGuestSide(
  document: Document,
  parties: readonly Party[],
  context: Context,
): readonly Party[] {
  if (sidesOf(parties).size !== 1 || !parties.some(({ side }) => side === null)) return parties;
  const known = sidesOf(parties);
  const states = new Set(
    document.layers.sentences
      .slice(0, 3)
      .flatMap((sentence) => mentionsIn(document, sentence))
      .filter(({ type, actor }) => type === "state" && actor !== null)
      .map(({ actor }) => sideOn(document, actor!, context))
      .filter((side) => side !== null && !known.has(side)),
  );
  if (states.size !== 1) return parties;
  const [guest] = states;
  return parties.map((party) => (party.side === null ? { ...party, side: guest! } : party));
}

/** The persons of two or more sides that a title names, else its two states (“Remarks by A and B before their meeting”). */
function personsInTitle(document: Document, slots: SlotGrammar, context: Context): Party[] | null {
  const title = document.blocks.find(({ role }) => role === "title");
  if (title === undefined) return null;
  const named = mentionsIn(document, title).filter(
    ({ end }) => !slots.ownsServant.test(document.text.slice(end, end + 70)),
  );
  // “the leaders of A and B” are one mention of several.
  const ofType = (type: string): Party[] =>
    named
      .filter((mention) => mention.type === type || (type === "person" && mention.type === "group"))
      .flatMap(({ actor, actors }) => (actor === null ? actors : [actor]))
      .map((actor) => ({ actor, side: sideOn(document, actor, context) }));
  const persons = ofType("person");
  if (sidesOf(persons).size >= 2) return persons;
  const states = ofType("state");
  const sides = sidesOf(states);
  const own = ownSide(document, context);
  return sides.size === 2 || (sides.size > 2 && sides.has(own)) ? states : null;
}

/** The account's own side added; at a summit in the place of the organisation. */
function withOwner(
  document: Document,
  parties: readonly Party[],
  summit: boolean,
  context: Context,
): readonly Party[] {
  const side = ownSide(document, context);
  if (side === nobodys) return parties;
  const isNamed = parties.some((party) => party.side === side && party.actor !== side);
  if (isNamed || (document.kind === "joint-statement" && sidesOf(parties).has(side)))
    return parties;
  const others = parties.filter(
    ({ actor }) => actor === null || !actor.startsWith("INT:") || !summit,
  );
  const speaker = headSentences(document)
    .flatMap((sentence) => mentionsIn(document, sentence))
    .find(
      ({ type, actor }) =>
        type === "person" &&
        actor !== null &&
        sideOn(document, actor, context) === side &&
        !speaksForOthers(actorTable(context), actor, dateOf(document)),
    );
  return [{ actor: speaker?.actor ?? side, side }, ...others];
}

/** The title and the first sentences. */
function headSentences(document: Document): readonly Sentence[] {
  return document.layers.sentences.filter(
    (sentence, index) => index < 4 || sentence.start < leadLength(document),
  );
}

/** States or leaders that a joint statement names in its title or first sentences. */
function signatories(document: Document, context: Context): Party[] | null {
  const signed: Party[] = [];
  for (const sentence of headSentences(document)) {
    const named = mentionsIn(document, sentence).filter(
      ({ type, actor, how }) =>
        (type === "state" && actor !== null && how !== "demonym") ||
        (type === "body" && actor?.startsWith("INT:") === true),
    );
    for (const { actor } of named) signed.push({ actor, side: sideOn(document, actor!, context) });
    if (sidesOf(signed).size >= 2) break;
  }
  return signed.length > 0 ? [...withOwner(document, signed, false, context)] : null;
}

/** A page whose title names only who speaks for others: a spokesperson's briefing is no account of an encounter. */
export function isSpokespersons(document: Document, context: Context): boolean {
  const title = document.blocks.find(({ role }) => role === "title");
  if (document.kind !== "briefing" || title === undefined) return false;
  const people = mentionsIn(document, title).filter(
    ({ type, actor }) => type === "person" && actor !== null,
  );
  return (
    people.length > 0 &&
    people.every(({ actor }) => speaksForOthers(actorTable(context), actor!, dateOf(document)))
  );
}
