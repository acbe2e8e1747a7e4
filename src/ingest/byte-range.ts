import type { Range } from "../core/document.ts";

/** Bytes decoded at a time when counting. */
const step = 4096;

/**
 * Bytes of a page for a range of its decoded text.
 * @param bytes - the page as it came
 * @param encoding - WHATWG label it was decoded with (`Page.encoding`)
 * @param range - UTF-16 offsets in the decoded page
 * @returns byte offsets, end exclusive; a character whose bytes decode to several units counts as a whole
 */
export function toBytes(bytes: Uint8Array, encoding: string, range: Range): Range {
  return {
    start: byteAt(bytes, encoding, range.start),
    end: byteAt(bytes, encoding, range.end),
  };
}

/** Offset of the byte at which the unit with this number begins. */
function byteAt(bytes: Uint8Array, encoding: string, unit: number): number {
  if (unit <= 0) return markLength(bytes, encoding);
  const decoder = new TextDecoder(encoding);
  let units = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const decoded = decoder.decode(bytes.subarray(at, at + step), { stream: true }).length;
    if (units + decoded < unit) {
      units += decoded;
      continue;
    }
    return byteWithin(bytes, encoding, at, units, unit);
  }
  return bytes.length;
}

/** The same, byte by byte, from the last place known. */
function byteWithin(
  bytes: Uint8Array,
  encoding: string,
  from: number,
  before: number,
  unit: number,
): number {
  const decoder = new TextDecoder(encoding);
  // The decoder must have seen what came before: a character may begin in the step before.
  let units = decoder.decode(bytes.subarray(0, from), { stream: true }).length;
  if (units !== before) units = before;
  for (let at = from; at < bytes.length; at++) {
    units += decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
    if (units >= unit) return at + 1;
  }
  return bytes.length;
}

/** A byte order mark is no part of the decoded text. */
function markLength(bytes: Uint8Array, encoding: string): number {
  if (encoding === "utf-8" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  if (encoding === "utf-16le" && bytes[0] === 0xff && bytes[1] === 0xfe) return 2;
  return encoding === "utf-16be" && bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
}
