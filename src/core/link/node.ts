import type { Context } from "../context.ts";
import type { DateInterval, EncounterMention } from "../records.ts";
import { valuesOf } from "../tsv.ts";
import { daysBetween } from "../time/calendar.ts";
import { blockOf, type LinkPage } from "./link-page.ts";

/** A mention with what linking compares. */
export interface Node {
  readonly page: LinkPage;
  readonly index: number;
  readonly mention: EncounterMention;
  /** Persons who met, by side. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Intervals up to so many days wide tell which day was meant. */
const narrowDays = 3;

/** The nodes of pages by block, in the order of the pages' ids. */
export function nodesByBlock(pages: readonly LinkPage[], sideOf: SideOf): Map<string, Node[]> {
  const blocks = new Map<string, Node[]>();
  for (const page of pages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const { index, mention } of page.mentions) {
      const block = blockOf(mention);
      if (block === null) continue;
      const node = { page, index, mention, persons: personsOf(mention, sideOf) };
      const same = blocks.get(block);
      if (same === undefined) blocks.set(block, [node]);
      else same.push(node);
    }
  }
  return blocks;
}

/** The side an actor is of, `null` where the tables don't tell. */
export type SideOf = (actor: string) => string | null;

function personsOf(mention: EncounterMention, sideOf: SideOf): Map<string, Set<string>> {
  const persons = new Map<string, Set<string>>();
  for (const actor of mention.principals) {
    if (!actor.includes(":") || actor.startsWith("INT:")) continue;
    const side = mention.sideOf[actor] ?? sideOf(actor);
    if (side === null || !mention.sides.includes(side)) continue;
    persons.set(side, (persons.get(side) ?? new Set()).add(actor));
  }
  return persons;
}

/** Whether a date tells the day. */
export function isNarrow({ earliest, latest }: DateInterval): boolean {
  return daysBetween(earliest, latest) <= narrowDays;
}

/** Whether sides can be those of one encounter: the same two, or most of the same many. */
export function sidesAgree(
  one: readonly string[],
  other: readonly string[],
  members: Members,
): boolean {
  const enough = (shared: number): boolean =>
    shared >= 2 && shared * 2 >= Math.min(one.length, other.length);
  const shared = other.filter((side) => one.includes(side)).length;
  if (shared === one.length && shared === other.length) return true;
  if (one.length <= 2 && other.length <= 2 && !hasBody(one) && !hasBody(other)) return false;
  if (enough(shared)) return true;
  const [wide, narrow] = [spread(one, members), spread(other, members)];
  return enough(narrow.filter((side) => wide.includes(side)).length);
}

/**
 * Whether two ids can mean one person: the same id, or, where the tables don't know one of them, names with a part in
 * common or written in two languages.
 */
export function maySame(one: string, other: string, sameLanguage: boolean): boolean {
  if (one === other) return true;
  const known = !one.startsWith("new:") && !other.startsWith("new:");
  if (known) return false;
  if (!sameLanguage) return true;
  const parts = new Set(partsOf(one));
  return partsOf(other).some((part) => parts.has(part));
}

function partsOf(id: string): string[] {
  return id
    .slice(id.indexOf(":") + 1)
    .split("-")
    .filter((part) => part.length > 2);
}

/** Member states of an international body; empty where the tables don't list them. */
export type Members = (body: string) => readonly string[];

/** Members of bodies by the tables. */
export function membersOf(context: Context): Members {
  const members = context.derived(
    "link/members",
    () =>
      new Map(
        context.rows("knowledge/bodies").map((row) => [row["id"]!, valuesOf(row, "members")]),
      ),
  );
  return (body) => members.get(body) ?? [];
}

function hasBody(sides: readonly string[]): boolean {
  return sides.some((side) => side.startsWith("INT:"));
}

function spread(sides: readonly string[], members: Members): string[] {
  return [...new Set(sides.flatMap((side) => [side, ...members(side)]))];
}

/** Time order, then document and place: the same for any order of arrival. */
export function byTime(a: Node, b: Node): number {
  const key = ({ mention: { date }, page, index }: Node): string =>
    `${date?.earliest ?? "9999"} ${date?.latest ?? "9999"} ${page.id} ${String(index).padStart(5, "0")}`;
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A mention for people: its page and place. */
export function label({ page, mention }: Node): string {
  return `${page.path} (${mention.start})`;
}

/** A date for people. */
export function dayLabel(date: DateInterval): string {
  return date.earliest === date.latest ? date.earliest : `${date.earliest} to ${date.latest}`;
}
