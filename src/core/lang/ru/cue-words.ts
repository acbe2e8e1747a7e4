import type { Range } from "../../document.ts";

/** Patterns of the words that a verb needs to be a cue: “дать оценку”, “выступить за”. */
export interface CueWords {
  /** The words after the verb, with others between. */
  readonly after: RegExp;
  /** The noun before a passive (“акцент был сделан …”) and what then must follow. */
  readonly before: RegExp;
  readonly follows: RegExp;
  /** They are a bare preposition, which follows at once and stays with the content. */
  readonly bare: boolean;
  /** They are what is said: “передал привет”. */
  readonly object: boolean;
}

/** Patterns for the words after the verb of a cue. */
export function cueWords(words: readonly string[], object: boolean): CueWords {
  const [noun, ...rest] = words;
  const follows = rest.length === 0 ? "" : `^\\s+${rest.map(loosely).join("\\s+")}(?!\\p{L})`;
  return {
    after: new RegExp(
      `^\\s+(?:[\\p{${object ? "L" : "Ll"}}-]+\\s+){0,${object ? 4 : 3}}?${words.map(loosely).join("\\s+(?:\\p{Ll}+\\s+)??")}(?!\\p{L})`,
      "u",
    ),
    before: new RegExp(`(?<!\\p{L})${loosely(noun!)}\\s+(?:был[аои]?\\s+)?$`, "iu"),
    follows: new RegExp(follows, "u"),
    object,
    bare: words.length === 1 && /^(?:за|против)$/u.test(noun!),
  };
}

/** A word in any case: long words without their ending. */
function loosely(word: string): string {
  if (word.length < 5 || word.endsWith("ть")) return word.replaceAll("е", "[её]");
  return `${word.replace(/[аеиоуыэюя]?[аеиоуыэюяйь]$/u, "").replaceAll("е", "[её]")}\\p{Ll}{0,3}`;
}

/**
 * Where the words of a cue stand.
 * @returns end of the cue; `null` where they are missing
 */
export function endOfCue(
  text: string,
  verb: Range,
  words: CueWords,
  part: Range,
  passive: boolean,
): number | null {
  const rest = text.slice(verb.end, Math.min(part.end, verb.end + 120));
  const after = words.after.exec(rest);
  if (after !== null) {
    if (words.object) return verb.end;
    if (!words.bare) return verb.end + after[0].length;
    return /^\s+\p{Ll}+$/u.test(after[0]) ? verb.end : null;
  }
  if (!passive || !words.before.test(text.slice(Math.max(part.start, verb.start - 40), verb.start)))
    return null;
  const follows = words.follows.exec(rest);
  return follows === null ? null : verb.end + follows[0].length;
}
