import type { Encounter } from "../../core/link/encounter.ts";
import type { HeldCorrections } from "./held-corrections.ts";

/** Encounters with a person's merges and dates applied. */
export function correctedEncounters(
  encounters: readonly Encounter[],
  corrections: HeldCorrections,
): Encounter[] {
  const known = new Set(encounters.map(({ id }) => id));
  const into = new Map<string, string>();
  const absorbed = new Map<string, Encounter[]>();
  for (const encounter of encounters) {
    const target = corrections.last("encounter-merge", encounter.id)?.value ?? null;
    if (target === null || !known.has(target)) continue;
    // Two encounters merged into each other stay apart: nothing says which is to remain.
    if (corrections.last("encounter-merge", target) !== undefined) continue;
    into.set(encounter.id, target);
    absorbed.set(target, [...(absorbed.get(target) ?? []), encounter]);
  }
  return encounters
    .filter(({ id }) => !into.has(id))
    .map((encounter) => {
      const others = absorbed.get(encounter.id) ?? [];
      const date = corrections.last("encounter-date", encounter.id)?.value ?? null;
      if (others.length === 0 && date === null) return encounter;
      return {
        ...encounter,
        date: date === null ? encounter.date : { earliest: date, latest: date, basis: "given" },
        mentions: [encounter, ...others].flatMap((one) => one.mentions),
        accounts: [encounter, ...others].flatMap((one) => one.accounts),
      };
    });
}
