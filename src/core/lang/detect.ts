import type { Context } from "../context.ts";

/** How much of a page is looked at, in characters, and how many of them a detector gets to see. */
const sampleLength = 6000;
const detectorLength = 1200;

/** A text with fewer letters than this shows too little to tell neighbouring languages apart. */
const fewLetters = 40;

/**
 * Language of a text: by its script where that settles it (Han, kana, Hangul, Arabic, Hebrew, Greek, Thai …),
 * by letters and small words where they do (Russian, English), else by the context's detector.
 * @param hint - what the page says of itself; it decides only where the text doesn't
 * @returns BCP 47 primary code (`zh` for both scripts), `null` for a text without letters
 */
export function detectLanguage(
  text: string,
  context: Context,
  hint: string | null = null,
): string | null {
  const sample = text.slice(0, sampleLength);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  // A character of a script that writes words or syllables weighs as many letters as it stands for.
  const weights: readonly (readonly [string, number])[] = [
    ["ja", kana > (han + kana) * 0.1 ? (han + kana) * 3 : 0],
    ["ko", hangul * 2 + (hangul > han ? han * 3 : 0)],
    ["zh", han * 3],
    ["cyrillic", cyrillic],
    ["latin", latin],
    ...otherScripts.map(([code, pattern]): readonly [string, number] => [code, count(pattern)]),
  ];
  const [script, weight] = weights.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (weight === 0) return baseOf(hint);
  if (script === "cyrillic") return cyrillicLanguage(sample, cyrillic, context, baseOf(hint));
  if (script === "latin") return latinLanguage(sample, latin, context, baseOf(hint));
  return script;
}

/** Scripts that one language of the field's pages stands for, as far as the text alone tells. */
const otherScripts: readonly (readonly [string, RegExp])[] = [
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
];

function baseOf(code: string | null): string | null {
  const base = /^[a-z]{2,3}/iu.exec(code?.trim() ?? "")?.[0].toLowerCase();
  return base ?? null;
}

/** Letters of Cyrillic alphabets that Russian doesn't have. Source: Unicode CLDR exemplar characters. */
const cyrillicNeighbours: readonly (readonly [string, RegExp])[] = [
  ["be", /ў/giu],
  ["uk", /[їєґ]/giu],
  ["mk", /[ѓќѕ]/giu],
  ["sr", /[ђћџљњј]/giu],
  ["kk", /[әғқңұһ]/giu],
  ["mn", /[өү]/giu],
  ["tg", /[ҳҷӣӯ]/giu],
];

/**
 * Russian has ы and э and none of its neighbours' letters; a quotation from a neighbour in it stays below two in a
 * hundred letters.
 */
function cyrillicLanguage(
  sample: string,
  letters: number,
  context: Context,
  hint: string | null,
): string {
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  const [neighbour, most] = cyrillicNeighbours
    .map(([code, pattern]) => [code, share(pattern)] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  if (most > 0.02 || (most > 0.004 && share(/[ыэ]/giu) < 0.005)) return neighbour;
  const hard = share(/[ыэъё]/giu);
  if (hard > 0.012 && share(/[іїєґў]/giu) < 0.01 && share(/ъ/giu) < 0.004) return "ru";
  if (letters < fewLetters && (hint === null || hint === "ru")) return "ru";
  return context.detectOther?.(sample.slice(0, detectorLength)) ?? hint ?? "ru";
}

/** Small words that every English text is full of. */
const englishWords =
  /(?<![\p{L}])(?:the|of|and|to|in|that|for|with|was|is|on|has|said|by|as|from|at)(?![\p{L}])/giu;

/** At least one word in eight of running English text is one of its commonest; other languages share few of them. */
function latinLanguage(
  sample: string,
  letters: number,
  context: Context,
  hint: string | null,
): string {
  const words = sample.match(/\p{L}+/gu)?.length ?? 1;
  if ((sample.match(englishWords)?.length ?? 0) / words > 0.125) return "en";
  if (letters < fewLetters && (hint === null || hint === "en")) return "en";
  return context.detectOther?.(sample.slice(0, detectorLength)) ?? hint ?? "en";
}
