import { lemmaByRule } from "../../src/core/syntax/lemma.ts";
import type { TreebankSentence } from "./conllu.ts";

/** Forms whose usual lemma in the treebanks is not what the rules give. */
export function lemmaExceptions(sentences: readonly TreebankSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    for (const [at, form] of sentence.forms.entries()) {
      const upos = sentence.upos[at]!;
      if (upos === "PUNCT" || upos === "X" || upos === "SYM" || upos === "NUM") continue;
      const key = `${upos === "PROPN" ? form : form.toLowerCase().replaceAll("’", "'")}|${upos}`;
      const lemmas = counts.get(key) ?? new Map<string, number>();
      counts.set(key, lemmas);
      const lemma = sentence.lemmas[at]!;
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
    }
  }
  const exceptions = new Map<string, string>();
  for (const [key, lemmas] of counts) {
    const [form, upos] = key.split("|") as [string, string];
    const [usual] = [...lemmas].sort((a, b) => b[1] - a[1])[0]!;
    if (usual !== lemmaByRule(form, upos) && !usual.includes("|")) exceptions.set(key, usual);
  }
  return exceptions;
}
