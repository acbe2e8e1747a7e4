import type { Context } from "../context.ts";
import { valueOf } from "../tsv.ts";
import type { Actor } from "./actor-table.ts";
import type { OfficeTable } from "./office-table.ts";

/** What the English name of a listed ministry says of its field, by the role of its head. */
const fields: Readonly<Record<string, RegExp>> = {
  "foreign-minister": /foreign|external affairs|state department|department of state/i,
  "defence-minister": /defen[cs]e|department of war|pentagon/i,
  trade: /commerce|trade/i,
  finance: /finance|treasury/i,
};

/** Key of a state's ministry: the state and the role of the minister. */
export function ministryKey(state: string, role: string): string {
  return `${state} ${role}`;
}

/**
 * The ministries, parliaments and presidencies of all states (`knowledge/ministries`).
 * @param actors - the actors so far; those that no table lists are added
 * @returns key of state and role → actor id: the body of the office, else the listed body of that field, else a new one
 */
export function compileMinistries(
  context: Context,
  actors: Map<string, Actor>,
  offices: OfficeTable,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const office of offices.offices) {
    const key = ministryKey(office.state, office.role);
    if (office.body !== null && !found.has(key)) found.set(key, office.body);
  }
  for (const actor of actors.values()) {
    if (actor.detail !== "ministry" || actor.side === null) continue;
    for (const [role, pattern] of Object.entries(fields)) {
      const key = ministryKey(actor.side, role);
      if (pattern.test(actor.label) && !found.has(key)) found.set(key, actor.id);
    }
  }
  const kinds = context.rows("knowledge/ministries");
  for (const { id: state, type, label } of actors.values()) {
    if (type !== "state") continue;
    for (const row of kinds) {
      const key = ministryKey(state, row["role"] ?? "");
      if (found.has(key)) continue;
      const id = `${state}:${row["slug"]}`;
      found.set(key, id);
      if (actors.has(id)) continue;
      const name = valueOf(row, "en") ?? "Ministry";
      actors.set(id, {
        id,
        type: "body",
        label: `${name} of ${label}`,
        gender: null,
        side: state,
        detail: "ministry",
        metonym: null,
      });
    }
  }
  return found;
}
