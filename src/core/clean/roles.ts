import { namedRole } from "./html/names.ts";
import { endsSentence, isSentence, keyOf, wordCount } from "./line-text.ts";
import { sliceLine, type Line } from "./lines.ts";
import type { Sheet } from "./sheet.ts";

const bullet = /^(?:[•●▪◦·*‣■]|-)\s+/u;
const credit =
  /^(?:source|photo(?:graph)?s?|image|picture|credit|illustration|foto|fotoğraf|fotografi[ae]|bild|crédit|фото|изображение|источник фото|图源|图片来源|图|圖)\s*(?:by|credit)?\s*[:：/]\s*.{2,120}$|^(?:(?:getty images|pa media|pa wire|shutterstock|reuters|afp|epa(?:-efe)?|ap photo|anadolu|handout|supplied)(?:\s*(?:\/|via)\s*.{2,40})?|(?:REUTERS|AP|AFP|EPA|Xinhua|TASS|Sputnik)\s?\/\s?.{2,60})$/iu;
const captionEnd =
  /(?:\b(?:photo(?:graph)?|image|picture|credit|file photo|illustration|foto|fotó)\s*[:：]\s*[^.]{2,80}|\((?:photo|image|foto|ap|reuters|afp|getty|file)\b[^)]{0,80}\)|(?:[./]|\bvia)\s*(?:AP|AFP|Reuters|EPA|EFE|Getty Images|Xinhua|TASS|Sputnik|Anadolu|picture alliance|dpa)(?:\s+(?:photo|images?))?(?:\s+via\s+[^.]{2,30})?|[.!?”"]\s+(?:photo|image|picture|handout) by [^.]{2,60}|фото\s*[:：].{2,60}|新华社记者.{2,10}摄|\bREUTERS\/[^.]{2,80}|\bCredit\s?(?:\.{3}|…|:)\s?.{2,80}|\[(?:file|photo)\b[^\]]{2,80}\]|\([^()]{3,80}(?:\/|photo|images?|telegram|handout|via |office of)[^()]{0,60}\))\.?$/iu;

/** Longest caption, in words. */
const longestCaption = 60;

/** A line without its bullet; the line itself when it has none. */
export function withoutBullet(line: Line): Line {
  const mark = bullet.exec(line.text);
  return mark === null ? line : (sliceLine(line, mark[0].length, line.text.length) ?? line);
}

/** Whether a line is a picture's caption or credit. */
export function isCaption(line: Line): boolean {
  if (line.tag === "figcaption" || line.tag === "figure") return true;
  if (namedRole(line.names)?.role === "caption" && wordCount(line.text) <= longestCaption)
    return true;
  return (
    (credit.test(line.text) || captionEnd.test(line.text)) && wordCount(line.text) <= longestCaption
  );
}

/** Whether a line is a picture's credit and nothing else: its caption may follow. */
export function isCredit(text: string): boolean {
  return credit.test(text);
}

/** Give the lines that are still open their role in the text. */
export function giveRoles(sheet: Sheet): void {
  for (const row of sheet.rows) {
    if (row.role !== null) continue;
    const { line } = row;
    const unmarked = withoutBullet(line);
    if (isCaption(line)) row.role = "caption";
    else if (/^h[1-6]$/.test(line.tag)) row.role = "heading";
    else if (line.tag === "li" || unmarked !== line) {
      row.line = unmarked;
      row.role = "list-item";
    } else row.role = "paragraph";
  }
}

/** Shortest and longest text that can be a pull quote, in characters of its key. */
const pullQuoteLength = [25, 400] as const;

/** Drop what stands in the text already: pull quotes, captions twice, titles cut short. */
export function dropCopies(sheet: Sheet): void {
  const bodies = sheet.rows
    .filter(({ line, role }) => role === "paragraph" && isSentence(line.text))
    .map(({ line }) => keyOf(line.text));
  const title = sheet.title === null ? null : keyOf(sheet.title.value);
  const captions = new Set<string>();
  sheet.filter(({ line, role }) => {
    const key = keyOf(line.text);
    if (role === "caption") {
      if (captions.has(key)) return "clean/repeated-line";
      captions.add(key);
      return null;
    }
    if (namedRole(line.names)?.role === "pull-quote") return "clean/pull-quote";
    if (role !== "title" && title !== null && isCutTitle(line.text, title))
      return "clean/cut-title";
    if (role !== "paragraph" && role !== "heading" && role !== "list-item") return null;
    if (key.length < pullQuoteLength[0] || key.length > pullQuoteLength[1]) return null;
    return bodies.some((body) => body.length > key.length + 10 && body.includes(key))
      ? "clean/pull-quote"
      : null;
  });
}

function isCutTitle(text: string, title: string): boolean {
  const cut = /^(.{6,}?)\s*(?:…|\.{3})$/u.exec(text)?.[1];
  return cut !== undefined && title.startsWith(keyOf(cut));
}

/** Drop headings over nothing: at the end, or over a heading of their own rank or a higher one. */
export function dropOrphans(sheet: Sheet): void {
  for (let index = sheet.rows.length - 1; index >= 0; index--) {
    const { line, role } = sheet.rows[index]!;
    if (role !== "heading") continue;
    const next = sheet.rows[index + 1];
    const orphan =
      next === undefined ||
      (next.role === "heading" && rankOf(next.line.tag) <= rankOf(line.tag)) ||
      next.role === "title";
    if (!orphan) continue;
    sheet.drop(line, "clean/empty-heading");
    sheet.rows.splice(index, 1);
  }
}

function rankOf(tag: string): number {
  return Number(/^h(\d)$/.exec(tag)?.[1] ?? 6);
}

/** A line that closes like a sentence, or holds one and breaks off. */
function hasSentence(text: string): boolean {
  return endsSentence(text) || /[\p{Ll}\p{N}]{2}[.!?。！？]\s+\p{Lu}/u.test(text);
}

/** A heading under which an author is introduced; what follows it to the end is no part of the text. */
const aboutAuthor =
  /^(?:about the authors?|about the writer|author bio|об авторе|об авторах|作者简介|关于作者|über (?:den autor|die autorin)|à propos de l['’]auteur|sobre el autor)\s*:?$/iu;

/** Drop what introduces the author below the text. */
export function dropAboutAuthor(sheet: Sheet): void {
  const at = sheet.rows.findLastIndex(({ line }) => aboutAuthor.test(line.text));
  if (at < sheet.rows.length / 2) return;
  for (const { line } of sheet.rows.splice(at)) sheet.drop(line, "clean/about-author");
}

/** Drop short lines that are no sentences after the last sentence: what templates put below an article. */
export function dropTail(sheet: Sheet): void {
  const last = sheet.rows.findLastIndex(
    ({ line, role }) => isSentence(line.text) || role === "caption" || role === "title",
  );
  if (last < 0) return;
  for (const { line, role } of sheet.rows.splice(last + 1)) {
    const words = wordCount(line.text);
    const kept = words > 25 || hasSentence(line.text) || (role === "list-item" && words > 6);
    if (kept) sheet.rows.push({ line, role });
    else sheet.drop(line, "clean/after-article");
  }
}
