import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { DateInterval, EncounterMention, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { meets, overlap, sameMode } from "./agreement.ts";
import { levelOf } from "./level.ts";
import type { Sighting } from "./sighting.ts";
import { idsOf, sidesOf, type Party } from "./sides.ts";
import { isRemote } from "./sightings.ts";

/** Sightings that mean one encounter, in text order; the document's own comes first in its group. */
export interface Group {
  readonly members: Sighting[];
  readonly main: boolean;
}

/**
 * Join sightings that mean the same encounter: same sides, persons, modes and dates that agree. Words without
 * participants of their own (“the call”) mean the encounter spoken of last.
 * @param own - the document's own encounter, `null` when it is no account
 */
export function joinSightings(sightings: readonly Sighting[], own: Sighting | null): Group[] {
  const groups: Group[] = own === null ? [] : [{ members: [own], main: true }];
  for (const sighting of sightings) {
    const refers = own !== null && sighting.pronominal && sighting.date === null;
    if ((sighting.explicit || sighting.opens) && !refers) {
      if (!sighting.opens) continue;
      const group = bestGroup(groups, sighting);
      if (group !== null) group.members.push(sighting);
      else groups.push({ members: [sighting], main: false });
    } else if (!referTo(groups, sighting)) {
      const known = sightingOfPair(groups, sighting);
      if (known !== null) groups.push({ members: [known], main: false });
    }
  }
  return groups;
}

/**
 * “the June 15 call” is another encounter of the pair that the page speaks of: the only one, or the only one of which
 * the sentence names persons; `null` where the day or the pair is not told.
 */
function sightingOfPair(groups: readonly Group[], sighting: Sighting): Sighting | null {
  if (sighting.date === null || sighting.mode === null) return null;
  if (sighting.general || sighting.sides.size > 0) return null;
  const met = groups.map(({ members }) => members[0]!).filter((first) => !isSummit(first));
  const pairs = onePerPair(met);
  const named = pairs.filter(({ sides }) => [...sides].every((side) => sighting.near.has(side)));
  const [told, ...others] = named.length > 0 ? named : pairs;
  if (told === undefined || others.length > 0 || told.sides.size !== 2) return null;
  return { ...sighting, parties: told.parties, sides: told.sides, explicit: true, opens: true };
}

function onePerPair(met: readonly Sighting[]): Sighting[] {
  const byPair = new Map(met.map((first) => [[...first.sides].toSorted().join(" "), first]));
  return [...byPair.values()];
}

/** The group a sighting with its own participants belongs to: the one dated alike, else the one spoken of last. */
function bestGroup(groups: readonly Group[], sighting: Sighting): Group | null {
  const fitting = groups.filter((group) => agrees(group, sighting));
  const dated = fitting.filter(
    (group) =>
      sighting.date !== null &&
      group.members.some(({ date }) => date !== null && overlap(date, sighting.date!)),
  );
  const candidates = dated.length > 0 ? dated : fitting;
  return candidates.toSorted((a, b) => lastPlace(b) - lastPlace(a))[0] ?? null;
}

function lastPlace(group: Group): number {
  return group.members.at(-1)!.start;
}

/** How far back “the call” can mean an encounter, in characters; the document's own is never too far. */
const reach = 1500;

/** Add words that leave open whom they mean to the encounter they refer to. @returns whether there is one */
function referTo(groups: readonly Group[], sighting: Sighting): boolean {
  if (sighting.earlier && sighting.date === null) return true;
  const near = groups
    .filter(
      (group) =>
        (group.main ||
          (sighting.start - lastPlace(group) < reach && !isThisOne(groups, sighting))) &&
        [...sighting.sides].every((side) => groupSides(group).has(side)) &&
        modesAgree(group, sighting) &&
        datesAgree(group, sighting) &&
        placesAgree(group, sighting) &&
        !(sighting.earlier && group.main) &&
        !(sighting.status === "announced" && statusOf(group.members) === "held"),
    )
    .toSorted((a, b) => lastPlace(b) - lastPlace(a));
  const exact = near.find((group) => group.members.some((member) => member.mode === sighting.mode));
  const group = exact ?? near[0];
  group?.members.push(sighting);
  return group !== undefined;
}

/** “this meeting” in an account is its own. */
function isThisOne([first]: readonly Group[], { current }: Sighting): boolean {
  return current && first?.main === true;
}

function agrees(group: Group, sighting: Sighting): boolean {
  if (sighting.earlier && (group.main || (sighting.date !== null && !isDated(group)))) return false;
  const sides = groupSides(group);
  if (sighting.edition !== null && isSummit(sighting)) return isGroupOfSummit(group, sighting);
  const [first] = group.members;
  if (isSummit(first!) && sighting.form !== "summit")
    return sighting.sides.size >= 3 && sighting.date === null && modesAgree(group, sighting);
  if (!sidesAgree(sides, sighting.sides)) return false;
  if (!personsAgree(groupParties(group), sighting.parties)) return false;
  if (!modesAgree(group, sighting) || !datesAgree(group, sighting)) return false;
  if (!placesAgree(group, sighting)) return false;
  const status = statusOf(group.members);
  const planned = sighting.status === "announced";
  // What is still to come is not what took place, unless a day says so.
  if (planned !== (status === "announced")) return sighting.date !== null && isDated(group);
  return true;
}

function isDated(group: Group): boolean {
  return group.members.some(({ date }) => date !== null);
}

/** The summit itself, not a meeting at it. */
function isSummit(sighting: Sighting): boolean {
  return sighting.form === "summit" && sighting.edition !== null;
}

function isGroupOfSummit(group: Group, sighting: Sighting): boolean {
  const [first] = group.members;
  const own = group.main && first!.mode === "multilateral" && first!.edition !== null;
  return group.members.some(
    (member) => member.edition?.id === sighting.edition!.id && (isSummit(member) || own),
  );
}

function groupParties(group: Group): Party[] {
  return group.members.flatMap((member) => [...member.parties]);
}

function groupSides(group: Group): Set<string> {
  return new Set(group.members.flatMap((member) => [...member.sides]));
}

/** The same two sides, or most of the same many. */
function sidesAgree(known: ReadonlySet<string>, next: ReadonlySet<string>): boolean {
  const shared = [...next].filter((side) => known.has(side)).length;
  if (known.size <= 2 || next.size <= 2) return shared === next.size && shared === known.size;
  return shared >= 2 && shared * 2 >= Math.min(known.size, next.size);
}

/** No side is there with other persons than before. */
export function personsAgree(known: readonly Party[], next: readonly Party[]): boolean {
  const people = (parties: readonly Party[], side: string): Set<string> =>
    new Set(
      parties
        .filter((party) => party.side === side && party.actor !== null && party.actor !== side)
        .map((party) => party.actor!),
    );
  for (const side of sidesOf(next)) {
    const [here, there] = [people(known, side), people(next, side)];
    if (here.size > 0 && there.size > 0 && ![...there].some((person) => here.has(person)))
      return false;
  }
  return true;
}

function modesAgree(group: Group, { mode }: Sighting): boolean {
  const modes = group.members.map((member) => member.mode).filter((known) => known !== null);
  return mode === null || modes.length === 0 || modes.some((known) => sameMode(known, mode));
}

/**
 * Dates with a day in common; with an account's own encounter also the days beside it where one of the two is only the
 * day of publication.
 */
function datesAgree(group: Group, sighting: Sighting): boolean {
  const { date } = sighting;
  const own = group.members[0]!;
  if (group.main && date !== null && own.date !== null && !sighting.earlier) {
    const shifts = own.datedBy === "page" || sighting.datedBy === "page";
    if (shifts && meets(own.date, date)) return true;
  }
  const dates = group.members.map((member) => member.date).filter((known) => known !== null);
  return date === null || dates.length === 0 || dates.some((known) => overlap(known, date));
}

/** Two towns are two encounters; a state may hold either. */
function placesAgree(group: Group, { place }: Sighting): boolean {
  if (place === null || !place.includes(":")) return true;
  const known = group.members
    .map((member) => member.place)
    .filter((other) => other !== null && other.includes(":"));
  return known.length === 0 || known.some((other) => other === place || sameState(other!, place));
}

/** A residence and its town lie in one state: which holds which the tables don't tell. */
function sameState(a: string, b: string): boolean {
  return a.slice(0, 3) === b.slice(0, 3);
}

/** Held where any place that names those who met says so. */
function statusOf(members: readonly Sighting[]): Sighting["status"] {
  const [first, ...others] = members;
  const off = first!.status === "cancelled" || first!.status === "postponed";
  // What was called off is spoken of further; only a day says that it took place after all.
  if (off && !others.some(({ status, date }) => status === "held" && date !== null))
    return first!.status;
  const told = members.filter((member, index) => index === 0 || member.explicit);
  return told.some(({ status }) => status === "held") ? "held" : members[0]!.status;
}

/** The mention that a group makes. */
export function mentionOf(
  { members, main }: Group,
  attending: readonly Party[],
  context: Context,
): EncounterMention {
  const first = members[0]!;
  const told = main ? ownParties(members) : tellingParties(members);
  const known = sidesOf(told);
  // Who is listed for a side not named yet met the others; who is there beside the leader of a side was with him.
  const named = [...told, ...attending.filter(({ side }) => !known.has(side!))];
  const principals = idsOf(named);
  const also = main ? [] : members.flatMap((member) => member.parties);
  const participants = idsOf([...named, ...attending, ...also]);
  const mode = groupMode(members, main);
  const dated = narrowest(members, main);
  return {
    start: first.start,
    end: first.end,
    rule: first.rule,
    places: members.map(({ start, end, rule }) => ({ start, end, rule })),
    mode,
    participants,
    principals,
    sides: [...sidesOf(named)].toSorted(),
    sideOf: sidesTold(named, context),
    place: isRemote(mode) ? null : (members.find(({ place }) => place !== null)?.place ?? null),
    date: dated?.date ?? null,
    dateBasis: dated?.dateBasis ?? null,
    datedBy: dated?.datedBy ?? null,
    status: main ? first.status : statusOf(members),
    level: levelOf(principals, context),
    sequence: members.find(({ sequence }) => sequence !== null)?.sequence ?? null,
    summit: members.find(({ edition }) => edition !== null)?.edition?.id ?? null,
    atSummit: main ? isSummit(first) : members.some(isSummit),
    main,
  };
}

/** Who met: whom words name that tell who met whom; who only “attended” it was with somebody of his side named there. */
function tellingParties(members: readonly Sighting[]): Party[] {
  const [first, ...others] = members;
  const told = [first!, ...others.filter(({ explicit }) => explicit)].flatMap(
    ({ parties }) => parties,
  );
  const known = sidesOf(told);
  const further = others.flatMap(({ parties }) => parties);
  return [...told, ...further.filter(({ side }) => side === null || !known.has(side))];
}

/** Sides that only the text tells. */
function sidesTold(parties: readonly Party[], context: Context): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { actor, side } of parties)
    if (actor !== null && side !== null && side !== sideOf(context, actor)) told[actor] = side;
  return told;
}

/** Who met at the document's own encounter: whom its lead names, at a summit also whom later sentences list. */
function ownParties(members: readonly Sighting[]): readonly Party[] {
  const [own, ...others] = members;
  if (own!.parties.length === 0) return others.flatMap(({ parties }) => [...parties]);
  if (!isSummit(own!)) return own!.parties;
  const listed = others.filter(({ sides, form }) => sides.size >= 3 && form !== "summit");
  return [...own!.parties, ...listed.flatMap(({ parties }) => [...parties])];
}

/** The mode of a group: its own for the document's encounter, else the one that says most. */
function groupMode(members: readonly Sighting[], main: boolean): EncounterMode {
  const modes = members.map(({ mode }) => mode).filter((mode) => mode !== null);
  return (
    (main ? members[0]!.mode : null) ??
    modes.find((mode) => mode !== "meeting" && mode !== "other") ??
    modes[0] ??
    "other"
  );
}

function narrowest(members: readonly Sighting[], main: boolean): Sighting | undefined {
  const own = members[0]!;
  // What a page says of other days doesn't date its own encounter, unless that is still to come.
  if (main && (own.date !== null || own.status === "held")) return own;
  const width = ({ date }: Sighting): number => widthOf(date!);
  return members
    .filter((member) => member.date !== null && (!member.general || member.explicit))
    .toSorted((a, b) => width(a) - width(b))[0];
}

function widthOf({ earliest, latest }: DateInterval): number {
  return daysBetween(earliest, latest);
}
