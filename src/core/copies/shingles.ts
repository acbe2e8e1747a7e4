/** Words of one shingle. */
const width = 4;

const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/**
 * Hashes of all runs of four words (four characters, in scripts without blanks) of a text, each once, in rising order.
 * Case and punctuation don't count.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = [...text.toLowerCase().matchAll(unit)].map(([word]) => hashOf(word));
  const found = new Set<number>();
  for (let index = 0; index + width <= words.length; index++) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < width; at++) hash = mix(hash ^ words[index + at]!);
    found.add(hash);
  }
  return Uint32Array.from(found).sort();
}

/** FNV-1a, 32 bit. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Finalizer of MurmurHash3 (Appleby 2011), 32 bit. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The share of the smaller set of shingles that the larger one holds, 0–1. */
export function containment(one: Uint32Array, other: Uint32Array): number {
  const [small, large] = one.length <= other.length ? [one, other] : [other, one];
  if (small.length === 0) return 0;
  let shared = 0;
  for (let a = 0, b = 0; a < small.length && b < large.length;) {
    if (small[a] === large[b]) {
      shared++;
      a++;
      b++;
    } else if (small[a]! < large[b]!) a++;
    else b++;
  }
  return shared / small.length;
}
