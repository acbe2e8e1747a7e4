import { addDays, daysBetween } from "../time/calendar.ts";
import { ambiguous, Cluster } from "./cluster.ts";
import { DayIndex } from "./day-index.ts";
import type { LinkEvidence } from "./encounter.ts";
import { joinNeighbours } from "./neighbours.ts";
import { byTime, dayLabel, isNarrow, label, type Members, type Node } from "./node.ts";

/** How long before its page an undated encounter may lie, in days. */
const rememberedDays = 400;

/**
 * Cluster the mentions of one block. Mentions that name the same day come first, then days that are one apart between
 * capitals, then wider dates, then undated mentions that can mean one encounter only. The result depends on the
 * mentions alone, not on the order they came in.
 */
export function clustersOf(nodes: readonly Node[], members: Members): Cluster[] {
  const { firsthand, copies } = apart(nodes);
  const clusters = firsthand.every(isSummit) ? summitOf(firsthand) : clustersBy(firsthand, members);
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.nodes.map((node) => [node, cluster] as const)),
  );
  for (const [copy, original] of copies) {
    const cluster = clusterOf.get(original)!;
    cluster.copies.push(copy);
    cluster.note({
      rule: "link/copy",
      detail: `${label(copy)} repeats the text of ${original.page.path}`,
    });
  }
  return clusters;
}

function isSummit({ mention }: Node): boolean {
  return mention.atSummit && mention.summit !== null;
}

/** All mentions of a block of an edition mean that summit, on whichever of its days. */
function summitOf(nodes: readonly Node[]): Cluster[] {
  const [first, ...others] = nodes.toSorted(byTime);
  if (first === undefined) return [];
  const cluster = new Cluster(first);
  for (const node of others) {
    cluster.add(node);
    cluster.note({
      rule: "link/same-summit",
      detail: `${label(node)} joins ${label(first)}: both name ${node.mention.summit}`,
    });
  }
  return [cluster];
}

/** Mentions of pages that repeat another page's text, with the mention they repeat, and all others. */
function apart(nodes: readonly Node[]): {
  readonly firsthand: readonly Node[];
  readonly copies: ReadonlyMap<Node, Node>;
} {
  const byPage = new Map<string, Node[]>();
  for (const node of nodes) {
    const same = byPage.get(node.page.id);
    if (same === undefined) byPage.set(node.page.id, [node]);
    else same.push(node);
  }
  const copies = new Map<Node, Node>();
  for (const node of nodes) {
    const { copyOf } = node.page;
    const original = copyOf === null ? undefined : counterpart(node, byPage.get(copyOf) ?? []);
    if (original !== undefined) copies.set(node, original);
  }
  return { firsthand: nodes.filter((node) => !copies.has(node)), copies };
}

/** The mention of the original that a copy's repeats: the same encounter by all that doesn't hang on the day. */
function counterpart({ mention }: Node, originals: readonly Node[]): Node | undefined {
  const away = (node: Node): number => Math.abs(node.mention.start - mention.start);
  return originals
    .filter(
      (node) =>
        node.mention.mode === mention.mode &&
        node.mention.main === mention.main &&
        node.mention.sides.join(" ") === mention.sides.join(" "),
    )
    .toSorted((a, b) => away(a) - away(b))[0];
}

function clustersBy(nodes: readonly Node[], members: Members): Cluster[] {
  const work = new Work(members);
  const dated = nodes
    .filter(({ mention }) => mention.date !== null)
    .toSorted((a, b) => widthOf(a) - widthOf(b) || byTime(a, b));
  for (const node of dated.filter(({ mention }) => isNarrow(mention.date!))) work.placeByDay(node);
  joinNeighbours(
    work.clusters.toSorted((a, b) => byTime(a.first, b.first)),
    work.index,
    members,
  );
  for (const node of dated.filter(({ mention }) => !isNarrow(mention.date!)))
    work.placeWithin(node);
  const undated = nodes.filter(({ mention }) => mention.date === null).toSorted(byTime);
  for (const node of undated) work.placeUndated(node);
  return work.clusters.filter((cluster) => cluster.nodes.length > 0);
}

function widthOf({ mention: { date } }: Node): number {
  return daysBetween(date!.earliest, date!.latest);
}

/** Clusters in the making. */
class Work {
  readonly clusters: Cluster[] = [];
  readonly index: DayIndex = new DayIndex();
  readonly #members: Members;
  /** Undated clusters of one page, by page, mode and status. */
  readonly #loose = new Map<string, Cluster>();

  constructor(members: Members) {
    this.#members = members;
  }

  placeByDay(node: Node): void {
    const fitting = this.#fitting(this.index.around(node.mention.date!, 0), node);
    const best = fitting.toSorted(
      (a, b) => b.fits(node) - a.fits(node) || byTime(a.first, b.first),
    )[0];
    if (best === undefined) this.#open(node, null);
    else this.#join(best, node, "link/same-day", `both on ${dayLabel(node.mention.date!)}`);
  }

  placeWithin(node: Node): void {
    const fitting = this.#fitting(this.index.around(node.mention.date!, 0), node);
    const best = onlyOf(fitting, node);
    const when = dayLabel(node.mention.date!);
    if (best !== null) this.#join(best, node, "link/within", `the only one within ${when}`);
    else this.#open(node, fitting.length > 1 ? ambiguous(node, fitting) : null);
  }

  placeUndated(node: Node): void {
    const { mention, page } = node;
    const { latest } = page.published;
    const window =
      latest === null
        ? { earliest: "0000-01-01", latest: "9999-12-31" }
        : { earliest: addDays(latest, -rememberedDays), latest };
    const fitting =
      mention.status === "held" ? this.#fitting(this.index.around(window, 0), node) : [];
    const best = onlyOf(fitting, node);
    if (best !== null) {
      this.#join(best, node, "link/only-candidate", "undated, and the only one these pages date");
      return;
    }
    const key = `${page.id} ${mention.mode} ${mention.status}`;
    const loose = this.#loose.get(key);
    if (loose !== undefined && loose.refuses(node, this.#members) === null) loose.add(node);
    else
      this.#loose.set(key, this.#open(node, fitting.length > 1 ? ambiguous(node, fitting) : null));
  }

  #fitting(clusters: readonly Cluster[], node: Node): Cluster[] {
    return clusters.filter((cluster) => cluster.refuses(node, this.#members) === null);
  }

  #open(node: Node, evidence: LinkEvidence | null): Cluster {
    const cluster = new Cluster(node, evidence);
    this.clusters.push(cluster);
    this.index.add(cluster, node.mention.date);
    return cluster;
  }

  #join(cluster: Cluster, node: Node, rule: string, how: string): void {
    const { mode, sides } = node.mention;
    const detail = `${label(node)} joins ${label(cluster.first)}: ${sides.join(", ")}, ${mode}, ${how}`;
    cluster.add(node);
    cluster.note({ rule, detail });
    this.index.add(cluster, node.mention.date);
  }
}

/** The one cluster that a mention can mean: the only one that fits, the only one of its mode, or of its place. */
function onlyOf(clusters: readonly Cluster[], { mention }: Node): Cluster | null {
  if (clusters.length <= 1) return clusters[0] ?? null;
  const exact = clusters.filter(({ modes }) => modes.has(mention.mode));
  if (exact.length === 1) return exact[0]!;
  const placed = clusters.filter(
    ({ nodes }) =>
      mention.place !== null && nodes.some((node) => node.mention.place === mention.place),
  );
  return placed.length === 1 ? placed[0]! : null;
}
