import type { Context } from "../context.ts";
import type { ActorType, Language } from "../document.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";
import { compileMinistries } from "./ministries.ts";
import { compileOffices, type OfficeTable } from "./office-table.ts";

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
  /** A short name that others bear too: it names the person only with a title, or where the page has introduced him. */
  readonly weak: boolean;
}

/** The knowledge tables about actors, compiled. */
export interface ActorTable extends OfficeTable {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Ministries, parliaments and presidencies by `ministryKey`. */
  readonly ministries: ReadonlyMap<string, string>;
  readonly forms: Readonly<Record<Language, readonly ActorForm[]>>;
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

/** A name for what has none of its own in English, because another sense of the word comes first: `SGP:singapore` → Singapore. */
function titleOf(id: string): string {
  return id
    .slice(id.indexOf(":") + 1)
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** Kinds of outlets that are authorities with a site, not media. */
const authorities: ReadonlySet<string> = new Set([
  "presidency",
  "government",
  "ministry",
  "parliament",
  "body",
]);

function compile(context: Context): ActorTable {
  const actors = new Map<string, Actor>();
  const forms: Record<Language, ActorForm[]> = { en: [], zh: [], ru: [] };
  const add = (row: Row, type: ActorType, extra: Partial<Actor>): string => {
    const id = row["id"] ?? "";
    const label = valuesOf(row, "en")[0] ?? titleOf(id);
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
        const weak = kind === "short" && form.startsWith("~");
        forms[language].push({ form: weak ? form.slice(1) : form, actor, kind, weak });
      }
    }
  };
  const same = (language: Language): string => language;
  for (const row of context.rows("knowledge/states")) {
    const id = add(row, "state", { side: row["id"] ?? null });
    name(row, id, "state", same);
    for (const form of valuesOf(row, "en_demonym"))
      forms.en.push({ form, actor: id, kind: "demonym", weak: false });
    for (const form of valuesOf(row, "ru_adj"))
      forms.ru.push({ form, actor: id, kind: "demonym", weak: false });
    for (const form of valuesOf(row, "zh_short"))
      forms.zh.push({ form, actor: id, kind: "pair", weak: false });
  }
  for (const row of context.rows("knowledge/places")) {
    const extra = { side: null, detail: row["type"] ?? "", metonym: valueOf(row, "metonym") };
    name(row, add(row, "place", extra), "place", same);
  }
  for (const row of context.rows("knowledge/bodies")) {
    const type = valueOf(row, "type") ?? "";
    const outside = type === "think-tank" || type === "university" || type === "movement";
    const side = valueOf(row, "side") ?? (outside ? null : stateOf(row["id"] ?? ""));
    name(row, add(row, "body", { side, detail: type }), "body", same);
  }
  for (const row of context.rows("knowledge/outlets")) {
    const type = authorities.has(valueOf(row, "kind") ?? "") ? "body" : "medium";
    name(row, add(row, type, { side: valueOf(row, "party") }), type, same);
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
  }
  const offices = compileOffices(context, stateOf);
  return { actors, forms, ministries: compileMinistries(context, actors, offices), ...offices };
}
