import type { Context } from "../context.ts";
import type { Document, Range } from "../document.ts";
import type { DateInterval, EncounterMode, EncounterStatus } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { meets } from "./agreement.ts";
import { hostAt, type Chunk } from "./chunks.ts";
import { datesOf, factOf, isHappening, isReference, placeOf, type When } from "./circumstances.ts";
import { leadLength } from "./own-leads.ts";
import { participantsOf, type Participants } from "./participants.ts";
import type { EncounterGrammar } from "./rules.ts";
import { isLight, type SentenceView } from "./sentence-view.ts";
import { sidesOf, type Party } from "./sides.ts";
import type { Sighting } from "./sighting.ts";
import type { Edition } from "./summits.ts";
import { triggersIn, type Trigger } from "./triggers.ts";

/** A recurring summit named in a sentence, and the edition it means there. */
export interface NamedSummit extends Range {
  readonly series: string;
  readonly edition: Edition | null;
  /** A year or place right beside the name tells the edition. */
  readonly beside: boolean;
}

/** Everything in a sentence that speaks of an encounter. */
export function sightingsIn(
  document: Document,
  view: SentenceView,
  summits: readonly NamedSummit[],
  grammar: EncounterGrammar,
  context: Context,
): Sighting[] {
  const triggers = withSummits(triggersIn(view.text, view.sentence, grammar.rules), summits);
  if (triggers.length === 0) return [];
  const dates = datesOf(view, triggers, grammar);
  // “at the BRICS summit”: the body is part of the gathering's name.
  const beside = {
    ...view,
    chunks: view.chunks.filter(
      (chunk) => chunk.kind !== "body" || !summits.some((summit) => overlaps(summit, chunk)),
    ),
  };
  return triggers.flatMap((trigger) => {
    const named = summits.find((summit) => overlaps(summit, trigger)) ?? null;
    const venue =
      named ?? summits.find((summit) => isVenue(view, trigger, summit, grammar)) ?? null;
    const { fact: told, earlier } = factOf(view, trigger, grammar);
    const heading = document.blocks[view.sentence.block]?.role === "title";
    const lead = view.text.slice(Math.max(view.sentence.start, trigger.start - 12), trigger.start);
    const coming = heading && told === "held" && grammar.slots.headlineAhead.test(lead);
    const fact = coming ? "announced" : told;
    // “met at the summit on Thursday”: the day of both.
    const place = venue === null ? undefined : triggers.find((other) => overlaps(other, venue));
    const when = dates.get(trigger) ?? (place === undefined ? null : (dates.get(place) ?? null));
    const looked = named === null ? beside : view;
    const read = participantsOf(looked, trigger, grammar.slots);
    const found: Found = {
      grammar,
      context,
      fact,
      earlier,
      own: named === null ? null : { ...named, edition: editionAt(named, fact, when, document) },
      edition: venue === null ? null : editionAt(venue, fact, when, document),
      when,
    };
    return eachMet(looked, trigger, read, grammar).map((met) =>
      sightingOf(document, looked, trigger, met, found),
    );
  });
}

/** “met separately with A, B and C”: an encounter with each. */
function eachMet(
  view: SentenceView,
  { start, end }: Trigger,
  read: Participants,
  grammar: EncounterGrammar,
): Participants[] {
  const { parties, partners } = read;
  const sides = sidesOf(partners);
  if (sides.size < 2 || sides.size === sidesOf(parties).size) return [read];
  const around = view.text.slice(
    Math.max(view.sentence.start, start - 30),
    Math.min(view.sentence.end, end + 160),
  );
  if (!grammar.slots.oneByOne.test(around)) return [read];
  const hosts = parties.filter((party) => !partners.includes(party));
  return [...sides].map((side) => {
    const met = partners.filter((party) => party.side === side);
    return { ...read, parties: [...hosts, ...met], partners: met };
  });
}

/**
 * The edition a summit's name means: none where the words date another one; one that is over not where they look ahead,
 * and one yet to come only where they do, unless they name its place: else it is one the tables lack.
 */
function editionAt(
  { edition, beside }: NamedSummit,
  fact: EncounterStatus | "none",
  when: When | null,
  document: Document,
): Edition | null {
  const { earliest, latest } = document.published;
  if (edition !== null && when !== null && !meets(when.interval, edition)) return null;
  const gone = edition !== null && earliest !== null && daysBetween(edition.latest, earliest) > 1;
  if (gone && fact === "announced" && !beside) return null;
  const coming = edition !== null && latest !== null && daysBetween(latest, edition.earliest) > 1;
  return coming && fact === "held" && !beside ? null : edition;
}

interface Found {
  readonly grammar: EncounterGrammar;
  readonly context: Context;
  readonly fact: EncounterStatus | "none";
  readonly earlier: boolean;
  /** The summit that the trigger itself names. */
  readonly own: NamedSummit | null;
  readonly edition: Edition | null;
  readonly when: When | null;
}

function sightingOf(
  document: Document,
  view: SentenceView,
  trigger: Trigger,
  read: Participants,
  { grammar, context, fact, earlier, own, edition, when }: Found,
): Sighting {
  const { rule, start, end } = trigger;
  const where = read.goal ?? placeOf(view, trigger, grammar);
  const leads = own !== null && own.start < leadLength(document);
  const parties = partiesAt(read.parties, { rule, where, own, leads }, context);
  const sides = sidesOf(parties);
  const inSummit = own === null ? null : own.edition;
  const mode = modeOf(view, trigger, sides.size, own?.edition ?? null, grammar);
  const occasion = isRemote(mode) && own === null ? null : edition;
  const date = dateAt(when, inSummit ?? occasion);
  const general = rule.general === true && when === null && !isHappening(view, trigger, grammar);
  const ahead = date !== null && isAhead(date, document);
  const past = date !== null && isPast(date, document);
  const isDated = date !== null && when !== null && date === when.interval;
  return {
    start,
    end,
    rule: rule.id,
    form: rule.form,
    mode,
    parties,
    sides,
    near: personalSides(view),
    explicit: read.explicit || own !== null,
    pronominal: read.pronominal,
    general: rule.general === true,
    opens:
      fact !== "none" &&
      !general &&
      !read.stranger &&
      !(rule.general === true && rule.mode === null && (when === null || parties.length > 3)) &&
      // A gathering that the tables lack is one in particular only with a day, or as what the page is about.
      (own === null || inSummit !== null || when !== null || leads) &&
      // Troops of a body that arrive are no guests.
      (mode !== "visit" || [...sides].filter((side) => !side.startsWith("INT:")).length >= 2) &&
      (sides.size >= 2 || inSummit !== null),
    earlier,
    current: grammar.current.test(
      view.text.slice(Math.max(view.sentence.start, start - 24), start),
    ),
    place: placeAt(mode, trigger, where, occasion, context) ?? visited(rule, read.parties),
    date,
    dateBasis: date === null ? null : isDated ? when.basis : "inferred",
    datedBy: date === null ? null : isToday(date, when, document) ? "page" : "text",
    dateRange: isDated ? when.range : null,
    status: statusAt(fact, past, ahead && rule.past !== true),
    sequence: sequenceAt(view, trigger, grammar),
    edition: occasion?.pair.length === 2 ? null : occasion,
    reference: isReference(view, trigger, grammar),
    aside: isAside(view, trigger, grammar),
    heading: document.blocks[view.sentence.block]?.role === "title",
  };
}

/** Whether a summit or visit is told as the occasion of something else. */
function isAside(
  view: SentenceView,
  { start, end, rule }: Trigger,
  grammar: EncounterGrammar,
): boolean {
  const before = view.text.slice(Math.max(view.sentence.start, start - 60), start);
  const { slots } = grammar;
  if (rule.mode !== "visit") return slots.asOccasion.test(before) || slots.aheadOf.test(before);
  const after = view.text.slice(end, Math.min(view.sentence.end, end + 16));
  return grammar.slots.during.test(`${before}¦${after}`);
}

function personalSides({ chunks }: SentenceView): Set<string> {
  return sidesOf(chunks.filter(({ kind }) => kind === "person").flatMap(({ parties }) => parties));
}

/** Calls, video meetings and letters have no place. */
export function isRemote(mode: EncounterMode | null): boolean {
  return mode === "phone" || mode === "video" || mode === "letter";
}

/** Where it took place: in a visit's host state, at the summit, or where the clause says. */
function placeAt(
  mode: EncounterMode | null,
  { rule }: Trigger,
  where: Chunk | null,
  occasion: Edition | null,
  context: Context,
): string | null {
  if (isRemote(mode)) return null;
  if (rule.host !== undefined) {
    const inside = where !== null && hostAt(where, context)?.side === rule.host;
    return inside ? where.place : rule.host;
  }
  return where?.place ?? occasion?.place ?? null;
}

/** The state that is the object of a visit. */
function visited({ mode, form }: Trigger["rule"], parties: readonly Party[]): string | null {
  const host = mode === "visit" && form === "object" ? parties.at(-1) : undefined;
  return host !== undefined && host.actor === host.side ? host.side : null;
}

/** Parties with the host of a visit; a summit of known edition is not its organisation's own party. */
function partiesAt(
  read: readonly Party[],
  {
    rule,
    where,
    own,
    leads,
  }: {
    readonly rule: Trigger["rule"];
    readonly where: Chunk | null;
    readonly own: NamedSummit | null;
    /** It stands in the first sentences. */
    readonly leads: boolean;
  },
  context: Context,
): Party[] {
  if (own !== null && own.edition?.pair.length === 2) {
    const { pair } = own.edition;
    const persons = read.filter(({ side }) => side !== null && pair.includes(side));
    const unnamed = pair.filter((state) => persons.every(({ side }) => side !== state));
    return [...persons, ...unnamed.map((state) => ({ actor: state, side: state }))];
  }
  if (own !== null) {
    const attending = read.filter(({ actor }) => actor !== own.series);
    const series = own.series.startsWith("INT:") ? [{ actor: own.series, side: own.series }] : [];
    if (attending.length === 0) return series;
    // An account of a gathering the tables lack is told to whose it is.
    return own.edition === null && leads ? [...attending, ...series] : attending;
  }
  if (rule.mode !== "visit") return [...read];
  const given = rule.host === undefined ? null : { actor: rule.host, side: rule.host };
  const host = given ?? (where === null ? null : hostAt(where, context));
  return host === null ? [...read] : [...read, host];
}

function daysOf({ earliest, latest }: Edition): DateInterval {
  return { earliest, latest };
}

/** The day the text gives, or the summit's days where it gives none or a time around them. */
function dateAt(when: When | null, edition: Edition | null): DateInterval | null {
  if (edition === null) return when?.interval ?? null;
  const days = daysOf(edition);
  if (when === null) return days;
  const { earliest, latest } = when.interval;
  return earliest <= days.earliest && latest >= days.latest ? days : when.interval;
}

/** What lies before the page's day took place, what lies after it is to come. */
function statusAt(fact: EncounterStatus | "none", past: boolean, ahead: boolean): EncounterStatus {
  if (fact === "announced" && past) return "held";
  if (fact === "held" && ahead) return "announced";
  return fact === "none" ? "held" : fact;
}

/** “today”: no more than the day of publication says, which between capitals may be the next. */
function isToday(date: DateInterval, when: When | null, document: Document): boolean {
  const { earliest, latest } = document.published;
  return when?.basis === "inferred" && date.earliest === earliest && date.latest === latest;
}

function isAhead(interval: DateInterval, document: Document): boolean {
  return document.published.latest !== null && interval.earliest > document.published.latest;
}

function isPast(interval: { readonly latest: string }, document: Document): boolean {
  return document.published.earliest !== null && interval.latest < document.published.earliest;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Names of summits are triggers of their own, in the place of what a rule finds in them. */
function withSummits(triggers: readonly Trigger[], summits: readonly NamedSummit[]): Trigger[] {
  const named = summits.map(({ start, end, edition }): Trigger => ({
    start,
    end,
    rule: {
      id: "encounter/summit",
      pattern: /(?!)/g,
      ...(edition !== null && edition.pair.length > 0
        ? { mode: "meeting", form: "noun" }
        : { mode: "multilateral", form: "summit" }),
      example: "the SCO summit",
      source: "knowledge/summits",
    },
  }));
  return [
    ...triggers.filter((trigger) => !named.some((summit) => overlaps(summit, trigger))),
    ...named,
  ].toSorted((a, b) => a.start - b.start);
}

/** A summit whose name stands beside the trigger as its occasion (“on the sidelines of …”). */
function isVenue(
  view: SentenceView,
  trigger: Trigger,
  summit: NamedSummit,
  grammar: EncounterGrammar,
): boolean {
  const { light } = grammar.slots;
  if (summit.edition?.pair.length === 2) return false;
  if (summit.start >= trigger.end) return isLight(view, trigger.end, summit.start, light);
  return (
    isLight(view, view.sentence.start, summit.start, light) ||
    isLight(view, summit.end, trigger.start, light)
  );
}

function modeOf(
  view: SentenceView,
  trigger: Trigger,
  sides: number,
  summit: Edition | null,
  grammar: EncounterGrammar,
): EncounterMode | null {
  const { rule, start, end } = trigger;
  const before = view.text.slice(Math.max(view.sentence.start, start - 40), start);
  const after = view.text.slice(start, Math.min(view.sentence.end, end + 120));
  // A full stop before the trigger ends an abbreviation: it stands in the same sentence.
  const clause = before.split(/[;；]/u).at(-1)! + after.split(/[;.。；]/u, 1)[0]!;
  const told = grammar.modes.find(({ pattern }) => pattern.test(clause))?.mode ?? null;
  if (rule.mode === null) return rule.form === "noun" && rule.general ? null : told;
  if (summit?.pair.length === 2) return "meeting";
  if (rule.mode === "meeting" && told === "video") return "video";
  if (rule.form === "summit") {
    if (summit !== null) return summit.video ? "video" : "multilateral";
    if (told === "video") return "video";
    return sides === 2 ? "meeting" : "multilateral";
  }
  return rule.mode === "meeting" && sides >= 3 ? "multilateral" : rule.mode;
}

function sequenceAt(
  view: SentenceView,
  trigger: Trigger,
  grammar: EncounterGrammar,
): string | null {
  const { start, end } = view.sentence;
  const body = view.text.slice(start, end);
  for (const match of body.matchAll(new RegExp(grammar.sequence, `${grammar.sequence.flags}g`))) {
    const from = start + match.index;
    if (from <= trigger.end + 40 && trigger.start <= from + match[0].length + 20) return match[0];
  }
  return null;
}
