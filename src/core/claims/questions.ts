import type { Context } from "../context.ts";
import { compileForms, type FormMatcher, type PatternRow } from "../phrases/matcher.ts";
import { splitPatterns } from "../phrases/pattern.ts";
import type { Row } from "../tsv.ts";

/** Whom a question is about: two sides, whoever is spoken of, all sides spoken of. */
export type QuestionScope = "pair" | "one" | "any";

/** A question that pages take sides on (`knowledge/claim-questions.tsv`). */
export interface Question {
  readonly id: string;
  /** “Will there be a ceasefire?” */
  readonly label: string;
  readonly scope: QuestionScope;
  /** Its words alone take no side: they must stand in a judgement, a commitment or under a negation. */
  readonly needsJudgement: boolean;
}

/** The questions by id. */
export function questionTable(context: Context): ReadonlyMap<string, Question> {
  return context.derived("claims/questions", () => {
    const rows = context.rows("knowledge/claim-questions");
    return new Map(
      rows.map((row) => [
        row["id"]!,
        {
          id: row["id"]!,
          label: row["label"]!,
          scope: row["about"] as QuestionScope,
          needsJudgement: row["needs"] === "judged",
        },
      ]),
    );
  });
}

/** What the words of a matched row (`relations-soured+`) answer. */
export function answerOf(row: string): { question: string; answer: "yes" | "no" } {
  return { question: row.slice(0, -1), answer: row.endsWith("+") ? "yes" : "no" };
}

/** The words of all questions; rows are the question's id with `+` or `-` for what they answer. */
export function questionMatcher(context: Context): FormMatcher {
  return context.derived("claims/matcher", () =>
    compileForms(
      "claim",
      context
        .rows("knowledge/claim-questions")
        .flatMap((row) => [answerRow(row, "+", "yes"), answerRow(row, "-", "no")]),
    ),
  );
}

function answerRow(row: Row, sign: string, answer: string): PatternRow {
  const of = (language: string): string[] => splitPatterns(row[`${language}-${answer}`] ?? "");
  return {
    id: `${row["id"]}${sign}`,
    forms: { en: of("en"), zh: of("zh"), ru: of("ru") },
    not: splitPatterns(row["not"] ?? ""),
    ancestors: [],
  };
}
