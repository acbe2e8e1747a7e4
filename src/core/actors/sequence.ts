import type { Context } from "../context.ts";
import type { ActorMention, Range } from "../document.ts";
import { officesFor, holderOf, rolesIn } from "./people.ts";
import { sideOf } from "./actor-table.ts";
import { insideQuotes } from "./quotes.ts";
import type { Candidate, Reading } from "./resolve.ts";
import type { Item } from "./scan.ts";

/** A person as later words can pick it up again. */
interface Person {
  readonly actor: string | null;
  readonly start: number;
  readonly side: string | null;
  readonly quoted: boolean;
  readonly subject: boolean;
}

interface Pair {
  readonly actors: readonly [string, string];
  readonly sentence: number;
}

/** What has been said so far, sentence by sentence. */
interface Memory {
  sentence: number;
  current: Person[];
  previous: Person[];
  recent: string[];
  persons: Pair | null;
  states: Pair | null;
  coordinated: Pair | null;
  mainStates: Pair | null;
  last: Candidate | null;
}

/**
 * Resolve what points back: pronouns, `the two leaders`, `both sides`, `the former`, `his Chinese counterpart`, `the president`.
 *
 * One pass in text order after Lee et al. 2011 (sieves) and the project's own measurements: the clause subject, else the
 * first person of the sentence, else of the sentence before; what stays undecided stays `null`.
 * @param candidates - mentions resolved on their own, sorted
 * @param groups - items with a reading of the class of `pronouns.tsv`, sorted, outside the candidates
 */
export function resolveInSequence(
  reading: Reading,
  context: Context,
  candidates: readonly Candidate[],
  groups: readonly Item[],
): ActorMention[] {
  const memory: Memory = {
    sentence: -1,
    current: [],
    previous: [],
    recent: [],
    persons: null,
    states: null,
    coordinated: null,
    mainStates: null,
    last: null,
  };
  const found: ActorMention[] = [];
  let group = 0;
  const sentences = reading.document.layers.sentences;
  let sentence = 0;
  const advance = (at: number): void => {
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= at) sentence++;
    if (sentence === memory.sentence) return;
    const near =
      sentence === memory.sentence + 1 || onlyQuoted(reading, memory.sentence + 1, sentence);
    const carried = memory.current.some((person) => !person.quoted)
      ? memory.current
      : memory.previous;
    const quotedBefore = memory.sentence >= 0 && isQuoted(reading, memory.sentence);
    memory.previous = near ? (quotedBefore ? carried : memory.current) : [];
    memory.current = [];
    memory.sentence = sentence;
  };
  const flush = (limit: number): void => {
    for (; group < groups.length && groups[group]!.start < limit; group++) {
      const item = groups[group]!;
      advance(item.start);
      const mention = readGroup(reading, memory, item);
      if (mention === null) continue;
      found.push(mention);
      if (mention.actor !== null)
        remember(reading, context, memory, { ...mention, titles: [], open: null, state: null });
    }
  };
  for (const candidate of candidates) {
    flush(candidate.start);
    advance(candidate.start);
    const resolved =
      candidate.open === null ? candidate : closeRole(reading, context, memory, candidate);
    remember(reading, context, memory, resolved);
    const { titles: _titles, open: _open, state: _state, ...mention } = resolved;
    found.push(mention);
  }
  flush(Number.POSITIVE_INFINITY);
  return withoutTwoGenders(found);
}

/** A person the tables don't know whom both “he” and “she” pick up: neither is trusted. */
function withoutTwoGenders(mentions: readonly ActorMention[]): ActorMention[] {
  const genders = new Map<string, Set<string>>();
  for (const { actor, how, rule } of mentions) {
    if (how !== "pronoun" || actor === null || !actor.startsWith("new:")) continue;
    const known = genders.get(actor) ?? new Set();
    genders.set(actor, known.add(rule));
  }
  return mentions.map((mention) => {
    const both =
      mention.how === "pronoun" && mention.actor !== null && genders.get(mention.actor)?.size === 2;
    return both ? { ...mention, actor: null, actors: [] } : mention;
  });
}

/** Whether a sentence stands inside a quotation from its first letter to its last. */
function isQuoted(reading: Reading, sentence: number): boolean {
  const range = reading.document.layers.sentences[sentence];
  if (range === undefined) return false;
  return (
    insideQuotes(reading.document, range.start + 1) && insideQuotes(reading.document, range.end - 2)
  );
}

/** Whether nothing but a few quoted sentences lies between two sentences. */
function onlyQuoted(reading: Reading, from: number, to: number): boolean {
  if (to - from > 8) return false;
  for (let sentence = from; sentence < to; sentence++)
    if (!isQuoted(reading, sentence)) return false;
  return true;
}

function remember(reading: Reading, context: Context, memory: Memory, candidate: Candidate): void {
  const { actor, type, how } = candidate;
  if (type === "person") {
    const side = actor === null ? candidate.state : sideOf(context, actor);
    const quoted = insideQuotes(reading.document, candidate.start);
    memory.current.push({
      actor,
      start: candidate.start,
      side,
      quoted,
      subject: isSubject(reading, candidate),
    });
    if (actor !== null) {
      memory.recent = [...memory.recent.filter((known) => known !== actor).slice(-11), actor];
      pairPersons(memory);
    }
  } else if (type === "state" && actor !== null && (how === "name" || how === "metonym")) {
    const last = memory.last;
    if (
      last?.type === "state" &&
      last.actor !== null &&
      last.actor !== actor &&
      isCoordinated(reading, last, candidate)
    ) {
      memory.states = { actors: [last.actor, actor], sentence: memory.sentence };
      memory.coordinated = memory.states;
      memory.mainStates ??= memory.states;
    }
  }
  if (candidate.actors.length === 2 && type === "group" && how !== "pronoun") {
    const [one, other] = [candidate.actors[0]!, candidate.actors[1]!];
    const sides = [sideOf(context, one) ?? one, sideOf(context, other) ?? other] as const;
    if (sides[0] !== one) memory.persons = { actors: [one, other], sentence: memory.sentence };
    memory.states = { actors: sides, sentence: memory.sentence };
    memory.mainStates ??= memory.states;
  } else if (candidate.actors.length === 2 && how !== "pronoun" && type !== "person") {
    memory.states = {
      actors: [candidate.actors[0]!, candidate.actors[1]!],
      sentence: memory.sentence,
    };
    memory.mainStates ??= memory.states;
  }
  const last = memory.last;
  if (
    type === "person" &&
    actor !== null &&
    last?.type === "person" &&
    last.actor !== null &&
    last.actor !== actor
  ) {
    if (isCoordinated(reading, last, candidate)) {
      memory.coordinated = { actors: [last.actor, actor], sentence: memory.sentence };
    }
  }
  memory.last = candidate;
}

/** Two persons of different sides in a sentence are the pair that “the two leaders” picks up. */
function pairPersons(memory: Memory): void {
  const distinct: Person[] = [];
  for (const person of memory.current) {
    if (person.actor === null || person.side === null) continue;
    if (distinct.some((known) => known.side === person.side)) continue;
    distinct.push(person);
  }
  if (distinct.length !== 2) return;
  const [one, other] = [distinct[0]!, distinct[1]!];
  memory.persons = { actors: [one.actor!, other.actor!], sentence: memory.sentence };
  memory.states = { actors: [one.side!, other.side!], sentence: memory.sentence };
  memory.mainStates ??= memory.states;
}

const joining = /^(?:\s(?:and|и|с|with)\s(?:the\s)?|和|与|同|-|–|、)$/;

function isCoordinated(reading: Reading, one: Range, other: Range): boolean {
  return other.start - one.end <= 12 && joining.test(reading.scan.text.slice(one.end, other.start));
}

/** The mention's head is the subject of its clause, where there is a parse. */
function isSubject(reading: Reading, range: Range): boolean {
  const { tokens } = reading.document.layers;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < range.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < tokens.length && tokens[index]!.start < range.end; index++) {
    if (tokens[index]!.deprel.startsWith("nsubj")) return true;
  }
  return false;
}

/** Who “he” is: the subject, else the first person of the sentence so far, else of the sentence before. */
function antecedent(
  reading: Reading,
  memory: Memory,
  at: number,
  gender: "m" | "f" | null,
): string | null {
  const quoted = insideQuotes(reading.document, at);
  for (const persons of [memory.current.filter((person) => person.start < at), memory.previous]) {
    const fitting = persons.filter(
      (person) => person.quoted === quoted && fitsGender(reading, person.actor, gender),
    );
    const subject = fitting.find((person) => person.subject) ?? fitting[0];
    if (subject !== undefined) return subject.actor;
  }
  return null;
}

function fitsGender(reading: Reading, actor: string | null, gender: "m" | "f" | null): boolean {
  if (gender === null || actor === null) return true;
  const known = reading.table.actors.get(actor)?.gender ?? null;
  return known === null || known === gender;
}

function closeRole(
  reading: Reading,
  context: Context,
  memory: Memory,
  candidate: Candidate,
): Candidate {
  const actor =
    candidate.open === "counterpart"
      ? counterpartOf(reading, context, memory, candidate)
      : lastHolder(reading, memory, candidate);
  return { ...candidate, actor, actors: actor === null ? [] : [actor] };
}

/** The last person named who holds an office of this title; `null` when two such persons are as near. */
function lastHolder(reading: Reading, memory: Memory, candidate: Candidate): string | null {
  const holds = (actor: string): boolean =>
    rolesIn(reading.table, actor, reading.when).some((office) =>
      officesFor(
        reading.table,
        office.state,
        candidate.titles,
        reading.grammar.language,
        reading.governmentLeads,
      ).includes(office),
    );
  for (const persons of [memory.current, memory.previous]) {
    const near = new Set(
      persons.map((person) => person.actor).filter((actor) => actor !== null && holds(actor)),
    );
    if (near.size === 1) return [...near][0] ?? null;
    if (near.size > 1) return null;
  }
  const holders = memory.recent.filter(holds);
  return holders.length === 1 ? holders[0]! : null;
}

function counterpartOf(
  reading: Reading,
  context: Context,
  memory: Memory,
  candidate: Candidate,
): string | null {
  const base = antecedent(reading, memory, candidate.start, null);
  if (candidate.state === null) {
    const pair = memory.persons;
    if (base === null || pair === null || !pair.actors.includes(base)) return null;
    return pair.actors.find((actor) => actor !== base) ?? null;
  }
  if (base !== null && sideOf(context, base) === candidate.state) return null;
  const roles = new Set(
    base === null ? [] : rolesIn(reading.table, base, reading.when).map((office) => office.role),
  );
  for (const role of [
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
  ]) {
    if (!roles.has(role)) continue;
    const offices = (reading.table.officesOf.get(candidate.state) ?? []).filter(
      (office) => office.role === role,
    );
    const holder = holderOf(offices, reading.when);
    if (holder !== null && role.startsWith("head") && !reading.introductions.named.has(holder)) {
      return onlyNamed(reading, context, candidate.state) ?? holder;
    }
    if (holder !== null) return holder;
  }
  return onlyNamed(reading, context, candidate.state);
}

function onlyNamed(reading: Reading, context: Context, state: string): string | null {
  const named = [...reading.introductions.named].filter(
    (actor) => sideOf(context, actor) === state,
  );
  return named.length === 1 ? named[0]! : null;
}

function readGroup(reading: Reading, memory: Memory, item: Item): ActorMention | null {
  const sense = item.senses.find((candidate) => candidate.kind === "group");
  if (sense === undefined || sense.value === "none") return null;
  const rule = `actor/${reading.grammar.language}/${sense.value}`;
  const base = { start: item.start, end: item.end, basis: "inferred", rule } as const;
  if (sense.value === "he" || sense.value === "she") {
    const actor = antecedent(reading, memory, item.start, sense.value === "he" ? "m" : "f");
    return {
      ...base,
      actor,
      actors: actor === null ? [] : [actor],
      type: "person",
      how: "pronoun",
    };
  }
  if (sense.value === "former" || sense.value === "latter") {
    if (!standsAlone(reading, item)) return null;
    const pair = memory.coordinated;
    const near = pair !== null && memory.sentence - pair.sentence <= 1;
    const actor = near ? pair.actors[sense.value === "former" ? 0 : 1] : null;
    const type = actor === null ? "person" : (reading.table.actors.get(actor)?.type ?? "person");
    return { ...base, actor, actors: actor === null ? [] : [actor], type, how: "pronoun" };
  }
  if (sense.value === "first") return null;
  if (sense.value === "pair" && !beforeVerb(reading, item)) return null;
  const actors = membersOf(reading, memory, sense.value, sense.form, item.end);
  if (sense.value === "pair" && actors.length === 0) return null;
  if (sense.value === "they") {
    if (actors.length === 0) return null;
    return { ...base, actor: null, actors, type: "group", how: "pronoun" };
  }
  return { ...base, actor: null, actors, type: "group", how: "group" };
}

/** What follows says that others are meant than the pair at hand (`the leaders of several states`). */
const ofOthers =
  /^(?: of (?!(?:the )?(?:two|both)\b)| (?:стран(?!\p{L})|государств(?!\p{L})|[А-Я]{2,}))/u;

/** A page on which persons of four sides or more are named: a bare plural can mean any of them. */
function manySides(reading: Reading): boolean {
  const sides = new Set<string>();
  for (const person of reading.introductions.named) {
    const side = reading.table.actors.get(person)?.side;
    if (side !== undefined && side !== null) sides.add(side);
  }
  return sides.size >= 4;
}

const explicitTwo = /two|both|pair|our|две|двух|двумя|два|обе|оба|обои|наш|双|两/;

function membersOf(
  reading: Reading,
  memory: Memory,
  group: string,
  form: string,
  end: number,
): readonly string[] {
  const official = reading.document.party !== null;
  const two = explicitTwo.test(form);
  if (!two && (ofOthers.test(reading.scan.text.slice(end, end + 24)) || manySides(reading)))
    return [];
  const far = (pair: Pair): boolean =>
    memory.sentence - pair.sentence > (explicitTwo.test(form) ? 6 : 2);
  if (group === "they") {
    const pair = memory.coordinated;
    return pair !== null && memory.sentence - pair.sentence <= 1 ? pair.actors : [];
  }
  if (group === "sides" || group === "countries") {
    const pair = official ? (memory.mainStates ?? memory.states) : memory.states;
    return pair === null || (!official && far(pair)) ? [] : pair.actors;
  }
  const { persons } = memory;
  if (persons !== null && (official || !far(persons))) return persons.actors;
  if (group !== "leaders" || memory.states === null || (!official && far(memory.states))) return [];
  const holders = memory.states.actors.map((state) => leaderOf(reading, state));
  return holders.every((holder) => holder !== null) ? (holders as string[]) : [];
}

function leaderOf(reading: Reading, state: string): string | null {
  const role = reading.governmentLeads.has(state) ? "head-of-government" : "head-of-state";
  const offices = (reading.table.officesOf.get(state) ?? []).filter(
    (office) => office.role === role,
  );
  return holderOf(offices, reading.when);
}

/** “The two” stands for two persons when a verb follows. */
function beforeVerb(reading: Reading, item: Item): boolean {
  const after = reading.scan.text.slice(item.end, item.end + 20);
  return /^(?:\s(?:also |then |later |both )?(?:\p{Ll}+ed|met|spoke|have|had|will|would|are|were|held|said|did|agree|discuss|also)\b)/u.test(
    after,
  );
}

/** “The former” is a pronoun only when no noun follows it. */
function standsAlone(reading: Reading, item: Item): boolean {
  const after = reading.scan.text.slice(item.end, item.end + 16);
  return (
    /^(?:['’]s\b|[,.;:)]|\s(?:has|had|have|is|was|will|would|said|says|and|to|in|of|being|with|by|as|for|on|repeatedly|also)\b)/.test(
      after,
    ) || /^[\p{Script=Han}]/u.test(after)
  );
}
