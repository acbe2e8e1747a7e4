import type { Context } from "../../../context.ts";
import type { CueLexicon } from "../../../statements/cues.ts";

/** Verbs of a lexicon by each of their forms: regular inflection, and `lexicon/irregular-verbs.tsv`. */
export function cueForms(context: Context, cues: CueLexicon): ReadonlyMap<string, string> {
  return context.derived("statements/en/forms", () => {
    const forms = new Map<string, string>();
    const verbs = new Set([
      ...[...cues.verbs.keys()].filter((lemma) => !lemma.includes(" ")),
      ...cues.phrases.keys(),
    ]);
    for (const lemma of verbs)
      for (const form of inflected(lemma)) if (!forms.has(form)) forms.set(form, lemma);
    for (const row of context.rows("lang/en/lexicon/irregular-verbs"))
      forms.set(row["form"]!, row["lemma"]!);
    return forms;
  });
}

/** Forms of a regular verb. */
function inflected(lemma: string): string[] {
  const stem = lemma.replace(/e$/, "");
  const hard = lemma.replace(/y$/, "i");
  const consonant = /[^aeiou]y$/.test(lemma);
  const forms = [
    lemma,
    /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : consonant ? `${hard}es` : `${lemma}s`,
    consonant ? `${hard}ed` : `${stem}ed`,
    /(?:ee|oe|ye)$/.test(lemma) ? `${lemma}ing` : `${stem}ing`,
  ];
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(lemma))
    forms.push(`${lemma}${lemma.at(-1)!}ed`, `${lemma}${lemma.at(-1)!}ing`);
  return forms;
}
