import { isSentence } from "./line-text.ts";
import { foundIn, type Found, type Sheet } from "./sheet.ts";

/** How much of the first line of the text is looked at for a dateline, in characters. */
const datelineLength = 120;

/** Short lines among the first ones (“The Kremlin, Moscow”), and what counts as short, in characters. */
const firstLines = 4;
const shortLine = 60;

/** The rule of lines that stand above the title and are no part of the text. */
export const aboveTitle = "clean/above-title";

/** The rule of lines that letterheads are known by, wherever they stand. */
const marked = "clean/letterhead";

/** Lines below the text that are looked at: sign-offs, sources. */
const lastLines = 3;

/**
 * The lines in which a page names who publishes it: what stands around the text, the start of the text, its last
 * lines. Sentences of the text are none: they may name anybody.
 */
export function letterheadOf(sheet: Sheet): readonly Found[] {
  const title = sheet.title?.place?.start ?? 0;
  const around = sheet.dropped.map(({ start, end, text, rule }) => ({
    value: text,
    rule:
      rule === aboveTitle || (rule === marked && start < title) ? aboveTitle : "clean/letterhead",
    place: { start, end },
  }));
  const body = sheet.rows.filter(({ role }) => role === "paragraph" || role === "list-item");
  const short = body
    .slice(0, firstLines)
    .filter(({ line }) => line.text.length < shortLine && !tellsSomething(line.text))
    .map(({ line }) => foundIn(line, "clean/letterhead"));
  const first = body.find(({ line }) => line.text.length >= shortLine)?.line ?? body[0]?.line;
  const start =
    first === undefined ? [] : [foundIn(first, "clean/letterhead", datelineOf(first.text))];
  const last = body
    .slice(1)
    .slice(-lastLines)
    .map(({ line }) => foundIn(line, "clean/letterhead"));
  return [
    ...around,
    ...short,
    ...start,
    ...last.filter(({ value }) => value.length < datelineLength && !tellsSomething(value)),
  ];
}

/** A full sentence of the text: it may name any outlet. */
function tellsSomething(text: string): boolean {
  return isSentence(text) && /[.?!。？！]\P{L}{0,3}$/u.test(text) && !/^[(（[]/u.test(text);
}

/** What stands before a dash, in brackets or between slashes at the start of a text: a dateline; “” for none. */
const dateline =
  /^.{0,80}?(?:\([^)]{2,60}\)|\/[^/]{2,40}\/|[【[][^】\]]{2,40}[】\]]|(?:電|电|讯|訊|消息)\s*[)）】]?\s*[:：]?|\s(?:--|[–—-])\s)/u;

function datelineOf(text: string): string {
  return dateline.exec(text.slice(0, datelineLength))?.[0] ?? "";
}
