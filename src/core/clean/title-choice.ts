import type { Context } from "../context.ts";
import { readByline, readNameLine } from "./byline.ts";
import { isDateLine, isIssueLine, isTimeLine, partsBesideDate } from "./date-line.ts";
import { endsSentence, isSentence, wordCount } from "./line-text.ts";
import { isLetterhead } from "./issuer/authority-line.ts";
import type { Line } from "./lines.ts";
import { isCaption, withoutBullet } from "./roles.ts";
import type { Row } from "./sheet.ts";

/** A title has at most so many characters, and usually this many words. */
const longestTitle = 300;
const usualWords = { least: 5, most: 30 } as const;

/** A line of so many words that closes like a sentence is a standfirst rather than a title. */
const longSentence = 9;

/** Facts of publication stand at most so many lines below a title. */
const factLines = 4;

/** Section names, genres and other words of labels; a line of nothing else is no title. */
const labelWords =
  /^(?:world|news|politics|business|opinion|opinions|analysis|commentary|comment|editorial|explainer|feature|features|interview|exclusive|live|latest|breaking|international|relations|foreign|affairs|national|security|defen[cs]e|diplomacy|economy|markets|finance|europe|asia|africa|americas|america|us|u\.s\.|uk|middle|east|pacific|war|conflict|feed|press|release|releases|statement|statements|briefing|briefings|readout|readouts|speech|speeches|remarks|transcript|transcripts|report|reports|blog|blogs|podcast|video|videos|photos|home|menu|search|sections?|topics?|tags?|program|programme|project|events?|article|articles|story|stories|today|the|and|of|&|in|новости|мир|политика|экономика|общество|мнение|мнения|анализ|аналитика|интервью|события|главное|россия|сша|европа|азия|тема|дня|国际|国内|时政|要闻|新闻|评论|观点|财经|社会|军事|视频)$/iu;

/**
 * The line of a page without markup that is its title: what reads like a headline, close above the facts of
 * publication and the text.
 * @param rows - lines that can be it, in page order
 * @param body - index of the first line of running text among them
 */
export function chooseTitleLine(
  rows: readonly Row[],
  body: number,
  context: Context,
): number | null {
  const head = rows.slice(0, body);
  let best: number | null = null;
  let bestScore = 0;
  for (const [index, { line }] of head.entries()) {
    if (!canBeTitle(line, context)) continue;
    // On a page without running text a sentence is all it has to say.
    if (body >= rows.length && isSentence(line.text) && /[.。]$/u.test(line.text)) continue;
    const score = scoreOf(line, head.slice(index + 1, index + 1 + factLines), context);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best === null ? null : withShortTitle(head, best, context);
}

function scoreOf(line: Line, below: readonly Row[], context: Context): number {
  const { text } = line;
  const words = wordCount(text);
  let score = words >= usualWords.least && words <= usualWords.most ? 4 : Math.min(words - 1, 3);
  if (/^h[1-3]$/.test(line.tag)) score += 4;
  if (isLabel(text) || isLetterhead(text, context)) score -= 3;
  if (words >= longSentence && endsSentence(text) && !/[?？!！]$/u.test(text)) score -= 1.5;
  if (below.some((row) => isFact(row.line, context))) score += 1.5;
  return score;
}

/** A headline of two to four words right above a line that was taken for the title is the title itself. */
function withShortTitle(head: readonly Row[], at: number, context: Context): number {
  const above = head[at - 1]?.line;
  if (above === undefined || /^h[1-3]$/.test(head[at]!.line.tag)) return at;
  const words = wordCount(above.text);
  const before = head[at - 2]?.line;
  const alone = before === undefined || wordCount(before.text) > 4 || isFact(before, context);
  const fits =
    words >= 2 &&
    words <= 4 &&
    alone &&
    !isLabel(above.text) &&
    !isLetterhead(above.text, context) &&
    !/[|｜]/u.test(above.text) &&
    above.text !== above.text.toUpperCase() &&
    canBeTitle(above, context) &&
    readNameLine(above.text, context) === null;
  return fits ? at - 1 : at;
}

/** A quotation that goes on in the next line, or whose speaker the line names (“…,” Roe said.), is of the text. */
const opensQuotation = /^(?:“[^”]*|«[^»]*|„[^“”]*|“[^”]*[,.]["”] .{3,60}\.)$/u;

function canBeTitle(line: Line, context: Context): boolean {
  const { text } = line;
  return (
    text.length <= longestTitle &&
    wordCount(text) >= 2 &&
    withoutBullet(line) === line &&
    !opensQuotation.test(text) &&
    !isCaption(line) &&
    !isDateLine(text) &&
    !isTimeLine(text) &&
    !isIssueLine(text) &&
    readByline(text, context) === null
  );
}

/** Whether a line is a label: section names and genres, or a few words in capitals. */
export function isLabel(text: string): boolean {
  const words = text.split(/[\s|｜/>›»·,]+/u).filter((word) => word !== "");
  if (words.length > 5) return false;
  return words.every((word) => labelWords.test(word)) || (words.length <= 4 && isCapitals(text));
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

/** Whether a line tells who wrote the text or when it came out. */
export function isFact({ text }: Line, context: Context): boolean {
  return (
    isDateLine(text) ||
    isTimeLine(text) ||
    readByline(text, context) !== null ||
    readNameLine(text, context) !== null ||
    (wordCount(text) < 12 && partsBesideDate(text) !== null)
  );
}
