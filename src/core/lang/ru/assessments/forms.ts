import { judgementTerms, type Term } from "../../../assessments/terms.ts";
import type { Context } from "../../../context.ts";
import { valuesOf } from "../../../tsv.ts";

/** How a form takes what it judges (column `class` of the lexicon). */
export type RussianClass =
  | "adverb"
  | "that"
  | "whether"
  | "infinitive"
  | "after"
  | "of"
  | "advice"
  | "conditional";

/** A form of the lexicon with what may not stand beside it. */
export interface RussianForm {
  readonly term: Term;
  readonly class: RussianClass;
  readonly noBefore: RegExp | null;
  readonly noAfter: RegExp | null;
}

/** The lexicon as it is looked up: one pattern over folded text, the readings of each form in table order. */
export interface RussianForms {
  readonly pattern: RegExp;
  readonly byForm: ReadonlyMap<string, readonly RussianForm[]>;
}

/** The Russian words of judgement. */
export function russianForms(context: Context): RussianForms {
  return context.derived("assessments/ru", () => {
    const rows = context.rows("lang/ru/lexicon/assessments");
    const byForm = new Map<string, RussianForm[]>();
    for (const [index, term] of judgementTerms(context, "ru").entries()) {
      if (term.class === "hedge") continue;
      const entry: RussianForm = {
        term,
        class: term.class as RussianClass,
        noBefore: wordsBefore(valuesOf(rows[index]!, "noBefore")),
        noAfter: wordsAfter(valuesOf(rows[index]!, "noAfter")),
      };
      for (const form of term.form.split("|"))
        byForm.set(form, [...(byForm.get(form) ?? []), entry]);
    }
    const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length);
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:${forms.join("|")})(?![\\p{L}\\p{N}-])`,
      "gu",
    );
    return { pattern, byForm };
  });
}

/** Text as the lexicon writes it: lower case, ё as е; offsets stay. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replaceAll("ё", "е");
}

function wordsBefore(values: readonly string[]): RegExp | null {
  return values.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${values.join("|")}) $`, "u");
}

function wordsAfter(values: readonly string[]): RegExp | null {
  return values.length === 0 ? null : new RegExp(`^,? (?:${values.join("|")})(?!\\p{L})`, "u");
}
