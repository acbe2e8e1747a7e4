import type { Context } from "../context.ts";
import { readByline, readNameLine } from "./byline.ts";
import { isDateLine, partsBesideDate } from "./date-line.ts";
import { inlineFurniture } from "./inline-furniture.ts";
import { chromeRuleFor } from "./chrome-rules.ts";
import { namedRole } from "./html/names.ts";
import { isSentence, keyOf, wordCount } from "./line-text.ts";
import { sliceLine, withoutPart, type Line } from "./lines.ts";
import { foundIn, type Sheet } from "./sheet.ts";
import { isGenreLabel, isOpinionLabel, isTitle } from "./title.ts";
import { trimRules, type TrimRule } from "./trims.ts";

/** Keys of lines that also stand on other pages of the same outlet. */
export type OutletRepeats = ReadonlySet<string>;

/** Lines longer than this that stand twice are dropped the second time even when they are sentences. */
const longRepeat = 60;

/** Share of linked characters above which a line of an HTML page is a list of links, not a text with links. */
const mostlyLinks = 0.8;

/** Why each line of a sheet is page chrome, by index; `null` for lines nothing speaks against. */
export type Reasons = (string | null)[];

/** Cut furniture off inside the lines of a sheet: section names in front, marks of status behind. */
export function trimLines(sheet: Sheet): void {
  sheet.rows = sheet.rows.flatMap((row) => {
    const line = trim(sheet, row.line);
    return line === null ? [] : [{ ...row, line }];
  });
}

/**
 * Find the lines that a rule or the outlet's repeats call page chrome.
 * @param title - as metadata gives it: its line is never chrome
 */
export function chromeReasons(
  sheet: Sheet,
  title: string | null,
  repeats: OutletRepeats | null,
  context: Context,
): Reasons {
  const counts = countLines(sheet.rows.map(({ line }) => line));
  const seen = new Set<string>();
  return sheet.rows.map(({ line }) => {
    const rule = reasonToDrop(line, title, repeats, counts, seen, context);
    if (rule === null) seen.add(keyOf(line.text));
    return rule;
  });
}

/** Label right above the names of those who wrote the text. */
const authorLabel = /^(?:authors?|written by|by)\b/iu;
const labelledByline = "clean/byline-labelled";

/** Drop the lines that have a reason to. */
export function dropChrome(sheet: Sheet, reasons: Reasons, context: Context): void {
  const { rows } = sheet;
  sheet.filter(({ line }, index) => {
    const rule = reasons[index] ?? null;
    if (rule === "clean/loading") sheet.cutOff = true;
    if (rule === "clean/label" && authorLabel.test(line.text)) {
      const below = rows[index + 1]?.line;
      const names = below === undefined ? null : readNameLine(below.text, context);
      for (const name of names ?? []) sheet.byline.push(foundIn(below!, labelledByline, name));
      if (names !== null) reasons[index + 1] = labelledByline;
    }
    if (rule !== null) noteFacts(sheet, line, rule, context);
    return rule;
  });
}

function reasonToDrop(
  line: Line,
  title: string | null,
  repeats: OutletRepeats | null,
  counts: ReadonlyMap<string, number>,
  seen: ReadonlySet<string>,
  context: Context,
): string | null {
  const key = keyOf(line.text);
  const titled = isTitle(line.text, title);
  if (repeats?.has(key) === true && !titled) return "clean/outlet-repeat";
  const sentence = isSentence(line.text);
  const running = line.names !== "" && line.links < 0.5 && sentence;
  const rule = chromeRuleFor(line.text, context, running);
  if (rule !== null) return rule;
  if (line.links > mostlyLinks && !titled && !isFact(line)) return "clean/link-line";
  const repeated = (counts.get(key) ?? 0) > 1;
  if (repeated && !sentence && seen.size > 0 && !(titled && !seen.has(key)))
    return "clean/repeated-line";
  return seen.has(key) && line.text.length > longRepeat ? "clean/repeated-line" : null;
}

/** Whether markup calls a line byline or date: links there are names and archives. */
function isFact(line: Line): boolean {
  const role = namedRole(line.names)?.role;
  return role === "byline" || role === "date";
}

/** Share of linked characters above which an item of a list is a link, and share of such items in a list of links. */
const linkedItem = 0.45;
const linkedItems = 0.6;
/** A list that makes up more of the page than this is what the page is about. */
const besideText = 0.25;

/** Drop lists whose items are mostly links (“more on this”), with the heading right above them. */
export function dropLinkLists(sheet: Sheet): void {
  const gone = new Set<number>();
  const { rows } = sheet;
  const size = rows.reduce((sum, { line }) => sum + line.text.length, 0);
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    while (rows[to]?.line.tag === "li") to++;
    if (to === from) continue;
    const group = rows.slice(from, to);
    const linked = group.filter(({ line }) => line.links >= linkedItem).length;
    const length = group.reduce((sum, { line }) => sum + line.text.length, 0);
    if (linked >= group.length * linkedItems && length < size * besideText) {
      for (let index = from; index < to; index++) gone.add(index);
      const above = rows[from - 1]?.line;
      if (above !== undefined && !isSentence(above.text) && wordCount(above.text) <= headingWords)
        if (/^h[2-6]$/.test(above.tag) || /[:：]$/u.test(above.text)) gone.add(from - 1);
    }
    from = to;
  }
  sheet.filter((_row, index) => (gone.has(index) ? "clean/link-list" : null));
}

/** A heading of a list of links has at most so many words. */
const headingWords = 8;

/** What dropped lines tell all the same: dates beside a source, reporters in a sign-off, reading times. */
function noteFacts(sheet: Sheet, line: Line, rule: string, context: Context): void {
  if (rule === "clean/credits" && partsBesideDate(line.text) !== null)
    sheet.dates.push(foundIn(line, rule));
  if (rule === "clean/repeated-line" && isDateLine(line.text))
    sheet.dates.push(foundIn(line, "clean/date-line"));
  if (rule === "clean/repeated-line" && isGenreLabel(line.text) && !isOpinionLabel(line.text))
    sheet.label ??= foundIn(line, "clean/section-label", line.text.toLowerCase());
  if (rule === "clean/sign-off") {
    const byline = readByline(line.text, context);
    for (const name of byline?.names ?? []) sheet.byline.push(foundIn(line, byline!.rule, name));
  }
  if (rule !== "clean/reading-time" && rule !== "clean/byline-reading-time") return;
  sheet.minutes ??= Number(/\d+/.exec(line.text)?.[0] ?? "0") || null;
  const author = /^by (.{3,60}?) time to read/i.exec(line.text)?.[1];
  if (author !== undefined) sheet.byline.push(foundIn(line, rule, author));
}

/** Cut furniture off inside a line; what is cut goes to the dropped lines. */
function trim(sheet: Sheet, whole: Line): Line | null {
  let line: Line | null = whole;
  for (const rule of trimRules) {
    if (line === null) break;
    const match = rule.pattern.exec(line.text);
    if (match === null || match[0] === "") continue;
    const from = match.index;
    const to = from + match[0].length;
    const cut = sliceLine(line, from, to);
    if (cut !== null) {
      sheet.drop(cut, rule.id);
      noteDateline(sheet, cut, rule);
    }
    line = from === 0 ? sliceLine(line, to, line.text.length) : sliceLine(line, 0, from);
  }
  return line === null ? null : cutInside(sheet, line);
}

/** Reporters that a Chinese dateline names: “（记者某某 某某）”. */
const reporters = /[（(](?:[^）)]{0,8})?记者\s*([^）)]{2,30})[）)]/u;

/** The date and the reporters in what was cut off. */
function noteDateline(sheet: Sheet, cut: Line, rule: TrimRule): void {
  if (rule.dated === undefined) return;
  const date = rule.dated === true ? cut.text : (rule.dated.exec(cut.text)?.[1] ?? null);
  if (date !== null) sheet.dates.push(foundIn(cut, rule.id, date));
  for (const name of reporters.exec(cut.text)?.[1]?.split(/[\s、，]+/u) ?? [])
    if (name.length >= 2 && name.length <= 4)
      sheet.byline.push(foundIn(cut, "clean/byline-dateline", name));
}

/** Cut furniture out of the middle of a line. */
function cutInside(sheet: Sheet, whole: Line): Line | null {
  let line: Line | null = whole;
  for (const { start, end, id } of inlineFurniture(whole.text).toReversed()) {
    const cut = sliceLine(whole, start, end);
    if (cut !== null) {
      sheet.drop(cut, id);
      if (id === "clean/kremlin-dateline") sheet.dates.push(foundIn(cut, id));
    }
    line = line === null ? null : withoutPart(line, start, end);
  }
  return line;
}

/** How often each line stands on the page, by its key. */
function countLines(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = keyOf(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
