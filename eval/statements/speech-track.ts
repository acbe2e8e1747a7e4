import { readFileSync } from "node:fs";
import { parseTable } from "../../src/core/tsv.ts";
import type { Attribution } from "./attribution.ts";

const words: ReadonlySet<string> = new Set(
  parseTable(
    "speech-words",
    readFileSync(new URL("speech-words.tsv", import.meta.url), "utf8"),
  ).flatMap((row) => row["forms"]!.split(" ")),
);

/**
 * Whether an attribution reports speech rather than a belief or an intention: one of the cue's words is
 * in `speech-words.tsv`, or it has no cue and is therefore a bare quotation.
 */
export function isSpeech(text: string, attribution: Attribution): boolean {
  if (attribution.cue.length === 0) return true;
  return attribution.cue.some(({ start, end }) =>
    (
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[a-z]+(?:-[a-z]+)*/g) ?? []
    ).some(isSpeechWord),
  );
}

/** A word of the list, or a regular inflection of one. */
function isSpeechWord(word: string): boolean {
  if (words.has(word)) return true;
  const stems = [
    word.replace(/s$/, ""),
    word.replace(/es$/, ""),
    word.replace(/ies$/, "y"),
    word.replace(/(?:ed|ing)$/, ""),
    word.replace(/(?:ed|ing)$/, "e"),
    word.replace(/ied$/, "y"),
    word.replace(/([bdgklmnprt])\1(?:ed|ing)$/, "$1"),
  ];
  return stems.some((stem) => stem !== word && words.has(stem));
}
