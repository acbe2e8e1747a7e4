import type { Context } from "../context.ts";
import type { Language } from "../document.ts";
import { actorTable, type FormKind } from "./actor-table.ts";
import { declinePaths, declineRussian, stemOf } from "./decline.ts";
import { addPath, createTrie, keyOf, wordsOf, type TrieNode } from "./trie.ts";

/** What a form of the tables or of the lexicon can be. */
export type SenseKind = FormKind | "title" | "office" | "role" | "group";

/** One reading of a form. */
export interface Sense {
  readonly kind: SenseKind;
  /** Actor id for names, office id for the titles of one office; class of the lexicon for other titles, roles, groups. */
  readonly value: string;
  /** The form in lower case, as titles of offices are compared. */
  readonly form: string;
  /** Words that must begin with a capital letter, as bits from the first word on; hyphens don't count. */
  readonly capitals: number;
  /** A short name that needs a title or an introduction; a newspaper's name (`The Australian`) that needs a verb of saying. */
  readonly weak: boolean;
  /** Letters that must stand exactly so (`US`, `WHO`); `null` for any. */
  readonly exact: string | null;
}

/** Everything of a language that the scanner looks up. */
export interface Lexemes {
  /** What the forms that begin with a word (a character in Chinese) go on with; `undefined` where none begins so. */
  readonly startingWith: (key: string) => TrieNode<Sense> | undefined;
  /** Titles of the lexicon, in lower case: those that no one office has for itself. */
  readonly generic: ReadonlySet<string>;
  /** Word sets of `roles.tsv` by class (`speech`, `motion`, `notperson`, …), as keys. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

const noWords: ReadonlySet<string> = new Set();

/** The words of a class of `roles.tsv`; empty for a class the language does not have. */
export function wordsOfClass(lexemes: Lexemes, name: string): ReadonlySet<string> {
  return lexemes.words.get(name) ?? noWords;
}

/** The compiled forms of a language: names from the tables, titles, roles and pronouns from its lexicon. */
export function lexemesOf(context: Context, language: Language): Lexemes {
  return context.derived(`actors/lexemes/${language}`, () => compile(context, language));
}

/** Roles whose titles say too much to stand for one another: a king is no president. */
const ownedRoles = new Set(["head-of-state", "military"]);

const roleClasses = /^(?:spokesperson|of-state|ministry:.*|headed:.*|plural:.*)$/;

function compile(context: Context, language: Language): Lexemes {
  const entries = new Map<string, Entry[]>();
  const words = new Map<string, Set<string>>();
  const add = (form: string, kind: SenseKind, value: string, weak = false): void => {
    const entry = { form, kind, value, weak, sense: null };
    for (const key of beginningsOf(form, kind, language)) {
      const known = entries.get(key);
      if (known === undefined) entries.set(key, [entry]);
      else known.push(entry);
    }
  };
  const { forms } = actorTable(context);
  const demonyms = new Set(forms.en.filter((one) => one.kind === "demonym").map((one) => one.form));
  for (const { form, actor, kind, weak } of forms[language]) {
    const adjective = kind === "medium" && demonyms.has(form.replace(/^The /, ""));
    add(form, kind, actor, weak || adjective);
  }
  for (const row of context.rows(`lang/${language}/lexicon/titles`))
    add(row["form"]!, "title", row["class"]!);
  const table = actorTable(context);
  const shared = new Set<string>();
  for (const { role, titles } of table.posts.values()) {
    for (const title of titles[language]) {
      add(title, "title", ownedRoles.has(role) ? "other" : role);
      shared.add(title);
    }
  }
  for (const office of table.offices) {
    for (const title of office.own[language]) {
      if (shared.has(title)) continue;
      add(title, "title", "other");
      add(title, "office", office.id);
    }
  }
  for (const name of ["roles", "surnames", "transliterations"]) {
    for (const row of context.rows(`lang/${language}/lexicon/${name}`)) {
      const group = row["class"]!;
      if (roleClasses.test(group)) add(row["form"]!, "role", group);
      const key = keyOf(row["form"]!);
      const keys =
        language === "ru" && (group === "notperson" || group === "headnoun")
          ? declineRussian(key, false)
          : [key];
      const known = words.get(group) ?? new Set();
      for (const form of keys) known.add(form);
      words.set(group, known);
    }
  }
  for (const row of context.rows(`lang/${language}/lexicon/pronouns`))
    add(row["form"]!, "group", row["class"]!);
  const generic = new Set(
    context.rows(`lang/${language}/lexicon/titles`).map((row) => row["form"]!.toLowerCase()),
  );
  return { startingWith: lazyTrie(entries, language), words, generic };
}

/** A form that may begin with a key, until a text has that key. */
interface Entry {
  readonly form: string;
  readonly kind: SenseKind;
  readonly value: string;
  readonly weak: boolean;
  sense: Sense | null;
}

/** A trie that grows with the words met: of the many thousand names a text has but a few. */
function lazyTrie(
  entries: ReadonlyMap<string, readonly Entry[]>,
  language: Language,
): Lexemes["startingWith"] {
  const root = createTrie<Sense>();
  const met = new Set<string>();
  return (key) => {
    if (met.has(key)) return root.children.get(key);
    met.add(key);
    for (let length = language === "ru" ? 1 : key.length; length <= key.length; length++) {
      for (const entry of entries.get(key.slice(0, length)) ?? []) {
        const { form, kind, value, weak } = entry;
        entry.sense ??= createSense(form, kind, value, language, weak);
        for (const [first, ...rest] of pathsOf(form, kind, language))
          if (first!.includes(key)) addPath(root, [[key], ...rest], entry.sense);
      }
    }
    return root.children.get(key);
  };
}

/** Under what a form is kept: its first word (character in Chinese), in Russian what no case of that word changes. */
function beginningsOf(form: string, kind: SenseKind, language: Language): readonly string[] {
  if (language === "zh") return [form.trimStart().charAt(0).toLowerCase()];
  const first = wordsOf(form, 1)[0]?.key;
  if (first === undefined) return [];
  if (language === "en" || kind === "group") return [first];
  const stem = stemOf(first);
  const space = form.lastIndexOf(" ");
  if (kind !== "full" || space < 0) return [stem];
  const last = stemOf(keyOf(form.slice(space + 1)));
  return last === stem ? [stem] : [stem, last];
}

function createSense(
  form: string,
  kind: SenseKind,
  value: string,
  language: Language,
  weak: boolean,
): Sense {
  const named = kind !== "title" && kind !== "office" && kind !== "role" && kind !== "group";
  let capitals = 0;
  if (named && language !== "zh")
    wordsOf(form)
      .filter((word) => word.key !== "-")
      .forEach((word, index) => (capitals |= word.capital && index < 30 ? 1 << index : 0));
  const short = named && form.length <= 5 && /^[\p{Lu}-]{2,}$/u.test(form);
  return { kind, value, form: form.toLowerCase(), capitals, weak, exact: short ? form : null };
}

function pathsOf(
  form: string,
  kind: SenseKind,
  language: Language,
): readonly (readonly (readonly string[])[])[] {
  if (language === "zh")
    return [
      form
        .toLowerCase()
        .replace(/\s/g, "")
        .split("")
        .map((character) => [character]),
    ];
  const keys = wordsOf(form).map((word) => keyOf(form.slice(word.start, word.end)));
  if (keys.length === 0) return [];
  const orders = kind === "full" ? ordersOf(keys, language) : [keys];
  if (language === "ru" && kind !== "group") {
    const person = kind === "full" || kind === "short";
    const surname = keys.at(-1)!;
    const paths = orders.flatMap((order, at) =>
      declinePaths(order, person ? (at > 0 && order[0] === surname ? 0 : order.length - 1) : null),
    );
    return kind === "demonym" ? [...paths, ...pluralPaths(keys)] : paths;
  }
  return orders.map((order) => order.map((key) => [key]));
}

/** Ways to write a full name: hyphens left out (`Al Sheikh`), in Russian also the surname first. */
function ordersOf(keys: readonly string[], language: Language): (readonly string[])[] {
  const orders: (readonly string[])[] = [keys];
  if (keys.includes("-")) orders.push(keys.filter((key) => key !== "-"));
  const plain = keys.every((key) => /^[а-я]{3,}$/.test(key));
  if (language === "ru" && plain && keys.length >= 2 && keys.length <= 3)
    orders.push([keys.at(-1)!, ...keys.slice(0, -1)]);
  return orders;
}

/** Feminine and plural forms of an adjective of nationality. */
function pluralPaths(keys: readonly string[]): (readonly string[])[][] {
  const last = keys.at(-1)!;
  if (!last.endsWith("ий") || keys.length !== 1) return [];
  const stem = last.slice(0, -2);
  return ["ая", "ой", "ую", "ое", "ие", "их", "им", "ими", "о"].map((ending) => [[stem + ending]]);
}
