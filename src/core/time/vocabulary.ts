import type { Row } from "../tsv.ts";

/** The time words of a language by class, for building patterns and reading their matches. */
export interface Vocabulary {
  /** All forms of a class as an alternation, the longest first. */
  pattern(name: string): string;
  /** The value of a form; `null` when it is not in the class. */
  value(name: string, form: string): string | null;
  /** The value as a number; digits stand for themselves. */
  number(name: string, form: string): number;
}

/** Build the vocabulary from rows with the columns `form`, `class`, `value`. */
export function vocabularyOf(rows: readonly Row[]): Vocabulary {
  const classes = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const name = row["class"]!;
    let forms = classes.get(name);
    if (forms === undefined) classes.set(name, (forms = new Map<string, string>()));
    forms.set(row["form"]!.toLowerCase(), row["value"]!);
  }
  const value = (name: string, form: string): string | null =>
    classes.get(name)?.get(form.toLowerCase()) ?? null;
  return {
    pattern(name) {
      const forms = rows.filter((row) => row["class"] === name).map((row) => row["form"]!);
      const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return `(?:${escaped.toSorted((a, b) => b.length - a.length).join("|")})`;
    },
    value,
    number: (name, form) => Number(value(name, form) ?? form),
  };
}
