import { hashOf } from "../../src/core/syntax/hash.ts";
import { transposed, type Kernel, type Matrix } from "../../src/core/syntax/kernel.ts";
import { affixesOf, affixRows, normalForm } from "../../src/core/syntax/word-features.ts";
import type { VectorTables } from "../../src/core/syntax/word-vectors.ts";
import { parameter, randomise, type Parameter } from "./parameters.ts";
import type { Pretrained } from "./pretrained.ts";

/** Words seen at least this often get a vector of their own beside the pretrained one. */
const leastFrequency = 2;

/** A word of frequency f loses its own vector with chance a ∕ (a + f), so that rarer words teach the rest. */
const rareness = 0.25;

/** Chance that a word's pretrained vector is dropped: unknown words must be read by their affixes. */
const pretrainedDropped = 0.05;

/** Integer steps for the spread (standard deviation) of the shipped vectors: about 5 bits a number. */
const stepsPerSpread = 6;

interface WordRows {
  readonly pretrained: number;
  readonly word: number;
  readonly affixes: Int32Array;
}

/** What one pass through the input layer used. */
interface InputState {
  readonly rows: readonly (WordRows | null)[];
  readonly pretrained: Matrix;
  readonly mask: Float32Array;
}

/** The trainable part below the network: vectors of words and affixes, and a projection of the pretrained ones. */
export class InputLayer {
  readonly #kernel: Kernel;
  readonly #pretrained: Pretrained;
  readonly #width: number;
  readonly #wordRows = new Map<string, number>();
  readonly #frequencies: number[] = [];
  readonly #projection: { weights: Matrix; gradients: Matrix; parameter: Parameter };
  readonly #words: Parameter;
  readonly #affixes: Parameter;
  readonly #known = new Map<string, WordRows>();

  constructor(
    kernel: Kernel,
    pretrained: Pretrained,
    frequencies: ReadonlyMap<string, number>,
    width: number,
    random: () => number,
  ) {
    this.#kernel = kernel;
    this.#pretrained = pretrained;
    this.#width = width;
    for (const [form, frequency] of frequencies) {
      if (frequency < leastFrequency) continue;
      this.#wordRows.set(form, this.#frequencies.length);
      this.#frequencies.push(frequency);
    }
    const weights = kernel.zeros(pretrained.width, width);
    const gradients = kernel.zeros(pretrained.width, width);
    this.#projection = {
      weights,
      gradients,
      parameter: parameter(weights.values, gradients.values),
    };
    const table = (rows: number): Parameter =>
      parameter(new Float32Array(rows * width), undefined, width);
    this.#words = table(this.#frequencies.length);
    this.#affixes = table(affixRows);
    randomise(weights.values, Math.sqrt(6 / (pretrained.width + width)), random);
    randomise(this.#words.values, 0.05, random);
    randomise(this.#affixes.values, 0.05, random);
  }

  /** Everything the optimiser moves. */
  get parameters(): readonly Parameter[] {
    return [this.#projection.parameter, this.#words, this.#affixes];
  }

  /**
   * Vectors of sentences' words with dropout, one row a word; a sentence's last row holds `root`.
   * @param rate - of dropout
   */
  forward(
    sentences: readonly (readonly string[])[],
    root: Float32Array,
    rate: number,
    random: () => number,
  ): { input: Matrix; state: InputState } {
    const width = this.#width;
    const rows = sentences.flatMap((forms) => [
      ...forms.map((form, at) => this.#sparse(this.#rowsOf(form, at === 0), random)),
      null,
    ]);
    const input = this.#kernel.zeros(rows.length, width);
    const pretrained = this.#kernel.zeros(rows.length, this.#pretrained.width);
    for (const [row, of] of rows.entries()) {
      const target = input.values.subarray(row * width, (row + 1) * width);
      if (of === null) target.set(root);
      else {
        addRow(target, this.#words.values, of.word);
        for (const affix of of.affixes) addRow(target, this.#affixes.values, affix);
        if (of.pretrained >= 0)
          pretrained.values.set(this.#vector(of.pretrained), row * pretrained.columns);
      }
    }
    this.#kernel.multiply(pretrained, this.#projection.weights, input);
    const mask = new Float32Array(input.values.length);
    for (let at = 0; at < mask.length; at++) {
      mask[at] = random() < rate ? 0 : 1 / (1 - rate);
      input.values[at]! *= mask[at]!;
    }
    return { input, state: { rows, pretrained, mask } };
  }

  /** Pass gradients on; those of root rows are added to `root`. */
  backward(gradients: Matrix, { rows, pretrained, mask }: InputState, root: Float32Array): void {
    const width = this.#width;
    const { values } = gradients;
    for (let at = 0; at < values.length; at++) values[at]! *= mask[at]!;
    this.#kernel.scratch(() => {
      const turned = transposed(this.#kernel, pretrained, pretrained.rows);
      this.#kernel.multiply(turned, gradients, this.#projection.gradients);
    });
    for (const [row, of] of rows.entries()) {
      const own = values.subarray(row * width, (row + 1) * width);
      if (of === null) for (let at = 0; at < width; at++) root[at]! += own[at]!;
      else {
        collect(this.#words, of.word, own);
        for (const affix of of.affixes) collect(this.#affixes, affix, own);
      }
    }
  }

  /**
   * The tables to ship: every word that training knew and the most frequent pretrained ones that
   * `ships` accepts, each with its pretrained and own vector in one.
   * @param size - number of words
   */
  tables(size: number, ships: (form: string) => boolean): VectorTables {
    const width = this.#width;
    const forms = new Set(this.#wordRows.keys());
    for (const form of this.#pretrained.rows.keys()) {
      if (forms.size >= size) break;
      if (ships(form)) forms.add(form);
    }
    const byHash = new Map([...forms].map((form) => [hashOf(form), form]));
    const hashes = Uint32Array.from(byHash.keys()).sort();
    const vectors = new Float32Array(hashes.length * width);
    for (const [row, hash] of hashes.entries()) {
      const target = vectors.subarray(row * width, (row + 1) * width);
      target.set(this.#whole(byHash.get(hash)!));
    }
    const words = quantised(vectors);
    const affixes = quantised(this.#affixes.values);
    return {
      width,
      hashes,
      words: words.table,
      wordStep: words.step,
      affixes: affixes.table,
      affixStep: affixes.step,
    };
  }

  /** Pretrained and own vector of a form, added up. */
  #whole(form: string): Float32Array {
    return this.#kernel.scratch(() => {
      const sum = this.#kernel.zeros(1, this.#width);
      const row = this.#pretrained.rows.get(form);
      if (row !== undefined) {
        const vector = this.#kernel.matrix(1, this.#pretrained.width);
        vector.values.set(this.#vector(row));
        this.#kernel.multiply(vector, this.#projection.weights, sum);
      }
      addRow(sum.values, this.#words.values, this.#wordRows.get(form) ?? -1);
      return sum.values.slice();
    });
  }

  #vector(row: number): Float32Array {
    const { width, values } = this.#pretrained;
    return values.subarray(row * width, (row + 1) * width);
  }

  #rowsOf(form: string, first: boolean): WordRows {
    const key = first ? `^${form}` : form;
    let rows = this.#known.get(key);
    if (rows === undefined) {
      const normal = normalForm(form);
      rows = {
        pretrained: this.#pretrained.rows.get(normal) ?? -1,
        word: this.#wordRows.get(normal) ?? -1,
        affixes: affixesOf(form, first),
      };
      this.#known.set(key, rows);
    }
    return rows;
  }

  /** Some of the rows left out at random. */
  #sparse(rows: WordRows, random: () => number): WordRows {
    const frequency = this.#frequencies[rows.word] ?? 0;
    const word = random() < rareness / (rareness + frequency) ? -1 : rows.word;
    const pretrained = random() < pretrainedDropped ? -1 : rows.pretrained;
    return { ...rows, word, pretrained };
  }
}

function addRow(target: Float32Array, table: Float32Array, row: number): void {
  if (row < 0) return;
  const width = target.length;
  for (let at = 0; at < width; at++) target[at]! += table[row * width + at]!;
}

function collect({ gradients, sparse }: Parameter, row: number, own: Float32Array): void {
  if (row < 0) return;
  sparse!.touched.add(row);
  for (let at = 0; at < own.length; at++) gradients[row * own.length + at]! += own[at]!;
}

/** Rounded to integers in −127…127; the step follows the spread of the values. */
function quantised(values: Float32Array): { table: Int8Array; step: number } {
  let squares = 0;
  for (const value of values) squares += value * value;
  const step = Math.sqrt(squares / values.length) / stepsPerSpread;
  const table = Int8Array.from(values, (value) =>
    Math.max(-127, Math.min(127, Math.round(value / step))),
  );
  return { table, step };
}
