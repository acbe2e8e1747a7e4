import type { ActorMention } from "../document.ts";
import { isOfficial } from "../statements/account.ts";
import { holderOf } from "./people.ts";
import type { Reading } from "./reading.ts";
import type { Item } from "./scan.ts";
import { styleOf, type Pair, type Memory } from "./memory.ts";
import { antecedent } from "./antecedents.ts";

/** Resolve a pronoun or group phrase; `null` when it is none here. */
export function readGroup(reading: Reading, memory: Memory, item: Item): ActorMention | null {
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
  if (sense.value === "honoured") {
    const actor = memory.honoured.get(styleOf(sense.form) ?? "") ?? null;
    if (actor === null) return null;
    return { ...base, actor, actors: [actor], type: "person", how: "pronoun" };
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
  /^(?: of (?!(?:the )?(?:two|both)\b)| (?:стран(?!\p{L})|государств(?!\p{L})|[А-Я]{2,}|(?:ряда|нескольких|многих|некоторых|других|всех|ведущих|мировых)(?!\p{L})|(?!двух|обеих|обоих|наших|этих)\p{Ll}+[иы]х (?:стран|государств|держав)))/u;

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
  const official = isOfficial(reading.document);
  const two = explicitTwo.test(form);
  if (!two && (ofOthers.test(reading.scan.text.slice(end, end + 40)) || manySides(reading)))
    return [];
  const far = (pair: Pair): boolean =>
    memory.sentence - pair.sentence > (explicitTwo.test(form) ? 6 : 2);
  if (group === "they") return whoThey(memory, official);
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

/**
 * Who “they” are: the several actors that were the subject of this sentence or the one before; in an
 * account also the two persons whom the sentence before brings together (“Roe spoke with Poe. They …”).
 */
function whoThey(memory: Memory, official: boolean): readonly string[] {
  const near = (sentence: number): boolean => memory.sentence - sentence <= 1;
  const { subjects, persons } = memory;
  if (subjects !== null && near(subjects.sentence)) return subjects.actors;
  return official && persons !== null && near(persons.sentence) ? persons.actors : [];
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
