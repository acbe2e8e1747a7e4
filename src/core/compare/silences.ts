import { actorLabel } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Span } from "../document.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { ComparisonRow } from "./comparison.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { droppedPhrases, habitOf } from "./earlier.ts";
import { sidesWith } from "./rows.ts";
import type { SilenceRecord } from "./silence-record.ts";
import { searchFor } from "./silence-search.ts";

/** A silence before it has its id. */
type Found = Omit<SilenceRecord, "id" | "claimant" | "encounter">;

/** How much more telling it is that a side lacks what was put in its own mouth. */
const mouthBonus = 0.3;

/**
 * What comparison finds absent: topics and phrases that one account has and another lacks, phrases that a side used
 * to say of this partner and dropped or weakened, sides of the encounter that published nothing we hold. Each is a
 * search result, with the texts and forms searched; never a motive.
 * @returns most telling first
 */
export function computedSilences(
  input: ComparisonInput,
  rows: readonly ComparisonRow[],
  parties: readonly PartyTexts[],
  participants: readonly string[],
  context: Context,
): SilenceRecord[] {
  const found = [
    ...asymmetries(input, rows, parties, context),
    ...parties.flatMap((texts) => droppedPhrases(input, texts, context)),
    ...missingAccounts(parties, participants, context),
  ];
  return found
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .map((silence, index) => ({
      id: `${input.encounter.id}/u${index + 1}`,
      claimant: null,
      encounter: input.encounter.id,
      ...silence,
    }));
}

function asymmetries(
  input: ComparisonInput,
  rows: readonly ComparisonRow[],
  parties: readonly PartyTexts[],
  context: Context,
): Found[] {
  const silences: Found[] = [];
  const told = new Set<string>();
  for (const row of rows) {
    if (row.kind !== "topic" && row.kind !== "phrase") continue;
    if (row.verdict !== "one-sided" && row.verdict !== "attributed-only") continue;
    const spans = sidesWith(row).flatMap((party) => row.cells[party]!.spans);
    for (const texts of parties) {
      if (row.cells[texts.party]?.status !== "absent") continue;
      // A topic and a set phrase of one name are one silence.
      const key = `${texts.party} ${row.label}`;
      if (told.has(key)) continue;
      told.add(key);
      const silence = asymmetry(input, row, texts, spans, context);
      if (silence !== null) silences.push(silence);
    }
  }
  return silences;
}

function asymmetry(
  input: ComparisonInput,
  row: ComparisonRow,
  texts: PartyTexts,
  elsewhere: readonly Span[],
  context: Context,
): Found | null {
  const searched = searchFor(row.id, texts.documents, context);
  if (searched.every((search) => search.forms.length === 0)) return null;
  const attributed = row.verdict === "attributed-only";
  const habit = habitOf(row.id, input.earlier ?? [], context);
  return {
    kind: attributed ? "attributed-only" : "asymmetric",
    span: null,
    silent: [texts.party],
    topic: row.id,
    topicQuote: row.label,
    check: { status: "confirmed", searched },
    rule: `silence/${row.verdict}`,
    elsewhere,
    weight: rounded((row.weight + habit) / 2 + (attributed ? mouthBonus : 0)),
  };
}

function missingAccounts(
  parties: readonly PartyTexts[],
  participants: readonly string[],
  context: Context,
): Found[] {
  if (parties.length === 0) return [];
  return participants
    .filter((side) => !parties.some((texts) => texts.party === side))
    .map((side) => ({
      kind: "no-account",
      span: null,
      silent: [side],
      topic: null,
      topicQuote: `No account of ${actorLabel(context, side)} is held`,
      check: { status: "not-checkable", searched: [] },
      rule: "silence/no-account",
      weight: 0,
    }));
}

function rounded(weight: number): number {
  return Math.round(Math.min(1, weight) * 100) / 100;
}
