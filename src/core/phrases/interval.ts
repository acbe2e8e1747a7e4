/** Standard normal quantile of a two-sided 90 % interval. */
const z90 = 1.6448536269514722;

/** A share with its interval, 0…1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Share of successes with its 90 % interval by Wilson's score method (Wilson, J. Am. Stat. Assoc. 22, 1927): it stays
 * within 0…1 and is not empty for none or all, as the usual one is with few documents.
 * @param successes - of `trials`
 * @param trials - at least 1
 */
export function wilson90(successes: number, trials: number): Share {
  const share = successes / trials;
  const square = z90 * z90;
  const centre = (share + square / (2 * trials)) / (1 + square / trials);
  const half =
    (z90 / (1 + square / trials)) *
    Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
