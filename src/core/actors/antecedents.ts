import type { Context } from "../context.ts";
import { officesFor, holderOf, rolesIn } from "./people.ts";
import { insideQuotes } from "./quotes.ts";
import type { Candidate, Reading } from "./reading.ts";
import { sideOn } from "./side-on.ts";
import type { Memory } from "./memory.ts";
import { genderOf } from "./gender.ts";

/** Who “he” is: the subject, else the first person not governed by a preposition, of the sentence so far, else of the sentence before. */
export function antecedent(
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
    const subject =
      fitting.find((person) => person.subject) ??
      fitting.find((person) => !person.oblique) ??
      fitting[0];
    if (subject !== undefined) return subject.actor;
  }
  return null;
}

function fitsGender(reading: Reading, actor: string | null, gender: "m" | "f" | null): boolean {
  if (gender === null || actor === null) return true;
  const known = genderOf(reading, actor);
  return known === null || known === gender;
}

/** Resolve an open role or a counterpart from what was said before. */
export function closeRole(
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
  if (candidate.titles.some(({ form }) => memory.others.has(form))) return null;
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
  if (base !== null && sideOn(reading.document, base, context) === candidate.state) return null;
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
    (actor) => sideOn(reading.document, actor, context) === state,
  );
  return named.length === 1 ? named[0]! : null;
}
