import type { Context } from "../../context.ts";
import type { Document, Range, Sentence } from "../../document.ts";
import { findFiguresWith } from "../../figures/find-figures.ts";
import { readDigits, scaled, type FigureGrammar } from "../../figures/grammar.ts";
import type { Figure } from "../../records.ts";
import type { Found } from "../pack.ts";

const digits = "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?";

/** Russian figures. */
export const russianFigures: FigureGrammar = {
  id: "figure/ru/number",
  example: "более 29 процентов",
  source: "ГОСТ 8.417; usage of the press",
  changeReach: [45, 24],
  pattern: (words) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}.,/:№-])(?:(?<approximate>${words.approximate})\\s+)?(?:(?:на|в)\\s+)?(?<sign>${words.sign})?` +
        `(?<number>${digits})(?:\\s?[-–—]\\s?(?<to>${digits})|\\s+до\\s+(?<upTo>${digits}))?` +
        `(?:\\s?(?<magnitude>${words.magnitude})(?![\\p{L}\\p{N}]))?(?:\\s?(?<unit>${words.unit}))?(?![\\p{L}\\p{N}%]|-\\p{L}|[.,:/]\\p{N})`,
      "giu",
    ),
  read: (match, words) => {
    const { approximate, sign, number, to, upTo, magnitude, unit } = match.groups!;
    const scale = magnitude === undefined ? 1 : (words.numberOf(magnitude) ?? 1);
    const upper = to ?? upTo;
    return {
      range: {
        start: match.index + match[0].indexOf(`${sign ?? ""}${number!}`),
        end: match.index + match[0].length,
      },
      value: scaled(readDigits(number!, true), scale),
      valueTo: upper === undefined ? null : scaled(readDigits(upper, true), scale),
      approximation: approximate === undefined ? null : words.approximationOf(approximate),
      unitForm: sign ?? unit ?? null,
    };
  },
  countsNouns: false,
  counted: wordAfter,
};

/** Figures of a Russian document. */
export function findFigures(document: Document, context: Context): Found<Figure> {
  return findFiguresWith(document, context, "ru", russianFigures);
}

/** The words after a number, up to three; the engine asks whether they name something that is counted. */
function wordAfter(document: Document, sentence: Sentence, figure: Range): Range | null {
  const rest = document.text.slice(figure.end, Math.min(sentence.end, figure.end + 60));
  const words = /^\s+(?:\p{L}+[\s-]+){0,2}\p{L}+/u.exec(rest);
  if (words === null) return null;
  const start = figure.end + /^\s+/u.exec(rest)![0].length;
  return { start, end: figure.end + words[0].length };
}
