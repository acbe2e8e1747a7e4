/** UTF-8 without the platform's encoder, which the core may not use. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index++) {
    if (escaped[index] === "%") {
      bytes.push(Number.parseInt(escaped.slice(index + 1, index + 3), 16));
      index += 2;
    } else bytes.push(escaped.charCodeAt(index));
  }
  return Uint8Array.from(bytes);
}

/** Text of UTF-8 bytes. */
export function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 4096) {
    let part = "";
    for (const byte of bytes.subarray(index, index + 4096)) {
      part +=
        byte < 128 && byte !== 37
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).padStart(2, "0")}`;
    }
    parts.push(part);
  }
  return decodeURIComponent(parts.join(""));
}
