import { headMentionOf } from "../../../actors/lookup.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range } from "../../../document.ts";
import type { Cue } from "../../../statements/cues.ts";

/** What a source is: somebody or a body of people, a paper, figures, or nothing that speaks. */
export type SpeakerKind = "person" | "body" | "paper" | "data" | null;

/** A noun that can head the name of a source. */
export interface SpeakerNoun {
  readonly kind: Exclude<SpeakerKind, null>;
  /** A state may stand for it (“the leadership of Kevara”). */
  readonly state: boolean;
}

/** Of a source's words so many characters are looked at for its head. */
const longestName = 120;

/** Pronouns and number words that stand for people. */
const people =
  /^(?:he|it|him|her|them|she|they|we|i|who|both|others?|some|many|most|few|several|neither|either|all|each|those|half|majorit(?:y|ies)|\p{L}+ (?:in|of) (?:ten|10|five|\d+))$/iu;

/** Kinds of speakers by head noun (`lexicon/speakers.tsv`). */
export function speakerNouns(context: Context): ReadonlyMap<string, SpeakerNoun> {
  return context.derived(
    "statements/en/speakers",
    () =>
      new Map(
        context
          .rows("lang/en/lexicon/speakers")
          .map(
            (row) =>
              [
                row["form"]!,
                { kind: row["class"] as SpeakerNoun["kind"], state: row["state"] === "yes" },
              ] as const,
          ),
      ),
  );
}

/** What the words of a source stand for. */
export function speakerKind(
  document: Document,
  source: Range,
  nouns: ReadonlyMap<string, SpeakerNoun>,
): SpeakerKind {
  const words = document.text.slice(source.start, source.end);
  if (people.test(words)) return "person";
  const base = words.split(
    /,|\s(?:of|for|from|in|at|to|with|on|who|which|that|between|by|among|amongst|over|including|within|behind|close|familiar|released|published|conducted|presented|obtained|made|seen|reviewed|issued|written|compiled|based|posted|filed|provided|cited|taken|carried|commissioned|quoted)\s/u,
  )[0]!;
  const tail = base.slice(-longestName);
  const head = /([\p{L}-]+)(?:['’]s)?(?:\s\([^)]*\))?\s*$/u.exec(tail);
  const noun = nounOf(head?.[1] ?? "", nouns);
  if (noun !== null) return noun.kind;
  const at = source.start + base.length - tail.length + (head?.index ?? 0);
  const mention = headMentionOf(document, source);
  if (mention !== null && mention.start <= at && at < mention.end)
    return mention.type === "person" || mention.how === "role" ? "person" : "body";
  if (/^(?:he|she|they|we|i|some|many|most|others|several|both|neither)\b/iu.test(words))
    return "person";
  return /^\p{Lu}/u.test(head?.[1] ?? "") || /\bper ?cent\b|%/u.test(words) ? "person" : null;
}

/** A noun in either number; `null` when it heads no sources. */
export function nounOf(word: string, nouns: ReadonlyMap<string, SpeakerNoun>): SpeakerNoun | null {
  const low = word.toLowerCase();
  return nouns.get(low) ?? nouns.get(singular(low)) ?? null;
}

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("men")) return `${word.slice(0, -2)}an`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

/** Constructions whose form alone shows that somebody's words follow. */
const plain =
  /\/(?:clause|question|quotation|quoted|inverted|parenthesis|as-noted|impersonal|quoted-as-saying|according-to|colon|dash|turn)/;

/**
 * Whether a source can be the one who says it, by the cue: anything can with a cue of speech and a clause
 * after it, figures and papers can show, only people and their bodies think, want, praise and ask.
 */
export function isCredible(kind: SpeakerKind, entry: Cue | null, rule: string): boolean {
  if (entry === null) return true;
  if (kind === "person" && entry.lemma === "show" && rule.endsWith("/noun-phrase")) return false;
  if (kind === "person" || kind === "body") return true;
  if (kind === "paper") return !entry.belief && entry.class !== "intend";
  if (kind === "data") return (plain.test(rule) || entry.class === "show") && !entry.belief;
  return (
    plain.test(rule) &&
    !entry.belief &&
    (entry.frames.has("quote") || entry.class === "state") &&
    !/\/(?:inverted|parenthesis)$/.test(rule)
  );
}
