import { actorTable, sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";

/** Somebody who takes part: an actor, the side he is there for, or both. */
export interface Party {
  /** `null` where the text names nobody of the side. */
  readonly actor: string | null;
  /** State or international body; `null` where neither text nor tables tell it. */
  readonly side: string | null;
}

/** The id that a record names a party by: the actor, else the side. */
export function idOf(party: Party): string | null {
  return party.actor ?? party.side;
}

/** The side an actor is there for on the days of a document: the organisation he heads then, else his state. */
export function sideOn(document: Document, actor: string, context: Context): string | null {
  if (!actor.includes(":") || actor.startsWith("INT:")) return sideOf(context, actor) ?? actor;
  const { earliest, latest } = document.published;
  if (earliest !== null && latest !== null) {
    for (const { office, term } of actorTable(context).held.get(actor) ?? []) {
      if (office.id.startsWith("INT:") && term.from <= latest && term.to >= earliest)
        return sideOf(context, office.body ?? office.state) ?? office.state;
    }
  }
  return sideOf(context, actor);
}

/** Sides of parties, each once; somebody whose side is open adds none. */
export function sidesOf(parties: readonly Party[]): Set<string> {
  return new Set(parties.map(({ side }) => side).filter((side) => side !== null));
}

/** The ids of parties, each once, without states and bodies that somebody named is there for. */
export function idsOf(parties: readonly Party[]): string[] {
  const people = new Set(
    parties
      .filter(({ actor, side }) => actor !== null && actor !== side)
      .map((party) => party.side),
  );
  const ids = parties
    .filter(({ actor, side }) => (actor !== null && actor !== side) || !people.has(side))
    .map(idOf)
    .filter((id) => id !== null);
  return [...new Set(ids)];
}
