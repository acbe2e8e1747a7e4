import type { Context } from "../context.ts";
import type { ActorMention } from "../document.ts";
import { insideQuotes } from "./quotes.ts";
import type { Candidate, Reading } from "./reading.ts";
import type { Item } from "./scan.ts";
import { type Memory, remember, rememberSubjects } from "./memory.ts";
import { closeRole } from "./antecedents.ts";
import { readGroup } from "./groups.ts";
import { createTurns } from "./vocatives.ts";

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
    subjects: null,
    mainStates: null,
    honoured: new Map(),
    others: new Set(),
    last: null,
  };
  const turns = createTurns(reading);
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
      rememberSubjects(reading, memory, mention, mention.actors);
      if (mention.actor !== null)
        remember(reading, context, memory, { ...mention, titles: [], open: null, state: null });
    }
  };
  for (const [index, candidate] of candidates.entries()) {
    flush(candidate.start);
    advance(candidate.start);
    const addressed = turns.resolve(candidate);
    const closed =
      addressed.open === null ? addressed : closeRole(reading, context, memory, addressed);
    const end = sentences[sentence]?.end ?? candidate.end;
    const resolved = standsApart(closed, candidates.slice(index + 1, index + 6), end)
      ? leaveOpen(memory, closed)
      : closed;
    turns.note(resolved);
    remember(reading, context, memory, resolved);
    const { titles: _titles, open: _open, state: _state, ...mention } = resolved;
    found.push(mention);
  }
  flush(Number.POSITIVE_INFINITY);
  return withoutTwoGenders(found);
}

/** “The Prime Minister spoke to the Prime Minister of Merania, Roe”: a role that its sentence sets beside the person is another's. */
function standsApart(role: Candidate, next: readonly Candidate[], end: number): boolean {
  if (role.open !== "role" || role.actor === null) return false;
  return next.some(
    ({ start, how, actor }) => start < end && how === "name" && actor === role.actor,
  );
}

function leaveOpen(memory: Memory, role: Candidate): Candidate {
  for (const { form } of role.titles) memory.others.add(form);
  return { ...role, actor: null, actors: [] };
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
