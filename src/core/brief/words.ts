import type { EncounterMode } from "../records.ts";

/** “A”, “A and B”, “A, B and C”; each once. */
export function listWords(names: readonly string[], and: string = "and"): string {
  const unique = [...new Set(names)];
  if (unique.length < 2) return unique[0] ?? "";
  return `${unique.slice(0, -1).join(", ")} ${and} ${unique.at(-1)}`;
}

/** “one page”, “three pages”, “14 pages”. */
export function countWords(count: number, one: string, many: string = `${one}s`): string {
  const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return `${words[count] ?? count} ${count === 1 ? one : many}`;
}

/** Names that take an article: states and bodies called by a common noun. */
const articled =
  /^(?:United|Netherlands|Philippines|Gambia|Bahamas|Maldives|Comoros|Seychelles|Holy See|G\d|.*\b(?:Union|Republic|Organi[sz]ation|Community|Council|Nations|Federation|Kingdom|Emirates|Islands|Alliance|League|Office|Ministry|Department|Presidency|Government|Agency|Commission|House|Kremlin|Summit|Forum)\b)/u;

/** “the United States”, “China”. */
export function withArticle(name: string): string {
  return articled.test(name) && !/^the /iu.test(name) ? `the ${name}` : name;
}

/** “China’s”, “the United States’”. */
export function possessive(name: string): string {
  return `${withArticle(name)}’${name.endsWith("s") ? "" : "s"}`;
}

/** First letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What those who met did, for an encounter that was held: a finite verb after their names. */
export const metWords: Readonly<Record<EncounterMode, string>> = {
  meeting: "met",
  visit: "met on a visit",
  phone: "spoke by telephone",
  video: "spoke by video link",
  multilateral: "took part in a multilateral meeting",
  letter: "exchanged letters",
  ceremony: "took part in a ceremony",
  "joint-statement": "issued a joint statement",
  exercise: "held a joint exercise",
  other: "were in contact",
};

/** The encounter as a noun with its article. */
export const modeNouns: Readonly<Record<EncounterMode, string>> = {
  meeting: "a meeting",
  visit: "a visit",
  phone: "a telephone call",
  video: "a video call",
  multilateral: "a multilateral meeting",
  letter: "a letter",
  ceremony: "a ceremony",
  "joint-statement": "a joint statement",
  exercise: "a joint exercise",
  other: "a contact",
};

/**
 * Classes of Chinese and Russian cues (`lang/…/lexicon/cues.tsv`) as English verbs that a quotation can follow. Classes
 * that take in words of different strength (“is ready to”, “undertakes to”) are not here: there the cue is quoted too.
 */
export const saidWords: Readonly<Record<string, string>> = {
  affirm: "affirmed",
  agree: "agreed",
  announce: "announced",
  emphasise: "stressed",
  propose: "proposed",
  state: "said",
  warn: "warned",
};
