import type { Document, Range, Sentence } from "../document.ts";
import type { EncounterMention, Silence, Statement } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";

/** What is assigned to an encounter: what somebody says, or leaves unsaid. */
interface Said extends Range {
  readonly actors: readonly string[];
  /** What is said: an encounter named inside it is spoken of, not the occasion. */
  readonly content: readonly Range[];
  /** Words between the speaker and what he says. */
  readonly cue: Range | null;
}

/**
 * Tell statements and reported silences at which encounter they were made.
 *
 * In an account that is its own encounter; where it tells of another (“when he met …”), that one. In a briefing or a
 * report only those who met can have spoken there: at the encounter named beside the words, else in the paragraph
 * before them, else at the one the report is about. An opinion page has no such encounter unless it speaks of one alone.
 * @returns a copy with `encounter` filled in; the silences' topic is the first topic within what is left unsaid
 */
export function assignEncounters(document: Document): Document {
  const { encounters, statements, silences } = document.layers;
  if (encounters.length === 0 && silences.length === 0) return document;
  // At a meeting that is only announced nobody has said anything yet.
  const own = encounters.findIndex(({ main, status }) => main && status !== "announced");
  const topical = topicOfPage(document, own);
  const of = (said: Said): number | null => occasionOf(document, said, own, topical);
  return {
    ...document,
    layers: {
      ...document.layers,
      statements: statements.map((statement: Statement) => ({
        ...statement,
        encounter: of(statement),
      })),
      silences: silences.map((silence: Silence) => ({
        ...silence,
        encounter: of({ ...silence, actors: silence.silent, content: [], cue: null }),
        topic: silence.topic ?? topicOf(document, silence),
      })),
    },
  };
}

/** Accounts in which everything said was said there. */
const wholly: ReadonlySet<string> = new Set(["readout", "joint-statement", "remarks", "other"]);

function occasionOf(
  document: Document,
  said: Said,
  own: number,
  topical: number | null,
): number | null {
  const { encounters } = document.layers;
  const sentence = sentenceAt(document, said.start);
  const named = encounters.findIndex(
    (encounter, index) =>
      index !== own &&
      isOccasion(encounter) &&
      takesPart(encounter, said.actors) &&
      encounter.places.some(
        (place) =>
          isIn(place, sentence) && (!said.content.some(holds(place)) || isWhen(document, place)),
      ),
  );
  if (own >= 0 && wholly.has(document.kind)) {
    const both = encounters[own]!.places.some((place) => isIn(place, sentence));
    return named >= 0 && !both ? named : own;
  }
  if (named >= 0) return named;
  if (said.actors.length === 0) return null;
  const beside = own >= 0 && encounters[own]!.places.some((place) => isIn(place, sentence));
  if (beside && takesPart(encounters[own]!, said.actors)) return own;
  if (isPerfect(document, said)) return null;
  return before(document, said) ?? (topicalFor(document, said, topical) ? topical : null);
}

/** “proposed that … when he met …”: the occasion, though it stands at the end of what is said. */
function isWhen({ text }: Document, { start }: Range): boolean {
  return /(?:\b(?:when|during)\s[^,.;:]{0,30}|(?:в ходе|во время|когда)\s[^,.;:]{0,30}|在[^，。；]{0,12})$/iu.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

/** “has described”: not on one occasion. */
function isPerfect({ text }: Document, { cue }: Said): boolean {
  if (cue === null) return false;
  const words = text.slice(Math.max(0, cue.start - 24), cue.end);
  return (
    /(?:\b(?:has|have)|['’](?:s|ve))\s(?:\p{L}+ly\s|always\s|long\s|often\s)?\p{L}+$/u.test(
      words,
    ) || /(?:多次|一再|历来)\p{Script=Han}{1,3}$|(?:всегда|неоднократно)\s\p{L}+$/iu.test(words)
  );
}

/** The encounter spoken of last before the words in their paragraph, if the speaker took part. */
function before(document: Document, said: Said): number | null {
  const block = document.blocks.find(({ start, end }) => start <= said.start && said.start < end);
  if (block === undefined) return null;
  let best: number | null = null;
  let at = -1;
  for (const [index, encounter] of document.layers.encounters.entries()) {
    if (!isOccasion(encounter) || !takesPart(encounter, said.actors)) continue;
    for (const { start } of encounter.places) {
      if (start < block.start || start >= said.start || start <= at) continue;
      at = start;
      best = index;
    }
  }
  return best;
}

/** How far into a report it names what it is about, in characters. */
const lead = 800;

/**
 * The encounter that a page is about: its own; in a report the one its title or first sentences tell, else its
 * only one, where it is news. */
function topicOfPage(document: Document, own: number): number | null {
  if (own >= 0) return own;
  const { encounters } = document.layers;
  const held = encounters.flatMap((encounter, index) =>
    isOccasion(encounter) && !encounter.atSummit && encounter.mode !== "visit" ? [index] : [],
  );
  if (document.kind !== "report") return held.length === 1 ? held[0]! : null;
  const told = held.filter((index) => encounters[index]!.start < lead);
  const [only, other] = held;
  return (
    told[0] ??
    (only !== undefined && other === undefined && isNews(document, encounters[only]!) ? only : null)
  );
}

/** What a report tells of late is its news only where it took place within so many days before it came out. */
const newsDays = 7;

function isNews({ published }: Document, { date }: EncounterMention): boolean {
  return (
    date !== null &&
    published.earliest !== null &&
    daysBetween(date.latest, published.earliest) <= newsDays
  );
}

/** Only persons and states that met speak at the page's encounter, and on an opinion page only where an account of it is quoted. */
function topicalFor(document: Document, said: Said, topical: number | null): boolean {
  if (topical === null || !takesPart(document.layers.encounters[topical]!, said.actors))
    return false;
  if (document.kind !== "opinion") return isPersonal(said.actors);
  const sentence = sentenceAt(document, said.start);
  const block = document.blocks.find(({ start, end }) => start <= said.start && said.start < end);
  const text = document.text.slice(
    block?.start ?? sentence?.start ?? said.start,
    sentence?.end ?? said.end,
  );
  return account.test(text);
}

/** Words by which a text refers to an official account. */
const account =
  /\b(?:read-?outs?|transcript|the statement from|official statement|the Kremlin['’]s (?:account|statement))\b|通稿|新闻稿|пресс-релиз|сообщени[еи] Кремля/iu;

function isPersonal(actors: readonly string[]): boolean {
  return actors.every((actor) => actor.includes(":") && !actor.startsWith("INT:"));
}

/** Something at which somebody spoke: it took place, and is no exercise or letter. */
function isOccasion({ status, mode }: EncounterMention): boolean {
  return status === "held" && mode !== "exercise";
}

function takesPart({ participants, sides }: EncounterMention, actors: readonly string[]): boolean {
  return (
    actors.length > 0 &&
    actors.every((actor) => participants.includes(actor) || sides.includes(actor))
  );
}

function sentenceAt(document: Document, offset: number): Sentence | undefined {
  return document.layers.sentences.find(({ start, end }) => start <= offset && offset < end);
}

function isIn(place: Range, sentence: Range | undefined): boolean {
  return sentence !== undefined && place.start >= sentence.start && place.start < sentence.end;
}

function holds(place: Range): (range: Range) => boolean {
  return ({ start, end }) => start <= place.start && place.end <= end;
}

function topicOf(document: Document, silence: Silence): string | null {
  const range = silence.topicRange;
  if (range === null) return null;
  return (
    document.layers.topics.find((topic) => topic.start >= range.start && topic.end <= range.end)
      ?.id ?? null
  );
}
