import { mentionsIn } from "../actors/lookup.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { DateInterval, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { sidesOf, type Sighting } from "./sighting.ts";

/** The encounter an official account is about: what its title or first sentences tell, with both sides. */
export function ownEncounter(
  document: Document,
  sightings: readonly Sighting[],
  context: Context,
): Sighting | null {
  if (
    document.kind !== "readout" &&
    document.kind !== "joint-statement" &&
    document.kind !== "remarks" &&
    document.kind !== "briefing"
  )
    return null;
  const leads = sightings.filter((sighting) => sighting.heading || sighting.start < 700);
  const whole =
    leads.find(
      (sighting) => sighting.heading && sidesOf(sighting.participants, context).size >= 2,
    ) ?? leads.find((sighting) => sidesOf(sighting.participants, context).size >= 2);
  const first = leads.find((sighting) => sighting.heading) ?? leads[0];
  if (first === undefined) return null;
  const mode = ownMode(leads);
  const dated = leads.find(
    (sighting) =>
      sighting.date !== null &&
      sighting.status === "held" &&
      nearPublication(sighting.date, document),
  );
  const { earliest, latest } = document.published;
  const published = earliest === null || latest === null ? null : { earliest, latest };
  return {
    ...first,
    mode: document.kind === "joint-statement" ? "joint-statement" : mode,
    participants:
      whole?.participants ??
      signatories(document, context) ??
      (first.participants.length > 0 ? first.participants : [document.party!]),
    place: leads.find((sighting) => sighting.place !== null)?.place ?? null,
    date: dated?.date ?? published,
    dateBasis: dated?.dateBasis ?? (published === null ? null : "inferred"),
    edition: leads.find((sighting) => sighting.edition !== null)?.edition ?? null,
    sequence: leads.find((sighting) => sighting.sequence !== null)?.sequence ?? null,
    status: leads.some((sighting) => sighting.status === "held") ? "held" : first.status,
  };
}

/** An account is published within days of its encounter. */
function nearPublication(date: DateInterval, document: Document): boolean {
  const { earliest, latest } = document.published;
  if (earliest === null || latest === null) return true;
  return daysBetween(date.latest, earliest) <= 5 && daysBetween(latest, date.earliest) <= 1;
}

/** Mode of an account's own encounter: what its title says, else its first sentence that says how they met. */
function ownMode(leads: readonly Sighting[]): EncounterMode | null {
  const order: readonly (EncounterMode | null)[] = [
    "video",
    "phone",
    "joint-statement",
    "multilateral",
    "exercise",
    "letter",
    "meeting",
    "visit",
  ];
  const heading = leads.filter((sighting) => sighting.heading && sighting.mode !== null);
  const first = leads.find((sighting) => !sighting.heading && sighting.mode !== null);
  const told =
    heading.length > 0
      ? heading
      : leads.filter(
          (sighting) =>
            first !== undefined &&
            sighting.mode !== null &&
            Math.abs(sighting.start - first.start) < 200,
        );
  const best =
    told.toSorted((a, b) => order.indexOf(a.mode) - order.indexOf(b.mode))[0]?.mode ?? null;
  // A title that says “meeting” may head a video meeting; its first sentence says so.
  return best === "meeting" &&
    leads.some((sighting) => sighting.mode === "video" && sighting.start < 400)
    ? "video"
    : best;
}

/** States that a joint statement names in its first sentences, where its title names none. */
function signatories(document: Document, context: Context): string[] | null {
  const first = document.layers.sentences.find(
    (sentence) => document.blocks[sentence.block]?.role === "paragraph",
  );
  if (document.kind !== "joint-statement" || first === undefined) return null;
  const states = mentionsIn(document, first).filter(
    (mention) => mention.type === "state" && mention.actor !== null && mention.how !== "demonym",
  );
  const named = [...new Set(states.map((mention) => mention.actor!))];
  return sidesOf(named, context).size >= 2 ? named : null;
}
