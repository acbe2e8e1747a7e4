import type { Kernel, Matrix } from "../../src/core/syntax/kernel.ts";
import type { DropSite } from "../../src/core/syntax/network.ts";

/**
 * Dropout with one mask a sentence and site (Gal & Ghahramani 2016). Keeps the masks, in the order
 * they were used, for the way back.
 */
export class Dropout {
  readonly #kernel: Kernel;
  readonly #random: () => number;
  readonly #rate: number;
  readonly #starts: readonly number[];
  readonly #masks = new Map<DropSite, Matrix[]>();

  constructor(kernel: Kernel, random: () => number, rate: number, starts: readonly number[]) {
    this.#kernel = kernel;
    this.#random = random;
    this.#rate = rate;
    this.#starts = starts;
  }

  /** A copy with values dropped. */
  drop(matrix: Matrix, site: DropSite): Matrix {
    const mask = this.#kernel.matrix(this.#starts.length - 1, matrix.columns);
    const kept = 1 / (1 - this.#rate);
    for (let at = 0; at < mask.values.length; at++)
      mask.values[at] = this.#random() < this.#rate ? 0 : kept;
    const masks = this.#masks.get(site) ?? [];
    this.#masks.set(site, [...masks, mask]);
    const copy = this.#kernel.matrix(matrix.rows, matrix.columns);
    copy.values.set(matrix.values);
    this.#apply(copy, mask);
    return copy;
  }

  /** Apply the last mask of a site that was not yet undone to the gradients. */
  back(gradients: Matrix, site: DropSite): Matrix {
    const mask = this.#masks.get(site)?.pop();
    if (mask !== undefined) this.#apply(gradients, mask);
    return gradients;
  }

  #apply({ columns, values }: Matrix, mask: Matrix): void {
    for (let sentence = 0; sentence < mask.rows; sentence++) {
      for (let row = this.#starts[sentence]!; row < this.#starts[sentence + 1]!; row++)
        for (let at = 0; at < columns; at++)
          values[row * columns + at]! *= mask.values[sentence * columns + at]!;
    }
  }
}
