import type { Context } from "../context.ts";
import type { Document, Language } from "../document.ts";
import { stemOf } from "../lang/ru/stem.ts";
import { findTokens } from "../lang/zh/tokens.ts";
import { foldWords } from "../phrases/fold.ts";
import { valueOf } from "../tsv.ts";
import type { WordRun } from "./formulations.ts";

/** Fewest words of a formulation; shorter ones are terms. */
export const formulationWords: Readonly<Record<Language, number>> = { en: 3, zh: 2, ru: 3 };

/** Fewest characters of a Chinese formulation. */
export const chineseCharacters = 6;

/** Words, as keys, that a formulation neither begins nor ends with. */
export function functionWords(language: Language, context: Context): ReadonlySet<string> {
  return context.derived(`candidates/function-words/${language}`, (tables) => {
    const words = tables
      .rows("knowledge/function-words")
      .filter((row) => row["language"] === language)
      .flatMap((row) => (valueOf(row, "words") ?? "").split(" "));
    return new Set(language === "ru" ? words.map(stemOf) : words);
  });
}

/**
 * A text as runs of words that a pattern can match: up to a mark that no pattern crosses.
 * English words are keyed without case and spelling, Russian ones by stem, Chinese ones in simplified characters.
 */
export function runsOf(document: Document, language: Language, context: Context): WordRun[] {
  if (language === "zh") return chineseRuns(document, context);
  const runs: WordRun[] = [];
  let run: { start: number; end: number; key: string }[] = [];
  for (const { start, end, key, gap } of foldWords(document.text)) {
    run.push({ start, end, key: language === "ru" ? stemOf(key) : key });
    if (gap === "tight") continue;
    runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const quotationMark = /^[“”"‘’「」『』《》〈〉]$/u;
const listMark = /^[、，]$/u;

function chineseRuns(document: Document, context: Context): WordRun[] {
  const runs: WordRun[] = [];
  for (const sentence of document.layers.sentences) {
    let run: { start: number; end: number; key: string }[] = [];
    for (const { start, end, lemma, upos } of findTokens(document.text, sentence, context)) {
      if (quotationMark.test(lemma)) continue;
      if (upos !== "PUNCT" || listMark.test(lemma)) run.push({ start, end, key: lemma });
      else {
        runs.push(run);
        run = [];
      }
    }
    runs.push(run);
  }
  return runs.filter((run) => run.length > 0);
}
