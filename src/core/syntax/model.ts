import { Kernel } from "./kernel.ts";
import { padded, parameterSizes, type Network, type Shape } from "./network.ts";
import { fromUtf8, utf8 } from "./utf8.ts";
import { affixRows } from "./word-features.ts";
import { WordVectors, type VectorTables } from "./word-vectors.ts";

/** The English tagger, parser and lemma exceptions, as trained by `npm run train:syntax`. */
export interface SyntaxModel {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly vectors: WordVectors;
  readonly network: Network;
  /** `form|UPOS` → lemma, where the rules would be wrong. */
  readonly lemmas: ReadonlyMap<string, string>;
}

/** Longest stretch of words that is parsed as one; longer sentences are cut into such windows. */
export const longestWindow = 250;

const format = 2;

interface Header {
  readonly format: number;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly shape: Shape;
  readonly words: number;
  readonly wordStep: number;
  readonly affixStep: number;
  /** One for each weight matrix: the value of an integer 1. */
  readonly steps: readonly number[];
  readonly lemmas: Readonly<Record<string, string>>;
}

/** What training hands over: a network's weights by name, word vectors, names. */
export interface TrainedSyntax {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly shape: Shape;
  readonly weights: Readonly<Record<string, { readonly values: Float32Array }>>;
  readonly tables: VectorTables;
  readonly lemmas: ReadonlyMap<string, string>;
}

/**
 * Serialise a model: 4 bytes header length, a JSON header padded to a multiple of 4, the hashes of
 * the words, the weight matrices as 16-bit integers, word and affix vectors as 8-bit integers.
 */
export function encodeSyntaxModel(trained: TrainedSyntax): Uint8Array {
  const { tables, shape } = trained;
  const steps: number[] = [];
  const matrices = parameterSizes(shape).map(([name]) => {
    const { values } = trained.weights[name]!;
    const step = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6) / 32_767;
    steps.push(step);
    return Int16Array.from(values, (value) => Math.round(value / step));
  });
  const header: Header = {
    format,
    tags: trained.tags,
    labels: trained.labels,
    shape,
    words: tables.hashes.length,
    wordStep: tables.wordStep,
    affixStep: tables.affixStep,
    steps,
    lemmas: Object.fromEntries([...trained.lemmas].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const json = JSON.stringify(header);
  const head = utf8(json.padEnd(json.length + ((4 - (utf8(json).length % 4)) % 4)));
  const parts = [tables.hashes, ...matrices, tables.words, tables.affixes];
  const bytes = new Uint8Array(
    4 + head.length + parts.reduce((sum, part) => sum + part.byteLength, 0),
  );
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let offset = 4 + head.length;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset += part.byteLength;
  }
  return bytes;
}

/**
 * Read a model back. Word vectors stay views into `bytes`; only the small matrices are copied.
 * @throws {Error} when the bytes are no model of this format
 */
export function decodeSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header = JSON.parse(fromUtf8(bytes.subarray(4, 4 + length))) as Header;
  if (header.format !== format)
    throw new Error(`syntax model has format ${String(header.format)}, expected ${format}`);
  let offset = 4 + length;
  const take = (size: number): ArrayBuffer => {
    // A copy, so that numbers start at a multiple of their size.
    const part = new Uint8Array(bytes.subarray(offset, offset + size));
    offset += size;
    return part.buffer;
  };
  const rows = (count: number): Int8Array => {
    const part = new Int8Array(bytes.buffer, bytes.byteOffset + offset, count * header.shape.width);
    offset += part.length;
    return part;
  };
  const hashes = new Uint32Array(take(4 * header.words));
  const kernel = new Kernel(roomFor(header.shape));
  const weights = Object.fromEntries(
    parameterSizes(header.shape).map(([name, count, columns], index) => {
      const stored = new Int16Array(take(2 * count * columns));
      const matrix = kernel.matrix(count, columns);
      for (let at = 0; at < stored.length; at++)
        matrix.values[at] = stored[at]! * header.steps[index]!;
      return [name, matrix];
    }),
  );
  return {
    tags: header.tags,
    labels: header.labels,
    network: { kernel, shape: header.shape, weights },
    vectors: new WordVectors({
      width: header.shape.width,
      hashes,
      words: rows(header.words),
      wordStep: header.wordStep,
      affixes: rows(affixRows),
      affixStep: header.affixStep,
    }),
    lemmas: new Map(Object.entries(header.lemmas)),
  };
}

/** Numbers that the weights and the work on the longest window take. */
function roomFor(shape: Shape): number {
  const weights = parameterSizes(shape).reduce((sum, [, rows, columns]) => sum + rows * columns, 0);
  // Of each layer: cells, output, and for both ways the blended input and three parts of half a row.
  const layer = 7 * shape.width;
  const scored = 4 * shape.arc + 3 * shape.label + padded(shape.tags) + padded(shape.labels);
  const row = shape.width + shape.layers * layer + scored + padded(longestWindow + 1);
  return weights + (longestWindow + 8) * row + 4096;
}
