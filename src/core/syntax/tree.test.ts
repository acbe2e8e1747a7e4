import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTree } from "./tree.ts";

/** The score of the best assignment of heads that is a projective tree with one root. */
function bestByTrial(scores: Float32Array, columns: number, count: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(count);
  const visit = (word: number, sum: number): void => {
    if (word === count) {
      if (isTree(heads, count)) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head <= count; head++) {
      if (head === word) continue;
      heads[word] = head;
      visit(word + 1, sum + scores[word * columns + head]!);
    }
  };
  visit(0, 0);
  return best;
}

function isTree(heads: Int32Array, count: number): boolean {
  if (heads.filter((head) => head === count).length !== 1) return false;
  const below = (word: number, top: number): boolean => {
    let node = word;
    for (let steps = 0; node !== top && node !== count; steps++, node = heads[node]!)
      if (steps > count) return false;
    return node === top;
  };
  return heads.every((head, word) => {
    if (!below(word, count)) return false;
    if (head === count) return true;
    for (let at = Math.min(word, head) + 1; at < Math.max(word, head); at++)
      if (!below(at, head)) return false;
    return true;
  });
}

test("the tree is the best of all projective trees with one root", () => {
  const score = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(score, { minLength: 40, maxLength: 40 }),
      (count, values) => {
        const columns = 8;
        const scores = Float32Array.from(values);
        const heads = bestTree(scores, columns, count);
        expect(isTree(heads, count)).toBe(true);
        const sum = heads.reduce((total, head, word) => total + scores[word * columns + head]!, 0);
        expect(sum).toBe(bestByTrial(scores, columns, count));
      },
    ),
  );
});

test("a long sentence of equal scores still gets a tree", () => {
  const count = 250;
  const heads = bestTree(new Float32Array(count * 256), 256, count);
  expect(isTree(heads, count)).toBe(true);
});

test("no words, no heads", () => {
  expect(bestTree(new Float32Array(0), 8, 0)).toHaveLength(0);
});
