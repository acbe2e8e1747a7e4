import type { Context } from "../../context.ts";
import type { Document, Range, Sentence, Token } from "../../document.ts";
import { findFiguresWith } from "../../figures/find-figures.ts";
import { readDigits, scaled, type FigureGrammar } from "../../figures/grammar.ts";
import type { FigureWords } from "../../figures/vocabulary.ts";
import type { Figure } from "../../records.ts";
import type { Found } from "../pack.ts";

const digits = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

/** English figures. */
export const englishFigures: FigureGrammar = {
  id: "figure/en/number",
  example: "more than 29 percent",
  source: "AP style of numbers; SI",
  changeReach: [45, 24],
  pattern: (words) => {
    const number = `(?:${digits}|${words.number}(?:[ -]${words.number})?)`;
    return new RegExp(
      `(?<![\\p{L}\\p{N}.,/:#$€£¥-])(?:(?<approximate>${words.approximate})\\s+)?(?:(?<between>between|from)\\s+)?` +
        `(?:(?<sign>${words.sign})\\s?)?(?<number>${number})` +
        `(?:\\s{0,3}(?<magnitude>${words.magnitude})(?![\\p{L}\\p{N}]))?` +
        `(?:\\s?(?:[-–]|to|and)\\s?(?:${words.sign})?(?<to>${digits})(?:\\s?(?<toMagnitude>${words.magnitude})(?![\\p{L}\\p{N}]))?)?` +
        `(?:(?:\\s{1,3}|-)?(?<unit>${words.unit}))?(?![\\p{L}\\p{N}%<]|[-–/:.,][\\p{L}\\p{N}])`,
      "giu",
    );
  },
  read: (match, words) => {
    const { approximate, between, sign, number, magnitude, to, toMagnitude, unit } = match.groups!;
    const isRange = to !== undefined && (between !== undefined || !/\sand\s/iu.test(match[0]));
    if (to !== undefined && !isRange) return null;
    const value = readNumber(number!, words);
    if (value === null) return null;
    const scale = magnitudeOf(magnitude ?? toMagnitude, sign, words);
    if (scale === null) return null;
    const start = match.index + leadLength(match);
    return {
      range: { start, end: match.index + match[0].length },
      value: scaled(value, scale),
      valueTo: isRange
        ? scaled(readDigits(to, false), magnitudeOf(toMagnitude ?? magnitude, sign, words) ?? 1)
        : null,
      approximation: approximate === undefined ? null : words.approximationOf(approximate),
      unitForm: sign ?? unit ?? null,
    };
  },
  countsNouns: true,
  counted: countedNoun,
};

/** Figures of an English document. */
export function findFigures(document: Document, context: Context): Found<Figure> {
  return findFiguresWith(document, context, "en", englishFigures);
}

function readNumber(text: string, words: FigureWords): number | null {
  if (/^\d/u.test(text)) return readDigits(text, false);
  let sum = 0;
  for (const word of text.split(/[ -]/u)) sum += words.numberOf(word) ?? Number.NaN;
  return Number.isNaN(sum) ? null : sum;
}

/** Single letters are magnitudes of money only (`$5m`); `null` when the match can't be read. */
function magnitudeOf(
  form: string | undefined,
  sign: string | undefined,
  words: FigureWords,
): number | null {
  if (form === undefined) return 1;
  if (/^[mbk]$/iu.test(form) && sign === undefined) return null;
  return words.numberOf(form);
}

/** Length of what stands before sign and number in a match. */
function leadLength(match: RegExpExecArray): number {
  const { sign, number } = match.groups!;
  return match[0].indexOf(sign ?? number!);
}

/** Lengths of time are time expressions, no figures. */
const timeUnits = new Set(["year", "month", "week", "day", "hour", "minute", "decade", "century"]);

/** Plural forms; a parse that has a number count anything else is wrong. */
const plural = /(?:[^s]s|men|people|children|personnel|staff|aircraft|troops|media|crew|police)$/iu;

/** The noun that a number counts, by the parse: “15 bilateral documents”. */
function countedNoun(document: Document, sentence: Sentence, figure: Range): Range | null {
  const { tokens } = document.layers;
  for (let index = sentence.tokens[0]; index < sentence.tokens[1]; index++) {
    const token = tokens[index]!;
    if (token.end <= figure.start) continue;
    if (token.start >= figure.end) break;
    if (!token.deprel.startsWith("nummod")) continue;
    const head = tokens[token.head];
    if (head === undefined || head.upos !== "NOUN" || head.start < figure.end) continue;
    if (head.start - figure.end > 40 || timeUnits.has(head.lemma)) continue;
    const noun = lastOfCompound(tokens, token.head, sentence.tokens[1]);
    if (!plural.test(document.text.slice(noun.start, noun.end))) continue;
    return { start: noun.start, end: noun.end };
  }
  return null;
}

/** “220 million vaccine doses”: the last of nouns in a row is what is counted. */
function lastOfCompound(tokens: readonly Token[], at: number, end: number): Token {
  let last = at;
  while (last + 1 < end && tokens[last + 1]!.upos === "NOUN") last++;
  return tokens[last]!;
}
