import type { Range } from "../../src/core/document.ts";

/** How gold content is given, read off the quotation marks of the text. */
export type Form = "direct" | "mixed" | "indirect";

/**
 * Direct when all letters of the content stand inside double quotation marks, mixed when some do.
 * Marks pair up within a line; an opening mark without its partner reaches to the line's end.
 */
export function formOf(text: string, content: readonly Range[]): Form {
  let inside = 0;
  let outside = 0;
  for (const { start, end } of content) {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    let open = false;
    for (let at = lineStart; at < end; at++) {
      const character = text[at]!;
      if (character === "\n") open = false;
      if (character === "“" || character === "«") open = true;
      else if (text.startsWith("''", at)) open = at++ >= 0 && !open;
      else if (character === "”" || character === "»") open = false;
      else if (character === '"') open = !open;
      else if (at >= start && /[\p{L}\p{N}]/u.test(character)) {
        if (open) inside++;
        else outside++;
      }
    }
  }
  return inside === 0 ? "indirect" : outside === 0 ? "direct" : "mixed";
}
