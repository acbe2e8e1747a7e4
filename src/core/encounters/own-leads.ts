import type { Sighting } from "./sighting.ts";

/** How far into an account its own encounter is told at the latest, in characters. */
export const leadLength = 700;

/** A further lead can tell of the encounter of the first: it names no other sides, or stands in the title. */
export function agreesWith(lead: Sighting, first: Sighting): boolean {
  if (lead === first || !lead.explicit) return true;
  return [...lead.sides].every((side) => first.sides.has(side)) || lead.heading;
}
