/**
 * A linear model over hashed features: row `hash & mask` holds one weight a class.
 * Training uses floats, shipped models 8-bit integers; scoring is the same for both.
 */
export interface Weights {
  /** Rows − 1; the number of rows is a power of two. */
  readonly mask: number;
  readonly classes: number;
  readonly values: Int8Array | Float32Array;
}

/**
 * Score all classes for a set of active features.
 * @param features - hashes; the first `count` are active
 * @param scores - receives one sum a class
 */
export function scoreClasses(
  weights: Weights,
  features: Uint32Array,
  count: number,
  scores: Float64Array,
): void {
  const { classes, mask, values } = weights;
  scores.fill(0);
  for (let index = 0; index < count; index++) {
    const row = (features[index]! & mask) * classes;
    for (let label = 0; label < classes; label++) scores[label]! += values[row + label]!;
  }
}

/** Index of the highest score; the first of equals. */
export function bestOf(scores: Float64Array): number {
  let best = 0;
  for (let label = 1; label < scores.length; label++)
    if (scores[label]! > scores[best]!) best = label;
  return best;
}
