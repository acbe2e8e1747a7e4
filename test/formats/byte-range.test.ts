import { expect, test } from "vitest";
import { decodeBytes } from "../../src/ingest/decode.ts";
import { toBytes } from "../../src/ingest/byte-range.ts";

const text = `“Мы 👋 договорились”, 强调 — ${"длинный текст ".repeat(900)}the end`;
const wide = Buffer.from(`\ufeff${text}`, "utf16le");
const cyrillic = Uint8Array.from(
  [..."Мы договорились о встрече. Да."].map((letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  }),
);

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16", wide],
  ["windows-1251", cyrillic],
])("%s: a range of the decoded text is found in the bytes", (_name, bytes) => {
  const { text: decoded, encoding } = decodeBytes(bytes);
  for (const word of ["Мы", "договорились", "强调", "the end", "👋"]) {
    const start = decoded.indexOf(word);
    if (start === -1) continue;
    const range = toBytes(bytes, encoding, { start, end: start + word.length });
    expect(new TextDecoder(encoding).decode(bytes.subarray(range.start, range.end))).toBe(word);
  }
});
