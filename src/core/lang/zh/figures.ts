import type { Context } from "../../context.ts";
import type { Document, Range, Sentence } from "../../document.ts";
import { findFiguresWith } from "../../figures/find-figures.ts";
import { readDigits, scaled, type FigureGrammar } from "../../figures/grammar.ts";
import type { Figure } from "../../records.ts";
import type { Found } from "../pack.ts";
import { numeralClass, readNumeral } from "./numerals.ts";

const digits = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

/** Chinese figures. */
export const chineseFigures: FigureGrammar = {
  id: "figure/zh/number",
  example: "同比增长29.3%",
  source: "GB/T 15835",
  changeReach: [8, 0],
  pattern: (words) =>
    new RegExp(
      `(?<![\\p{N}.,/:A-Za-z第-])(?<approximate>${words.approximate})?(?<sign>${words.sign})?` +
        `(?:(?<share>百分之)(?<spelled>${numeralClass}+|${digits})|(?<number>${digits})(?:[-–—~至到](?<to>${digits}))?` +
        `(?<magnitude>${words.magnitude})?(?<more>[多余])?(?<unit>${words.unit})?)(?![\\p{N}A-Za-z年月日号时点分%])`,
      "gu",
    ),
  read: (match, words) => {
    const { approximate, sign, share, spelled, number, to, magnitude, more, unit } = match.groups!;
    const scale = magnitude === undefined ? 1 : (words.numberOf(magnitude) ?? 1);
    const value =
      share === undefined ? scaled(readDigits(number!, false), scale) : readNumeral(spelled!);
    if (value === null) return null;
    return {
      range: {
        start: match.index + (approximate?.length ?? 0),
        end: match.index + match[0].length,
      },
      value,
      valueTo: to === undefined ? null : scaled(readDigits(to, false), scale),
      approximation:
        approximate !== undefined
          ? words.approximationOf(approximate)
          : more === undefined
            ? null
            : "more",
      unitForm: share === undefined ? (sign ?? unit ?? null) : "%",
    };
  },
  countsNouns: false,
  counted: countedAfter,
};

/** Figures of a Chinese document. */
export function findFigures(document: Document, context: Context): Found<Figure> {
  return findFiguresWith(document, context, "zh", chineseFigures);
}

const classifier = /^(?:多|余)?[个项份名架艘辆枚座家所次场批件条位支台列]/u;

/** What follows a number and its classifier; the engine asks whether it names something that is counted. */
function countedAfter(document: Document, sentence: Sentence, figure: Range): Range | null {
  const rest = document.text.slice(figure.end, Math.min(sentence.end, figure.end + 12));
  const measure = classifier.exec(rest);
  if (measure === null) return null;
  const words = /^(?!国家|国|方)\p{Script=Han}{1,6}/u.exec(rest.slice(measure[0].length));
  if (words === null) return null;
  const start = figure.end + measure[0].length;
  return { start, end: start + words[0].length };
}
