import type { Context } from "../context.ts";
import type { Language } from "../document.ts";
import type { JudgementKind } from "../records.ts";
import { valuesOf } from "../tsv.ts";
import { bandsOf, type TermBands } from "./yardsticks.ts";

/** A word of judgement: what it does and how it takes what it judges. */
export interface Term extends TermBands {
  readonly form: string;
  /** How it stands in a sentence (`predicate`, `adverb` …); the values are the language's. */
  readonly class: string;
  readonly kind: JudgementKind;
  readonly frames: ReadonlySet<string>;
}

/** The words of judgement of a language (`lexicon/assessments.tsv`), in the order of the table. */
export function judgementTerms(context: Context, language: Language): readonly Term[] {
  return context.derived(`assessments/terms/${language}`, () =>
    context.rows(`lang/${language}/lexicon/assessments`).map((row) => ({
      form: row["form"]!,
      class: row["class"]!,
      kind: row["kind"] as JudgementKind,
      frames: new Set(valuesOf(row, "frames")),
      ...bandsOf(context, row),
    })),
  );
}
