import type { Context } from "../context.ts";
import type { Reasons } from "./chrome.ts";
import { readByline } from "./byline.ts";
import { isDateLine } from "./date-line.ts";
import { namedRole } from "./html/names.ts";
import { outletIndex } from "./issuer/outlet-index.ts";
import { isSentence, wordCount } from "./line-text.ts";
import { sliceLine, type Line } from "./lines.ts";
import { isCaption, withoutBullet } from "./roles.ts";
import { foundIn, type Row, type Sheet } from "./sheet.ts";
import { chooseTitleLine } from "./title-choice.ts";
import { foldName, isGenreLabel, isTitle, labelOf, saysTitle, siteBehind } from "./title.ts";

/** Words that a line of running text has at least. */
export const runningWords = 12;

/** What is known of a page before its lines are read. */
export interface HeadEvidence {
  /** Title from front matter or markup; `null` when neither gives one. */
  readonly title: string | null;
  readonly html: boolean;
  /** Language that the page says it is in, else what its first lines show; `null` when neither tells. */
  readonly language: string | null;
}

/**
 * Find the line of the title and mark it; its reason to be dropped, if it has one, is struck out.
 * @param from - first line that can be it
 * @param body - index of the first line of running text
 */
export function readTitle(
  sheet: Sheet,
  reasons: Reasons,
  evidence: HeadEvidence,
  { from, body }: { readonly from: number; readonly body: number },
  context: Context,
): void {
  const open = sheet.rows.map((row, index) => ({
    row,
    index,
    open: (reasons[index] ?? null) === null || reasons[index] === "clean/repeated-line",
  }));
  const candidates = open.filter((one) => one.open && one.index >= from);
  const at = titleIndex(
    candidates.map(({ row }) => row),
    evidence,
    candidates.filter(({ index }) => index < body).length,
    context,
  );
  if (at === null) return;
  const { row, index } = candidates[at]!;
  reasons[index] = null;
  for (let below = index + 1; below <= index + genreLines; below++)
    if (
      reasons[below] === "clean/repeated-line" &&
      isGenreLabel(sheet.rows[below]?.line.text ?? "")
    )
      reasons[below] = null;
  setTitle(sheet, row, context);
}

/** A genre stands at most so many lines below the title. */
export const genreLines = 3;

/** A standfirst may stand so many lines above byline and date. */
const standfirstLines = 6;

/**
 * Index of the first line of running text. A sentence that byline or date follow is a standfirst above it.
 * @param title - its line is none
 */
export function bodyStart(rows: readonly Row[], title: string | null, context: Context): number {
  const first = runningIndex(rows, title, 0);
  const fact = rows
    .slice(first + 1, first + 1 + standfirstLines)
    .findLastIndex(({ line }) => isDateLine(line.text) || readByline(line.text, context) !== null);
  if (fact === -1) return first;
  const after = first + 1 + fact;
  const between = rows.slice(first + 1, after).filter(({ line }) => isRunning(line));
  const next = runningIndex(rows, title, after + 1);
  return between.length === 0 && next < rows.length ? next : first;
}

function isRunning({ text }: Line): boolean {
  return wordCount(text) >= runningWords && isSentence(text);
}

/** A list above the text sums it up; one that is longer than this share of the page is the text. */
const longestSummary = 0.25;

/** Index of the first paragraph of running text below a list that sums it up; 0 where no list does. */
function summaryEnd(rows: readonly Row[]): number {
  const first = rows.findIndex(({ line }) => line.tag !== "li" && isRunning(line));
  const words = (part: readonly Row[]): number =>
    part.reduce((sum, { line }) => sum + wordCount(line.text), 0);
  const listed = rows.slice(0, Math.max(first, 0)).filter(({ line }) => line.tag === "li");
  return words(listed) > words(rows) * longestSummary ? 0 : Math.max(first, 0);
}

function runningIndex(rows: readonly Row[], title: string | null, from: number): number {
  const inner = rows.findIndex(({ line }) => line.apart === undefined && isSentence(line.text));
  const before = rows
    .slice(0, Math.max(inner, 0))
    .filter(
      ({ line }) =>
        line.apart !== undefined && wordCount(line.text) >= runningWords && isSentence(line.text),
    );
  const paragraphs = summaryEnd(rows);
  const at = rows.findIndex(({ line }, index) => {
    if (index < from || !isRunning(line)) return false;
    if (withoutBullet(line) !== line || isCaption(line) || isTitle(line.text, title)) return false;
    if (line.tag === "li" && index < paragraphs) return false;
    if (
      line.apart !== undefined &&
      index < inner &&
      before.length === 1 &&
      wordCount(line.text) <= 60
    )
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
  return chooseTitleLine(rows, body, context);
}

function setTitle(sheet: Sheet, row: Row, context: Context): void {
  const site = siteBehind(row.line.text);
  if (site !== null && outletIndex(context).byName.has(foldName(site.name))) {
    const rest = sliceLine(row.line, 0, site.start);
    const cut = sliceLine(row.line, site.start, row.line.text.length);
    if (rest !== null && cut !== null) {
      sheet.drop(cut, "clean/site-in-title");
      row.line = rest;
    }
  }
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
export function splitTitle(sheet: Sheet, title: string | null): void {
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
