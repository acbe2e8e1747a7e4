import { spanOf, type Document, type Span } from "../document.ts";
import type { DateInterval, EncounterMention } from "../records.ts";
import type { AccountFeatures, Cell, ComparisonRow } from "./comparison.ts";
import { absent, noAccount, type Frame } from "./rows.ts";

/** What an account says of a fact of the encounter, in a form that can be set beside another's. */
interface Told {
  readonly value: string;
  readonly span: Span;
}

/**
 * Rows for facts of the encounter that accounts give otherwise: the calendar day (capitals are hours apart) and who
 * asked for it. Facts told alike, or by one account only, have no row.
 */
export function factRows(features: readonly AccountFeatures[], frame: Frame): ComparisonRow[] {
  const day = row("day", "Calendar day of the encounter", "differs", tellDay, frame);
  const initiative = row(
    "initiative",
    "Who asked for the contact",
    "conflicts",
    (document) => {
      const told = features.find((candidate) => candidate.document === document.id)?.initiative;
      return told?.side == null ? null : { value: told.side, span: told.span };
    },
    frame,
  );
  return [day, initiative].filter((candidate) => candidate !== null);
}

function row(
  id: string,
  label: string,
  verdict: "differs" | "conflicts",
  tell: (document: Document) => Told | null,
  frame: Frame,
): ComparisonRow | null {
  const told = frame.parties.map(({ party, documents }) => ({
    party,
    told: documents.map(tell).filter((value) => value !== null),
  }));
  const telling = told.filter((entry) => entry.told.length > 0);
  const common = telling[0]?.told.some(({ value }) =>
    telling.every((entry) => entry.told.some((other) => other.value === value)),
  );
  if (telling.length < 2 || common === true) return null;
  const cells: Record<string, Cell> = {};
  for (const entry of told) {
    cells[entry.party] =
      entry.told.length === 0
        ? absent
        : {
            status: "present",
            spans: entry.told.map(({ span }) => span),
            speakers: [],
            conditions: [],
          };
  }
  for (const side of frame.participants) cells[side] ??= noAccount;
  const values = telling.map((entry) =>
    [...new Set(entry.told.map(({ value }) => frame.lookups.labelOf(value)))].join(", "),
  );
  return {
    kind: "figure",
    id,
    label: `${label}: ${values.join(" / ")}`,
    verdict,
    cells,
    domain: null,
    agreedPer: null,
    weight: id === "day" ? 0.1 : 0.7,
  };
}

/** The one day a document states for its own encounter, where the words stand in its text. */
function tellDay(document: Document): Told | null {
  const own = document.layers.encounters.find((encounter) => encounter.main);
  const day = own === undefined ? null : dayOf(own);
  if (own === undefined || day === null) return null;
  const places = [own, ...own.places];
  const sentences = document.layers.sentences.filter((sentence) =>
    places.some((place) => sentence.start <= place.start && place.start < sentence.end),
  );
  for (const time of document.layers.times) {
    if (time.type !== "date" || time.value !== day) continue;
    if (sentences.some((sentence) => sentence.start <= time.start && time.end <= sentence.end))
      return { value: day, span: spanOf(document, time) };
  }
  return null;
}

function dayOf(encounter: EncounterMention): string | null {
  const date: DateInterval | null = encounter.date;
  return date !== null && date.earliest === date.latest && encounter.dateBasis === "stated"
    ? date.earliest
    : null;
}
