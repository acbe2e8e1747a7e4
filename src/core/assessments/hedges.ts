import type { Context } from "../context.ts";
import type { Document, Language, Range } from "../document.ts";
import { judgementTerms } from "./terms.ts";

/** Words that hold a judgement back (class `hedge` of the lexicon) in a range of a document, in text order. */
export function hedgesIn(document: Document, context: Context, { start, end }: Range): Range[] {
  const pattern = hedgePattern(context, document.language as Language);
  if (pattern === null) return [];
  const words = document.text.slice(start, end);
  return [...words.matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function hedgePattern(context: Context, language: Language): RegExp | null {
  return context.derived(`assessments/hedges/${language}`, () => {
    const forms = judgementTerms(context, language)
      .filter((term) => term.class === "hedge")
      .map(({ form }) => form)
      .toSorted((a, b) => b.length - a.length);
    if (forms.length === 0) return null;
    const any = forms.join("|");
    return language === "zh"
      ? new RegExp(any, "gu")
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "giu");
  });
}
