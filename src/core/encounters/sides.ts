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
