import type { Language } from "../document.ts";
import { foldWords } from "../phrases/fold.ts";
import { isEnding } from "../phrases/pattern.ts";

/**
 * A pattern for all forms of one formulation: a word that is the same everywhere stands as it is, one that changes its
 * ending as `stem~`, one that changes otherwise as alternatives.
 * @param forms - of the same number of words
 */
export function suggestedPattern(forms: readonly string[], language: Language): string {
  if (language === "zh") return [...new Set(forms.map(withoutMarks))].join("|");
  const rows = forms.map((form) => foldWords(form).map((word) => word.key));
  return (rows[0] ?? [])
    .map((_, position) => {
      const words = [...new Set(rows.map((row) => row[position]!))];
      return words.length === 1 ? words[0]! : joined(words, language);
    })
    .join(" ");
}

function joined(words: readonly string[], language: "en" | "ru"): string {
  let stem = words[0]!;
  while (!words.every((word) => word.startsWith(stem))) stem = stem.slice(0, -1);
  const shortest = language === "ru" ? 2 : 3;
  return stem.length >= shortest &&
    words.every((word) => isEnding(word.slice(stem.length), language))
    ? `${stem}~`
    : `(${words.join("|")})`;
}

function withoutMarks(form: string): string {
  return form.replaceAll(/[“”"‘’「」『』《》〈〉\s]/gu, "");
}
