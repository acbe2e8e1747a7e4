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
  /** Chrome that stands inside articles too: advertisements, newsletters, players. */
  inside: -3,
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

/** A heading in capitals has at most so many words. */
const shoutedWords = 5;

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
  const main = bestRun(rows, reasons);
  const chrome = reasons.filter((reason) => reason !== null).length;
  const outside = rows.filter(
    (_row, index) => reasons[index] === null && (index < main.from || index >= main.to),
  ).length;
  if (main.to === 0 || chrome < noisyChrome || chrome + outside < noisyLines) return null;
  const stretches = articleStretches(rows, reasons, main);
  const [{ from }, { to }] = [stretches[0]!, stretches.at(-1)!];
  const head = Math.max(0, from - headLines);
  for (let index = 0; index < rows.length; index++) {
    if (index < head) reasons[index] ??= "clean/outside-article";
    else if (index < from) rows[index]!.loose = true;
    else if (!stretches.some((stretch) => index >= stretch.from && index < stretch.to))
      reasons[index] ??= index < to ? "clean/between-stretches" : "clean/after-article";
  }
  dropBetween(rows, reasons, from, to);
  return { head, from, to };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A stretch of sentences beyond what interrupts an article (a form, a list of other articles) is more of it where it is no
 * short one and so many of its words stand in the rest. Notices of the site and teasers know a fifth at most; chosen on
 * half of the outlets of two benchmarks.
 */
const more = { sentences: 3, words: 100, known: 0.25, gap: 2 } as const;

/** The stretches of the article in page order: the main one, and what belongs to it below and above. */
function articleStretches(rows: readonly Row[], reasons: Reasons, main: Stretch): Stretch[] {
  const known = new Set<string>();
  for (let index = main.from; index < main.to; index++)
    if (reasons[index] === null) for (const word of tellingWords(rows[index]!)) known.add(word);
  const joined = (candidates: readonly Stretch[]): Stretch[] =>
    candidates.filter((stretch) => {
      const sentences = rows
        .slice(stretch.from, stretch.to)
        .filter((row, index) => reasons[stretch.from + index] === null && isRunningSentence(row));
      const words = sentences.reduce((sum, { line }) => sum + wordCount(line.text), 0);
      const telling = new Set(sentences.flatMap(tellingWords));
      const shared = [...telling].filter((word) => known.has(word)).length;
      const belongs =
        sentences.length >= more.sentences &&
        words >= more.words &&
        shared >= telling.size * more.known;
      if (belongs) for (const word of telling) known.add(word);
      return belongs;
    });
  const below = joined(sentenceStretches(rows, reasons, main.to, rows.length));
  const above = joined(sentenceStretches(rows, reasons, 0, main.from).toReversed());
  return [...above.toReversed(), main, ...below];
}

/** Sentences with few other lines between them, chrome not counted, from the first to the last. */
function sentenceStretches(
  rows: readonly Row[],
  reasons: Reasons,
  from: number,
  to: number,
): Stretch[] {
  const found: { from: number; to: number }[] = [];
  let others = 0;
  for (let at = from; at < to; at++) {
    if (reasons[at] !== null) continue;
    if (!isRunningSentence(rows[at]!)) {
      others++;
      continue;
    }
    const last = found.at(-1);
    if (last !== undefined && others <= more.gap) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
    others = 0;
  }
  return found;
}

function isRunningSentence({ line: { text } }: Row): boolean {
  return endsSentence(text) && wordCount(text) >= runningWords;
}

/** Words that tell what a line is about, cut to their stems; of scripts without blanks every two characters. */
function tellingWords({ line: { text } }: Row): string[] {
  const words = [...text.toLowerCase().matchAll(/(?!\p{Script=Han})\p{L}[\p{L}\p{M}]{4,}/gu)];
  const pairs = [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)];
  return [...words.map(([word]) => word.slice(0, 8)), ...pairs.map((match) => match[1]!)];
}

function bestRun(rows: readonly Row[], reasons: Reasons): Stretch {
  const weightAt = (index: number): number =>
    weightOf(rows[index]!.line.text, reasons[index] ?? null);
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  for (let index = 0; index < rows.length; index++) {
    sum += weightAt(index);
    if (sum <= 0) {
      sum = 0;
      from = index + 1;
    } else if (sum > best.sum) best = { from, to: index + 1, sum };
  }
  // A short sentence above the first long one is a teaser, a caption, a title.
  while (best.from < best.to && weightAt(best.from) <= weights.shortSentence) best.from++;
  return best;
}

const insideArticles: ReadonlySet<string> = new Set([
  "clean/advertisement",
  "clean/newsletter",
  "clean/listening",
]);

function weightOf(text: string, reason: string | null): number {
  if (reason === "clean/repeated-line") return weights.repeated;
  if (reason === "clean/embedded") return 0;
  if (reason !== null) return insideArticles.has(reason) ? weights.inside : weights.chrome;
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
      if (index !== heading || wordCount(line.text) > headingWords || isShouted(line.text))
        reasons[index] = "clean/between-paragraphs";
    }
  }
}

/** A headline in capitals among paragraphs is a link to another article. */
function isShouted(text: string): boolean {
  return wordCount(text) > shoutedWords && /\p{Lu}/u.test(text) && text === text.toUpperCase();
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
