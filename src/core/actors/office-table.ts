import type { Context } from "../context.ts";
import type { Language } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** Who held an office and when; full ISO days, the widest reading of what the table says. */
export interface Term {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** Titles by language, in lower case. */
export type Titles = Readonly<Record<Language, readonly string[]>>;

/** An office with its titles in lower case and its holders. */
export interface Office {
  readonly id: string;
  readonly state: string;
  readonly body: string | null;
  readonly role: string;
  /** Several persons hold it at a time (a deputy minister), so that its title alone names none of them. */
  readonly several: boolean;
  /** Its own titles and those it shares with the offices of its kind. */
  readonly titles: Titles;
  /** Titles that are its own. */
  readonly own: Titles;
  readonly terms: readonly Term[];
}

/** The offices of the knowledge tables, compiled. */
export interface OfficeTable {
  readonly offices: readonly Office[];
  /** State → its offices. */
  readonly officesOf: ReadonlyMap<string, readonly Office[]>;
  /** Offices each person is known to have held. */
  readonly held: ReadonlyMap<string, readonly { readonly office: Office; readonly term: Term }[]>;
  /** Kinds of office that many states have. */
  readonly posts: ReadonlyMap<string, Post>;
}

/** A kind of office with the titles all its holders share. */
export interface Post {
  readonly role: string;
  readonly several: boolean;
  readonly titles: Titles;
}

/**
 * Who held an office on a date or throughout an interval.
 * @param when - ISO day, or an interval; `null` knows nobody
 * @returns the person's id; `null` when nobody or several persons held it then, and for offices of several
 */
export function officeHolder(office: Office, when: string | DateInterval | null): string | null {
  if (when === null || office.several) return null;
  const { earliest, latest } = typeof when === "string" ? { earliest: when, latest: when } : when;
  let holder: string | null = null;
  let handover = false;
  for (const term of office.terms) {
    if (term.from > latest || term.to < earliest) continue;
    if (holder !== null && holder !== term.person) handover = true;
    holder = term.person;
  }
  return handover ? handoverHolder(office, earliest, latest) : holder;
}

/** On the day of a handover both hold the office: the one who takes it is meant when the day is his first. */
function handoverHolder(office: Office, earliest: string, latest: string): string | null {
  if (earliest !== latest) return null;
  const inside = office.terms.filter((term) => term.from <= earliest && term.to > latest);
  const persons = new Set(inside.map((term) => term.person));
  return persons.size === 1 ? inside[0]!.person : null;
}

/**
 * Compile `knowledge/posts`, `offices` and `terms`: an office that only `terms` names is of the post its id ends in.
 * @param stateOf - the state in an id (`RUS:president` → `RUS`)
 */
export function compileOffices(
  context: Context,
  stateOf: (id: string) => string | null,
): OfficeTable {
  const posts = new Map<string, Post>();
  for (const row of context.rows("knowledge/posts"))
    posts.set(row["post"] ?? "", {
      role: row["role"] ?? "other",
      several: row["holders"] === "several",
      titles: titlesOf(row),
    });
  const terms = new Map<string, Term[]>();
  for (const row of context.rows("knowledge/terms")) {
    const term = {
      person: row["person"] ?? "",
      from: firstDay(valueOf(row, "from")),
      to: lastDay(valueOf(row, "to")),
    };
    push(terms, row["office"] ?? "", term);
  }
  const offices: Office[] = [];
  const officesOf = new Map<string, Office[]>();
  const held = new Map<string, { office: Office; term: Term }[]>();
  const add = (id: string, own: Row | null): void => {
    const post = posts.get(id.slice(id.lastIndexOf(":") + 1));
    if (own === null && post === undefined) return;
    const titles = own === null ? noTitles : titlesOf(own);
    const office: Office = {
      id,
      state: (own === null ? null : valueOf(own, "state")) ?? stateOf(id) ?? "",
      body: own === null ? null : valueOf(own, "body"),
      role: (own === null ? null : valueOf(own, "role")) ?? post?.role ?? "other",
      several: own?.["holders"] === "several" || (post?.several ?? false),
      titles: post === undefined ? titles : joined(titles, post.titles),
      own: titles,
      terms: terms.get(id) ?? [],
    };
    offices.push(office);
    push(officesOf, office.state, office);
    for (const term of office.terms) push(held, term.person, { office, term });
  };
  const rows = context.rows("knowledge/offices");
  const listed = new Set(rows.map((row) => row["id"] ?? ""));
  for (const row of rows) add(row["id"] ?? "", row);
  for (const id of terms.keys()) if (!listed.has(id)) add(id, null);
  return { offices, officesOf, held, posts };
}

const noTitles: Titles = { en: [], zh: [], ru: [] };

function titlesOf(row: Row): Titles {
  const titles = (column: string): string[] =>
    valuesOf(row, column).map((title) => title.toLowerCase());
  return { en: titles("en"), zh: titles("zh"), ru: titles("ru") };
}

function joined(own: Titles, shared: Titles): Titles {
  if (own === noTitles) return shared;
  const both = (language: Language): string[] => [...own[language], ...shared[language]];
  return { en: both("en"), zh: both("zh"), ru: both("ru") };
}

function firstDay(value: string | null): string {
  if (value === null) return "0000-01-01";
  return `${value}${"-01-01".slice(value.length === 4 ? 0 : value.length === 7 ? 3 : 6)}`;
}

function lastDay(value: string | null): string {
  if (value === null) return "9999-12-31";
  return `${value}${"-12-31".slice(value.length === 4 ? 0 : value.length === 7 ? 3 : 6)}`;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
