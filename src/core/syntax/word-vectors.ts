import { hashOf } from "./hash.ts";
import { affixesOf, affixRows, normalForm } from "./word-features.ts";

/** Vectors of words and affixes as they ship: rows of small integers in units of a step. */
export interface VectorTables {
  /** Numbers in a vector. */
  readonly width: number;
  /** Hashes of the normal forms that have a vector, ascending; row `i` of `words` is that of `hashes[i]`. */
  readonly hashes: Uint32Array;
  readonly words: Int8Array;
  readonly wordStep: number;
  /** `affixRows` rows. */
  readonly affixes: Int8Array;
  readonly affixStep: number;
}

/** Forms whose vectors are kept at hand: the words of many articles, 8 MB. */
const longestCache = 16_384;

/** Looks up the vector of a word form: its word's, if known, and its affixes', added up. */
export class WordVectors {
  readonly tables: VectorTables;
  readonly #cache = new Map<string, Float32Array>();

  constructor(tables: VectorTables) {
    this.tables = tables;
  }

  /** Vector of a form; `first` says that it begins its sentence. */
  of(form: string, first: boolean): Float32Array {
    const key = first ? `^${form}` : form;
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const vector = this.#compute(form, first);
    if (this.#cache.size >= longestCache) this.#cache.clear();
    this.#cache.set(key, vector);
    return vector;
  }

  #compute(form: string, first: boolean): Float32Array {
    const { width, words, wordStep, affixes, affixStep } = this.tables;
    const vector = new Float32Array(width);
    const add = (rows: Int8Array, row: number, step: number): void => {
      for (let at = 0; at < width; at++) vector[at]! += rows[row * width + at]! * step;
    };
    for (const row of affixesOf(form, first)) add(affixes, row, affixStep);
    const row = this.#rowOf(hashOf(normalForm(form)));
    if (row >= 0) add(words, row, wordStep);
    return vector;
  }

  /** Binary search; -1 for a word without a vector. */
  #rowOf(hash: number): number {
    const { hashes } = this.tables;
    let low = 0;
    let high = hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const here = hashes[middle]!;
      if (here === hash) return middle;
      if (here < hash) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Bytes that the vectors of a model take. */
export function vectorBytes(width: number, words: number): { words: number; affixes: number } {
  return { words: words * width, affixes: affixRows * width };
}
