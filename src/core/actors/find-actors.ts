import type { Context } from "../context.ts";
import type { ActorMention, Document } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import { actorTable } from "./actor-table.ts";
import {
  composePhrases,
  hasKind,
  isNamePart,
  isShortOnly,
  type ActorGrammar,
  type Phrase,
} from "./compose.ts";
import { gatherIntroductions, shortKeys } from "./introductions.ts";
import { bearerOf } from "./patronymics.ts";
import { findJoint } from "./joint.ts";
import { lexemesOf, wordsOfClass, type Lexemes } from "./lexemes.ts";
import { mendMisspellings, nameRests } from "./misspelling.ts";
import { createReading, type Candidate, type Reading } from "./reading.ts";
import { readPhrase } from "./resolve.ts";
import { reunite } from "./reunite.ts";
import { charactersOf, scanDocument, type Item, type Scan } from "./scan.ts";
import { resolveInSequence } from "./sequence.ts";
import { coverOf, findStrangers, strangerPhrase } from "./strangers.ts";
import { introduceTitled } from "./titled.ts";
import { wordsOf } from "./trie.ts";

/**
 * Find the actors of a document: forms of the tables, titles and names put together, strangers by evidence, each resolved
 * by date and by what the page says.
 * @param folded - the text that forms are compared with; as long as `document.text`
 * @returns mentions sorted by start, not overlapping; reports `ACTOR_AMBIGUOUS`
 */
export function findActorsWith(
  document: Document,
  context: Context,
  grammar: ActorGrammar,
  folded: string,
): Found<ActorMention> {
  const lexemes = lexemesOf(context, grammar.language);
  const words = grammar.language === "zh" ? charactersOf(folded) : wordsOf(folded);
  const scanned = scanDocument(document, lexemes, words, folded);
  const scan = grammar.language === "en" ? mendMisspellings(scanned, restsOf(context)) : scanned;
  const composed = composePhrases(scan, lexemes, grammar).filter((phrase) =>
    stands(scan, lexemes, grammar, phrase),
  );
  const strangers = findStrangers(scan, lexemes, composed, grammar.language);
  const phrases = mergePhrases(composed, strangers);
  const table = actorTable(context);
  const shorts = context.derived(`actors/shorts/${grammar.language}`, () =>
    shortKeys(table, grammar.language),
  );
  const named = gatherIntroductions(scan, phrases, shorts, (name) =>
    bearerOf(table, grammar.language, name),
  );
  const parts = { lexemes, grammar, scan, introductions: named };
  const first = createReading(document, context, parts);
  const reading = { ...first, introductions: introduceTitled(first, phrases, shorts) };
  const all = mergePhrases(phrases, surnamesAlone(reading, phrases));
  const joint = findJoint(reading);
  const alone = withoutOverlaps(all.map((phrase) => readPhrase(reading, phrase)));
  const candidates = mergeCandidates(joint, alone);
  const found = resolveInSequence(reading, context, candidates, groupItems(scan, candidates));
  return {
    found: reunite(document, found).sort((one, other) => one.start - other.start),
    diagnostics: reading.diagnostics,
  };
}

function restsOf(context: Context): ReadonlyMap<string, readonly string[]> {
  return context.derived("actors/rests", () => nameRests(actorTable(context)));
}

/** Lists of phrases in one order; of two that overlap the one that starts first, then the longer, stays. */
function mergePhrases(some: readonly Phrase[], more: readonly Phrase[]): Phrase[] {
  if (more.length === 0) return [...some];
  const sorted = [...some, ...more].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const merged: Phrase[] = [];
  for (const phrase of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && phrase.first < last.last) {
      if (last.stranger !== null || last.name !== null || last.nation !== null) continue;
      if (phrase.stranger !== null) merged.pop();
    }
    merged.push(phrase);
  }
  return merged;
}

function withoutOverlaps(candidates: readonly (Candidate | null)[]): Candidate[] {
  const kept: Candidate[] = [];
  let end = -1;
  for (const candidate of candidates) {
    if (candidate === null || candidate.start < end) continue;
    kept.push(candidate);
    end = candidate.end;
  }
  return kept;
}

/** Joint mentions stand before what they overlap. */
function mergeCandidates(joint: readonly Candidate[], alone: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  let at = 0;
  for (const group of withoutOverlaps(joint)) {
    for (; at < alone.length && alone[at]!.end <= group.start; at++) merged.push(alone[at]!);
    while (at < alone.length && alone[at]!.start < group.end) at++;
    merged.push(group);
  }
  return [...merged, ...alone.slice(at)];
}

function groupItems(scan: Scan, candidates: readonly Candidate[]): Item[] {
  const groups = scan.items.filter((item) => hasKind(item, "group"));
  let at = 0;
  return groups.filter((item) => {
    while (at < candidates.length && candidates[at]!.end <= item.start) at++;
    return at >= candidates.length || candidates[at]!.start >= item.end;
  });
}

const waters = new Set(["sea", "ocean", "strait", "gulf", "channel", "peninsula"]);

/** Whether a form found in the tables is a mention where it stands, by the capitals around it. */
function stands(scan: Scan, lexemes: Lexemes, grammar: ActorGrammar, phrase: Phrase): boolean {
  if (grammar.language === "zh") return standsInChinese(scan, phrase);
  const item = phrase.name ?? (phrase.titles.length === 0 ? phrase.nation : null);
  if (item === null) return true;
  const next = scan.words[item.last];
  const adjacent = next !== undefined && /^\s$/.test(scan.text.slice(item.end, next.start));
  if (next?.key === "$" && next.start === item.end) return false;
  if (phrase.name === null)
    return (
      !(adjacent && waters.has(next.key) && next.capital) &&
      !(grammar.language === "ru" && isPlainWord(scan, lexemes, item))
    );
  const loud = scan.shouted[item.first] === 1;
  if (adjacent && next.capital && !loud) {
    if (wordsOfClass(lexemes, "organisation").has(next.key)) return false;
    if (isShortOnly(item) && isNamePart(scan, item.last)) {
      return wordsOfClass(lexemes, "notperson").has(next.key) && scan.opens[item.last] === 1;
    }
  }
  if (phrase.titles.length > 0 || hasKind(item, "full")) return true;
  const previous = scan.words[item.first - 1];
  if (previous === undefined || !previous.capital || loud) return !isPlainWord(scan, lexemes, item);
  if (scan.text.slice(previous.end, item.start) !== " ") return !isPlainWord(scan, lexemes, item);
  if (!isNamePart(scan, item.first - 1)) return true;
  return wordsOfClass(lexemes, "notperson").has(previous.key);
}

/** A name of one character (`梅`) counts after a title, where no longer name begins with it. */
function standsInChinese(scan: Scan, { name, titles }: Phrase): boolean {
  if (name === null || name.end - name.start > 1) return true;
  return titles.length > 0 && !/^\p{Script=Han}{2}/u.test(scan.text.slice(name.end, name.end + 2));
}

/** A surname, in Russian also a state (Того), that is an everyday word counts only inside a sentence or before a verb of saying. */
function isPlainWord(scan: Scan, lexemes: Lexemes, item: Item): boolean {
  const plain = wordsOfClass(lexemes, "plain").has(scan.words[item.first]!.key);
  if (wordsOfClass(lexemes, "speech").has(scan.words[item.last]?.key ?? "")) return false;
  return plain && (scan.opens[item.first] === 1 || scan.shouted[item.first] === 1);
}

/** Places where a stranger introduced in full is named by surname alone, or in Chinese in full again. */
function surnamesAlone(reading: Reading, phrases: readonly Phrase[]): Phrase[] {
  const { scan, introductions } = reading;
  const found: Phrase[] = [];
  const covered = coverOf(scan, phrases);
  if (reading.grammar.language === "zh") return namesAgain(scan, phrases, covered);
  const firstNames = firstNamesOf(reading);
  for (let index = 0; index < scan.words.length; index++) {
    const word = scan.words[index]!;
    if (!word.capital || covered[index] === 1 || scan.itemOver[index]! >= 0) continue;
    const known = introductions.bySurname.get(word.key)?.filter((entry) => entry.stranger) ?? [];
    const actors = new Set(known.map((entry) => entry.actor));
    const byFirst = actors.size === 0 && firstNames.has(word.key);
    if ((actors.size !== 1 && !byFirst) || inLongerName(scan, index)) continue;
    found.push(strangerPhrase(scan, index, index + 1));
  }
  return found;
}

/** Keys of first names that stand alone for their one bearer before a verb of saying (“Fahmi also said”). */
function firstNamesOf({ scan, lexemes, introductions }: Reading): ReadonlySet<string> {
  const speech = wordsOfClass(lexemes, "speech");
  const found = new Set<string>();
  for (const [index, { key, capital }] of scan.words.entries()) {
    if (!capital || introductions.byFirst.get(key)?.size !== 1 || inLongerName(scan, index))
      continue;
    if ([1, 2].some((ahead) => speech.has(scan.words[index + ahead]?.key ?? ""))) found.add(key);
  }
  return found;
}

function inLongerName(scan: Scan, index: number): boolean {
  const { words, text, shouted, opens } = scan;
  if (shouted[index] === 1) return false;
  const beside = (one: number, other: number): boolean =>
    text.slice(words[one]!.end, words[other]!.start) === " ";
  const previous = words[index - 1];
  if (previous?.capital === true && beside(index - 1, index) && opens[index - 1] === 0) return true;
  const next = words[index + 1];
  return next?.capital === true && beside(index, index + 1);
}

/** Chinese strangers are named in full again, without the title that introduced them. */
function namesAgain(scan: Scan, phrases: readonly Phrase[], covered: Uint8Array): Phrase[] {
  const names = new Map<string, string[][]>();
  for (const { stranger } of phrases) {
    if (stranger === null) continue;
    const characters = scan.text.slice(stranger.start, stranger.end).split("");
    const known = names.get(characters[0]!);
    if (known === undefined) names.set(characters[0]!, [characters]);
    else if (!known.some((other) => other.join("") === characters.join("")) && known.length < 20)
      known.push(characters);
  }
  const found: Phrase[] = [];
  for (let index = 0; index < scan.words.length; index++) {
    const starting = names.get(scan.text.charAt(scan.words[index]!.start));
    if (starting === undefined || covered[index] === 1) continue;
    const match = starting.find((characters) =>
      characters.every(
        (character, at) => scan.text.charAt(scan.words[index + at]?.start ?? -1) === character,
      ),
    );
    if (match !== undefined) found.push(strangerPhrase(scan, index, index + match.length));
  }
  return found;
}
