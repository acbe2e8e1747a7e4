import type { Timeline } from "../app/timeline/timeline.ts";

/** A timeline as records: what `readout timeline --json` prints (see `schema/timeline.json`). */
export function timelineToJson({ entries, leftOut }: Timeline): Record<string, unknown> {
  return {
    encounters: entries.map(({ encounter, ...entry }) => ({
      id: encounter.id,
      mode: encounter.mode,
      status: encounter.status,
      date: { ...encounter.date, precision: entry.precision },
      sides: encounter.sides,
      participants: encounter.participants,
      principals: encounter.principals,
      place: encounter.place,
      level: encounter.level,
      sequence: encounter.sequence,
      summit: encounter.summit,
      parent: encounter.parent,
      label: entry.label,
      accounts: entry.accounts,
      published: entry.published,
      unheard: entry.unheard,
      pages: entry.pages,
      evidence: encounter.evidence,
    })),
    leftOut,
  };
}
