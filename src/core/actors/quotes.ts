import type { Document } from "../document.ts";

const opening = new Map([
  ["“", "”"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["„", "“"],
]);

const memory = new WeakMap<Document, Uint8Array>();

/**
 * Whether an offset stands inside quotation marks of its block.
 *
 * Straight marks, also doubled single ones (`''`), toggle; a quotation ends with its block at the latest.
 */
export function insideQuotes(document: Document, offset: number): boolean {
  let flags = memory.get(document);
  if (flags === undefined) {
    flags = markQuotes(document);
    memory.set(document, flags);
  }
  return flags[offset] === 1;
}

function markQuotes(document: Document): Uint8Array {
  const { text } = document;
  const flags = new Uint8Array(text.length + 1);
  let close: string | null = null;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\n") close = null;
    else if (close === null) {
      if (character === '"') close = '"';
      else if (text.startsWith("''", index)) {
        close = "''";
        index++;
      } else close = opening.get(character) ?? null;
    } else if (text.startsWith(close, index)) {
      index += close.length - 1;
      close = null;
    } else flags[index] = 1;
  }
  return flags;
}
