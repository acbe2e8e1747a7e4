import { overlap } from "../encounters/agreement.ts";
import { ambiguous, type Cluster } from "./cluster.ts";
import type { DayIndex } from "./day-index.ts";
import { byTime, label, type Members } from "./node.ts";

/** Shared set phrases and topics that let one of several neighbours stand out, and by what factor. */
const standsOut = { shared: 2, factor: 2 };

/**
 * Clusters on successive days join when they can be one encounter told from two time zones and each is the other's
 * only neighbour, or the one that shares clearly more of its words.
 */
export function joinNeighbours(
  clusters: readonly Cluster[],
  index: DayIndex,
  members: Members,
): void {
  for (const cluster of clusters) {
    if (cluster.nodes.length === 0) continue;
    const neighbours = neighboursOf(cluster, index, members);
    const best = closest(cluster, neighbours);
    if (best === null) {
      if (neighbours.length > 1) cluster.note(ambiguous(cluster.first, neighbours));
      continue;
    }
    if (closest(best, neighboursOf(best, index, members)) !== cluster) continue;
    for (const node of best.nodes.splice(0)) {
      cluster.add(node);
      index.add(cluster, node.mention.date);
      cluster.note({
        rule: "link/next-day",
        detail: `${label(node)} joins ${label(cluster.first)}: a day apart between capitals`,
      });
    }
    for (const evidence of best.evidence.splice(0)) cluster.note(evidence);
  }
}

function neighboursOf(cluster: Cluster, index: DayIndex, members: Members): Cluster[] {
  const { span } = cluster;
  return index
    .around(span!, 1)
    .filter(
      (other) =>
        other !== cluster && !overlap(other.span!, span!) && canShift(cluster, other, members),
    );
}

function closest(cluster: Cluster, neighbours: readonly Cluster[]): Cluster | null {
  if (neighbours.length <= 1) return neighbours[0] ?? null;
  const [first, second] = neighbours
    .map((other) => ({ other, shared: sharedMarks(cluster, other) }))
    .toSorted((a, b) => b.shared - a.shared || byTime(a.other.first, b.other.first));
  const clear =
    first!.shared >= standsOut.shared && first!.shared >= second!.shared * standsOut.factor;
  return clear ? first!.other : null;
}

function sharedMarks(a: Cluster, b: Cluster): number {
  return [...b.marks].filter((mark) => a.marks.has(mark)).length;
}

/** Two days can be one encounter when no party's accounts of one genre tell of both, and a date is open to a shift. */
function canShift(a: Cluster, b: Cluster, members: Members): boolean {
  const told = new Set(a.nodes.filter(({ mention }) => mention.main).map(genreKey));
  const pages = new Set(a.nodes.map(({ page }) => page.id));
  for (const node of b.nodes) {
    if (pages.has(node.page.id) || (node.mention.main && told.has(genreKey(node)))) return false;
    if (a.refuses(node, members) !== null) return false;
  }
  const remote = (cluster: Cluster): boolean =>
    cluster.modes.has("phone") || cluster.modes.has("video");
  const published = (cluster: Cluster): boolean =>
    cluster.nodes.some(({ mention }) => mention.datedBy === "page");
  return remote(a) || remote(b) || published(a) || published(b);
}

function genreKey({ page }: Cluster["first"]): string {
  return `${page.party ?? page.id} ${page.kind}`;
}
