import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A page's bytes as text, and the encoding they were read as. */
export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** How the encoding is known; `guessed` deserves a look. */
  readonly basis: "mark" | "utf-8" | "declared" | "guessed";
  /** Bytes that are no characters in this encoding were replaced. */
  readonly damaged: boolean;
}

/** Encodings a guess may give: what press pages in our languages come in. */
const plausible: ReadonlyMap<string, string> = new Map([
  ["UTF-16LE", "utf-16le"],
  ["UTF-16BE", "utf-16be"],
  ["windows-1251", "windows-1251"],
  ["KOI8-R", "koi8-r"],
  ["GB18030", "gb18030"],
  ["Big5", "big5"],
  ["Shift_JIS", "shift_jis"],
  ["EUC-KR", "euc-kr"],
  ["windows-1252", "windows-1252"],
  ["ISO-8859-1", "windows-1252"],
]);

/**
 * Decode a page: byte order mark, strict UTF-8, UTF-16 by its zero bytes, the encoding it is said
 * to have, the page's own declaration, then a guess from the bytes.
 * @param said - label from the surroundings (a header), `null` when unsaid
 */
export function decodeBytes(bytes: Uint8Array, said: string | null = null): Decoded {
  const mark = markOf(bytes);
  if (mark !== null) return decoded(bytes, mark, "mark");
  const strict = tryStrict(bytes, "utf-8");
  if (strict !== null && !strict.includes("\0")) {
    return { text: strict, encoding: "utf-8", basis: "utf-8", damaged: false };
  }
  const wide = wideOf(bytes);
  if (wide !== null) return decoded(bytes, wide, "guessed");
  const declared = encodingOf(said) ?? declaredIn(bytes);
  if (declared !== null && !(declared === "utf-8" && isOther(bytes)))
    return decoded(bytes, declared, "declared");
  return decoded(bytes, guess(bytes), "guessed");
}

function decoded(bytes: Uint8Array, encoding: string, basis: Decoded["basis"]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, basis, damaged: text.includes("\ufffd") };
}

function tryStrict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not valid in this encoding: that is the answer.
    return null;
  }
}

/** Bytes that are called UTF-8 and are something else: most of their characters beyond ASCII don't decode. */
function isOther(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const beyond = text.match(/[^\u0000-\u007f]/g) ?? [];
  return beyond.filter((character) => character === "\ufffd").length > beyond.length / 2;
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark shows as a zero in every other byte, at least for blanks and line breaks. */
function wideOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const few = sample.length / 50;
  if (odd > few && even === 0) return "utf-16le";
  if (even > few && odd === 0) return "utf-16be";
  return null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  return encodingOf(
    /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ??
      /^\s*<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ??
      null,
  );
}

function encodingOf(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // An unknown label declares nothing.
    return null;
  }
}

function guess(bytes: Uint8Array): string {
  // Loaded here: most pages are UTF-8.
  const { detect } = require("chardet") as typeof import("chardet");
  const name = detect(bytes.subarray(0, 65_536));
  const known = name === null ? undefined : plausible.get(name);
  if (known !== undefined) return known;
  return cyrillicIn1251(bytes) ? "windows-1251" : "windows-1252";
}

/** Bytes of lower-case Cyrillic in windows-1251 outnumber all other high bytes. */
function cyrillicIn1251(bytes: Uint8Array): boolean {
  let cyrillic = 0;
  let high = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xe0) cyrillic++;
  }
  return high > 0 && cyrillic > high * 0.6;
}

/** Share of control characters above which bytes are taken for no text at all. */
const controlLimit = 0.02;

/** Whether bytes are a picture, an archive, a program: anything but text. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (
    /^(?:%PDF|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x7fELF|\x1f\x8b|Rar!|BZh|\xd0\xcf\x11\xe0)/.test(
      head,
    )
  )
    return true;
  if (markOf(bytes) !== null || wideOf(bytes) !== null) return false;
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls > sample.length * controlLimit;
}
