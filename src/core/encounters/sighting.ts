import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Mark } from "../document.ts";
import type { DateInterval, EncounterMention, EncounterMode } from "../records.ts";
import type { Edition } from "./summits.ts";

/** A place that speaks of an encounter, before places that mean the same one are joined. */
export interface Sighting extends Mark {
  readonly mode: EncounterMode | null;
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly date: DateInterval | null;
  readonly dateBasis: "stated" | "inferred" | null;
  readonly status: EncounterMention["status"];
  readonly sequence: string | null;
  readonly edition: Edition | null;
  readonly heading: boolean;
}

/** Sides behind participants. */
export function sidesOf(participants: readonly string[], context: Context): Set<string> {
  return new Set(participants.map((participant) => sideOf(context, participant) ?? participant));
}
