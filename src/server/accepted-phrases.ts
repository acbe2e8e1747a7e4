import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import {
  acceptPhrase,
  phraseIdFrom,
  withdrawPhrase,
  type AcceptedPhrase,
} from "../app/own-tables.ts";
import { parsePattern, scriptOf, splitPatterns } from "../core/phrases/pattern.ts";
import { loadContext } from "../resources/load.ts";
import type { Correction } from "../store/personal.ts";
import { RequestError } from "./failure.ts";

/** Target and value of the correction that accepts a phrase. */
export interface PhraseCorrection {
  readonly target: string;
  readonly value: string;
}

/**
 * What to keep of an accepted phrase: its pattern, and `ID|ORIGIN|LABEL`.
 * @throws RequestError where pattern or label can't be used
 */
export function phraseCorrection(
  pattern: string,
  label: string,
  origin: string | null,
): PhraseCorrection {
  const id = phraseIdFrom(label);
  if (id === "")
    throw new RequestError(
      400,
      "LABEL_UNFIT",
      "Give the phrase a name in English: it is what lists call it, whatever language it is in.",
    );
  try {
    for (const one of splitPatterns(pattern)) parsePattern(one, scriptOf(one));
  } catch (error) {
    throw new RequestError(400, "PATTERN_UNFIT", error instanceof Error ? error.message : "");
  }
  return {
    target: pattern,
    value: `${id}|${origin ?? ""}|${label.replaceAll(/[|\s]+/g, " ").trim()}`,
  };
}

/** The phrase that a correction of kind `phrase-accept` accepts. */
export function acceptedPhrase({ target, value }: Correction): AcceptedPhrase {
  const [id = "", origin = "", label = id] = (value ?? "").split("|");
  return { pattern: target, id, label, origin: origin === "" ? null : origin };
}

/**
 * Bring a workspace's own tables in step with the phrases that the person accepted or took back.
 * @param given - own tables that are in use; what they have is taken along
 * @returns the folder to use from now on; the given one where nothing was ever accepted
 */
export function tablesWithAccepted(
  workspace: string,
  given: string | null,
  corrections: readonly Correction[],
): string | null {
  const phrases = corrections.filter(({ kind }) => kind === "phrase-accept");
  if (phrases.length === 0) return given;
  const own = join(workspace, "tables");
  if (given !== null && given !== own)
    cpSync(given, own, { recursive: true, force: !existsSync(own) });
  for (const correction of phrases) {
    const phrase = acceptedPhrase(correction);
    if (correction.undoneAt === null)
      acceptPhrase(own, phrase, loadContext(existsSync(own) ? own : null));
    else withdrawPhrase(own, phrase);
  }
  return own;
}
