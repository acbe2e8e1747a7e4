import { hashOf } from "./hash.ts";

/** Rows that affixes, shapes and flags are hashed to. */
export const affixRows = 8192;

/**
 * A word form as the vocabulary knows it: lower case, straight quotes, plain dashes, digits as `0`
 * (so that all years share a vector).
 */
export function normalForm(form: string): string {
  return plainMarks(form).toLowerCase().replace(/\d/g, "0");
}

function plainMarks(form: string): string {
  return form
    .replace(/[’‘]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[–—]/gu, "-");
}

/**
 * Rows for what a form looks like: suffixes of 1–5, prefixes of 1–3, shape, case.
 * @param first - the form begins its sentence
 */
export function affixesOf(form: string, first: boolean): Int32Array {
  const normal = normalForm(form);
  const plain = plainMarks(form);
  const features = [
    `1${normal.slice(-1)}`,
    `2${normal.slice(-2)}`,
    `3${normal.slice(-3)}`,
    `4${normal.slice(-4)}`,
    `5${normal.slice(-5)}`,
    `a${normal.slice(0, 1)}`,
    `b${normal.slice(0, 2)}`,
    `c${normal.slice(0, 3)}`,
    `s${shapeOf(plain)}`,
    `f${/^\p{Lu}/u.test(form) ? 1 : 0}${first ? 1 : 0}${/\p{Ll}/u.test(form) ? 1 : 0}`,
  ];
  return Int32Array.from(features, (feature) => hashOf(feature) % affixRows);
}

/** `Xxx`, `dd`, `X.X`: letters by case, digits, runs longer than two cut to two. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Ll}/gu, "x")
    .replace(/\d/g, "d")
    .replace(/(.)\1{2,}/gu, "$1$1");
}
