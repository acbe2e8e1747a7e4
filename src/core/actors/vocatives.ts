import type { Candidate, Reading } from "./reading.ts";
import { officesFor, rolesIn } from "./people.ts";

/** Words before a title by which somebody is addressed. */
const address =
  /^(?:mr\.?|madam|madame|your|господин|госпожа|уважаем\p{L}+)[ \u00a0]|^(?:ваш\p{L}+)[ \u00a0]/iu;
const addressBefore = /(?:\bdear|уважаем\p{L}+|дорог\p{L}{2,3})[ \u00a0]$/iu;

/** What can be the head of a turn: `A. Surname, Minister: …`, `Question: …`, `Q …`, on a line or after a sentence. */
const turnHead =
  /(?<=^|[.!?…)»”"]\s)(?:Q\s|\p{Lu}(?:[^\n:.!?]|(?<=(?<!\p{L})\p{Lu})\.){0,200}:(?=\s))/gmu;
/** A head that is nothing but a name, known or not, or a word for who asks. */
const bareHead = /^(?:Q\s|(?:\p{Lu}[\p{L}.’'-]*\s?){1,6}:$)/u;

/** How many turns back a speaker may be whom the words after it address. */
const turnsBack = 12;

/** Follows who speaks in a transcript. */
export interface Turns {
  /** Take notice of a mention; in text order. */
  note(mention: Candidate): void;
  /**
   * Who is addressed by a title (`Mr President, …`): not the speaker, but who spoke before, else the one other holder named.
   * @returns the mention with that person or none; as it is outside a transcript and where nobody is addressed
   */
  resolve(mention: Candidate): Candidate;
}

/** A transcript without turns yet. */
export function createTurns(reading: Reading): Turns {
  const heads = [...reading.scan.text.matchAll(turnHead)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    bare: bareHead.test(match[0]),
  }));
  const turns: (string | null)[] = [];
  let head = -1;
  let taken = false;
  let someone = false;
  const reach = (at: number): void => {
    while (head + 1 < heads.length && heads[head + 1]!.start <= at) {
      head++;
      taken = heads[head]!.bare;
      if (taken) turns.push(null);
    }
  };
  return {
    note({ start, end, type, actor }) {
      reach(start);
      const here = heads[head];
      if (type !== "person" || here === undefined || end > here.end) return;
      if (taken && turns.at(-1) !== null) return;
      if (taken) turns.pop();
      turns.push(actor);
      taken = true;
      someone ||= actor !== null;
    },
    resolve(mention) {
      reach(mention.start);
      if (!someone || !isVocative(reading, mention)) return mention;
      const speaker = turns.at(-1);
      const holds = (person: string | null): person is string =>
        person !== null && person !== speaker && isTitled(reading, person, mention);
      const spoke = new Set(turns.slice(-turnsBack).toReversed().filter(holds));
      const named = spoke.size > 0 ? [] : [...reading.introductions.named].filter(holds);
      const sure = spoke.size === 1 || (spoke.size > 1 && speaker !== null);
      const actor = sure ? [...spoke][0]! : named.length === 1 ? named[0]! : null;
      if (actor === null && mention.actor !== speaker) return mention;
      const rule = `actor/${reading.grammar.language}/addressed`;
      return { ...mention, actor, actors: actor === null ? [] : [actor], open: null, rule };
    },
  };
}

function isVocative(reading: Reading, candidate: Candidate): boolean {
  if (candidate.how !== "role" || candidate.titles.length === 0) return false;
  const { text } = reading.scan;
  const before = text.slice(Math.max(0, candidate.start - 14), candidate.start);
  const words = text.slice(candidate.start, candidate.end);
  if (!address.test(words) && !addressBefore.test(before)) return false;
  return /^[,!.?;:]/.test(text.slice(candidate.end, candidate.end + 1)) || /, ?$/.test(before);
}

function isTitled(reading: Reading, person: string, { titles }: Candidate): boolean {
  const side = reading.table.actors.get(person)?.side ?? null;
  if (side === null) return false;
  const { language } = reading.grammar;
  const offices = officesFor(reading.table, side, titles, language, reading.governmentLeads);
  return rolesIn(reading.table, person, reading.when).some((office) => offices.includes(office));
}
