import { actorTable } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";

const ranks: readonly (readonly [string, string])[] = [
  ["head-of-state", "head-of-state"],
  ["head-of-government", "head-of-government"],
  ["commission-president", "head-of-government"],
  ["vice-president", "head-of-government"],
  ["foreign-minister", "foreign"],
  ["defence-minister", "defence"],
  ["national-security", "security-council"],
  ["trade", "other-minister"],
  ["finance", "other-minister"],
  ["deputy", "vice-minister"],
  ["ambassador", "working"],
];

/** Level of an encounter (field guide §2.5): that of the highest office its participants have held. */
export function levelOf(participants: readonly string[], context: Context): string | null {
  const { held } = actorTable(context);
  for (const [role, level] of ranks) {
    if (
      participants.some((participant) =>
        (held.get(participant) ?? []).some(({ office }) => office.role === role),
      )
    )
      return level;
  }
  return null;
}
