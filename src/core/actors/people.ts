import type { Document, Language } from "../document.ts";
import type { DateInterval } from "../records.ts";
import type { ActorTable } from "./actor-table.ts";
import { officeHolder, type Office } from "./office-table.ts";
import type { Sense } from "./lexemes.ts";
import { keyOf } from "./trie.ts";

/** The document's day or interval of publication as ISO days; `null` when unknown. */
export function dateOf(document: Document): DateInterval | null {
  const { earliest, latest } = document.published;
  if (earliest === null || latest === null) return null;
  return { earliest: earliest.slice(0, 10), latest: latest.slice(0, 10) };
}

/** Titles that ask for an office, not merely for a name after them. */
const openRoles = new Set([
  "leader",
  "counterpart",
  "honorific",
  "rank",
  "other",
  "spokesperson",
  "of-state",
]);

/** Offices of a state that a title can mean: by its own title first, else by the role the lexicon gives the title. */
export function officesFor(
  table: ActorTable,
  state: string,
  titles: readonly Sense[],
  language: Language,
  governmentLeads: ReadonlySet<string>,
): readonly Office[] {
  const offices = table.officesOf.get(state) ?? [];
  const forms = new Set(
    titles.filter((title) => title.kind === "title").map((title) => title.form),
  );
  const named = offices.filter((office) =>
    office.titles[language].some((title) => forms.has(title)),
  );
  if (named.length > 0) return named;
  if (titles.some((title) => title.value === "leader")) {
    const role = governmentLeads.has(state) ? "head-of-government" : "head-of-state";
    return offices.filter((office) => office.role === role);
  }
  const roles = new Set(
    titles.filter((title) => !openRoles.has(title.value)).map((title) => title.value),
  );
  return offices.filter((office) => roles.has(office.role));
}

/** The one person who held any of some offices then; `null` when nobody or several did. */
export function holderOf(offices: readonly Office[], when: DateInterval | null): string | null {
  const holders = new Set(
    offices.map((office) => officeHolder(office, when)).filter((holder) => holder !== null),
  );
  return holders.size === 1 ? [...holders][0]! : null;
}

/** Whether a person held any office in an interval widened by some years each way. */
export function activeIn(
  table: ActorTable,
  person: string,
  when: DateInterval | null,
  years: number,
): boolean {
  if (when === null) return true;
  const earliest = shiftYears(when.earliest, -years);
  const latest = shiftYears(when.latest, years);
  return (table.held.get(person) ?? []).some(
    ({ term }) => term.from <= latest && term.to >= earliest,
  );
}

/** Roles a person held in an interval. */
export function rolesIn(
  table: ActorTable,
  person: string,
  when: DateInterval | null,
): readonly Office[] {
  const held = table.held.get(person) ?? [];
  if (when === null) return held.map(({ office }) => office);
  return held
    .filter(({ term }) => term.from <= when.latest && term.to >= when.earliest)
    .map(({ office }) => office);
}

function shiftYears(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}

/** The id of a person the tables don't know, from the name as written. */
export function strangerId(name: string): string {
  const slug = keyOf(name)
    .replace(/['.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `new:${slug}`;
}

/** Whether somebody's only office then was to speak for others. */
export function speaksForOthers(
  table: ActorTable,
  person: string,
  when: DateInterval | null,
): boolean {
  const roles = rolesIn(table, person, when);
  return roles.length > 0 && roles.every(({ role }) => role === "spokesperson");
}
