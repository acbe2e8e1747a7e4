import type { Reasons } from "./chrome.ts";
import { endsSentence, wordCount } from "./line-text.ts";
import type { Row, Sheet } from "./sheet.ts";
import { isCaption } from "./roles.ts";

/** What a line counts for (words) or against the run of the article. Chosen on half of the outlets of two benchmarks. */
const weights = {
  /** A sentence counts its words, at most. */
  most: 45,
  /** A short sentence (“He declined.”, “Subscribe now!”). */
  shortSentence: 1,
  /** A line of up to three words that is no sentence: a link, a label, a name. */
  tiny: -12,
  short: -10,
  /** A line that a rule calls chrome. */
  chrome: -12,
  /** Chrome that stands inside articles too: advertisements, newsletters, pictures. */
  /** A line that stands on the page several times. */
  repeated: -13,
} as const;

/** Shortest line that counts as running text, in words; a line without an end mark needs more. */
const runningWords = 8;
const longWords = 25;
const tinyWords = 3;

/** So many chrome lines, and so many lines outside the article with them, make a page a scrape of a whole page. */
const noisyChrome = 5;
const noisyLines = 12;

/** Title, byline and date stand at most so many lines above the text. */
const headLines = 12;

/** A heading inside the text has at most so many words. */
const headingWords = 14;

/** The stretch of a page that holds its article, as indices of lines. */
export interface TextRun {
  /** First line that can belong to its head. */
  readonly head: number;
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/**
 * On a page that lost its markup and has everything around the article in it, find the article: the stretch
 * of lines with most running text (after BTE, Finn et al. 2001, on lines instead of tokens). What stands
 * before, after and between its sentences gets a reason to be dropped.
 * @returns `null` for a page that holds little else than its text: nothing is done to it
 */
export function keepTextRun(sheet: Sheet, reasons: Reasons): TextRun | null {
  const { rows } = sheet;
  const { from, to } = bestRun(rows, reasons);
  const chrome = reasons.filter((reason) => reason !== null).length;
  const outside = rows.filter(
    (_row, index) => reasons[index] === null && (index < from || index >= to),
  ).length;
  if (to === 0 || chrome < noisyChrome || chrome + outside < noisyLines) return null;
  const head = Math.max(0, from - headLines);
  for (let index = 0; index < rows.length; index++) {
    if (index < head) reasons[index] ??= "clean/outside-article";
    else if (index < from) rows[index]!.loose = true;
    else if (index >= to) reasons[index] ??= "clean/after-article";
  }
  dropBetween(rows, reasons, from, to);
  return { head, from, to };
}

function bestRun(rows: readonly Row[], reasons: Reasons): { from: number; to: number } {
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  for (const [index, { line }] of rows.entries()) {
    sum += weightOf(line.text, reasons[index] ?? null);
    if (sum <= 0) {
      sum = 0;
      from = index + 1;
    } else if (sum > best.sum) best = { from, to: index + 1, sum };
  }
  return best;
}

function weightOf(text: string, reason: string | null): number {
  if (reason === "clean/repeated-line") return weights.repeated;
  if (reason === "clean/embedded") return 0;
  if (reason !== null) return weights.chrome;
  const words = wordCount(text);
  if (endsSentence(text))
    return words >= runningWords ? Math.min(words, weights.most) : weights.shortSentence;
  if (words >= longWords) return Math.min(words, weights.most) / 2;
  return words <= tinyWords ? weights.tiny : weights.short;
}

/** Groups of lines between sentences: lists that a sentence opens or that are numbered stay, so do headings. */
function dropBetween(rows: readonly Row[], reasons: Reasons, from: number, to: number): void {
  let before = "";
  for (let at = from; at < to;) {
    if (reasons[at] !== null || isText(rows[at]!)) {
      if (reasons[at] === null) before = rows[at]!.line.text;
      at++;
      continue;
    }
    const group: number[] = [];
    while (at < to && (reasons[at] !== null || !isText(rows[at]!))) {
      if (reasons[at] === null) group.push(at);
      at++;
    }
    if (/[:：]$/u.test(before) || isNumbered(group.map((index) => rows[index]!))) continue;
    const heading = at < to ? group.at(-1)! : -1;
    for (const index of group) {
      const { line } = rows[index]!;
      if (isCaption(line)) continue;
      if (index !== heading || wordCount(line.text) > headingWords)
        reasons[index] = "clean/between-paragraphs";
    }
  }
}

function isText({ line: { text } }: Row): boolean {
  return endsSentence(text) || wordCount(text) >= longWords;
}

const numbered = /^(?:[•●▪◦·*‣■–—-]\s|\d{1,2}[.)）、]|\(?[a-zа-я\d]{1,2}\)|(?:\p{L}{3,9}\.? )?\d)/u;

function isNumbered(group: readonly Row[]): boolean {
  const items = group.filter(({ line }) => numbered.test(line.text)).length;
  return group.length >= 2 && items >= group.length * 0.6;
}

/** Drop what stands between the head of a scraped page and its text and is no part of either. */
export function dropLoose(sheet: Sheet): void {
  sheet.filter(({ line, role, loose }) =>
    loose === true && role === null && !isCaption(line) ? "clean/outside-article" : null,
  );
}
