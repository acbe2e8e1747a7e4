import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { meets, sameMode } from "../encounters/agreement.ts";
import type { DateInterval, EncounterMention, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Account, Encounter, LinkEvidence, MentionRef } from "./encounter.ts";

/** A mention with what linking looks at. */
interface Node {
  readonly document: Document;
  readonly index: number;
  readonly mention: EncounterMention;
  readonly sides: ReadonlySet<string>;
  /** Blocking key: the sides, sorted. */
  readonly key: string;
}

interface Cluster {
  readonly nodes: Node[];
  readonly evidence: LinkEvidence[];
}

/**
 * Link the mentions of all documents to encounters. Dated mentions of the same sides join when
 * their dates meet and their modes agree; undated ones join the only encounter they can mean.
 * @returns encounters in time order; the same for any order of the documents
 */
export function linkEncounters(documents: readonly Document[], context: Context): Encounter[] {
  const nodes = documents
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((document) =>
      document.layers.encounters.map((mention, index) => nodeOf(document, index, mention, context)),
    )
    .filter((node) => node.sides.size >= 2 || node.mention.summit !== null);
  const byKey = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = isAtSummit(node.mention, context) ? node.mention.summit! : node.key;
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [node]);
    else same.push(node);
  }
  const clusters = [...byKey.values()].flatMap((same) => clustersOf(same));
  return withParents(named(clusters, context));
}

/** A meeting at a summit lies within the summit, where that is an encounter of these pages. */
function withParents(encounters: readonly Encounter[]): Encounter[] {
  const summits = new Map(
    encounters
      .filter((encounter) => encounter.mode === "multilateral" && encounter.summit !== null)
      .map((encounter) => [encounter.summit!, encounter.id]),
  );
  return encounters.map((encounter) => {
    const parent = encounter.summit === null ? undefined : summits.get(encounter.summit);
    return parent === undefined || parent === encounter.id ? encounter : { ...encounter, parent };
  });
}

/** The mention means the summit itself, not a meeting of two on its margins. */
function isAtSummit(mention: EncounterMention, context: Context): boolean {
  if (mention.summit === null) return false;
  if (mention.mode === "multilateral") return true;
  const modes = context.derived(
    "link/summit-modes",
    () => new Map(context.rows("knowledge/summits").map((row) => [row["id"]!, row["mode"]!])),
  );
  return mention.mode === "video" && modes.get(mention.summit) === "video";
}

function nodeOf(
  document: Document,
  index: number,
  mention: EncounterMention,
  context: Context,
): Node {
  const sides = new Set(
    mention.participants.map((participant) => sideOf(context, participant) ?? participant),
  );
  return { document, index, mention, sides, key: [...sides].sort().join(" ") };
}

/** Clusters among mentions of the same sides: dated ones in day order, then the undated. */
function clustersOf(nodes: readonly Node[]): Cluster[] {
  const clusters: Cluster[] = [];
  const dated = nodes.filter((node) => node.mention.date !== null).toSorted((a, b) => byDay(a, b));
  for (const node of dated) {
    const cluster = clusters.findLast((candidate) =>
      candidate.nodes.some((member) => agree(member, node)),
    );
    if (cluster === undefined) clusters.push({ nodes: [node], evidence: [] });
    else {
      cluster.nodes.push(node);
      cluster.evidence.push({
        rule: "link/date",
        detail: `${place(node)} joins: same sides (${node.key}), ${dayLabel(node.mention.date!)}, ${node.mention.mode}`,
      });
    }
  }
  const loose: Cluster[] = [];
  for (const node of nodes.filter((candidate) => candidate.mention.date === null)) {
    const alike = clusters.filter((cluster) => couldMean(node, cluster));
    const exact = alike.filter((cluster) =>
      cluster.nodes.some((member) => member.mention.mode === node.mention.mode),
    );
    const fitting = exact.length > 0 ? exact : alike;
    const only = fitting.length === 1 && node.mention.status === "held" ? fitting[0] : undefined;
    if (only !== undefined) {
      only.nodes.push(node);
      only.evidence.push({
        rule: "link/only-candidate",
        detail: `${place(node)} joins undated: the only ${node.mention.mode} of ${node.key} these pages date`,
      });
      continue;
    }
    const open = loose.find(
      (cluster) =>
        cluster.nodes[0]!.mention.mode === node.mention.mode &&
        cluster.nodes[0]!.document.id === node.document.id,
    );
    if (open === undefined) loose.push({ nodes: [node], evidence: [] });
    else open.nodes.push(node);
  }
  return [...clusters, ...loose];
}

/** Widest date that still says which encounter is meant, in days. */
const preciseDays = 7;

function agree(a: Node, b: Node): boolean {
  const from = a.mention.date!;
  const to = b.mention.date!;
  if (!meets(from, to) || !sameMode(a.mention.mode, b.mention.mode)) return false;
  if (
    a.mention.status === "announced" &&
    b.mention.status === "held" &&
    daysBetween(from.earliest, from.latest) > preciseDays
  )
    return false;
  if (
    a.mention.summit !== null &&
    b.mention.summit !== null &&
    a.mention.summit !== b.mention.summit
  )
    return false;
  return (
    daysBetween(from.earliest, from.latest) <= preciseDays ||
    daysBetween(to.earliest, to.latest) <= preciseDays ||
    a.mention.mode === b.mention.mode
  );
}

/** An undated mention can mean an encounter of its mode that lies before its page's date. */
function couldMean(node: Node, cluster: Cluster): boolean {
  const { latest } = node.document.published;
  return cluster.nodes.some(
    (member) =>
      member.mention.date !== null &&
      sameMode(member.mention.mode, node.mention.mode) &&
      (latest === null || daysBetween(member.mention.date.earliest, latest) >= 0) &&
      (latest === null || daysBetween(member.mention.date.latest, latest) <= 400),
  );
}

function byDay(a: Node, b: Node): number {
  const x = a.mention.date!;
  const y = b.mention.date!;
  const order = (p: string, q: string): number => (p < q ? -1 : p > q ? 1 : 0);
  return (
    order(x.earliest, y.earliest) ||
    order(x.latest, y.latest) ||
    order(a.document.id, b.document.id) ||
    a.index - b.index
  );
}

function place(node: Node): string {
  return `${node.document.path} (${node.mention.start})`;
}

function dayLabel(date: DateInterval): string {
  return date.earliest === date.latest ? date.earliest : `${date.earliest}…${date.latest}`;
}

/** Give the clusters ids, in time order; clusters that would share one are numbered. */
function named(clusters: readonly Cluster[], context: Context): Encounter[] {
  const encounters = clusters
    .map((cluster) => encounterOf(cluster, context))
    .toSorted((a, b) => compare(a, b));
  const seen = new Map<string, number>();
  return encounters.map((encounter) => {
    const count = (seen.get(encounter.id) ?? 0) + 1;
    seen.set(encounter.id, count);
    return count === 1 ? encounter : { ...encounter, id: `${encounter.id}-${count}` };
  });
}

function compare(a: Encounter, b: Encounter): number {
  const key = (encounter: Encounter): string =>
    `${encounter.date.earliest ?? "9999"} ${encounter.date.latest ?? "9999"} ${encounter.id} ${encounter.mentions[0]?.document ?? ""} ${encounter.mentions[0]?.index ?? 0}`;
  return key(a) < key(b) ? -1 : 1;
}

function encounterOf(cluster: Cluster, context: Context): Encounter {
  const nodes = cluster.nodes.toSorted((a, b) =>
    a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : a.index - b.index,
  );
  const mentions: MentionRef[] = nodes.map((node) => ({
    document: node.document.id,
    index: node.index,
  }));
  const date = narrowestDate(nodes);
  const participants = participantsOf(nodes, context);
  const mode = modeOf(nodes);
  const sides = [...new Set(nodes.flatMap((node) => [...node.sides]))].sort();
  const value = <T>(read: (mention: EncounterMention) => T | null): T | null =>
    nodes.map((node) => read(node.mention)).find((found) => found !== null) ?? null;
  return {
    id: [
      date?.earliest ?? "undated",
      ...sides.slice(0, 4).map((side) => side.toLowerCase().replace(":", "-")),
      mode,
    ].join("-"),
    mode,
    participants,
    place: value((mention) => mention.place),
    date: {
      earliest: date?.earliest ?? null,
      latest: date?.latest ?? null,
      basis: date === null ? null : date.basis,
    },
    status: statusOf(nodes),
    level: value((mention) => mention.level),
    sequence: value((mention) => mention.sequence),
    summit: value((mention) => mention.summit),
    parent: null,
    mentions,
    accounts: accountsOf(nodes),
    evidence: cluster.evidence,
  };
}

function narrowestDate(
  nodes: readonly Node[],
): (DateInterval & { readonly basis: "stated" | "inferred" }) | null {
  const dated = nodes
    .filter((node) => node.mention.date !== null)
    .toSorted(
      (a, b) =>
        daysBetween(a.mention.date!.earliest, a.mention.date!.latest) -
          daysBetween(b.mention.date!.earliest, b.mention.date!.latest) ||
        Number(b.mention.dateBasis === "stated") - Number(a.mention.dateBasis === "stated") ||
        byDay(a, b),
    );
  const best = dated[0]?.mention;
  if (best === undefined) return null;
  let { earliest, latest } = best.date!;
  for (const { mention } of dated.slice(1)) {
    const from = mention.date!.earliest > earliest ? mention.date!.earliest : earliest;
    const to = mention.date!.latest < latest ? mention.date!.latest : latest;
    if (from <= to) [earliest, latest] = [from, to];
  }
  return { earliest, latest, basis: best.dateBasis ?? "inferred" };
}

/** Persons where any page names them; a state only where nobody of it is named. */
function participantsOf(nodes: readonly Node[], context: Context): string[] {
  const all = new Set(nodes.flatMap((node) => node.mention.participants));
  const people = [...all].filter((id) => id.includes(":"));
  const sides = new Set(people.map((id) => sideOf(context, id)));
  return [...all].filter((id) => id.includes(":") || !sides.has(id)).toSorted();
}

const specific: readonly EncounterMode[] = [
  "phone",
  "video",
  "visit",
  "multilateral",
  "joint-statement",
  "exercise",
  "letter",
  "ceremony",
  "meeting",
];

/** The mode most mentions give, accounts first; of equals the more specific. */
function modeOf(nodes: readonly Node[]): EncounterMode {
  const counts = new Map<EncounterMode, number>();
  for (const { mention } of nodes) {
    if (mention.mode === "other") continue;
    counts.set(mention.mode, (counts.get(mention.mode) ?? 0) + (mention.main ? 3 : 1));
  }
  const best = [...counts].toSorted(
    (a, b) => b[1] - a[1] || specific.indexOf(a[0]) - specific.indexOf(b[0]),
  )[0];
  return best?.[0] ?? "other";
}

function statusOf(nodes: readonly Node[]): Encounter["status"] {
  const statuses = new Set(nodes.map((node) => node.mention.status));
  if (statuses.has("held")) return statuses.has("cancelled") ? "disputed" : "held";
  return statuses.has("cancelled")
    ? "cancelled"
    : statuses.has("postponed")
      ? "postponed"
      : "announced";
}

/** Documents that are themselves accounts of the encounter, one a document. */
function accountsOf(nodes: readonly Node[]): Account[] {
  return nodes
    .filter((node) => node.mention.main && node.document.party !== null)
    .map((node) => ({
      document: node.document.id,
      party: node.document.party,
      genre: node.document.kind,
    }));
}
