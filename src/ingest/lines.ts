import { largestPage } from "./limits.ts";

/** A line of a stream with its place in bytes; `bytes` is `null` when the line is larger than a page may be. */
export interface ByteLine {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array | null;
}

/** Cut a stream into lines (LF, CR LF), without the line ends. Memory is bounded by the longest line kept. */
export async function* byteLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let offset = 0;
  let number = 0;
  const take = (): ByteLine => {
    const whole = length > largestPage ? null : joined(parts);
    const bytes = whole?.at(-1) === 13 ? whole.subarray(0, -1) : whole;
    const line = { number: ++number, offset, length, bytes };
    offset += length + 1;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let at = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, at)) {
      length += end - at;
      if (length <= largestPage) parts.push(chunk.subarray(at, end));
      yield take();
      at = end + 1;
    }
    length += chunk.length - at;
    if (length <= largestPage) parts.push(chunk.slice(at));
    else parts = [];
  }
  if (length > 0) yield take();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
