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
  const roles = context.derived("encounters/roles", () => {
    const byOffice = new Map(
      context.rows("knowledge/offices").map((row) => [row["id"]!, row["role"]!]),
    );
    const byPerson = new Map<string, Set<string>>();
    for (const row of context.rows("knowledge/terms")) {
      const role = byOffice.get(row["office"]!);
      if (role === undefined) continue;
      const held = byPerson.get(row["person"]!) ?? new Set<string>();
      byPerson.set(row["person"]!, held.add(role));
    }
    return byPerson;
  });
  for (const [role, level] of ranks) {
    if (participants.some((participant) => roles.get(participant)?.has(role) === true))
      return level;
  }
  return null;
}
