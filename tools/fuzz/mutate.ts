/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

/** A sequence of numbers for a seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number below `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** Words that parsers have stumbled over. */
const tokens: readonly string[] = [
  "\0",
  "\ud800".toWellFormed(),
  "%PDF-1.7\n",
  "endstream",
  "PK\x03\x04",
  "PK\x05\x06",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<script>",
  "</article>",
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  "&a;&#0;&#x110000;",
  "\\u-1?",
  "\\bin999999999 ",
  "{\\*",
  "Content-Length: -1\r\n",
  "Content-Length: 99999999999\r\n",
  "Transfer-Encoding: chunked\r\n",
  "WARC/1.0\r\n",
  "From x\n",
  "--mix--",
  "---\n",
  "\u202e\ufeff\u2028",
  "__proto__",
  "9".repeat(400),
  "-1",
  "NaN",
  "null",
  "[".repeat(2000),
  "<div>".repeat(2000),
];

type Mutator = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts));

const mutators: readonly Mutator[] = [
  // Bits and bytes change.
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let count = 1 + below(random, 16); count > 0; count--)
      if (copy.length > 0) copy[below(random, copy.length)] = below(random, 256);
    return copy;
  },
  // It breaks off.
  (bytes, random) => bytes.slice(0, below(random, bytes.length + 1)),
  // A stretch is lost.
  (bytes, random) => {
    const start = below(random, bytes.length + 1);
    return joined(bytes.subarray(0, start), bytes.subarray(start + below(random, 200)));
  },
  // A stretch comes again and again.
  (bytes, random) => {
    const start = below(random, bytes.length + 1);
    const part = bytes.subarray(start, start + below(random, 300));
    const times = 1 + below(random, 50);
    return joined(
      bytes.subarray(0, start),
      ...Array.from({ length: times }, () => part),
      bytes.subarray(start),
    );
  },
  // A word that matters stands where it shouldn't.
  (bytes, random) => {
    const start = below(random, bytes.length + 1);
    const token = new TextEncoder().encode(tokens[below(random, tokens.length)]!);
    return joined(
      bytes.subarray(0, start),
      token,
      bytes.subarray(start + (random() < 0.5 ? token.length : 0)),
    );
  },
  // Sizes and counts are wrong.
  (bytes, random) => {
    const text = Buffer.from(bytes).toString("latin1");
    const numbers = [...text.matchAll(/\d+/g)];
    const picked = numbers[below(random, Math.max(1, numbers.length))];
    if (picked === undefined) return bytes;
    const values = ["0", "-1", "4294967296", "99999999999999999999", String(Number(picked[0]) + 1)];
    const value = values[below(random, values.length)]!;
    return Uint8Array.from(
      Buffer.from(
        text.slice(0, picked.index) + value + text.slice(picked.index + picked[0].length),
        "latin1",
      ),
    );
  },
  // The head of one format, the rest of another.
  (bytes, random, other) =>
    joined(
      bytes.subarray(0, below(random, bytes.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ),
];

/** One to three mutations of some bytes. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let mutated = bytes;
  for (let count = 1 + below(random, 3); count > 0; count--)
    mutated = mutators[below(random, mutators.length)]!(mutated, random, other);
  return mutated;
}
