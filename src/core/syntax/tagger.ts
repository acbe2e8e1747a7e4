import { mix } from "./hash.ts";
import { bestOf, scoreClasses, type Weights } from "./weights.ts";
import { shape, suffix3, word, wordFeatureCount, type WordFeatures } from "./word-features.ts";

const outside: WordFeatures = Uint32Array.of(99991, 1, 2, 3, 4, 5, 6, 7, 8);
const noTag = 98;

/** Room for the features of one tagging decision. */
export const tagFeatureRoom = 40;

/**
 * Fill in the features of tagging word `at` from left to right.
 * @param previous - tag of the word before, `beforeThat` of the one before it; -1 outside the sentence
 * @returns how many features were set
 */
export function tagFeatures(
  words: readonly WordFeatures[],
  at: number,
  previous: number,
  beforeThat: number,
  features: Uint32Array,
): number {
  let count = 0;
  const own = words[at]!;
  const p = words[at - 1] ?? outside;
  const q = words[at + 1] ?? outside;
  const pp = words[at - 2] ?? outside;
  const qq = words[at + 2] ?? outside;
  const t1 = previous < 0 ? noTag : previous;
  const t2 = beforeThat < 0 ? noTag + 1 : beforeThat;
  const add = (slot: number, value: number): void => {
    features[count++] = mix(value, slot * 7919);
  };
  for (let index = 0; index < wordFeatureCount; index++) add(index, own[index]!);
  add(10, p[word]!);
  add(11, q[word]!);
  add(12, pp[word]!);
  add(13, qq[word]!);
  add(14, p[suffix3]!);
  add(15, q[suffix3]!);
  add(16, q[shape]!);
  add(17, p[shape]!);
  add(18, t1 + 100);
  add(19, t1 * 37 + t2 + 1000);
  add(20, mix(t1, own[word]!));
  add(21, mix(p[word]!, own[word]!));
  add(22, mix(q[word]!, own[word]!));
  add(23, mix(t1, q[word]!));
  add(24, mix(own[suffix3]!, t1));
  add(25, mix(q[suffix3]!, own[suffix3]!));
  add(26, mix(q[2]!, t1 * 50 + t2));
  add(27, 99);
  add(28, mix(own[4]!, q[shape]!));
  add(29, mix(p[word]!, q[word]!));
  add(30, mix(own[shape]!, p[shape]!));
  add(31, mix(mix(q[word]!, qq[word]!), own[suffix3]!));
  return count;
}

const room = new Uint32Array(tagFeatureRoom);

/** Tags (class indices) of the words of a sentence, greedily from left to right. */
export function tagWords(weights: Weights, words: readonly WordFeatures[]): Int32Array {
  const tags = new Int32Array(words.length);
  const scores = new Float64Array(weights.classes);
  let previous = -1;
  let beforeThat = -1;
  for (let at = 0; at < words.length; at++) {
    const count = tagFeatures(words, at, previous, beforeThat, room);
    scoreClasses(weights, room, count, scores);
    beforeThat = previous;
    previous = bestOf(scores);
    tags[at] = previous;
  }
  return tags;
}
