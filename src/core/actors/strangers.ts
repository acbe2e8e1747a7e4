import type { Language } from "../document.ts";
import type { Phrase } from "./compose.ts";
import { wordsOfClass, type Lexemes } from "./lexemes.ts";
import type { Scan } from "./scan.ts";

const particles = new Set([
  "de",
  "van",
  "von",
  "der",
  "den",
  "al",
  "bin",
  "ibn",
  "el",
  "la",
  "da",
  "dos",
  "ul",
  "фон",
  "де",
  "аль",
  "бин",
  "ибн",
]);

/**
 * End of a run of capitalised words that can be a person's name, from its first word on.
 *
 * Initials, hyphens, apostrophes and particles belong to it; a word no person's name holds ends it, a word of a body's
 * name rules it out.
 * @returns end word (exclusive); `null` when no name stands there
 */
export function nameRunEnd(scan: Scan, lexemes: Lexemes, first: number): number | null {
  const { words, text, itemOver, items } = scan;
  const barred = wordsOfClass(lexemes, "notperson");
  const trades = wordsOfClass(lexemes, "person");
  let last = first;
  let index = first;
  while (index < words.length && index - first < 12) {
    const word = words[index]!;
    const gap = index === first ? "" : text.slice(words[index - 1]!.end, word.start);
    if (gap !== "" && !/^[ \u00a0\n]$/.test(gap)) break;
    const next = words[index + 1];
    const tight = next !== undefined && next.start === word.end;
    if (
      index > first &&
      gap === "" &&
      (word.key === "-" || word.key === "'") &&
      tight &&
      /^\p{L}/u.test(next.key)
    ) {
      if (next.key === "s" && word.key === "'") break;
      index += 2;
      last = index;
      continue;
    }
    if (index > first && particles.has(word.key) && !word.capital && next?.capital === true) {
      index++;
      continue;
    }
    if (!word.capital || (barred.has(word.key) && !(index > first && word.end - word.start === 1)))
      break;
    if (index > first && trades.has(word.key) && word.key !== "who") break;
    const item = itemOver[index]!;
    if (item >= 0 && !items[item]!.senses.every((sense) => sense.kind === "short")) break;
    index++;
    last = index;
    if (word.end - word.start === 1 && next?.key === "." && tight) {
      index++;
      last = index;
    }
  }
  return fitsName(scan, lexemes, first, last) && !ownsNext(scan, lexemes, last) ? last : null;
}

/** In Russian the name of a region before its noun (`Свердловской области`) is nobody's. */
function ownsNext(scan: Scan, lexemes: Lexemes, last: number): boolean {
  const next = scan.words[last];
  return next !== undefined && wordsOfClass(lexemes, "headnoun").has(next.key);
}

const patronymic = /(?:вич|вна|вичем|вича|вичу|вной|вне|вну|вны)$/;

function fitsName(scan: Scan, lexemes: Lexemes, first: number, last: number): boolean {
  const organisation = wordsOfClass(lexemes, "organisation");
  let long = 0;
  for (let index = first; index < last; index++) {
    const { key, start, end } = scan.words[index]!;
    if (organisation.has(key)) return false;
    if (end - start > 1 && /^\p{L}/u.test(key)) {
      long++;
      if (/^[A-ZА-Я]{2,}$/.test(scan.text.slice(start, end))) return false;
    }
  }
  if (long === 2 && patronymic.test(scan.words[last - 1]!.key)) return false;
  return long >= 1 && long <= 5;
}

/**
 * Find persons the tables don't know, by evidence beside their names: a verb of saying, a trade before or after them.
 *
 * A name found once with evidence is a mention wherever it stands on the page.
 * @returns phrases of strangers that no other phrase covers, in text order
 */
export function findStrangers(
  scan: Scan,
  lexemes: Lexemes,
  phrases: readonly Phrase[],
  language: Language,
): Phrase[] {
  if (language === "zh") return [];
  const covered = coverOf(scan, phrases);
  const honoured = honouredIn(scan, language);
  const runs: { first: number; last: number; evidence: boolean }[] = [];
  for (let first = 0; first < scan.words.length; first++) {
    const word = scan.words[first]!;
    if (!word.capital || covered[first] === 1 || scan.shouted[first] === 1) continue;
    if (scan.itemOver[first]! >= 0 && scan.itemAt[first]! < 0) continue;
    const last = nameRunEnd(scan, lexemes, first);
    if (last === null) continue;
    const inner = countNames(scan, first, last);
    if (inner >= 2) {
      const crosses = covered.subarray(first, last).includes(1);
      if (!crosses)
        runs.push({
          first,
          last,
          evidence:
            honoured.has(scan.words[last - 1]!.key) ||
            hasEvidence(scan, lexemes, first, last, language),
        });
    }
    first = last - 1;
  }
  const names = new Set(runs.filter((run) => run.evidence).map((run) => nameOf(scan, run)));
  for (const { stranger } of phrases)
    if (stranger !== null) names.add(scan.text.slice(stranger.start, stranger.end));
  return runs
    .filter((run) => names.has(nameOf(scan, run)))
    .map((run) => strangerPhrase(scan, run.first, run.last));
}

/** Last words of names that the page also writes after “Mr” and the like (“Mr Tarn”). */
function honouredIn({ words, text }: Scan, language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  if (language !== "en") return found;
  for (const [index, { key }] of words.entries()) {
    if (!/^(?:mr|mrs|ms|dr|sir)$/.test(key)) continue;
    const next = words[index + 1]?.key === "." ? words[index + 2] : words[index + 1];
    if (
      next?.capital === true &&
      next.start - words[index]!.end <= 2 &&
      text[next.start] !== undefined
    )
      found.add(next.key);
  }
  return found;
}

function nameOf(scan: Scan, run: { readonly first: number; readonly last: number }): string {
  return scan.text.slice(scan.words[run.first]!.start, scan.words[run.last - 1]!.end);
}

function countNames(scan: Scan, first: number, last: number): number {
  let count = 0;
  for (let index = first; index < last; index++) {
    const { key, capital, start, end } = scan.words[index]!;
    if (capital && /^\p{L}/u.test(key) && (end - start > 1 || index < last - 1)) count++;
  }
  return count;
}

/** Words that phrases cover. */
export function coverOf(scan: Scan, phrases: readonly Phrase[]): Uint8Array {
  const covered = new Uint8Array(scan.words.length);
  for (const phrase of phrases) {
    const counts =
      phrase.name !== null ||
      phrase.stranger !== null ||
      phrase.nation !== null ||
      phrase.titles.length > 1;
    if (counts) covered.fill(1, phrase.first, phrase.last);
  }
  return covered;
}

/** A phrase for a stranger's name over some words. */
export function strangerPhrase(scan: Scan, first: number, last: number): Phrase {
  const start = scan.words[first]!.start;
  const end = scan.words[last - 1]!.end;
  return {
    start,
    end,
    first,
    last,
    nation: null,
    ministry: null,
    titles: [],
    name: null,
    stranger: { start, end },
    former: false,
    determined: false,
    possessive: false,
  };
}

function hasEvidence(
  scan: Scan,
  lexemes: Lexemes,
  first: number,
  last: number,
  language: Language,
): boolean {
  const speech = wordsOfClass(lexemes, "speech");
  const trades = wordsOfClass(lexemes, "person");
  const { words, text } = scan;
  const after = words[last];
  const before = words[first - 1];
  const nextTo = (from: number, to: number): boolean => text.slice(from, to) === " ";
  if (after !== undefined && nextTo(words[last - 1]!.end, after.start) && speech.has(after.key))
    return true;
  if (before !== undefined && nextTo(before.end, words[first]!.start)) {
    if (speech.has(before.key) && before.key !== "told" && before.key !== "thanked") return true;
    if (trades.has(before.key) && !before.capital) return true;
  }
  if (after?.key !== ",") return false;
  // “the director of the board, Mara Roe, said”
  if (language === "en" && before?.key === "," && speech.has(words[last + 1]?.key ?? ""))
    return true;
  for (let index = last + 1; index < Math.min(words.length, last + 10); index++) {
    const { key } = words[index]!;
    if (/^[.;:!?,()]$/.test(key)) return false;
    if (key === "and" && index <= last + 2) return false;
    if (trades.has(key)) return language === "en" ? index < last + 9 : true;
  }
  return false;
}

/**
 * End of a name after a title in Chinese: a surname and one or two characters, a foreign name with a middle dot, or a
 * run of the characters foreign names are written with.
 *
 * Two characters follow the surname unless the third belongs to a word that stands after names (`表示`, `在`).
 */
export function chineseNameEnd(scan: Scan, lexemes: Lexemes, first: number): number | null {
  const text = scan.words
    .slice(first, first + 16)
    .map((word) => word.key)
    .join("");
  const foreign = /^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,5}){1,3}?/u.exec(text);
  if (foreign !== null) return first + trimFollowers(foreign[0], lexemes).length;
  const transliterated = transliterationEnd(scan, lexemes, first);
  if (transliterated !== null && transliterated - first > 3) return transliterated;
  return hanNameEnd(scan, lexemes, first, text) ?? transliterated;
}

/** Longest name written with characters for foreign names, in characters. */
const longestTransliteration = 9;

/** A run of at least two such characters that a word or mark follows which stands after names. */
function transliterationEnd(scan: Scan, lexemes: Lexemes, first: number): number | null {
  const characters = wordsOfClass(lexemes, "transliteration");
  let last = first;
  while (last - first < longestTransliteration) {
    const word = scan.words[last];
    if (word === undefined || !characters.has(word.key)) break;
    if (scan.itemOver[last]! >= 0 && !isSingle(scan, last)) break;
    if (last > first && word.start !== scan.words[last - 1]!.end) break;
    last++;
  }
  for (; last - first >= 2; last--) if (standsAfterName(scan, lexemes, last)) return last;
  return null;
}

/** What stands at a place can follow a name: a mark, a bracket, or a word of the lexicon (`表示`, `在`). */
function standsAfterName(scan: Scan, lexemes: Lexemes, at: number): boolean {
  const word = scan.words[at];
  if (word === undefined) return true;
  const followers = wordsOfClass(lexemes, "speech");
  const next = scan.words[at + 1]?.key ?? "";
  return (
    !/^\p{Script=Han}/u.test(word.key) ||
    followers.has(word.key) ||
    followers.has(word.key + next) ||
    scan.text.slice(scan.words[at - 1]!.end, word.start).includes("\n")
  );
}

function hanNameEnd(scan: Scan, lexemes: Lexemes, first: number, text: string): number | null {
  const surnames = wordsOfClass(lexemes, "surname");
  const width = surnames.has(text.slice(0, 2)) ? 2 : surnames.has(text.slice(0, 1)) ? 1 : 0;
  if (width === 0 || !/^\p{Script=Han}{2,}/u.test(text)) return null;
  const followers = wordsOfClass(lexemes, "speech");
  const opener = followers.has(text.charAt(0)) || followers.has(text.slice(0, 2));
  if (opener && (followers.has(text.charAt(1)) || followers.has(text.slice(1, 3)))) return null;
  if (followers.has(text.slice(0, 2))) return null;
  const follows = (at: number): boolean => {
    const rest = text.slice(at, at + 2);
    return (
      rest === "" ||
      !/^\p{Script=Han}/u.test(rest) ||
      followers.has(rest) ||
      followers.has(rest.charAt(0))
    );
  };
  const free = (at: number): boolean =>
    /^\p{Script=Han}/u.test(text.charAt(at)) &&
    (scan.itemOver[first + at]! < 0 || isSingle(scan, first + at));
  if (free(width) && free(width + 1) && follows(width + 2)) return first + width + 2;
  return free(width) && follows(width + 1) ? first + width + 1 : null;
}

function isSingle(scan: Scan, word: number): boolean {
  const item = scan.items[scan.itemOver[word]!];
  return item !== undefined && item.last - item.first === 1;
}

function trimFollowers(name: string, lexemes: Lexemes): string {
  const followers = wordsOfClass(lexemes, "speech");
  const dot = name.lastIndexOf("·");
  for (let at = dot + 2; at < name.length; at++) {
    if (followers.has(name.slice(at, at + 2))) return name.slice(0, at);
  }
  return name;
}
