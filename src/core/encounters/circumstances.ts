import type { Range, TimeExpression } from "../document.ts";
import type { DateInterval, EncounterStatus } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Chunk } from "./chunks.ts";
import type { EncounterGrammar } from "./rules.ts";
import { isLight, type SentenceView } from "./sentence-view.ts";
import type { Trigger } from "./triggers.ts";

/** When a trigger's encounter took place, and how that is known. */
export interface When {
  readonly interval: DateInterval;
  readonly basis: "stated" | "inferred";
  /** The words that say so. */
  readonly range: Range;
}

/** Dates wider than this don't date an encounter. */
const widestDate = 366;
/** A clause mark between a date and a trigger counts like so many characters. */
const boundaryCost = 60;
/** A date within so many characters of its sentence's beginning opens it (“On Monday, …”). */
const openingDate = 12;

/** The date of each trigger of a sentence: every date goes to the trigger it stands nearest to. */
export function datesOf(
  view: SentenceView,
  triggers: readonly Trigger[],
  grammar: EncounterGrammar,
): ReadonlyMap<Trigger, When> {
  const best = new Map<Trigger, { when: When; cost: number }>();
  for (const time of view.times) {
    if (!datesEncounter(view, time, grammar)) continue;
    let nearest: Trigger | null = null;
    let cost = Number.POSITIVE_INFINITY;
    for (const trigger of triggers) {
      const loose = isQualifier(view, time) || isReference(view, trigger, grammar);
      const price =
        loose && !binds(view, trigger, time, grammar)
          ? Number.POSITIVE_INFINITY
          : distance(view, trigger, time, grammar);
      if (price < cost) [nearest, cost] = [trigger, price];
    }
    if (nearest === null) continue;
    const known = best.get(nearest);
    const range = { start: time.start, end: time.end };
    const when = { interval: time.interval!, basis: time.basis, range };
    if (known === undefined || isBetter({ when, cost }, known)) best.set(nearest, { when, cost });
  }
  return new Map([...best].map(([trigger, { when }]) => [trigger, when]));
}

/** “the 2015 agreements”: a date that qualifies the noun after it. */
function isQualifier(view: SentenceView, time: TimeExpression): boolean {
  return (
    /\b(?:the|their|its|his|her|our)\s$/iu.test(
      view.text.slice(Math.max(0, time.start - 7), time.start),
    ) && /^\s\p{L}/u.test(view.text.slice(time.end, time.end + 2))
  );
}

/** “the outcomes of the talks”, “会谈成果”: the encounter is spoken of, not told, and dates nearby are another event's. */
export function isReference(
  view: SentenceView,
  trigger: Trigger,
  grammar: EncounterGrammar,
): boolean {
  return grammar.reference.test(view.text.slice(trigger.end, trigger.end + 16));
}

/** Only words that bind stand between a date and a trigger. */
function binds(
  view: SentenceView,
  trigger: Trigger,
  time: TimeExpression,
  grammar: EncounterGrammar,
): boolean {
  const { light } = grammar.slots;
  const [from, to] =
    time.start >= trigger.end ? [trigger.end, time.start] : [time.end, trigger.start];
  return isLight(view, from, to, light) && view.text.slice(from, to).search(grammar.boundary) < 0;
}

interface Priced {
  readonly when: When;
  readonly cost: number;
}

/** Of two dates of a trigger the narrower where one lies in the other (“on Friday” in “last week”), else the nearer. */
function isBetter(next: Priced, known: Priced): boolean {
  const [a, b] = [next.when.interval, known.when.interval];
  if (a.earliest >= b.earliest && a.latest <= b.latest) return width(a) < width(b);
  if (b.earliest >= a.earliest && b.latest <= a.latest) return false;
  return next.cost < known.cost;
}

function width({ earliest, latest }: DateInterval): number {
  return daysBetween(earliest, latest);
}

function datesEncounter(
  view: SentenceView,
  time: TimeExpression,
  grammar: EncounterGrammar,
): boolean {
  if (time.interval === null || time.type === "duration" || time.type === "set") return false;
  if (width(time.interval) > widestDate) return false;
  const before = view.text.slice(Math.max(view.sentence.start, time.start - 30), time.start);
  return !grammar.notDate.test(before);
}

function distance(
  view: SentenceView,
  trigger: Trigger,
  time: TimeExpression,
  grammar: EncounterGrammar,
): number {
  const [from, to] =
    time.start >= trigger.end ? [trigger.end, time.start] : [time.end, trigger.start];
  if (to - from > 300) return Number.POSITIVE_INFINITY;
  const between = view.text.slice(from, Math.max(from, to));
  // “met A in the capital after the unrest of January”: the date is the other event's.
  if (time.start >= trigger.end && grammar.otherEvent.test(between))
    return Number.POSITIVE_INFINITY;
  const marks = between.match(grammar.boundary)?.length ?? 0;
  const gap = Math.max(0, to - from);
  // “met A on Monday, in the first visit since …”: a comma closes what the date belongs to, save the one after a year.
  const closed =
    time.end <= trigger.start &&
    !/, \d{4}$/.test(view.text.slice(time.start, time.end)) &&
    time.start > view.sentence.start + openingDate &&
    /^[,，]/u.test(view.text.slice(time.end, time.end + 1));
  const price = time.start >= trigger.end ? gap : gap * 1.2;
  return price + (marks + Number(closed)) * boundaryCost;
}

/** Where a trigger's encounter took place: the place its own clause names. */
export function placeOf(
  view: SentenceView,
  trigger: Trigger,
  grammar: EncounterGrammar,
): Chunk | null {
  const { light } = grammar.slots;
  // “met A in Rome after holding talks with B in Paris”: what comes before is the other's place.
  const lead = view.text.slice(Math.max(view.sentence.start, trigger.start - 60), trigger.start);
  const from = grammar.slots.sameSubject.test(lead) ? trigger.end : view.sentence.start;
  const byPlace = view.chunks.filter(({ place, start }) => place !== null && start >= from);
  // “a visit to B”: where it led stands after it.
  if (trigger.rule.mode === "visit")
    byPlace.sort((a, b) => Number(a.start < trigger.end) - Number(b.start < trigger.end));
  let state: Chunk | null = null;
  for (const chunk of byPlace) {
    if (isCompound(view, chunk, trigger, grammar)) return chunk;
    const head = view.text.slice(Math.max(view.sentence.start, chunk.start - 16), chunk.start);
    if (!grammar.placeBefore.test(head)) continue;
    const near =
      chunk.start >= trigger.end
        ? isLight(view, trigger.end, chunk.start, light)
        : isLight(view, chunk.end, trigger.start, light) ||
          isLight(view, view.sentence.start, chunk.start, light);
    if (!near) continue;
    const place = placeWithin(view, chunk);
    // “in Sochi … a visit to Russia”: of a state and a town of it the town.
    if (place.kind === "state" && trigger.rule.mode === "visit") state ??= place;
    else if (state === null || place.place!.startsWith(`${state.place}:`)) return place;
  }
  return state;
}

/** “the Geneva talks”: a place that is part of the encounter's name. */
function isCompound(
  view: SentenceView,
  chunk: Chunk,
  trigger: Trigger,
  grammar: EncounterGrammar,
): boolean {
  if (chunk.kind !== "place" || chunk.end > trigger.start) return false;
  return grammar.slots.ownerBefore.test(view.text.slice(chunk.end, trigger.start));
}

/** “在美国旧金山”: of a state and a place named in one breath the place. */
function placeWithin(view: SentenceView, chunk: Chunk): Chunk {
  const next = view.chunks.find(({ start }) => start >= chunk.end && start <= chunk.end + 2);
  return chunk.kind === "state" && next?.kind === "place" ? next : chunk;
}

/** What the clause makes of an encounter: `none` when it is only wished for or denied. */
export function factOf(
  view: SentenceView,
  trigger: Trigger,
  grammar: EncounterGrammar,
): { readonly fact: EncounterStatus | "none"; readonly earlier: boolean } {
  const { start, end } = view.sentence;
  const before = clauseTail(view.text.slice(Math.max(start, trigger.start - 130), trigger.start));
  const after = clauseHead(view.text.slice(trigger.end, Math.min(end, trigger.end + 80)));
  let earlier = false;
  for (const { id, fact, where, pattern } of grammar.facts) {
    if (trigger.rule.past === true && fact !== "earlier" && !id.endsWith("/denied")) continue;
    const found =
      (where !== "after" && pattern.test(before)) || (where !== "before" && pattern.test(after));
    if (!found) continue;
    if (fact === "earlier") earlier = true;
    else return { fact, earlier };
  }
  return { fact: trigger.rule.ahead === true ? "announced" : "held", earlier };
}

function clauseTail(text: string): string {
  const cut = Math.max(...[...";:“”«»；：。"].map((mark) => text.lastIndexOf(mark)));
  return text.slice(cut + 1);
}

function clauseHead(text: string): string {
  const cut = text.search(/[;:“”«»；：。]/u);
  return cut < 0 ? text : text.slice(0, cut);
}

/** Whether the words around a noun say that its encounter took place. */
export function isHappening(
  view: SentenceView,
  trigger: Trigger,
  grammar: EncounterGrammar,
): boolean {
  const before = view.between(Math.max(view.sentence.start, trigger.start - 45), trigger.start);
  const after = view.between(trigger.end, Math.min(view.sentence.end, trigger.end + 30));
  return grammar.happening.test(clauseTail(before)) || grammar.happening.test(clauseHead(after));
}
