import { hashOf } from "./hash.ts";

/** Feature hashes of one word form: word, suffixes of 1–4, prefixes of 1 and 3, shape, flags. */
export type WordFeatures = Uint32Array;

/** Places in `WordFeatures`. */
export const word = 0;
export const suffix3 = 3;
export const shape = 7;
/** Number of hashes a word has. */
export const wordFeatureCount = 9;

const longestCache = 100_000;
const cache = new Map<string, WordFeatures>();

/** Features of a word form; `first` says that it begins its sentence. */
export function wordFeatures(form: string, first: boolean): WordFeatures {
  const key = first ? `^${form}` : form;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const features = compute(form, first);
  if (cache.size >= longestCache) cache.clear();
  cache.set(key, features);
  return features;
}

function compute(form: string, first: boolean): WordFeatures {
  const folded = form
    .replace(/[’‘]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[–—]/gu, "-");
  const normal = /^\d/.test(folded) ? folded.replace(/\d/g, "0") : folded.toLowerCase();
  const flags =
    (/^\p{Lu}/u.test(form) ? 1 : 0) +
    (first ? 2 : 0) +
    (form.includes("-") ? 4 : 0) +
    (/\d/.test(form) ? 8 : 0);
  return Uint32Array.of(
    hashOf(`w${normal}`),
    hashOf(`s1${normal.slice(-1)}`),
    hashOf(`s2${normal.slice(-2)}`),
    hashOf(`s3${normal.slice(-3)}`),
    hashOf(`s4${normal.slice(-4)}`),
    hashOf(`p1${normal.slice(0, 1)}`),
    hashOf(`p3${normal.slice(0, 3)}`),
    hashOf(`sh${shapeOf(folded)}`),
    hashOf(`c${flags}`),
  );
}

/** `Xxx`, `dd`, `X.X`: letters by case, digits, runs longer than two cut to two. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Ll}/gu, "x")
    .replace(/\d/g, "d")
    .replace(/(.)\1{2,}/gu, "$1$1");
}
