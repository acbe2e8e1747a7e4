import type { BriefScope } from "../core/brief/brief.ts";
import type { SilenceRecord } from "../core/compare/silence-record.ts";
import type { Document, Range } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { Reading } from "./reading.ts";

/** Which part of a reading is meant; absent members mean all. Days are ISO, a month or a year stands for its days. */
export interface Wanted {
  /** Id of an encounter. */
  readonly encounter?: string;
  /** States or bodies that all took part (`["CHN", "RUS"]`). */
  readonly pair?: readonly string[];
  /** First and last day. */
  readonly from?: string;
  readonly to?: string;
}

/** What a scope as it was typed means as a part. */
export function wantedFrom({ encounter, pair, from, to }: BriefScope): Wanted {
  return {
    ...(encounter === null ? {} : { encounter }),
    ...(pair.length === 0 ? {} : { pair }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/**
 * Pages that a part can need, so that the others need not be read.
 * @returns ids of documents; `null` where any page may belong to it
 */
export function documentsFor(
  wanted: Wanted,
  encounters: readonly Encounter[],
): ReadonlySet<string> | null {
  if (wanted.encounter === undefined && wanted.pair === undefined) return null;
  return new Set(
    encountersOf(encounters, wanted).flatMap(({ mentions, accounts }) =>
      [...mentions, ...accounts].map(({ document }) => document),
    ),
  );
}

/** A part of a reading. */
export interface Selection {
  /** The reading with the selected pages, encounters and silences only; pages keep all their layers. */
  readonly reading: Reading;
  /**
   * Whether a mark belongs to the part: all do on accounts of a selected encounter and on pages of the days asked for;
   * on pages that only speak of one, those in its mentions and in statements made there.
   * @param encounter - index into the document's `layers.encounters`, where the mark names one
   */
  includes(document: Document, mark: Range, encounter?: number | null): boolean;
  /** Pages left out since nothing dates them, where days were asked for. */
  readonly undated: readonly Document[];
  /** How many places were left out since the page they are on is not held (any more). */
  readonly orphaned: number;
}

/**
 * The part of a reading that is about an encounter, a pair or a time. With days, encounters are selected that can have
 * been in them and, where neither encounter nor pair is asked for, pages that can have been published in them.
 */
export function select(reading: Reading, wanted: Wanted): Selection {
  const held = new Set(reading.documents.map(({ id }) => id));
  const met = encountersOf(reading.encounters, wanted);
  const encounters = met.map((encounter) => onPages(encounter, held));
  const byPage = wanted.encounter === undefined && wanted.pair === undefined;
  const whole = new Set(encounters.flatMap(({ accounts }) => accounts.map((one) => one.document)));
  const inTime = within(wanted);
  if (byPage)
    for (const { id, published } of reading.documents) if (inTime(published)) whole.add(id);
  const mentioned = mentionsByPage(encounters);
  const documents = reading.documents.filter(({ id }) => whole.has(id) || mentioned.has(id));
  const known = new Map<string, readonly Range[]>();
  return {
    reading: {
      ...reading,
      documents,
      encounters,
      silences: silencesOf(reading, documents, encounters),
    },
    orphaned:
      places(met) -
      places(encounters) +
      reading.silences.filter(({ span }) => span !== null && !held.has(span.document)).length,
    undated: byPage
      ? reading.documents.filter(
          ({ id, published: { earliest, latest } }) =>
            earliest === null && latest === null && !whole.has(id),
        )
      : [],
    includes: (document, mark, encounter = null) => {
      if (whole.has(document.id)) return true;
      const mentions = mentioned.get(document.id);
      if (mentions === undefined) return false;
      if (encounter !== null) return mentions.has(encounter);
      const spoken = known.get(document.id) ?? placesOfMentions(document, mentions);
      known.set(document.id, spoken);
      return spoken.some(({ start, end }) => mark.start >= start && mark.end <= end);
    },
  };
}

function encountersOf(encounters: readonly Encounter[], wanted: Wanted): Encounter[] {
  const inTime = within(wanted);
  return encounters.filter(
    (encounter) =>
      (wanted.encounter === undefined || encounter.id === wanted.encounter) &&
      (wanted.pair ?? []).every((side) => tookPart(encounter, side)) &&
      inTime(encounter.date),
  );
}

interface Interval {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Whether an interval can lie within the days asked for; everything does where none are. */
function within({ from, to }: Wanted): (interval: Interval) => boolean {
  const first = from === undefined ? null : from + "-01-01".slice(from.length - 4);
  const last = to === undefined ? null : to + "-12-31".slice(to.length - 4);
  return ({ earliest, latest }) =>
    (first === null || (latest !== null && latest >= first)) &&
    (last === null || (earliest !== null && earliest <= last));
}

function tookPart(encounter: Encounter, side: string): boolean {
  return (
    encounter.sides.includes(side) ||
    encounter.participants.some((id) => id === side || id.startsWith(`${side}:`))
  );
}

function mentionsByPage(encounters: readonly Encounter[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { mentions } of encounters) {
    for (const { document, index } of mentions)
      found.set(document, (found.get(document) ?? new Set()).add(index));
  }
  return found;
}

/** Where a page speaks of some of its encounters: the mentions and the statements made there. */
function placesOfMentions({ layers }: Document, mentions: ReadonlySet<number>): Range[] {
  const at = (index: number | null): boolean => index !== null && mentions.has(index);
  return [
    ...layers.encounters.flatMap((mention, index) => (at(index) ? mention.places : [])),
    ...layers.statements.filter((statement) => at(statement.encounter)),
  ];
}

function places(encounters: readonly Encounter[]): number {
  return encounters.reduce((sum, { mentions }) => sum + mentions.length, 0);
}

/** An encounter with what is told of it on pages that are held. */
function onPages(encounter: Encounter, held: ReadonlySet<string>): Encounter {
  return {
    ...encounter,
    mentions: encounter.mentions.filter(({ document }) => held.has(document)),
    accounts: encounter.accounts.filter(({ document }) => held.has(document)),
  };
}

/** Silences at these encounters, and those that belong to none but are told on these pages. */
function silencesOf(
  reading: Reading,
  documents: readonly Document[],
  encounters: readonly Encounter[],
): SilenceRecord[] {
  const pages = new Set(documents.map(({ id }) => id));
  const met = new Set(encounters.map(({ id }) => id));
  return reading.silences.filter(
    ({ encounter, span }) =>
      (span === null || pages.has(span.document)) && (encounter === null || met.has(encounter)),
  );
}
