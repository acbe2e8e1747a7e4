import { mix } from "./shingles.ts";

/** Bands and rows: texts with half of their shingles in common meet in a band 98 times in 100, with a tenth 3 times. */
const bands = 32;
const rows = 3;

/**
 * Keys of a text's MinHash bands (Broder 1997; banding after Leskovec, Rajaraman & Ullman, ch. 3): texts that share
 * one are candidates for copies.
 * @param shingles - as `shinglesOf` gives them; none make no keys
 */
export function bandsOf(shingles: Uint32Array): number[] {
  if (shingles.length === 0) return [];
  return Array.from({ length: bands }, (_, band) => {
    let key = band;
    for (let row = 0; row < rows; row++) key = mix(key ^ leastOf(shingles, band * rows + row));
    // 31 bits, so that engines keep it as a whole number of any sign.
    return key >>> 1;
  });
}

/** The least of the shingles under the n-th hash function. */
function leastOf(shingles: Uint32Array, nth: number): number {
  const seed = mix(nth + 1);
  let least = 0xffffffff;
  for (const shingle of shingles) {
    const hash = mix(shingle ^ seed);
    if (hash < least) least = hash;
  }
  return least;
}
