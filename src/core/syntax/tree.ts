/**
 * The best projective tree over a sentence's words (Eisner 1996): every word has one head, exactly one
 * word stands under the root, and the words below any word stand together.
 * @param scores - row the dependent, column the head, `count` the root; rows are `columns` long
 * @param count - number of words; time grows with its cube unless every word's best head makes a tree
 * @returns the head of each word; `count` for the root
 */
export function bestTree(scores: Float32Array, columns: number, count: number): Int32Array {
  const heads = new Int32Array(count);
  for (let word = 0; word < count; word++) {
    let best = word === 0 ? count : 0;
    for (let head = 0; head <= count; head++)
      if (head !== word && scores[word * columns + head]! > scores[word * columns + best]!)
        best = head;
    heads[word] = best;
  }
  if (count > 0 && !isProjectiveTree(heads)) new Chart(scores, columns, count).fill(heads);
  return heads;
}

/** One root, no cycle, and no word between a word and its head hangs outside of the two. */
function isProjectiveTree(heads: Int32Array): boolean {
  const count = heads.length;
  let roots = 0;
  const seen = new Int32Array(count).fill(-1);
  for (let start = 0; start < count; start++) {
    const head = heads[start]!;
    if (head === count) roots++;
    else {
      const left = Math.min(start, head);
      const right = Math.max(start, head);
      for (let at = left + 1; at < right; at++)
        if (heads[at]! < left || heads[at]! > right) return false;
    }
    let word = start;
    for (; word !== count && seen[word] === -1; word = heads[word]!) seen[word] = start;
    if (word !== count && seen[word] === start) return false;
  }
  return roots === 1;
}

/**
 * Best scores of all stretches of words: headed by their left or right end, complete or still open
 * (the last arc between its two ends, everything between attached).
 */
class Chart {
  readonly #scores: Float32Array;
  readonly #columns: number;
  readonly #count: number;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #openLeft: Float64Array;
  readonly #openRight: Float64Array;
  /** Where the best way to each divides. */
  readonly #leftAt: Int16Array;
  readonly #rightAt: Int16Array;
  readonly #openAt: Int16Array;

  constructor(scores: Float32Array, columns: number, count: number) {
    this.#scores = scores;
    this.#columns = columns;
    this.#count = count;
    const size = count * count;
    this.#left = new Float64Array(size);
    this.#right = new Float64Array(size);
    this.#openLeft = new Float64Array(size);
    this.#openRight = new Float64Array(size);
    this.#leftAt = new Int16Array(size);
    this.#rightAt = new Int16Array(size);
    this.#openAt = new Int16Array(size);
  }

  /** Fill in the heads of the best tree. */
  fill(heads: Int32Array): void {
    const count = this.#count;
    for (let length = 1; length < count; length++)
      for (let from = 0; from + length < count; from++) this.#span(from, from + length);
    let root = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let word = 0; word < count; word++) {
      const score =
        this.#left[word]! +
        this.#right[word * count + count - 1]! +
        this.#scores[word * this.#columns + count]!;
      if (score <= best) continue;
      best = score;
      root = word;
    }
    heads[root] = count;
    this.#trace(root, heads);
  }

  /** `left` and `openLeft` of a stretch are headed by its right end, so that its words hang leftward. */
  #span(from: number, to: number): void {
    const count = this.#count;
    const row = from * count;
    let best = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const score = this.#right[row + at]! + this.#left[(at + 1) * count + to]!;
      if (score <= best) continue;
      best = score;
      this.#openAt[row + to] = at;
    }
    this.#openRight[row + to] = best + this.#scores[to * this.#columns + from]!;
    this.#openLeft[row + to] = best + this.#scores[from * this.#columns + to]!;
    best = Number.NEGATIVE_INFINITY;
    for (let at = from + 1; at <= to; at++) {
      const score = this.#openRight[row + at]! + this.#right[at * count + to]!;
      if (score <= best) continue;
      best = score;
      this.#rightAt[row + to] = at;
    }
    this.#right[row + to] = best;
    best = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const score = this.#left[row + at]! + this.#openLeft[at * count + to]!;
      if (score <= best) continue;
      best = score;
      this.#leftAt[row + to] = at;
    }
    this.#left[row + to] = best;
  }

  #trace(root: number, heads: Int32Array): void {
    const count = this.#count;
    const pending: [from: number, to: number, rightward: boolean][] = [
      [0, root, false],
      [root, count - 1, true],
    ];
    while (pending.length > 0) {
      const [from, to, rightward] = pending.pop()!;
      if (from === to) continue;
      const at = (rightward ? this.#rightAt : this.#leftAt)[from * count + to]!;
      // The outermost arc of the stretch, between `near` and `far`.
      const near = rightward ? from : at;
      const far = rightward ? at : to;
      heads[at] = rightward ? from : to;
      pending.push(rightward ? [at, to, true] : [from, at, false]);
      const middle = this.#openAt[near * count + far]!;
      pending.push([near, middle, true], [middle + 1, far, false]);
    }
  }
}
