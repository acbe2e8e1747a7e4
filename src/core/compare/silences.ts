import { actorLabel } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Encounter } from "../link/encounter.ts";
import type { ComparisonRow } from "./comparison.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { Search, SilenceRecord } from "./silence-record.ts";

/** The forms of a topic or phrase in a language, as the tables write them. */
export function formsOf(id: string, language: string | null, context: Context): string[] {
  const column = language?.split("-")[0] ?? "en";
  const rows = context.derived(
    "compare/form-rows",
    () =>
      new Map(
        [...context.rows("knowledge/topics"), ...context.rows("knowledge/phrases")].map((row) => [
          row["id"]!,
          row,
        ]),
      ),
  );
  const field = rows.get(id)?.[column] ?? "";
  return field === "" || field === "-" ? [] : field.split("|").map((form) => form.trim());
}

/** The search behind an absence: every text of the party, with the forms looked for in its language. */
function searchIn(texts: PartyTexts, id: string, context: Context): Search[] {
  return texts.documents.map((document) => ({
    document: document.id,
    language: document.language,
    forms: formsOf(id, document.language, context),
  }));
}

/**
 * What comparison finds absent: topics and phrases that one account has and another lacks, with the
 * texts and forms searched; and sides of the encounter that published nothing we hold.
 * @returns most telling first: what was put in the silent side's own mouth, then what another side says itself
 */
export function computedSilences(
  encounter: Encounter,
  rows: readonly ComparisonRow[],
  parties: readonly PartyTexts[],
  participants: readonly string[],
  _documents: ReadonlyMap<string, Document>,
  context: Context,
): SilenceRecord[] {
  const silences: SilenceRecord[] = [];
  const add = (record: Omit<SilenceRecord, "id" | "span" | "claimant" | "encounter">): void =>
    void silences.push({
      id: `${encounter.id}/u${silences.length + 1}`,
      span: null,
      claimant: null,
      encounter: encounter.id,
      ...record,
    });
  const told = new Set<string>();
  for (const row of rows) {
    if (row.kind !== "topic" && row.kind !== "phrase") continue;
    if (row.verdict !== "one-sided" && row.verdict !== "attributed-only") continue;
    for (const [party, cell] of Object.entries(row.cells)) {
      if (cell.status !== "absent") continue;
      const texts = parties.find((candidate) => candidate.party === party);
      if (texts === undefined) continue;
      // A topic and a set phrase of one name are one silence.
      if (told.has(`${party} ${row.label}`)) continue;
      told.add(`${party} ${row.label}`);
      const searched = searchIn(texts, row.id, context);
      if (searched.every((search) => search.forms.length === 0)) continue;
      add({
        kind: row.verdict === "attributed-only" ? "attributed-only" : "asymmetric",
        silent: [party],
        topic: row.id,
        topicQuote: row.label,
        check: { status: "confirmed", searched },
        rule: `silence/${row.verdict}`,
      });
    }
  }
  for (const side of participants) {
    if (parties.length === 0 || parties.some((texts) => texts.party === side)) continue;
    add({
      kind: "no-account",
      silent: [side],
      topic: null,
      topicQuote: `${actorLabel(context, side)} has no account here`,
      check: { status: "not-checkable", searched: [] },
      rule: "silence/no-account",
    });
  }
  return silences.toSorted(
    (a, b) => Number(b.kind === "attributed-only") - Number(a.kind === "attributed-only"),
  );
}
