import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";

/** Sides behind participants: states and unions, each once, sorted; unknown people have none. */
export function participantSides(participants: readonly string[], context: Context): string[] {
  const sides = participants
    .map((participant) => sideOf(context, participant))
    .filter((side) => side !== null);
  return [...new Set(sides)].sort();
}
