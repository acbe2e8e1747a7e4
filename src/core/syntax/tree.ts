/**
 * The best tree over a sentence's words: every word one head, exactly one word under the root, no
 * cycle (Chu & Liu 1965, Edmonds 1967; the single root by a penalty, Stanojević & Cohen 2021).
 * @param scores - row the dependent, column the head, `count` the root; rows are `columns` long
 * @param count - number of words
 * @returns the head of each word; `count` for the root
 */
export function bestTree(scores: Float32Array, columns: number, count: number): Int32Array {
  const size = count + 1;
  const heads = new Int32Array(count);
  let roots = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < count; word++) {
    let best = -1;
    for (let head = 0; head < size; head++) {
      const score = scores[word * columns + head]!;
      if (score < least) least = score;
      if (score > most) most = score;
      if (head === word) continue;
      if (best < 0 || score > scores[word * columns + best]!) best = head;
    }
    heads[word] = best;
    if (best === count) roots++;
  }
  if (roots === 1 && cycleIn(heads, count) === null) return heads;
  const penalty = (most - least) * size + 1;
  const graph = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let word = 0; word < count; word++) {
    for (let head = 0; head < size; head++) {
      if (head === word) continue;
      const score = scores[word * columns + head]!;
      graph[word * size + head] = head === count ? score - penalty : score;
    }
  }
  return arborescence(graph, size);
}

/** Best heads in a dense graph whose last node is the root: cycles are contracted until none is left. */
function arborescence(graph: Float64Array, size: number): Int32Array {
  const root = size - 1;
  const heads = new Int32Array(root);
  for (let node = 0; node < root; node++) heads[node] = bestHead(graph, size, node);
  const cycle = cycleIn(heads, root);
  if (cycle === null) return heads;
  const inCycle = new Uint8Array(size);
  for (const node of cycle) inCycle[node] = 1;
  // The smaller graph: the nodes outside the cycle, the cycle as one node, the root.
  const outside: number[] = [];
  for (let node = 0; node < root; node++) if (inCycle[node] === 0) outside.push(node);
  const knot = outside.length;
  const nodes = [...outside, -1, root];
  const smaller = nodes.length;
  const contracted = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
  /** Which node of the cycle heads an outer node, and which one an outer head attaches. */
  const leaves = new Int32Array(smaller);
  const enters = new Int32Array(smaller);
  for (let at = 0; at < smaller; at++) {
    if (at === knot) continue;
    const node = nodes[at]!;
    for (const inner of cycle) {
      const out = graph[node * size + inner]!;
      if (node !== root && out > contracted[at * smaller + knot]!) {
        contracted[at * smaller + knot] = out;
        leaves[at] = inner;
      }
      const gain = graph[inner * size + node]! - graph[inner * size + heads[inner]!]!;
      if (gain > contracted[knot * smaller + at]!) {
        contracted[knot * smaller + at] = gain;
        enters[at] = inner;
      }
    }
    if (node === root) continue;
    for (let other = 0; other < smaller; other++)
      if (other !== knot && other !== at)
        contracted[at * smaller + other] = graph[node * size + nodes[other]!]!;
  }
  const solved = arborescence(contracted, smaller);
  for (const [at, node] of outside.entries())
    heads[node] = solved[at] === knot ? leaves[at]! : nodes[solved[at]!]!;
  const into = solved[knot]!;
  heads[enters[into]!] = nodes[into]!;
  return heads;
}

function bestHead(graph: Float64Array, size: number, node: number): number {
  let best = node === 0 ? 1 : 0;
  for (let head = 0; head < size; head++)
    if (graph[node * size + head]! > graph[node * size + best]!) best = head;
  return best;
}

/** Nodes of the first cycle among heads, `null` when there is none; `root` heads all others in the end. */
function cycleIn(heads: Int32Array, root: number): number[] | null {
  /** 0 not seen, 1 on the way now, 2 leads to the root. */
  const seen = new Uint8Array(root + 1);
  seen[root] = 2;
  for (let start = 0; start < root; start++) {
    let node = start;
    for (; seen[node] === 0; node = heads[node]!) seen[node] = 1;
    if (seen[node] === 1) {
      const cycle = [node];
      for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
      return cycle;
    }
    for (node = start; seen[node] === 1; node = heads[node]!) seen[node] = 2;
  }
  return null;
}
