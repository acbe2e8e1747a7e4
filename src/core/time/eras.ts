import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

interface Era {
  readonly since: string;
  readonly pattern: RegExp;
}

/**
 * The first day a text can have been written, by the names it uses (`knowledge/eras`).
 * @returns ISO day; `null` when it names nothing that is dated
 */
export function firstPossibleDay(text: string, context: Context): string | null {
  let bound: string | null = null;
  for (const { since, pattern } of erasIn(context)) {
    if ((bound === null || since > bound) && pattern.test(text)) bound = since;
  }
  return bound;
}

function erasIn(context: Context): readonly Era[] {
  return context.derived("time/eras", () =>
    context.rows("knowledge/eras").map((row) => {
      const forms = ["en", "zh", "ru"].flatMap((language) => valuesOf(row, language));
      const sources = forms.map((form) =>
        form
          .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
          .replace(/['’]/g, "['’]")
          .replace(/ /g, "\\s+"),
      );
      return {
        since: row["since"]!,
        pattern: new RegExp(
          `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${sources.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
          "u",
        ),
      };
    }),
  );
}
