import type { Weights } from "../../src/core/syntax/weights.ts";

/** Weights under training: current values and the sums that their average needs. */
export class Perceptron {
  readonly weights: Weights;
  readonly #values: Float32Array;
  readonly #totals: Float32Array;
  readonly #since: Int32Array;
  #steps = 0;

  /** @param bits - log₂ of the number of rows */
  constructor(bits: number, classes: number) {
    const size = 2 ** bits * classes;
    this.#values = new Float32Array(size);
    this.#totals = new Float32Array(size);
    this.#since = new Int32Array(size);
    this.weights = { mask: 2 ** bits - 1, classes, values: this.#values };
  }

  /** Count a decision. */
  step(): void {
    this.#steps++;
  }

  /** Move the weights of the active features for one class. */
  update(features: Uint32Array, count: number, label: number, by: number): void {
    const { mask, classes } = this.weights;
    for (let index = 0; index < count; index++) {
      const at = (features[index]! & mask) * classes + label;
      this.#totals[at]! += (this.#steps - this.#since[at]!) * this.#values[at]!;
      this.#since[at] = this.#steps;
      this.#values[at]! += by;
    }
  }

  /** Weights averaged over all decisions (Collins 2002). The perceptron can be trained on afterwards. */
  averaged(): Weights {
    const values = new Float32Array(this.#values.length);
    for (let at = 0; at < values.length; at++) {
      const total = this.#totals[at]! + (this.#steps - this.#since[at]!) * this.#values[at]!;
      values[at] = total / this.#steps;
    }
    return { ...this.weights, values };
  }
}

/** Seeded random numbers in [0, 1) (mulberry32), so that training is reproducible. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The numbers 0…length−1 in random order. */
export function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
