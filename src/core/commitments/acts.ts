import type { Context } from "../context.ts";
import type { Language } from "../document.ts";
import { patternRows } from "../phrases/annotate.ts";
import { compileForms, type FormMatcher } from "../phrases/matcher.ts";
import type { CommitmentStatus } from "../records.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** What words of a commitment do, by the tables `commitment-cues.tsv` and `commitment-acts.tsv`. */
export interface Act {
  readonly id: string;
  readonly status: CommitmentStatus;
  /** PLOVER event type and mode. */
  readonly type: string;
  readonly mode: string | null;
  /** What is committed to must speak of a known topic. */
  readonly needsTopic: boolean;
  /** Several must agree: what one alone “agrees” is an opinion. */
  readonly needsSeveral: boolean;
}

/** Acts by the lemma of a statement's cue. */
export function actsByCue(context: Context, language: Language): ReadonlyMap<string, Act> {
  return context.derived(`commitments/cues/${language}`, () => {
    const acts = new Map<string, Act>();
    for (const row of context.rows("knowledge/commitment-cues")) {
      if (row["language"] !== language) continue;
      const act = actOf(row, `commitment/${language}/cue`);
      for (const lemma of valuesOf(row, "lemmas")) acts.set(lemma, act);
    }
    return acts;
  });
}

/** Acts by id in `commitment-acts.tsv`. */
export function actsById(context: Context): ReadonlyMap<string, Act> {
  return context.derived("commitments/acts", () => {
    const rows = context.rows("knowledge/commitment-acts");
    return new Map(rows.map((row) => [row["id"]!, actOf(row, row["id"]!)]));
  });
}

/** The words of `commitment-acts.tsv`, compiled. */
export function actMatcher(context: Context): FormMatcher {
  return context.derived("commitments/matcher", () =>
    compileForms("commitment", patternRows(context.rows("knowledge/commitment-acts"))),
  );
}

function actOf(row: Row, id: string): Act {
  return {
    id,
    status: row["stage"] as CommitmentStatus,
    type: row["plover"]!,
    mode: valueOf(row, "mode"),
    needsTopic: row["needs"] === "topic" || row["object"] === "topic",
    needsSeveral: row["needs"] === "joint",
  };
}
