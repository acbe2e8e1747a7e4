import type { Context } from "../context.ts";
import { readByline, readNameLine } from "./byline.ts";
import { isDateLine, partsBesideDate } from "./date-line.ts";
import { namedRole } from "./html/names.ts";
import { endsSentence, isSentence, keyOf, wordCount } from "./line-text.ts";
import { sliceLine, type Line } from "./lines.ts";
import { isCaption, withoutBullet } from "./roles.ts";
import { foundIn, type Row, type Sheet } from "./sheet.ts";
import { isTitle, labelOf, saysTitle } from "./title.ts";

/** Words that a line of running text has at least. */
export const runningWords = 12;

/** A title has at most so many characters. */
const longestTitle = 300;

/** What is known of a page before its lines are read. */
export interface HeadEvidence {
  /** Title from front matter or markup; `null` when neither gives one. */
  readonly title: string | null;
  readonly html: boolean;
}

/**
 * Read what stands above the text: title, standfirst, byline, date, key points. Lines that are none of
 * these stay open.
 */
export function readHead(sheet: Sheet, evidence: HeadEvidence, context: Context): void {
  splitTitle(sheet, evidence.title);
  const body = bodyStart(sheet.rows, evidence.title);
  const title = titleIndex(sheet.rows, evidence, body, context);
  if (title !== null) setTitle(sheet, sheet.rows[title]!);
  const kept: Row[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const head = index < body;
    if (row.role === null && !takeFact(sheet, row, { head, index, body, title }, evidence, context))
      kept.push(row);
    else if (row.role !== null) kept.push(row);
  }
  sheet.rows = kept;
  findStandfirst(sheet, evidence);
}

/** Index of the first line of running text. */
function bodyStart(rows: readonly Row[], title: string | null): number {
  const inner = rows.findIndex(({ line }) => line.apart !== true && isSentence(line.text));
  const before = rows
    .slice(0, Math.max(inner, 0))
    .filter(
      ({ line }) =>
        line.apart === true && wordCount(line.text) >= runningWords && isSentence(line.text),
    );
  const at = rows.findIndex(({ line }, index) => {
    if (wordCount(line.text) < runningWords || !isSentence(line.text)) return false;
    if (withoutBullet(line) !== line || isCaption(line) || isTitle(line.text, title)) return false;
    if (line.apart === true && index < inner && before.length === 1 && wordCount(line.text) <= 60)
      return false;
    const role = namedRole(line.names)?.role;
    return role !== "subtitle" && role !== "key-point" && role !== "caption";
  });
  return at === -1 ? rows.length : at;
}

/** The line of the title: the one metadata gives, else the first of the head that can be one. */
function titleIndex(
  rows: readonly Row[],
  { title, html }: HeadEvidence,
  body: number,
  context: Context,
): number | null {
  const head = rows.slice(0, Math.max(body, 1));
  if (title !== null) {
    const at = rows.findIndex(({ line }) => isTitle(line.text, title));
    if (at !== -1) return at;
  }
  const marked = head.findIndex(
    ({ line }) => line.tag === "h1" && (title === null || saysTitle(line.text, title)),
  );
  if (marked !== -1) return marked;
  if (html || title !== null) {
    const heading = head.findIndex(
      ({ line }) =>
        title !== null &&
        saysTitle(line.text, title) &&
        line.text.length < title.length * 1.8 + 20 &&
        (/^h[1-3]$/.test(line.tag) || !isSentence(line.text)),
    );
    if (heading !== -1) return heading;
    const only = head.findIndex(({ line }) => line.tag === "h1");
    return html && only !== -1 ? only : null;
  }
  const first = rows.findIndex(({ line }, index) => index < body && canBeTitle(line, context));
  return first === -1 ? null : first;
}

function canBeTitle(line: Line, context: Context): boolean {
  const { text } = line;
  return (
    text.length <= longestTitle &&
    wordCount(text) >= 2 &&
    withoutBullet(line) === line &&
    !isCaption(line) &&
    !isDateLine(text) &&
    readByline(text, context) === null
  );
}

function setTitle(sheet: Sheet, row: Row): void {
  const { label, length } = labelOf(row.line.text);
  if (length > 0) {
    const cut = sliceLine(row.line, 0, length);
    const rest = sliceLine(row.line, length, row.line.text.length);
    if (cut !== null && rest !== null) {
      sheet.drop(cut, "clean/section-label");
      if (label !== null) sheet.label = foundIn(cut, "clean/section-label", label);
      row.line = rest;
    }
  }
  row.role = "title";
  sheet.title = foundIn(row.line, "clean/title-line");
}

/** A title that has run together with the text: “TITLE Text begins …” becomes two lines. */
function splitTitle(sheet: Sheet, title: string | null): void {
  if (title === null) return;
  const wanted = title.slice(labelOf(title).length).trim();
  if (wanted.length < 4 || sheet.rows.some(({ line }) => isTitle(line.text, title))) return;
  for (const [index, { line }] of sheet.rows.slice(0, 3).entries()) {
    if (line.text.length < wanted.length + 20 || !line.text.startsWith(wanted)) continue;
    const head = sliceLine(line, 0, wanted.length);
    const rest = sliceLine(line, wanted.length, line.text.length);
    if (head === null || rest === null) continue;
    sheet.rows.splice(index, 1, { line: head, role: null }, { line: rest, role: null });
    return;
  }
}

interface Place {
  readonly head: boolean;
  readonly index: number;
  readonly body: number;
  readonly title: number | null;
}

/**
 * Read a line as byline, date, key point or standfirst.
 * @returns whether it was taken out (byline, date); a role is set on lines that stay
 */
function takeFact(
  sheet: Sheet,
  row: Row,
  place: Place,
  { html }: HeadEvidence,
  context: Context,
): boolean {
  const { line } = row;
  const named = namedRole(line.names);
  const near = place.head || place.index <= place.body + 2;
  if (isDateLine(line.text) && (near || named?.role === "date")) {
    sheet.dates.push(foundIn(line, "clean/date-line"));
    sheet.drop(line, "clean/date-line");
    return true;
  }
  if (place.head || named?.role === "date" || named?.role === "byline") {
    const parts =
      endsSentence(line.text) && !/\d{4}\.?$/.test(line.text) ? null : partsBesideDate(line.text);
    if (parts !== null) {
      sheet.dates.push(foundIn(line, "clean/publication-line"));
      for (const part of parts) {
        const names = readByline(part, context)?.names ?? readNameLine(part, context) ?? [];
        for (const name of names) sheet.byline.push(foundIn(line, "clean/publication-line", name));
      }
      sheet.drop(line, "clean/publication-line");
      return true;
    }
  }
  if (near || named?.role === "byline") {
    const byline = readByline(line.text, context);
    if (byline !== null) {
      for (const name of byline.names) sheet.byline.push(foundIn(line, byline.rule, name));
      sheet.drop(line, "clean/byline");
      return true;
    }
  }
  if (!isSentence(line.text) && (named?.role === "byline" || named?.role === "date")) {
    if (wordCount(line.text) <= runningWords) {
      sheet.drop(line, named.id);
      return true;
    }
  }
  if (!place.head || place.title === null || place.index < place.title) return false;
  return readUnderTitle(sheet, row, place, html, context);
}

function readUnderTitle(
  sheet: Sheet,
  row: Row,
  place: Place,
  html: boolean,
  context: Context,
): boolean {
  const { line } = row;
  if (place.index - place.title! <= 4) {
    const names = readNameLine(line.text, context);
    if (names !== null) {
      for (const name of names) sheet.byline.push(foundIn(line, "clean/byline-name", name));
      sheet.drop(line, "clean/byline");
      return true;
    }
  }
  if (isCaption(line)) return false;
  const named = namedRole(line.names);
  const unmarked = withoutBullet(line);
  if ((unmarked !== line && wordCount(unmarked.text) >= 4) || named?.role === "key-point") {
    row.line = unmarked;
    row.role = "key-point";
    return false;
  }
  const standfirst =
    named?.role === "subtitle" ||
    line.apart === true ||
    (!html && !isSentence(line.text) && !/^h[1-6]$/.test(line.tag));
  if (standfirst && sheet.subtitle === null && wordCount(line.text) >= 4) {
    row.role = "subtitle";
    sheet.subtitle = foundIn(
      line,
      named?.id ?? (line.apart === true ? "clean/apart" : "clean/under-title"),
    );
  }
  return false;
}

/** A standfirst that names the author (“argues Jane Roe”) gives the byline. */
function findStandfirst(sheet: Sheet, { html }: HeadEvidence): void {
  const first = sheet.rows.find(({ role, line }) => role === null && wordCount(line.text) >= 8);
  if (first === undefined || sheet.byline.length > 0) return;
  const author =
    /(?:^|[,.;:] )(?:argues?|writes?|explains?|asks?|reports?|contends?|warns?|пишет|считает)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}[\p{L}.'’-]+){1,2})(?=[,.]|\s+in\b)/u.exec(
      first.line.text,
    )?.[1];
  if (author === undefined || (sheet.subtitle === null && !html)) return;
  sheet.byline.push(foundIn(first.line, "clean/byline-standfirst", author));
  first.role = "subtitle";
  sheet.subtitle ??= foundIn(first.line, "clean/byline-standfirst");
}

/** Whether a line could be a sentence cut off: long, without an end mark. */
export function isLong(line: Line): boolean {
  return !endsSentence(line.text) && wordCount(line.text) > 25 && keyOf(line.text) !== "";
}
