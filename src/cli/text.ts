/**
 * Text of a page made safe for a terminal: control and escape characters and bidirectional
 * overrides are dropped, runs of blanks and line breaks become one blank.
 */
export function plainLine(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
      "",
    )
    .replace(/\s+/gu, " ")
    .trim();
}

/** Columns a character takes in a terminal: 2 for wide East Asian characters, 0 for combining marks. */
function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Width of a line in terminal columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/**
 * Break text into lines of at most `width` columns, at blanks, or between characters of scripts
 * written without blanks. The first line starts with `first`, the others with `rest`.
 */
export function wrap(text: string, width: number, first: string, rest: string): string {
  const pieces =
    text.match(/[\u2e80-\ua4cf\uff00-\uffef]|(?:[^\s\u2e80-\ua4cf\uff00-\uffef]|\u00a0)+|\s+/gu) ??
    [];
  const lines: string[] = [];
  let line = first;
  let used = displayWidth(first);
  let empty = true;
  for (const piece of pieces) {
    const blank = /^\s/u.test(piece);
    if (blank && empty) continue;
    const size = displayWidth(piece);
    if (!empty && used + size > width) {
      lines.push(line.trimEnd());
      line = rest;
      used = displayWidth(rest);
      empty = true;
      if (blank) continue;
    }
    line += piece;
    used += size;
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines.join("\n");
}
