/** Weights under training with their gradients and what Adam keeps (Kingma & Ba 2015). */
export interface Parameter {
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
  /** Length of a row whose gradients come together, and the rows touched; `null` when all always are. */
  readonly sparse: { readonly width: number; readonly touched: Set<number> } | null;
}

/** A parameter around given values and gradients, or with new ones. */
export function parameter(
  values: Float32Array,
  gradients: Float32Array = new Float32Array(values.length),
  width: number | null = null,
): Parameter {
  return {
    values,
    gradients,
    means: new Float32Array(values.length),
    squares: new Float32Array(values.length),
    sparse: width === null ? null : { width, touched: new Set() },
  };
}

/** Fill with uniform random numbers of at most `scale`. */
export function randomise(values: Float32Array, scale: number, random: () => number): void {
  for (let at = 0; at < values.length; at++) values[at] = (random() * 2 - 1) * scale;
}

const meanDecay = 0.9;
const squareDecay = 0.98;
/** Longest gradient that is followed in full. */
const longestGradient = 5;

/** Adam; gradients are cleared. Rows that were not touched stay as they are. */
export class Optimiser {
  readonly #parameters: readonly Parameter[];
  #steps = 0;

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters;
  }

  /** Follow the gradients, divided by `batch`. */
  step(rate: number, batch: number): void {
    this.#steps++;
    const scale = Math.min(1 / batch, longestGradient / (this.#length() + 1e-9));
    const corrected =
      (rate * Math.sqrt(1 - squareDecay ** this.#steps)) / (1 - meanDecay ** this.#steps);
    for (const one of this.#parameters) {
      if (one.sparse === null) move(one, 0, one.values.length, scale, corrected);
      else {
        const { width, touched } = one.sparse;
        for (const row of touched) move(one, row * width, (row + 1) * width, scale, corrected);
        touched.clear();
      }
    }
  }

  /** Length of the gradient of the dense parameters. */
  #length(): number {
    let sum = 0;
    for (const { gradients, sparse } of this.#parameters) {
      if (sparse !== null) continue;
      for (let at = 0; at < gradients.length; at++) sum += gradients[at]! * gradients[at]!;
    }
    return Math.sqrt(sum);
  }
}

function move(
  { values, gradients, means, squares }: Parameter,
  from: number,
  to: number,
  scale: number,
  rate: number,
): void {
  for (let at = from; at < to; at++) {
    const gradient = gradients[at]! * scale;
    gradients[at] = 0;
    means[at] = meanDecay * means[at]! + (1 - meanDecay) * gradient;
    squares[at] = squareDecay * squares[at]! + (1 - squareDecay) * gradient * gradient;
    values[at]! -= (rate * means[at]!) / (Math.sqrt(squares[at]!) + 1e-8);
  }
}

/** Average of parameters over several moments of training (Polyak & Juditsky 1992). */
export class Average {
  readonly #parameters: readonly Parameter[];
  readonly #sums: readonly Float32Array[];
  #moments = 0;

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters;
    this.#sums = parameters.map(({ values }) => new Float32Array(values.length));
  }

  /** Count in what the parameters are now. */
  add(): void {
    this.#moments++;
    for (const [index, { values }] of this.#parameters.entries()) {
      const sum = this.#sums[index]!;
      for (let at = 0; at < values.length; at++) sum[at]! += values[at]!;
    }
  }

  /** Set the parameters to their average. */
  apply(): void {
    if (this.#moments === 0) return;
    for (const [index, { values }] of this.#parameters.entries()) {
      const sum = this.#sums[index]!;
      for (let at = 0; at < values.length; at++) values[at] = sum[at]! / this.#moments;
    }
  }
}
