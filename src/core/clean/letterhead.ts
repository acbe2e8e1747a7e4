import { foundIn, type Found, type Sheet } from "./sheet.ts";

/** How much of the first line of the text is looked at for a dateline, in characters. */
const datelineLength = 120;

/** Short lines among the first ones (“The Kremlin, Moscow”), and what counts as short, in characters. */
const firstLines = 4;
const shortLine = 60;

/** Lines below the text that are looked at: sign-offs, sources. */
const lastLines = 3;

/**
 * The lines in which a page names who publishes it: what stands around the text, the start of the text, its last
 * lines. Sentences of the text are none: they may name anybody.
 */
export function letterheadOf(sheet: Sheet): readonly Found[] {
  const around = sheet.dropped.map(({ start, end, text }) => ({
    value: text,
    rule: "clean/letterhead",
    place: { start, end },
  }));
  const body = sheet.rows.filter(({ role }) => role === "paragraph" || role === "list-item");
  const short = body
    .slice(0, firstLines)
    .filter(({ line }) => line.text.length < shortLine)
    .map(({ line }) => foundIn(line, "clean/letterhead"));
  const first = body[0]?.line;
  const start =
    first === undefined
      ? []
      : [foundIn(first, "clean/letterhead", first.text.slice(0, datelineLength))];
  const last = body
    .slice(1)
    .slice(-lastLines)
    .map(({ line }) => foundIn(line, "clean/letterhead"));
  return [
    ...around,
    ...short,
    ...start,
    ...last.filter(({ value }) => value.length < datelineLength),
  ];
}
