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
}

/** The cue lexicon of a language by lemma. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, Cue>;
  readonly nouns: ReadonlyMap<string, Cue>;
}

/** The cue lexicon of a language (`lang/en/lexicon/cues.tsv`), read once. */
export function cueLexicon(context: Context, language: string): CueLexicon {
  return context.derived(`statements/cues/${language}`, () => {
    const verbs = new Map<string, Cue>();
    const nouns = new Map<string, Cue>();
    for (const row of context.rows(`lang/${language}/lexicon/cues`)) {
      const pos = row["pos"] === "noun" ? "noun" : "verb";
      const cue: Cue = {
        lemma: row["form"]!,
        pos,
        class: row["class"]!,
        frames: new Set(valuesOf(row, "frames")),
        belief: row["kind"] === "belief",
      };
      (pos === "noun" ? nouns : verbs).set(cue.lemma, cue);
    }
    return { verbs, nouns };
  });
}
