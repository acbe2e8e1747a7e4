import type { Context } from "../../../context.ts";
import { judgementTerms, type Term } from "../../../assessments/terms.ts";
import type { Tree } from "../../../statements/tree.ts";
import { tokenise } from "../../../syntax/tokenise.ts";

/** A word of judgement in a sentence. */
export interface TermPlace {
  readonly term: Term;
  /** First and last token. */
  readonly first: number;
  readonly last: number;
}

/** The lexicon as it is looked up: terms by their first word, the longest first. */
export interface EnglishTerms {
  readonly byFirst: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly term: Term }[]
  >;
  readonly byForm: ReadonlyMap<string, Term>;
  readonly degrees: ReadonlySet<string>;
}

/** The English words of judgement. */
export function englishTerms(context: Context): EnglishTerms {
  return context.derived("assessments/en", () => {
    const byFirst = new Map<string, { words: string[]; term: Term }[]>();
    const byForm = new Map<string, Term>();
    const degrees = new Set<string>();
    for (const term of judgementTerms(context, "en")) {
      if (term.class === "degree") {
        degrees.add(term.form);
        continue;
      }
      byForm.set(`${term.class} ${term.form}`, term);
      const words = tokenise(term.form, 0, term.form.length).map(({ start, end }) =>
        term.form.slice(start, end),
      );
      const known = byFirst.get(words[0]!);
      if (known === undefined) byFirst.set(words[0]!, [{ words, term }]);
      else known.push({ words, term });
    }
    for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
    return { byFirst, byForm, degrees };
  });
}

/** Every reading of a word as a word of judgement, left to right, longer ones first. */
export function placesIn(tree: Tree, terms: EnglishTerms): TermPlace[] {
  const places: TermPlace[] = [];
  for (let first = tree.first; first < tree.last; first++) {
    const form = plain(tree.form(first));
    const entries = terms.byFirst.get(form) ?? [];
    const lemma = plain(tree.lemma(first));
    const byLemma = lemma === form ? [] : (terms.byFirst.get(lemma) ?? []);
    for (const { words, term } of [...entries, ...byLemma]) {
      if (byLemma.some((entry) => entry.term === term) && !inflects(term)) continue;
      const last = first + words.length - 1;
      if (last >= tree.last) continue;
      if (words.slice(1).every((word, index) => plain(tree.form(first + 1 + index)) === word))
        places.push({ term, first, last });
    }
  }
  return places;
}

/** Only verbs and nouns stand in other forms than the lexicon's. */
function inflects(term: Term): boolean {
  return term.class === "verb" || term.class === "noun";
}

/** Lower case, straight apostrophes. */
export function plain(form: string): string {
  return form.toLowerCase().replaceAll("’", "'");
}
