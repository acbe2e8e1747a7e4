import type { ActorTable } from "./actor-table.ts";
import type { Phrase } from "./compose.ts";
import { strangerId } from "./people.ts";
import type { Scan } from "./scan.ts";
import { keyOf, wordsOf } from "./trie.ts";

/** A person whom the page names in full, at an offset. */
export interface Introduction {
  readonly actor: string;
  readonly at: number;
  /** The tables don't know the person. */
  readonly stranger: boolean;
}

/** Who is named in full on the page. */
export interface Introductions {
  /** Key of a surname or short name → those who bear it, in text order. */
  readonly bySurname: ReadonlyMap<string, readonly Introduction[]>;
  /** Key of a first name → the strangers who bear it (“Fahmi said”, where a family name is not in use). */
  readonly byFirst: ReadonlyMap<string, ReadonlySet<string>>;
  /** Persons of the tables named in full. */
  readonly named: ReadonlySet<string>;
  /** Persons named by a short name that only they bear. */
  readonly sure: ReadonlySet<string>;
  /** States named on the page. */
  readonly states: ReadonlySet<string>;
}

/** Gather who is named in full, and which states are named. */
export function gatherIntroductions(
  scan: Scan,
  phrases: readonly Phrase[],
  shorts: ReadonlyMap<string, readonly string[]>,
  bearer: (name: string) => string | null,
): Introductions {
  const bySurname = new Map<string, Introduction[]>();
  const byFirst = new Map<string, Set<string>>();
  const named = new Set<string>();
  const states = new Set<string>();
  const sure = new Set<string>();
  const introduce = (key: string, entry: Introduction): void => {
    const known = bySurname.get(key);
    if (known === undefined) bySurname.set(key, [entry]);
    else if (known.at(-1)!.actor !== entry.actor) known.push(entry);
  };
  for (const phrase of phrases) {
    for (const sense of phrase.nation?.senses ?? [])
      if (sense.kind === "state" || sense.kind === "demonym") states.add(sense.value);
    const full = phrase.name?.senses.filter((sense) => sense.kind === "full") ?? [];
    const short = new Set(
      phrase.name?.senses
        .filter((sense) => sense.kind === "short" && !sense.weak)
        .map((s) => s.value),
    );
    if (short.size === 1 && full.length === 0) sure.add([...short][0]!);
    const ids = new Set(full.map((sense) => sense.value));
    if (ids.size === 1) {
      const actor = [...ids][0]!;
      named.add(actor);
      for (const key of shorts.get(actor) ?? [])
        introduce(key, { actor, at: phrase.start, stranger: false });
    }
    if (phrase.stranger !== null) {
      const name = scan.text.slice(phrase.stranger.start, phrase.stranger.end);
      const known = bearer(name);
      const actor = known ?? strangerId(name);
      if (known !== null) named.add(known);
      const first = wordsOf(name)[0]?.key ?? "";
      byFirst.set(first, (byFirst.get(first) ?? new Set()).add(actor));
      for (const key of surnamesOf(name))
        introduce(key, { actor, at: phrase.start, stranger: known === null });
    }
  }
  return { bySurname, byFirst, named, sure, states };
}

/** Keys under which a stranger may be named again: the last word, and for a name without blanks the surname. */
export function surnamesOf(name: string): string[] {
  if (/^\p{Script=Han}+$/u.test(name)) return [];
  const words = wordsOf(name).filter(
    (word) => /\p{L}/u.test(word.key) && word.end - word.start > 1,
  );
  if (words.length < 2) return [];
  const hyphen = /[\p{L}]+-[\p{L}]+$/u.exec(name);
  const last = words.at(-1)!.key;
  return hyphen === null ? [last] : [last, keyOf(hyphen[0])];
}

/** Actor → keys of its short names, from the forms of a language and the last word of its full names. */
export function shortKeys(table: ActorTable, language: "en" | "zh" | "ru"): Map<string, string[]> {
  const shorts = new Map<string, string[]>();
  for (const { form, actor, kind } of table.forms[language]) {
    if (kind !== "short") continue;
    const known = shorts.get(actor);
    if (known === undefined) shorts.set(actor, [keyOf(form)]);
    else known.push(keyOf(form));
  }
  return shorts;
}
