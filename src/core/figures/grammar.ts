import type { Document, Range, Sentence } from "../document.ts";
import type { FigureWords } from "./vocabulary.ts";

/** What a match of a figure pattern says, read by the grammar. */
export interface FigureReading {
  /** Number and unit, offsets in the sentence. */
  readonly range: Range;
  readonly value: number;
  readonly valueTo: number | null;
  readonly approximation: "about" | "more" | "less" | null;
  /** Form of the unit, of a sign before the number or of a word after it; `null` for a count. */
  readonly unitForm: string | null;
}

/** How a language writes figures. */
export interface FigureGrammar {
  readonly id: string;
  readonly source: string;
  readonly example: string;
  /** Global pattern over a sentence. */
  readonly pattern: (words: FigureWords) => RegExp;
  /** Read a match; `null` when it is no quantity. */
  readonly read: (match: RegExpExecArray, words: FigureWords) => FigureReading | null;
  /** What is counted by a figure without a unit; `null` when nothing countable follows. */
  readonly counted: (document: Document, sentence: Sentence, figure: Range) => Range | null;
  /** `counted` gives the noun itself, by a parse. */
  readonly countsNouns: boolean;
  /** How far from a figure, in characters, the word for its change may stand: before, after. */
  readonly changeReach: readonly [number, number];
}

/** `1,250.5` and `1 250,5` as numbers. @param comma - the comma stands before decimals */
export function readDigits(text: string, comma: boolean): number {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, "");
  return Number(comma ? plain.replace(",", ".") : plain.replaceAll(",", ""));
}

/** A product without the noise of binary fractions (2.4 × 10¹²). */
export function scaled(value: number, magnitude: number): number {
  return Number((value * magnitude).toPrecision(12));
}
