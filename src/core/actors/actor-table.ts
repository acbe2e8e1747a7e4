import type { Context } from "../context.ts";
import type { ActorType, Language } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** An actor of the knowledge tables. */
export interface Actor {
  readonly id: string;
  readonly type: ActorType;
  readonly label: string;
  readonly gender: "m" | "f" | null;
  /** The side it speaks for (`RUS` for `RUS:kremlin`); `null` where it speaks for none (a newspaper). */
  readonly side: string | null;
  /** Row type of a body or place (`ministry`, `residence`, `capital`); `""` elsewhere. */
  readonly detail: string;
  /** For a place: the actor its name stands for in the field's use. */
  readonly metonym: string | null;
}

/** Who held an office and when; full ISO days, the widest reading of what the table says. */
export interface Term {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** An office with its titles in lower case and its holders. */
export interface Office {
  readonly id: string;
  readonly state: string;
  readonly body: string | null;
  readonly role: string;
  readonly titles: Readonly<Record<Language, readonly string[]>>;
  readonly terms: readonly Term[];
}

/** What a form in a text can be. */
export type FormKind =
  | "state"
  | "demonym"
  | "pair"
  | "body"
  | "medium"
  | "place"
  | "full"
  | "short";

/** One written form of an actor. */
export interface ActorForm {
  readonly form: string;
  readonly actor: string;
  readonly kind: FormKind;
}

/** The knowledge tables about actors, compiled. */
export interface ActorTable {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly forms: Readonly<Record<Language, readonly ActorForm[]>>;
  readonly offices: readonly Office[];
  readonly officesOf: ReadonlyMap<string, readonly Office[]>;
  /** Offices each person is known to have held. */
  readonly held: ReadonlyMap<string, readonly { readonly office: Office; readonly term: Term }[]>;
}

/** Forms of presidencies that mean the person (`President of Ukraine`), not the body. */
const officeLike =
  /^(?:(?:The )?(?:President|Prime Minister|Chancellor) of |Президент |Премьер-министр |\p{Script=Han}+(?:总统|总理|首相|主席)$)/u;

const languages = ["en", "zh", "ru"] as const;

/** The compiled tables of a context (`knowledge/states`, `places`, `bodies`, `outlets`, `people`, `offices`, `terms`). */
export function actorTable(context: Context): ActorTable {
  return context.derived("actors/table", compile);
}

/** English name of an actor for people; an unknown person's id read back as a name, any other id as it is. */
export function actorLabel(context: Context, id: string): string {
  const known = actorTable(context).actors.get(id);
  if (known !== undefined) return known.label;
  if (!id.startsWith("new:")) return id;
  return id
    .slice(4)
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The state or international body an actor belongs to; `null` for one the tables don't know. */
export function stateOf(id: string): string | null {
  const colon = id.indexOf(":");
  if (colon < 0) return id;
  const head = id.slice(0, colon);
  if (head === "new") return null;
  return head === "INT" ? id : head;
}

/** The side an actor speaks for; falls back on the state in its id. */
export function sideOf(context: Context, id: string): string | null {
  const known = actorTable(context).actors.get(id);
  return known?.side ?? stateOf(id);
}

/**
 * Who held an office on a date or throughout an interval.
 * @param when - ISO day, or an interval; `null` knows nobody
 * @returns the person's id; `null` when nobody or several persons held it then
 */
export function officeHolder(office: Office, when: string | DateInterval | null): string | null {
  if (when === null) return null;
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

function compile(context: Context): ActorTable {
  const actors = new Map<string, Actor>();
  const forms: Record<Language, ActorForm[]> = { en: [], zh: [], ru: [] };
  const add = (row: Row, type: ActorType, extra: Partial<Actor>): string => {
    const id = row["id"] ?? "";
    const label = valuesOf(row, "en")[0] ?? id;
    const base = { id, type, label, gender: null, side: stateOf(id), detail: "", metonym: null };
    if (!actors.has(id)) actors.set(id, { ...base, ...extra });
    return id;
  };
  const name = (
    row: Row,
    actor: string,
    kind: FormKind,
    column: (language: Language) => string,
  ): void => {
    for (const language of languages) {
      for (const form of valuesOf(row, column(language))) {
        if ((kind === "body" || kind === "medium") && officeLike.test(form)) continue;
        forms[language].push({ form, actor, kind });
      }
    }
  };
  const same = (language: Language): string => language;
  for (const row of context.rows("knowledge/states")) {
    const id = add(row, "state", { side: row["id"] ?? null });
    name(row, id, "state", same);
    for (const form of valuesOf(row, "en_demonym"))
      forms.en.push({ form, actor: id, kind: "demonym" });
    for (const form of valuesOf(row, "ru_adj")) forms.ru.push({ form, actor: id, kind: "demonym" });
    for (const form of valuesOf(row, "zh_short")) forms.zh.push({ form, actor: id, kind: "pair" });
  }
  for (const row of context.rows("knowledge/places")) {
    const extra = { side: null, detail: row["type"] ?? "", metonym: valueOf(row, "metonym") };
    name(row, add(row, "place", extra), "place", same);
  }
  for (const row of context.rows("knowledge/bodies")) {
    const type = valueOf(row, "type") ?? "";
    const outside = type === "think-tank" || type === "university";
    const side = valueOf(row, "side") ?? (outside ? null : stateOf(row["id"] ?? ""));
    name(row, add(row, "body", { side, detail: type }), "body", same);
  }
  for (const row of context.rows("knowledge/outlets")) {
    name(row, add(row, "medium", { side: valueOf(row, "party") }), "medium", same);
  }
  for (const row of context.rows("knowledge/people")) {
    const gender = valueOf(row, "gender");
    const side = valueOf(row, "state") ?? stateOf(row["id"] ?? "");
    const id = add(row, "person", {
      side,
      gender: gender === "m" || gender === "f" ? gender : null,
    });
    name(row, id, "full", same);
    name(row, id, "short", (language) => `${language}_short`);
    for (const form of valuesOf(row, "zh")) {
      if (form.includes("·"))
        forms.zh.push({ form: form.split("·").at(-1)!, actor: id, kind: "short" });
    }
  }
  return { actors, forms, ...compileOffices(context) };
}

function compileOffices(context: Context): Pick<ActorTable, "offices" | "officesOf" | "held"> {
  const terms = new Map<string, Term[]>();
  for (const row of context.rows("knowledge/terms")) {
    const term = {
      person: row["person"] ?? "",
      from: firstDay(valueOf(row, "from")),
      to: lastDay(valueOf(row, "to")),
    };
    push(terms, row["office"] ?? "", term);
  }
  const officesOf = new Map<string, Office[]>();
  const held = new Map<string, { office: Office; term: Term }[]>();
  const offices: Office[] = [];
  for (const row of context.rows("knowledge/offices")) {
    const titles = (column: string): string[] =>
      valuesOf(row, column).map((title) => title.toLowerCase());
    const id = row["id"] ?? "";
    const office: Office = {
      id,
      state: valueOf(row, "state") ?? stateOf(id) ?? "",
      body: valueOf(row, "body"),
      role: valueOf(row, "role") ?? "other",
      titles: { en: titles("en"), zh: titles("zh"), ru: titles("ru") },
      terms: terms.get(id) ?? [],
    };
    offices.push(office);
    push(officesOf, office.state, office);
    for (const term of office.terms) push(held, term.person, { office, term });
  }
  return { offices, officesOf, held };
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
