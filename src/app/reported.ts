import type { SilenceRecord } from "../core/compare/silence-record.ts";
import { checkUnsaid, searchFor } from "../core/compare/silence-search.ts";
import { participantSides } from "../core/compare/sides.ts";
import type { Context } from "../core/context.ts";
import { spanOf, type Document } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { Silence } from "../core/records.ts";

/** A silence that a page reports, as a record. */
export interface ReportedSilence extends SilenceRecord {
  readonly type: Silence["type"];
}

/** Silences that the documents themselves report, as records that are not checked yet. */
export function reportedSilences(
  documents: readonly Document[],
  encounterOf: (document: string, index: number | null) => string | null,
): ReportedSilence[] {
  return documents.flatMap((document) =>
    document.layers.silences.map((silence, index) => ({
      id: `${document.id}/u${index + 1}`,
      kind: "reported" as const,
      span: spanOf(document, silence),
      silent: silence.silent,
      claimant: silence.claimant,
      topic: silence.topic,
      topicQuote: silence.topicRange === null ? "" : spanOf(document, silence.topicRange).quote,
      encounter: encounterOf(document.id, silence.encounter),
      check: { status: "not-checkable" as const, searched: [] },
      rule: silence.rule,
      type: silence.type,
    })),
  );
}

/**
 * A reported silence checked against the silent sides' accounts of the encounter it belongs to. A refusal to comment
 * and what a page says is still to come are no claims about a text; they stay unchecked.
 * @param encounter - the one the silence belongs to
 * @param documents - by id; those of the encounter's accounts and of the silence itself are enough
 */
export function checkedSilence(
  silence: ReportedSilence,
  encounter: Encounter | undefined,
  documents: ReadonlyMap<string, Document>,
  context: Context,
): ReportedSilence {
  const page = silence.span === null ? undefined : documents.get(silence.span.document);
  if (encounter === undefined || page === undefined) return silence;
  if (silence.type === "refusal" || silence.type === "not-yet") return silence;
  const sides = participantSides(silence.silent, context);
  const accounts = encounter.accounts
    .filter(
      ({ document, party }) => party !== null && sides.includes(party) && document !== page.id,
    )
    .map(({ document }) => documents.get(document))
    .filter((account) => account !== undefined);
  if (accounts.length === 0) return silence;
  if (silence.topicQuote !== "")
    return {
      ...silence,
      check: checkUnsaid(silence.topicQuote, page.language, accounts, context),
    };
  if (silence.topic === null) return silence;
  const searched = searchFor(silence.topic, accounts, context);
  const found = searched.some((search) => search.found.length > 0);
  return { ...silence, check: { status: found ? "contradicted" : "confirmed", searched } };
}
