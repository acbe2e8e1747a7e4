/** Things to cluster: for each, the cluster a person put it in and the one the system did. */
export interface Clustered {
  readonly id: string;
  readonly gold: string;
  readonly found: string;
}

/** Precision, recall and their harmonic mean, in per cent. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A score from sums. */
export function scoreOf(hits: number, found: number, gold: number): Score {
  const precision = found === 0 ? 100 : (100 * hits) / found;
  const recall = gold === 0 ? 100 : (100 * hits) / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** B³ (Bagga & Baldwin 1998): for every item, how much of its cluster is shared. */
export function bCubed(items: readonly Clustered[]): Score {
  const gold = groupBy(items, (item) => item.gold);
  const found = groupBy(items, (item) => item.found);
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const system = found.get(item.found)!;
    const shared = system.filter((other) => other.gold === item.gold).length;
    precision += shared / system.length;
    recall += shared / gold.get(item.gold)!.length;
  }
  const share = (sum: number): number => (100 * sum) / items.length;
  return {
    precision: share(precision),
    recall: share(recall),
    f1: (2 * share(precision) * share(recall)) / (share(precision) + share(recall)),
  };
}

/** CEAFe (Luo 2005, φ4): clusters matched one to one so that their likeness sums up to most. */
export function ceafEntities(items: readonly Clustered[]): Score {
  const gold = groupBy(items, (item) => item.gold);
  const found = groupBy(items, (item) => item.found);
  const pairs = new Map<string, { gold: string; found: string; likeness: number }>();
  for (const item of items) {
    const key = `${item.gold}\n${item.found}`;
    if (pairs.has(key)) continue;
    const one = gold.get(item.gold)!;
    const other = found.get(item.found)!;
    const shared = one.filter((member) => member.found === item.found).length;
    pairs.set(key, {
      gold: item.gold,
      found: item.found,
      likeness: (2 * shared) / (one.length + other.length),
    });
  }
  return scoreOf(bestMatching([...pairs.values()]), found.size, gold.size);
}

interface Edge {
  readonly gold: string;
  readonly found: string;
  readonly likeness: number;
}

/** Largest sum of likeness of a matching: exact within each group of clusters that touch each other. */
function bestMatching(edges: readonly Edge[]): number {
  const left = [...edges];
  let sum = 0;
  while (left.length > 0) {
    const component = [left.pop()!];
    for (let changed = true; changed;) {
      changed = false;
      for (let index = left.length - 1; index >= 0; index--) {
        const edge = left[index]!;
        if (component.every(({ gold, found }) => gold !== edge.gold && found !== edge.found))
          continue;
        component.push(edge);
        left.splice(index, 1);
        changed = true;
      }
    }
    sum += bestOf(component);
  }
  return sum;
}

function bestOf(edges: readonly Edge[]): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const without = bestOf(rest);
  const apart = rest.filter(({ gold, found }) => gold !== first.gold && found !== first.found);
  // A pair that shuts out nothing is always taken.
  if (apart.length === rest.length) return first.likeness + without;
  return Math.max(without, first.likeness + bestOf(apart));
}

/** Pairs that a person or the system put together, among those that `keep` selects. */
export function pairwise(
  items: readonly Clustered[],
  keep: (one: Clustered, other: Clustered) => boolean,
): Score & { readonly wrong: readonly string[] } {
  let [hits, found, gold] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [index, one] of items.entries()) {
    for (const other of items.slice(index + 1)) {
      const together = one.gold === other.gold;
      const joined = one.found === other.found;
      if ((!together && !joined) || !keep(one, other)) continue;
      if (together) gold++;
      if (joined) found++;
      if (together && joined) hits++;
      else wrong.push(`${together ? "apart" : "joined"}: ${one.id} – ${other.id}`);
    }
  }
  return { ...scoreOf(hits, found, gold), wrong };
}

/** Items by key, in order. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
