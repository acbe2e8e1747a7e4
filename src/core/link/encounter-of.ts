import type { DateInterval, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Cluster } from "./cluster.ts";
import type { Account, Encounter } from "./encounter.ts";
import { byTime, type Node } from "./node.ts";

/**
 * The encounters that clusters are, in time order, without parents; ids are numbered where they would be the same, that
 * of one a person changed first, so that it keeps its own.
 */
export function encountersOf(clusters: readonly Cluster[]): Encounter[] {
  const made = clusters
    .map((cluster) => ({ cluster, encounter: encounterOf(cluster) }))
    .toSorted((a, b) => inTime(a.encounter, b.encounter));
  const seen = new Map<string, number>();
  const numbered = ({ encounter }: (typeof made)[number]): Encounter => {
    const count = (seen.get(encounter.id) ?? 0) + 1;
    seen.set(encounter.id, count);
    return count === 1 ? encounter : { ...encounter, id: `${encounter.id}-${count}` };
  };
  const kept = made.filter(({ cluster }) => cluster.named !== null).map(numbered);
  const others = made.filter(({ cluster }) => cluster.named === null).map(numbered);
  return kept.length === 0 ? others : [...kept, ...others].toSorted(inTime);
}

/** Time order; undated encounters last. */
export function inTime(a: Encounter, b: Encounter): number {
  const key = ({ date, id, mentions }: Encounter): string =>
    `${date.earliest ?? "9999"} ${date.latest ?? "9999"} ${id} ${mentions[0]?.document ?? ""} ${mentions[0]?.index ?? 0}`;
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

type Told = Pick<Cluster, "copies" | "evidence" | "given" | "named"> & {
  readonly nodes: readonly Node[];
};

function encounterOf({ nodes: firsthand, copies, evidence, named, given }: Told): Encounter {
  const nodes = firsthand.toSorted(byPage);
  const all = [...nodes, ...copies].toSorted(byPage);
  const isSummit = nodes.some(({ mention }) => mention.atSummit && mention.summit !== null);
  const date = isSummit ? wholeDate(nodes) : narrowestDate(nodes);
  const mode = modeOf(nodes);
  // Where there are accounts, they say who met; others may name one side only, or a third in passing.
  const mains = nodes.filter(({ mention }) => mention.main);
  const telling = mains.length > 0 ? mains : nodes;
  const sides = [...new Set(telling.flatMap(({ mention }) => mention.sides))].toSorted();
  const value = <T>(read: (node: Node) => T | null): T | null =>
    [...mains, ...nodes].map(read).find((found) => found !== null) ?? null;
  const summit = value(({ mention }) => mention.summit);
  const principals = peopleFirst(telling.flatMap(({ mention }) => mention.principals));
  const everybody = telling.flatMap(({ mention }) => mention.participants);
  return {
    id: named === null ? idOf(date, mode, sides, isSummit ? summit : null) : idBefore(named),
    mode,
    participants: peopleFirst([...principals, ...everybody]),
    principals,
    sides,
    place: value(({ mention }) => mention.place),
    date:
      given === null
        ? {
            earliest: date?.earliest ?? null,
            latest: date?.latest ?? null,
            basis: date?.basis ?? null,
          }
        : { ...given, basis: "given" },
    status: statusOf(nodes),
    level: value(({ mention }) => mention.level),
    sequence: value(({ mention }) => mention.sequence),
    summit,
    parent: null,
    mentions: all.map(({ page, index }) => ({ document: page.id, index })),
    accounts: accountsOf(all),
    evidence,
  };
}

/** The id that mentions give an encounter. */
function idBefore(nodes: readonly Node[]): string {
  return encounterOf({ nodes, copies: [], evidence: [], named: null, given: null }).id;
}

function byPage(a: Node, b: Node): number {
  return a.page.id < b.page.id ? -1 : a.page.id > b.page.id ? 1 : a.index - b.index;
}

/** Date, sides and mode; a summit goes by its own name. */
function idOf(
  date: DateInterval | null,
  mode: EncounterMode,
  sides: readonly string[],
  summit: string | null,
): string {
  const slug = (id: string): string => id.toLowerCase().replaceAll(":", "-");
  const day = date?.earliest ?? "undated";
  return summit !== null
    ? `${day}-${slug(summit)}`
    : [day, ...sides.slice(0, 4).map(slug), mode].join("-");
}

/** Ids each once in order of appearance; a state only where nobody of it is named. */
function peopleFirst(ids: readonly string[]): string[] {
  const all = [...new Set(ids)];
  const named = new Set(
    all.filter((id) => id.includes(":")).map((id) => id.slice(0, id.indexOf(":"))),
  );
  return all.filter((id) => id.includes(":") || !named.has(id));
}

interface Dated extends DateInterval {
  readonly basis: "stated" | "inferred";
}

/** The day most accounts agree on, words of a text before days of publication, narrow before wide. */
function narrowestDate(nodes: readonly Node[]): Dated | null {
  const rank = ({ mention }: Node): number =>
    (mention.datedBy === "page" ? 1000 : 0) +
    daysBetween(mention.date!.earliest, mention.date!.latest) -
    (mention.dateBasis === "stated" ? 0.5 : 0);
  const dated = nodes
    .filter(({ mention }) => mention.date !== null)
    .toSorted((a, b) => rank(a) - rank(b) || byTime(a, b));
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

/** All days that the mentions of a summit name. */
function wholeDate(nodes: readonly Node[]): Dated | null {
  const dates = nodes.map(({ mention }) => mention.date).filter((date) => date !== null);
  if (dates.length === 0) return null;
  return {
    earliest: dates.map(({ earliest }) => earliest).toSorted()[0]!,
    latest: dates
      .map(({ latest }) => latest)
      .toSorted()
      .at(-1)!,
    basis: nodes.some(({ mention }) => mention.dateBasis === "stated") ? "stated" : "inferred",
  };
}

/** Of modes given equally often the more telling one. */
const tellingModes: readonly EncounterMode[] = [
  "phone",
  "video",
  "visit",
  "multilateral",
  "exercise",
  "letter",
  "ceremony",
  "meeting",
  "joint-statement",
];

/** The mode most mentions give, accounts counting thrice; of equals the more telling. */
function modeOf(nodes: readonly Node[]): EncounterMode {
  const counts = new Map<EncounterMode, number>();
  for (const { mention } of nodes) {
    if (mention.mode === "other") continue;
    counts.set(mention.mode, (counts.get(mention.mode) ?? 0) + (mention.main ? 3 : 1));
  }
  // “A call” may be one by video: who says so says more.
  const video = counts.get("video");
  if (video !== undefined) {
    counts.set("video", video + (counts.get("phone") ?? 0));
    counts.delete("phone");
  }
  const [best] = [...counts].toSorted(
    (a, b) => b[1] - a[1] || tellingModes.indexOf(a[0]) - tellingModes.indexOf(b[0]),
  );
  return best?.[0] ?? "other";
}

function statusOf(nodes: readonly Node[]): Encounter["status"] {
  const statuses = new Set(nodes.map(({ mention }) => mention.status));
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
    .filter(({ mention, page }) => mention.main && page.party !== null)
    .map(({ page }) => ({
      document: page.id,
      party: page.party,
      genre: page.kind,
      copyOf: page.copyOf,
    }));
}
