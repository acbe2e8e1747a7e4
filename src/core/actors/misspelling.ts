import type { ActorTable } from "./actor-table.ts";
import type { Item, Scan } from "./scan.ts";
import { keyOf } from "./trie.ts";

/**
 * End word of a full name written with a slip (`Xi Jiinping`): a short name followed by a word that is within two letters of
 * the rest of a full name of the same person.
 * @param rests - actor → what follows the short name in its full names, lower case
 */
function misspeltEnd(
  scan: Scan,
  item: Item,
  actors: readonly string[],
  rests: ReadonlyMap<string, readonly string[]>,
): { readonly last: number; readonly actor: string } | null {
  const next = scan.words[item.last];
  if (next === undefined || !next.capital || !/^\s$/.test(scan.text.slice(item.end, next.start)))
    return null;
  for (const actor of actors) {
    for (const rest of rests.get(actor) ?? []) {
      if (rest.length < 5 || rest.charAt(0) !== next.key.charAt(0)) continue;
      if (distance(rest, next.key) <= (rest.length > 6 ? 2 : 1))
        return { last: item.last + 1, actor };
    }
  }
  return null;
}

/**
 * The rests of two-word full names by actor: `jinping` for `Xi Jinping`.
 */
export function nameRests(table: ActorTable): Map<string, string[]> {
  const rests = new Map<string, string[]>();
  for (const { form, actor, kind } of table.forms.en) {
    const words = form.split(" ");
    if (kind !== "full" || words.length !== 2) continue;
    const known = rests.get(actor);
    if (known === undefined) rests.set(actor, [keyOf(words[1]!)]);
    else known.push(keyOf(words[1]!));
  }
  return rests;
}

/** The scan with misspelt full names as items of their own. */
export function mendMisspellings(scan: Scan, rests: ReadonlyMap<string, readonly string[]>): Scan {
  const items = [...scan.items];
  const itemOver = scan.itemOver.slice();
  for (const [at, item] of items.entries()) {
    const short = item.senses.filter((sense) => sense.kind === "short");
    if (short.length === 0 || short.length < item.senses.length || itemOver[item.last] !== -1)
      continue;
    const end = misspeltEnd(
      scan,
      item,
      short.map((sense) => sense.value),
      rests,
    );
    if (end === null) continue;
    const senses = short
      .filter((sense) => sense.value === end.actor)
      .map((sense) => ({ ...sense, kind: "full" as const }));
    items[at] = { ...item, end: scan.words[end.last - 1]!.end, last: end.last, senses };
    itemOver[end.last - 1] = at;
  }
  return { ...scan, items, itemOver };
}

/** Levenshtein's distance, given up beyond 2. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one.charAt(row - 1) === other.charAt(column - 1) ? 0 : 1;
      current.push(
        Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + change),
      );
    }
    previous = current;
  }
  return previous[other.length]!;
}
