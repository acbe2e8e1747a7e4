import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

/** A cue word: how it says that somebody says something. */
export interface Cue {
  readonly lemma: string;
  readonly pos: "verb" | "noun";
  readonly class: string;
  readonly frames: ReadonlySet<string>;
  /** Only thought or meant, not said. */
  readonly belief: boolean;
  /** A report of speech in official accounts alone (“reviewed the state of …”); elsewhere an act. */
  readonly accountOnly?: boolean;
  /** Also done without words (“attacked”, “defended”): words only where a person does it, or in accounts. */
  readonly act?: boolean;
}

/** A cue of several words, by its first: “make clear” is `clear` under `make`. */
export interface CuePhrase {
  readonly rest: readonly string[];
  readonly entry: Cue;
}

/** The cue lexicon of a language by lemma. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, Cue>;
  readonly nouns: ReadonlyMap<string, Cue>;
  /** Verbs of several words by the first. */
  readonly phrases: ReadonlyMap<string, readonly CuePhrase[]>;
}

/** The cue lexicon of a language (`lang/en/lexicon/cues.tsv`), read once. */
export function cueLexicon(context: Context, language: string): CueLexicon {
  return context.derived(`statements/cues/${language}`, () => {
    const verbs = new Map<string, Cue>();
    const nouns = new Map<string, Cue>();
    const phrases = new Map<string, CuePhrase[]>();
    for (const row of context.rows(`lang/${language}/lexicon/cues`)) {
      const pos = row["pos"] === "noun" ? "noun" : "verb";
      const entry: Cue = {
        lemma: row["form"]!,
        pos,
        class: row["class"]!,
        frames: new Set(valuesOf(row, "frames")),
        belief: row["kind"] === "belief",
        accountOnly: row["kind"] === "account",
        act: row["kind"] === "act",
      };
      const [first, ...rest] = entry.lemma.split(" ");
      (pos === "noun" ? nouns : verbs).set(entry.lemma, entry);
      if (pos === "noun" || rest.length === 0) continue;
      const others = phrases.get(first!);
      if (others === undefined) phrases.set(first!, [{ rest, entry }]);
      else others.push({ rest, entry });
    }
    return { verbs, nouns, phrases };
  });
}
