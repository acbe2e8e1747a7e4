import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

interface Era {
  readonly since: string;
  /** The longest word of each form: where a text has none of them the pattern need not be tried. */
  readonly words: readonly string[];
  readonly pattern: RegExp;
}

/**
 * The first day a text can have been written, by the names it uses (`knowledge/eras`).
 * @returns ISO day; `null` when it names nothing that is dated
 */
export function firstPossibleDay(text: string, context: Context): string | null {
  const latest = erasIn(context).find(
    ({ words, pattern }) => words.some((word) => text.includes(word)) && pattern.test(text),
  );
  return latest?.since ?? null;
}

/** All of the table, the latest first. */
function erasIn(context: Context): readonly Era[] {
  return context.derived("time/eras", () =>
    context
      .rows("knowledge/eras")
      .toSorted((one, other) => (one["since"]! < other["since"]! ? 1 : -1))
      .map((row) => {
        const forms = ["en", "zh", "ru"].flatMap((language) => valuesOf(row, language));
        const sources = forms.map((form) =>
          form
            .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
            .replace(/['’]/g, "['’]")
            .replace(/ /g, "\\s+"),
        );
        return {
          since: row["since"]!,
          words: forms.map(longestWord),
          pattern: new RegExp(
            `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${sources.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
            "u",
          ),
        };
      }),
  );
}

function longestWord(form: string): string {
  const words = form.split(/['’\s]+/);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}
