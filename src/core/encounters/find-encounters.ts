import { sideOf } from "../actors/actor-table.ts";
import { mentionsIn } from "../actors/lookup.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Document, Range, Sentence } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import type { DateInterval, EncounterMention } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { overlap, sameMode } from "./agreement.ts";
import { levelOf } from "./level.ts";
import { ownEncounter } from "./own-encounter.ts";
import type { EncounterGrammar, EncounterRule } from "./rules.ts";
import { sidesOf, type Sighting } from "./sighting.ts";
import { chooseEdition, findSummits, type Edition } from "./summits.ts";

/** Dates wider than this don't date an encounter. */
const widestDate = 31;

/**
 * Find the encounters a document speaks of: every trigger with its participants, date, place and
 * status; places that mean the same encounter become one mention, the document's own first.
 */
export function findEncountersWith(
  document: Document,
  context: Context,
  grammar: EncounterGrammar,
): Found<EncounterMention> {
  const sightings = document.layers.sentences.flatMap((sentence) =>
    sightingsIn(document, sentence, context, grammar),
  );
  const own = document.party === null ? null : ownEncounter(document, sightings, context);
  const groups = join(sightings, own, context);
  return {
    found: groups.toSorted((a, b) => Number(b.main) - Number(a.main) || a.start - b.start),
    diagnostics: [],
  };
}

function sightingsIn(
  document: Document,
  sentence: Sentence,
  context: Context,
  grammar: EncounterGrammar,
): Sighting[] {
  const text = document.text.slice(sentence.start, sentence.end);
  const found: Sighting[] = [];
  for (const { rule, match } of triggersIn(text, grammar.rules)) {
    const start = sentence.start + match.index;
    const range = { start, end: start + match[0].length };
    const participants = participantsOf(document, sentence, range, context);
    const edition = editionNear(document, sentence, context);
    const time = dateOf(document, sentence, range, grammar);
    const status =
      grammar.status.find(({ pattern }) => pattern.test(clauseAround(text, match)))?.status ??
      "held";
    found.push({
      ...range,
      rule: rule.id,
      mode: rule.mode,
      participants,
      place: placeOf(document, sentence, grammar) ?? edition?.place ?? null,
      date:
        time?.interval ??
        (edition === null ? null : { earliest: edition.earliest, latest: edition.latest }),
      dateBasis: time?.basis ?? (edition === null ? null : "inferred"),
      status:
        status === "announced" && time !== null && isPast(time.interval, document)
          ? "held"
          : status,
      sequence: grammar.sequence.exec(text)?.[0] ?? null,
      edition,
      heading: document.blocks[sentence.block]?.role === "title",
    });
  }
  return found;
}

function isPast(interval: DateInterval, document: Document): boolean {
  return document.published.earliest !== null && interval.latest < document.published.earliest;
}

/** What the rules match, without overlap: words that say how they met before words that only say that. */
function triggersIn(
  text: string,
  rules: readonly EncounterRule[],
): { rule: EncounterRule; match: RegExpExecArray }[] {
  const all = rules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].map((match) => ({ rule, match })),
  );
  const vague = (rule: EncounterRule): number => Number(rule.mode === null);
  all.sort(
    (a, b) =>
      vague(a.rule) - vague(b.rule) ||
      a.match.index - b.match.index ||
      b.match[0].length - a.match[0].length,
  );
  const kept: typeof all = [];
  for (const found of all) {
    const end = found.match.index + found.match[0].length;
    if (
      !kept.some(
        ({ match }) => match.index < end && found.match.index < match.index + match[0].length,
      )
    )
      kept.push(found);
  }
  return kept.toSorted((a, b) => a.match.index - b.match.index);
}

/** The words around a trigger up to the nearest clause marks. */
function clauseAround(text: string, match: RegExpExecArray): string {
  const from = Math.max(
    text.lastIndexOf(";", match.index),
    text.lastIndexOf("，", match.index),
    match.index - 90,
    0,
  );
  return text.slice(from, match.index + match[0].length + 60);
}

/**
 * Who met: persons named in the sentence, nearest to the trigger first, one or more a side; members
 * of “the two leaders”; states where no person is named.
 */
function participantsOf(
  document: Document,
  sentence: Sentence,
  trigger: Range,
  context: Context,
): string[] {
  const mentions = mentionsIn(document, sentence).filter(
    (mention) => mention.how !== "demonym" || mention.type === "group",
  );
  const near = mentions.filter((mention) => Math.abs(mention.start - trigger.start) < 260);
  const members = (mention: ActorMention): readonly string[] =>
    mention.actors.length > 0 ? mention.actors : mention.actor === null ? [] : [mention.actor];
  const persons = new Set(
    near
      .filter((mention) => mention.type === "person" || mention.type === "group")
      .flatMap(members),
  );
  const people = [...persons].filter((id) => id.includes(":") && !id.startsWith("new:"));
  if (people.length > 0 && sidesOf(people, context).size >= 2) return people;
  const states = near
    .filter(
      (mention) =>
        mention.type === "state" || mention.type === "group" || mention.how === "metonym",
    )
    .flatMap(members);
  const missing = states.filter(
    (state) => !sidesOf(people, context).has(sideOf(context, state) ?? state),
  );
  const all = [...new Set([...people, ...(people.length > 0 ? [] : missing)])];
  return all;
}

function dateOf(
  document: Document,
  sentence: Sentence,
  trigger: Range,
  grammar: EncounterGrammar,
): { interval: DateInterval; basis: "stated" | "inferred" } | null {
  let best: { interval: DateInterval; basis: "stated" | "inferred" } | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const time of document.layers.times) {
    if (
      time.start < sentence.start ||
      time.end > sentence.end ||
      time.interval === null ||
      time.type === "duration"
    )
      continue;
    if (daysBetween(time.interval.earliest, time.interval.latest) > widestDate) continue;
    if (
      grammar.notDate.test(
        document.text.slice(Math.max(sentence.start, time.start - 24), time.start),
      )
    )
      continue;
    const gap =
      time.start >= trigger.end ? time.start - trigger.end : (trigger.start - time.end) * 1.2;
    if (gap < distance) {
      distance = gap;
      best = { interval: time.interval, basis: time.basis };
    }
  }
  return best;
}

function placeOf(document: Document, sentence: Sentence, grammar: EncounterGrammar): string | null {
  for (const mention of mentionsIn(document, sentence)) {
    if (mention.actor === null || (mention.type !== "place" && mention.type !== "state")) continue;
    if (
      grammar.placeBefore.test(
        document.text.slice(Math.max(sentence.start, mention.start - 12), mention.start),
      )
    )
      return mention.actor;
  }
  return null;
}

function editionNear(document: Document, sentence: Sentence, context: Context): Edition | null {
  const all = context.derived(
    "encounters/summit-cache",
    () => new WeakMap<Document["blocks"], ReturnType<typeof findSummits>>(),
  );
  let summits = all.get(document.blocks);
  if (summits === undefined) {
    summits = findSummits(document.text, context);
    all.set(document.blocks, summits);
  }
  const here = summits.find(
    (summit) => summit.start >= sentence.start && summit.start < sentence.end,
  );
  return here === undefined ? null : chooseEdition(here, document, context);
}

/** Join sightings that mean the same encounter: same sides, dates that meet, modes that agree. */
function join(
  sightings: readonly Sighting[],
  own: Sighting | null,
  context: Context,
): EncounterMention[] {
  const groups: Sighting[][] = own === null ? [] : [[own]];
  for (const sighting of sightings) {
    const sides = sidesOf(sighting.participants, context);
    const group =
      groups.find((candidate) => sides.size >= 2 && agrees(candidate, sighting, context)) ??
      (sides.size < 2
        ? groups.find(
            (candidate) =>
              sighting.participants.length === 0 || agrees(candidate, sighting, context),
          )
        : undefined);
    if (group !== undefined) group.push(sighting);
    else if (sides.size >= 2) groups.push([sighting]);
  }
  return groups
    .map((group, index) => mentionOf(group, own !== null && index === 0, context))
    .filter((mention) => mention.participants.length > 0);
}

function agrees(group: readonly Sighting[], sighting: Sighting, context: Context): boolean {
  const sides = sidesOf(
    group.flatMap((member) => member.participants),
    context,
  );
  const wanted = sidesOf(sighting.participants, context);
  if ([...wanted].some((side) => !sides.has(side))) return false;
  if (wanted.size >= 2 && [...sides].some((side) => !wanted.has(side)) && sides.size <= 3)
    return false;
  const modes = group.map((member) => member.mode).filter((mode) => mode !== null);
  if (
    sighting.mode !== null &&
    modes.length > 0 &&
    !modes.some((mode) => sameMode(mode, sighting.mode!))
  )
    return false;
  const dates = group.map((member) => member.date).filter((date) => date !== null);
  if (
    sighting.date !== null &&
    dates.length > 0 &&
    !dates.some((date) => overlap(date, sighting.date!))
  )
    return false;
  const held = group.some((member) => member.status === "held");
  return !(
    held &&
    sighting.status === "announced" &&
    sighting.date === null &&
    sighting.mode !== null
  );
}

function mentionOf(group: readonly Sighting[], main: boolean, context: Context): EncounterMention {
  const first = group[0]!;
  const modes = group.map((member) => member.mode).filter((mode) => mode !== null);
  const named =
    main && sidesOf(first.participants, context).size >= 2
      ? first.participants
      : group.flatMap((member) => member.participants);
  const participants = [...new Set(named)];
  const people = participants.filter((id) => id.includes(":"));
  const peopleSides = sidesOf(people, context);
  const all = participants.filter((id) => id.includes(":") || !peopleSides.has(id));
  const dated = narrowest(group);
  return {
    start: first.start,
    end: first.end,
    rule: first.rule,
    places: group.map(({ start, end, rule }) => ({ start, end, rule })),
    mode:
      (main ? first.mode : null) ?? modes.find((mode) => mode !== "meeting") ?? modes[0] ?? "other",
    participants: all.toSorted(),
    place: group.find((member) => member.place !== null)?.place ?? null,
    date: dated?.date ?? null,
    dateBasis: dated?.dateBasis ?? null,
    status: group.some((member) => member.status === "held") ? "held" : first.status,
    level: levelOf(all, context),
    sequence: group.find((member) => member.sequence !== null)?.sequence ?? null,
    summit: group.find((member) => member.edition !== null)?.edition?.id ?? null,
    main,
  };
}

function narrowest(group: readonly Sighting[]): Sighting | undefined {
  return group
    .filter((member) => member.date !== null)
    .toSorted(
      (a, b) =>
        daysBetween(a.date!.earliest, a.date!.latest) -
        daysBetween(b.date!.earliest, b.date!.latest),
    )[0];
}
