import type { Range } from "../document.ts";

/** No sentence of a press text is longer, in characters; the longest in 5,000 official accounts has 1,700. */
const longest = 2500;

/** Where a text without sentence ends is cut: the last of these marks in reach. */
const marks = [";", "；", "\n", ",", "，", " "];

/** Cut an overlong sentence at safe marks into pieces of at most 2,500 characters. */
export function cutLong(text: string, sentence: Range): Range[] {
  const pieces: Range[] = [];
  let start = sentence.start;
  while (sentence.end - start > longest) {
    const window = text.slice(start, start + longest);
    const at = marks.map((mark) => window.lastIndexOf(mark)).find((place) => place > longest / 2);
    const end = start + (at === undefined ? safeEnd(window) : at + 1);
    pieces.push({ start, end });
    start = end;
  }
  if (start < sentence.end) pieces.push({ start, end: sentence.end });
  return pieces;
}

/** Don't cut a surrogate pair in two. */
function safeEnd(window: string): number {
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? window.length - 1 : window.length;
}
