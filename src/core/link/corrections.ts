import type { DateInterval } from "../records.ts";
import { Cluster } from "./cluster.ts";
import type { MentionRef } from "./encounter.ts";
import { byTime, label, type Node } from "./node.ts";

/**
 * What a person decided about an encounter, which is named by mentions of it: the first of them that linking knows
 * tells which one is meant.
 */
export type LinkCorrection =
  /** It is the same as another. */
  | {
      readonly kind: "merge";
      readonly mentions: readonly MentionRef[];
      readonly into: readonly MentionRef[];
    }
  /** Some of its mentions mean another one. */
  | {
      readonly kind: "split";
      readonly mentions: readonly MentionRef[];
      readonly apart: readonly MentionRef[];
    }
  /** It took place then. */
  | {
      readonly kind: "date";
      readonly mentions: readonly MentionRef[];
      readonly date: DateInterval;
    };

/** Clusters with a person's decisions carried out in their order; they outrank all evidence. */
export function correctedClusters(
  clusters: readonly Cluster[],
  corrections: readonly LinkCorrection[],
): readonly Cluster[] {
  if (corrections.length === 0) return clusters;
  const work = new Corrected(clusters);
  for (const correction of corrections) {
    const cluster = work.meant(correction.mentions);
    if (cluster === null) continue;
    if (correction.kind === "date") {
      cluster.given = correction.date;
      cluster.note({ rule: "correction/date", detail: "dated by a correction" });
    } else if (correction.kind === "split") work.split(cluster, correction.apart);
    else {
      const into = work.meant(correction.into);
      if (into !== null && into !== cluster) work.merge(cluster, into);
    }
  }
  return work.clusters;
}

class Corrected {
  readonly #clusterOf = new Map<string, Cluster>();
  readonly #clusters: Set<Cluster>;

  constructor(clusters: readonly Cluster[]) {
    this.#clusters = new Set(clusters);
    for (const cluster of clusters) this.#enter(cluster);
  }

  get clusters(): readonly Cluster[] {
    return [...this.#clusters];
  }

  meant(mentions: readonly MentionRef[]): Cluster | null {
    for (const mention of mentions) {
      const cluster = this.#clusterOf.get(keyOf(mention));
      if (cluster !== undefined) return cluster;
    }
    return null;
  }

  merge(cluster: Cluster, into: Cluster): void {
    into.named ??= [...into.nodes];
    into.given ??= cluster.given;
    for (const node of cluster.nodes) into.add(node);
    into.copies.push(...cluster.copies);
    into.note({
      rule: "correction/merge",
      detail: `${label(cluster.first)} joins ${label(into.first)} by a correction`,
    });
    for (const evidence of cluster.evidence) into.note(evidence);
    this.#clusters.delete(cluster);
    this.#enter(into);
  }

  split(cluster: Cluster, apart: readonly MentionRef[]): void {
    const keys = new Set(apart.map(keyOf));
    const leaves = (node: Node): boolean =>
      keys.has(keyOf({ document: node.page.id, index: node.index }));
    const [gone, kept] = [cluster.nodes.filter(leaves), cluster.nodes.filter((n) => !leaves(n))];
    const copiesGone = cluster.copies.filter(leaves);
    const copiesKept = cluster.copies.filter((node) => !leaves(node));
    const detail = `${[...gone, ...copiesGone].map(label).join(", ")} apart by a correction`;
    const parts = [
      clusterOf(kept, copiesKept, cluster.named ?? cluster.nodes),
      clusterOf(gone, copiesGone, null),
    ].filter((part) => part !== null);
    if (parts.length < 2) return;
    this.#clusters.delete(cluster);
    for (const evidence of cluster.evidence) parts[0]!.note(evidence);
    for (const part of parts) {
      part.note({ rule: "correction/split", detail });
      this.#clusters.add(part);
      this.#enter(part);
    }
    parts[0]!.given = cluster.given;
  }

  #enter(cluster: Cluster): void {
    for (const { page, index } of [...cluster.nodes, ...cluster.copies])
      this.#clusterOf.set(keyOf({ document: page.id, index }), cluster);
  }
}

function keyOf({ document, index }: MentionRef): string {
  return `${document}#${index}`;
}

/** A cluster of these mentions; a copy whose original went elsewhere stands for itself. */
function clusterOf(
  nodes: readonly Node[],
  copies: readonly Node[],
  named: readonly Node[] | null,
): Cluster | null {
  const firsthand = nodes.length > 0 ? nodes : copies;
  const [first, ...others] = firsthand.toSorted(byTime);
  if (first === undefined) return null;
  const cluster = new Cluster(first);
  for (const node of others) cluster.add(node);
  if (nodes.length > 0) cluster.copies.push(...copies);
  cluster.named = named === null ? null : [...named];
  return cluster;
}
