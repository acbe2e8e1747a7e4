import type { Context } from "../context.ts";
import type { Language } from "../document.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** What kind of quantity a unit is of (`units.tsv`). */
export type UnitKind = string;

/** A unit as `units.tsv` names it. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
}

/** The words of a language that stand around figures, as alternations for patterns and as values. */
export interface FigureWords {
  /** Number words; matches nothing where the language has none. */
  readonly number: string;
  readonly magnitude: string;
  readonly approximate: string;
  readonly label: string;
  /** Signs before a number (`$`). */
  readonly sign: string;
  /** Forms of units after a number. */
  readonly unit: string;
  /** Words by which a change is told. */
  readonly change: string;
  /** The value of a number word or magnitude. */
  numberOf(form: string): number | null;
  approximationOf(form: string): "about" | "more" | "less" | null;
  changeOf(form: string): "rise" | "fall" | "level" | null;
  unitOf(form: string): Unit | null;
  /** Whether a verb's subject is what a figure beside it measures (“reach”, “rise”). */
  tellsAmount(form: string, lemma: string): boolean;
}

/** Words around figures in a language, read once from `lang/xx/lexicon/figures` and `knowledge/units`. */
export function figureWords(context: Context, language: Language): FigureWords {
  return context.derived(`figures/words/${language}`, () => {
    const rows = context.rows(`lang/${language}/lexicon/figures`);
    const units = unitForms(context.rows("knowledge/units"), language);
    const valueIn = (classes: readonly string[]): ReadonlyMap<string, string> =>
      new Map(
        rows
          .filter((row) => classes.includes(row["class"]!))
          .map((row) => [row["form"]!.toLowerCase(), row["value"]!]),
      );
    const numbers = valueIn(["number", "magnitude"]);
    const approximations = valueIn(["approximate"]);
    const changes = new Map(
      rows
        .filter((row) => ["rise", "fall", "level"].includes(row["class"]!))
        .map((row) => [row["form"]!.toLowerCase(), row["class"]! as "rise" | "fall" | "level"]),
    );
    const amounts = valueIn(["amount"]);
    const of = (...classes: readonly string[]): string =>
      alternation(rows.filter((row) => classes.includes(row["class"]!)).map((row) => row["form"]!));
    return {
      number: of("number"),
      magnitude: of("magnitude"),
      approximate: of("approximate"),
      label: of("label"),
      change: of("rise", "fall", "level"),
      sign: alternation([...units.before.keys()]),
      unit: alternation([...units.after.keys()]),
      numberOf: (form) => numberIn(numbers, form),
      approximationOf: (form) =>
        (approximations.get(form.toLowerCase()) as "about" | "more" | "less" | undefined) ?? null,
      changeOf: (form) => changes.get(form.toLowerCase()) ?? null,
      tellsAmount: (form, lemma) => changes.has(form.toLowerCase()) || amounts.has(lemma),
      unitOf: (form) => units.before.get(form) ?? units.after.get(fold(form)) ?? null,
    };
  });
}

function numberIn(numbers: ReadonlyMap<string, string>, form: string): number | null {
  const value = numbers.get(form.toLowerCase());
  return value === undefined ? null : Number(value);
}

function unitForms(
  rows: readonly Row[],
  language: Language,
): { readonly before: ReadonlyMap<string, Unit>; readonly after: ReadonlyMap<string, Unit> } {
  const before = new Map<string, Unit>();
  const after = new Map<string, Unit>();
  for (const row of rows) {
    const unit = { id: row["id"]!, kind: valueOf(row, "kind")! };
    for (const form of valuesOf(row, "before")) before.set(form, unit);
    for (const form of valuesOf(row, language)) after.set(fold(form), unit);
  }
  return { before, after };
}

/** Units are told apart by case where they are abbreviations (`MW`), not where they are words. */
function fold(form: string): string {
  return form.length > 3 ? form.toLowerCase() : form;
}

/** Literal forms as an alternation, the longest first; matches nothing when there are none. */
function alternation(forms: readonly string[]): string {
  if (forms.length === 0) return "(?!)";
  const escaped = forms.map((form) =>
    form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "[ \\u00a0]"),
  );
  return `(?:${escaped.toSorted((a, b) => b.length - a.length).join("|")})`;
}
