import type { Context } from "../context.ts";
import type { Range } from "../document.ts";
import { insideQuotes } from "./quotes.ts";
import { speaksForOthers } from "./people.ts";
import type { Candidate, Reading } from "./reading.ts";
import { sideOn } from "./side-on.ts";

/** A person as later words can pick it up again. */
interface Person {
  readonly actor: string | null;
  readonly start: number;
  readonly side: string | null;
  readonly quoted: boolean;
  readonly subject: boolean;
  /** Governed by a preposition or an owner of what follows, where no parse shows the subject. */
  readonly oblique: boolean;
  /** Only what is somebody's by his office is spoken of (“the ambassador's residence”). */
  readonly owner: boolean;
  /** Of another encounter than the sentence tells of. */
  readonly aside: boolean;
}

export interface Pair {
  readonly actors: readonly [string, string];
  readonly sentence: number;
}

/** What has been said so far, sentence by sentence. */
export interface Memory {
  sentence: number;
  current: Person[];
  previous: Person[];
  recent: string[];
  persons: Pair | null;
  states: Pair | null;
  coordinated: Pair | null;
  /** Several actors that were the subject of a sentence: whom “they” goes on with. */
  subjects: { readonly actors: readonly string[]; readonly sentence: number } | null;
  mainStates: Pair | null;
  /** Style (`highness`) → the person on the page who bears it; `null` where several do. */
  readonly honoured: Map<string, string | null>;
  /** Titles that stand on the page for somebody it does not name. */
  readonly others: Set<string>;
  last: Candidate | null;
}

/** Note a mention, so that what follows can pick it up. */
export function remember(
  reading: Reading,
  context: Context,
  memory: Memory,
  candidate: Candidate,
): void {
  const { actor, type, how } = candidate;
  if (type === "person") {
    const side = actor === null ? candidate.state : sideOn(reading.document, actor, context);
    const quoted = insideQuotes(reading.document, candidate.start);
    memory.current.push({
      actor,
      start: candidate.start,
      side,
      quoted,
      subject: isSubject(reading, candidate),
      oblique: isOblique(reading, candidate),
      owner: how === "role" && isOwner(reading, candidate),
      aside: isAside(reading, candidate),
    });
    if (actor !== null) {
      memory.recent = [...memory.recent.filter((known) => known !== actor).slice(-11), actor];
      pairPersons(reading, memory);
      honour(memory, candidate, actor);
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
    const sideOf = (member: string): string => sideOn(reading.document, member, context) ?? member;
    const sides = [sideOf(one), sideOf(other)] as const;
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
      rememberSubjects(reading, memory, last, memory.coordinated.actors);
    }
  }
  if (type === "group") rememberSubjects(reading, memory, candidate, candidate.actors);
  memory.last = candidate;
}

/** Note several actors named at once (“the two leaders”, “they”), when they are the subject of their sentence. */
export function rememberSubjects(
  reading: Reading,
  memory: Memory,
  range: Range,
  actors: readonly string[],
): void {
  if (actors.length > 1 && isMainSubject(reading, range))
    memory.subjects = { actors, sentence: memory.sentence };
}

/** “the ambassador’s residence”, but not “the president’s call with …”. */
function isOwner(reading: Reading, { end }: Range): boolean {
  const after = reading.scan.text.slice(end, end + 40);
  return (
    /^['’]s?\s/u.test(after) &&
    !/\b(?:call|meeting|talks|conversation|visit|summit|invitation|request)\b/u.test(after)
  );
}

/** Styles that stand for the person they were first given to: “His Highness”. */
const styles = /highness|majesty/;

/** Note who bears a style; two who bear the same leave it open. */
function honour(memory: Memory, { titles }: Candidate, actor: string): void {
  for (const { form } of titles) {
    const style = styles.exec(form)?.[0];
    if (style === undefined) continue;
    const known = memory.honoured.get(style);
    memory.honoured.set(style, known === undefined || known === actor ? actor : null);
  }
}

/** The style of an honour phrase (“His Royal Highness”); `null` for others. */
export function styleOf(form: string): string | null {
  return styles.exec(form)?.[0] ?? null;
}

/**
 * Two persons of different sides in a sentence are the pair that “the two leaders” picks up; where one side has two, or
 * a spokesperson only tells of others, the pair is not clear.
 */
function pairPersons(reading: Reading, memory: Memory): void {
  const distinct: Person[] = [];
  for (const person of memory.current) {
    if (person.actor === null || person.side === null || person.owner || person.aside) continue;
    if (speaksForOthers(reading.table, person.actor, reading.when)) continue;
    const known = distinct.find(({ side }) => side === person.side);
    if (known !== undefined && known.actor !== person.actor) return;
    if (known === undefined) distinct.push(person);
  }
  if (distinct.length !== 2) return;
  const [one, other] = [distinct[0]!, distinct[1]!];
  memory.persons = { actors: [one.actor!, other.actor!], sentence: memory.sentence };
  memory.states = { actors: [one.side!, other.side!], sentence: memory.sentence };
  memory.mainStates ??= memory.states;
}

const otherEncounter: Readonly<Record<"en" | "ru", RegExp>> = {
  en: /(?:^|\s)(?:after|before|following|ahead of|since)\s(?:\p{L}+\s){0,3}(?:calls?|meetings?|conversations?|talks|visits?)\swith\s(?:[\p{L}’']+\s){0,4}$/iu,
  ru: /(?:^|\s)(?:после|до|перед|накануне|вслед за)\s(?:\p{L}+\s){1,2}со?\s(?:\p{Ll}+\s){0,3}$/iu,
};
const otherEncounterBehind =
  /^(?:主席|总统|总理|首相)?(?:进行|举行)?(?:视频|电话)?(?:会谈|会晤|会面|通话|通电话|见面)(?:之?后|之?前)/u;

/** “After his call with Roe”: one of another encounter than the sentence tells of. */
function isAside({ grammar, scan }: Reading, { start, end }: Range): boolean {
  return grammar.language === "zh"
    ? otherEncounterBehind.test(scan.text.slice(end, end + 16))
    : otherEncounter[grammar.language].test(scan.text.slice(Math.max(0, start - 90), start));
}

const joining = /^(?:\s(?:and|и|с|with)\s(?:the\s)?|和|与|同|-|–|、)$/;

/** `President Macron of the French Republic and President Biden`. */
const joiningAfterState = /^ of (?:the )?\p{Lu}[^,.;:\n]{0,45} and (?:the )?$/u;

function isCoordinated(reading: Reading, one: Range, other: Range): boolean {
  if (other.start - one.end > 65) return false;
  const between = reading.scan.text.slice(one.end, other.start);
  return joining.test(between) || joiningAfterState.test(between);
}

const chineseGovernors =
  /(?:对于?|与|同|向|给|把|被|由|和|关于|针对|据|替|为|跟|因|听取|会见|会晤)$/u;
const russianGovernors =
  /(?:^|[\s(«])(?:с|со|к|ко|от|для|о|об|обо|у|при|между|за|на|в|по|перед|после|через|без|против|под|словам|мнению|имени)\s$/iu;

/** Whether a Chinese or Russian mention stands where no subject does. */
function isOblique({ grammar, scan }: Reading, { start, end }: Range): boolean {
  const before = scan.text.slice(Math.max(0, start - 12), start);
  if (grammar.language === "ru") return russianGovernors.test(before);
  return (
    grammar.language === "zh" &&
    (chineseGovernors.test(before) || /^(?:的|贺信|讲话|来信)/u.test(scan.text.slice(end, end + 2)))
  );
}

/** The mention's head is the subject of its clause, where there is a parse. */
function isSubject(reading: Reading, range: Range): boolean {
  return subjectIn(reading, range) !== null;
}

/** The subject of the sentence's main verb, or of one coordinated with it. */
function isMainSubject(reading: Reading, range: Range): boolean {
  const { tokens } = reading.document.layers;
  const verb = tokens[subjectIn(reading, range) ?? -1]?.head ?? -1;
  return verb >= 0 && (tokens[verb]!.head < 0 || tokens[verb]!.deprel === "conj");
}

/** The token of a mention that is the subject of a clause. */
function subjectIn(reading: Reading, range: Range): number | null {
  const { tokens } = reading.document.layers;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < range.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < tokens.length && tokens[index]!.start < range.end; index++) {
    if (tokens[index]!.deprel.startsWith("nsubj")) return index;
  }
  return null;
}
