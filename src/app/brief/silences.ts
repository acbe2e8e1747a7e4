import type { SilenceRecord } from "../../core/compare/silence-record.ts";
import type { Document } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { Reading } from "../reading.ts";
import type { BriefAbsence, BriefSilence, Place } from "./brief.ts";
import { listOf } from "./labels.ts";
import type { PlaceOf } from "./places.ts";

/** The reported ones among silences, as the brief shows them. */
export function reportedSilences(
  silences: readonly SilenceRecord[],
  byId: ReadonlyMap<string, Document>,
  placeOf: PlaceOf,
  reading: Reading,
): BriefSilence[] {
  return silences.flatMap((silence) => {
    if (silence.kind !== "reported" || silence.span === null) return [];
    const document = byId.get(silence.span.document)!;
    const sentence = document.layers.sentences.find(
      (candidate) => candidate.start <= silence.span!.start && candidate.end >= silence.span!.end,
    );
    const place = placeOf(document, silence.span);
    return {
      who: listOf(silence.silent.map((id) => reading.labelOf(id))) || null,
      what: silence.topicQuote,
      report: placeOf(document, sentence ?? silence.span).span.quote,
      claimant: silence.claimant === null ? null : reading.labelOf(silence.claimant),
      status: silence.check.status,
      searched: pagesOf(silence, byId, placeOf),
      place,
    };
  });
}

/** What comparison did not find, gathered by the side it is missing from. */
export function absencesAt(
  encounter: Encounter,
  silences: readonly SilenceRecord[],
  byId: ReadonlyMap<string, Document>,
  placeOf: PlaceOf,
  reading: Reading,
): BriefAbsence[] {
  const computed = silences.filter((silence) => silence.kind !== "reported");
  const parties = [...new Set(computed.flatMap((silence) => silence.silent))].toSorted();
  return parties.map((party) => {
    const own = computed.filter((silence) => silence.silent.includes(party));
    return {
      party: reading.labelOf(party),
      searched: [...new Set(own.flatMap((silence) => pagesOf(silence, byId, placeOf)))].toSorted(
        (a, b) => a - b,
      ),
      missing: own
        .filter((silence) => silence.kind !== "no-account")
        .map((silence) => ({
          label: silence.topicQuote,
          attributed: silence.kind === "attributed-only",
          at: elsewhere(silence, party, encounter, byId, placeOf),
        })),
    };
  });
}

function pagesOf(
  silence: SilenceRecord,
  byId: ReadonlyMap<string, Document>,
  placeOf: PlaceOf,
): number[] {
  return silence.check.searched.flatMap(({ document }) => {
    const found = byId.get(document);
    return found === undefined ? [] : placeOf(found, { start: 0, end: 0 }).page;
  });
}

/** Where the account of another side has what this one lacks. */
function elsewhere(
  silence: SilenceRecord,
  party: string,
  encounter: Encounter,
  byId: ReadonlyMap<string, Document>,
  placeOf: PlaceOf,
): Place | null {
  for (const account of encounter.accounts) {
    const document = byId.get(account.document);
    if (document === undefined || account.party === party) continue;
    const mention = [...document.layers.topics, ...document.layers.phrases].find(
      (candidate) => candidate.id === silence.topic,
    );
    if (mention !== undefined) return placeOf(document, mention);
  }
  return null;
}
