/** Content words of a passage, each with its weight (inverse document frequency within the batch compared). */
export type Weights = ReadonlyMap<string, number>;

/** Words of a passage folded for comparison: lower case; Chinese as character pairs. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.toLowerCase().matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    if (!/\p{Script=Han}/u.test(word)) words.push(word);
    else if (word.length === 1) words.push(word);
    else
      for (let index = 0; index + 1 < word.length; index++)
        words.push(word.slice(index, index + 2));
  }
  return words;
}

/**
 * Inverse document frequency of every word over the passages compared.
 * @returns word → ln(1 + passages / passages with the word)
 */
export function weightsOf(passages: readonly (readonly string[])[]): Weights {
  const counts = new Map<string, number>();
  for (const words of passages) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + passages.length / count)] as const),
  );
}

/** A bag of words under weights, ready to be compared with many others. */
export interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

/** The bag of a passage's words. */
export function vectorOf(words: readonly string[], weights: Weights): Vector {
  const vector = new Map<string, number>();
  for (const word of words) vector.set(word, (vector.get(word) ?? 0) + (weights.get(word) ?? 0));
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return { weights: vector, norm: Math.sqrt(sum) };
}

/** Cosine of two bags of words: 0 nothing in common, 1 the same words. */
export function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [word, weight] of small.weights) product += weight * (large.weights.get(word) ?? 0);
  return product / (a.norm * b.norm);
}

/** Words in a shingle: runs of four hardly repeat by chance (nlp-notes on near-copies use 4-grams as well). */
const shingleWords = 4;

/**
 * How much of the smaller text stands word for word in the other.
 * @returns share of the smaller text's 4-word shingles found in the other, 0…1
 */
export function containment(a: string, b: string): number {
  const first = shinglesOf(a);
  const second = shinglesOf(b);
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size;
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const shingles = new Set<string>();
  for (let index = 0; index + shingleWords <= words.length; index++) {
    shingles.add(words.slice(index, index + shingleWords).join(" "));
  }
  return shingles;
}
