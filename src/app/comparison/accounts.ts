import type { Comparison } from "../../core/compare/comparison.ts";
import type { SilenceRecord } from "../../core/compare/silence-record.ts";
import type { Document } from "../../core/document.ts";
import { listOf } from "../brief/labels.ts";
import type { PlaceOf } from "../brief/places.ts";
import type { Reading } from "../reading.ts";
import type { AccountView, SilenceView } from "./view.ts";

type Labelled = Pick<Reading, "documents" | "labelOf">;

/** The accounts of a comparison from outside. */
export function accountViews(
  comparison: Comparison,
  reading: Labelled,
  placeOf: PlaceOf,
): AccountView[] {
  return comparison.features.map((features) => {
    const document = documentOf(reading, features.document);
    const { initiative } = features;
    return {
      party: reading.labelOf(features.party),
      outlet: document.outlet,
      published: features.published,
      language: features.language,
      length: features.length,
      kind: document.kind,
      manner: [
        ...new Set(features.manner.map((span) => span.quote.replace(/\s+/gu, " ").toLowerCase())),
      ],
      first: features.topicOrder[0] === undefined ? null : reading.labelOf(features.topicOrder[0]),
      topics: features.topicOrder.map((topic) => reading.labelOf(topic)),
      initiative:
        initiative === null || initiative.side === null
          ? null
          : `at the request of ${reading.labelOf(initiative.side)}`,
      page: placeOf(document, { start: 0, end: 0 }).page,
      path: document.path,
    };
  });
}

/** The silences of a comparison, as search results. */
export function silenceViews(
  comparison: Comparison,
  reading: Labelled,
  placeOf: PlaceOf,
): SilenceView[] {
  return comparison.silences.map((silence) => ({
    kind: silence.kind,
    party: listOf(silence.silent.map((id) => reading.labelOf(id))),
    label: silence.topicQuote,
    check: checkWords(silence),
    elsewhere: (silence.elsewhere ?? []).flatMap((span) => {
      const document = reading.documents.find((candidate) => candidate.id === span.document);
      return document === undefined ? [] : placeOf(document, span);
    }),
  }));
}

/** “not found in 1 account (zh), 6 forms searched”. */
function checkWords({ check }: SilenceRecord): string {
  const accounts = check.searched.length === 1 ? "1 account" : `${check.searched.length} accounts`;
  if (check.status === "not-checkable") return "could not be checked";
  if (check.status === "contradicted") return `found in ${accounts}`;
  const forms = new Set(check.searched.flatMap((search) => search.forms)).size;
  const languages = [...new Set(check.searched.map((search) => search.language ?? "?"))].join(", ");
  return `not found in ${accounts} (${languages}; ${forms === 1 ? "1 form" : `${forms} forms`} searched)`;
}

function documentOf(reading: Labelled, id: string): Document {
  const document = reading.documents.find((candidate) => candidate.id === id);
  if (document === undefined) throw new Error(`no document ${id} in this reading`);
  return document;
}
