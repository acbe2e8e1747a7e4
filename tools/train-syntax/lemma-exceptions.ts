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

/** Only words at least this frequent count as evidence, and get an exception. */
const evidence = 40_000;
const covered = 80_000;

/**
 * Forms in `-ed`, `-ing`, `-es` and `-est` of which the rules make no word, but another way of taking
 * the ending off does: `joked` → `joke`, `billed` → `bill`, `potatoes` → `potato`.
 * @param ranks - place of a word in the order of frequency
 */
export function endingExceptions(ranks: ReadonlyMap<string, number>): Map<string, string> {
  const exceptions = new Map<string, string>();
  const rank = (word: string): number => ranks.get(word) ?? evidence;
  const add = (form: string, upos: string, bases: readonly string[]): void => {
    // The rules leave superlatives as they are.
    if (!form.endsWith("est") && rank(lemmaByRule(form, upos)) < evidence) return;
    const [best] = bases
      .filter((base) => base.length > 2 && /[aeiouy]/.test(base) && rank(base) < evidence)
      .toSorted((one, other) => rank(one) - rank(other));
    if (best !== undefined) exceptions.set(`${form}|${upos}`, best);
  };
  for (const [form, place] of ranks) {
    if (place > covered || !/^[a-z]+$/.test(form)) continue;
    const verb = /^(.+?)(?:ed|ing)$/.exec(form)?.[1];
    if (verb !== undefined)
      add(
        form,
        "VERB",
        inflected(verb).filter((base) => isVerb(base, ranks)),
      );
    const noun = /^(.+(?:[osxz]|[cs]h))es$/.exec(form)?.[1];
    if (noun !== undefined) add(form, "NOUN", [`${noun}e`, noun]);
    const adjective = /^(.+)est$/.exec(form)?.[1];
    if (adjective === undefined) continue;
    const bases = inflected(adjective).filter(
      (base) => rank(base) < place && ranks.has(`${form.slice(0, -3)}er`),
    );
    for (const upos of ["ADJ", "ADV"]) add(form, upos, bases);
  }
  return exceptions;
}

/** What a stem can stand for: itself, with a silent e, with its doubled consonant made single. */
function inflected(stem: string): string[] {
  // One vowel and one consonant: a base without e would have doubled it (`hoping`, `hopping`).
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return [`${stem}e`];
  const single = /([bdfgklmnprstvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}

/** It has a third person. */
function isVerb(base: string, ranks: ReadonlyMap<string, number>): boolean {
  return ranks.has(`${base}s`) || ranks.has(`${base}es`);
}
