/** A token of Rich Text: a group's begin and end, a control word or symbol, text bytes. */
export type RtfToken =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "control"; readonly word: string; readonly param: number | null }
  | { readonly kind: "text"; readonly bytes: Uint8Array };

const [open, close, slash, quote, space, minus] = [0x7b, 0x7d, 0x5c, 0x27, 0x20, 0x2d];

/** Cut Rich Text into tokens (RTF specification 1.9.1). Bytes written `\'hh` are text; binary data is skipped. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === open || byte === close) {
      yield { kind: byte === open ? "open" : "close" };
      at++;
    } else if (byte === slash) {
      const token = controlAt(bytes, at + 1);
      at = token.end;
      if (token.word === "'") yield { kind: "text", bytes: Uint8Array.of(token.param ?? 0x3f) };
      else if (token.word === "bin") at += Math.max(0, token.param ?? 0);
      else if (token.word !== "") yield { kind: "control", word: token.word, param: token.param };
    } else {
      const start = at;
      while (at < bytes.length && !isMark(bytes[at]!)) at++;
      if (at > start) yield { kind: "text", bytes: bytes.subarray(start, at) };
      // Line breaks of the file are none of the text.
      while (bytes[at] === 10 || bytes[at] === 13) at++;
    }
  }
}

function isMark(byte: number): boolean {
  return byte === open || byte === close || byte === slash || byte === 10 || byte === 13;
}

function controlAt(
  bytes: Uint8Array,
  start: number,
): { word: string; param: number | null; end: number } {
  let at = start;
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at]!)) at++;
  if (at === start) {
    const symbol = bytes[at] === undefined ? "" : String.fromCharCode(bytes[at]!);
    if (bytes[at] !== quote) return { word: symbol, param: null, end: at + 1 };
    const hex = Buffer.from(bytes.subarray(at + 1, at + 3)).toString("latin1");
    const good = /^[0-9a-f]{2}$/i.test(hex);
    return {
      word: symbol,
      param: good ? Number.parseInt(hex, 16) : null,
      end: at + (good ? 3 : 1),
    };
  }
  const word = Buffer.from(bytes.subarray(start, at)).toString("latin1");
  const digits = at;
  if (bytes[at] === minus) at++;
  while (at < bytes.length && at - digits < 12 && isDigit(bytes[at]!)) at++;
  const written = Buffer.from(bytes.subarray(digits, at)).toString("latin1");
  const param = /\d/.test(written) ? Number(written) : null;
  if (bytes[at] === space) at++;
  return { word, param, end: at };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
