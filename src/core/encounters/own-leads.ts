import type { Document } from "../document.ts";
import type { Sighting } from "./sighting.ts";

/** How far into an account its own encounter is told at the latest, in characters; Chinese says as much in half as many. */
export function leadLength({ language }: Document): number {
  return language?.startsWith("zh") === true ? 350 : 700;
}

/** A further lead can tell of the encounter of the first: it names no other sides, or stands in the title. */
export function agreesWith(lead: Sighting, first: Sighting): boolean {
  if (lead === first || !lead.explicit) return true;
  if (lead.form === "summit" && lead.edition !== null && lead.edition.id === first.edition?.id)
    return true;
  return [...lead.sides].every((side) => first.sides.has(side)) || lead.heading;
}
