import type { Range } from "../../../document.ts";
import type { Frame } from "./frame.ts";
import { phraseOf, type NounPhrase } from "./noun-phrases.ts";

/** Who speaks, by a cue. */
export interface Speaker extends NounPhrase {
  readonly range: Range;
  /** The speaker stands after the verb (“…,” said Ali). */
  readonly inverted: boolean;
}

/** Words that stand for nobody as the subject of a cue. */
const nobody =
  /^(?:there|this|that|these|those|what|which|whatever|you|one|nothing|everything|something|anything)$/;

/** The speaker around a head, without what stands at or after `limit`; `null` for a verb. */
export function fromHead(frame: Frame, head: number, limit: number): Speaker | null {
  if (/^(?:VERB|AUX)$/.test(frame.upos(head))) return null;
  return withRange(frame, phraseOf(frame, head, limit), false);
}

/** “Xi, who”: the noun phrase before the pronoun and its comma. */
export function beforePronoun(frame: Frame, pronoun: number): Speaker | null {
  let at = pronoun - 1;
  while (at >= 0 && frame.isBreak(at)) at--;
  if (at < 0 || !frame.isNominal(at)) return null;
  return fromHead(frame, at, pronoun);
}

/** The unbroken nominal run that ends at a word. */
export function runBefore(frame: Frame, at: number): NounPhrase {
  let from = at;
  while (
    from > 0 &&
    frame.quotation(from - 1) === null &&
    (frame.isNominal(from - 1) ||
      /^(?:DET|ADJ)$/.test(frame.upos(from - 1)) ||
      /^['’]s?$/.test(frame.low(from - 1))) &&
    !isWholePronoun(frame, from - 1)
  )
    from--;
  return { head: at, from, to: at + 1 };
}

/** A pronoun that is a noun phrase of its own. */
export function isWholePronoun(frame: Frame, at: number): boolean {
  return frame.upos(at) === "PRON" && !/^(?:his|her|their|its|my|our|your)$/.test(frame.low(at));
}

/** A noun phrase as a speaker, from the beginning of its name on; `null` for words that stand for nobody. */
export function withRange(frame: Frame, phrase: NounPhrase, isInverted: boolean): Speaker | null {
  if (nobody.test(frame.low(phrase.head)) && phrase.to - phrase.from === 1) return null;
  if (frame.low(phrase.head) === "time" && frame.upos(phrase.head) === "NOUN") return null;
  const shared = /^(?:each|both|all)$/.test(frame.low(phrase.head));
  const together = shared && /^(?:we|they)$/.test(frame.low(phrase.from - 1));
  // “We, the leaders of …, reaffirm”
  const named = frame.form(phrase.from - 1) === "," && frame.low(phrase.from - 2) === "we";
  const from = isInverted
    ? phrase.from
    : together || named
      ? phrase.from - (named ? 2 : 1)
      : wholeFrom(frame, phrase.from);
  let to = isInverted ? phrase.to : withoutDay(frame, from, phrase);
  while (to > from + 1 && /^["“‘'`]+$/.test(frame.form(to - 1)) && to === phrase.to) to--;
  const range = frame.range(from, to);
  return range === null ? null : { ...phrase, from, to, range, inverted: isInverted };
}

/** “Roe on Monday”, “Roe this week”: the day goes with the verb. */
function withoutDay(frame: Frame, from: number, { head, to }: NounPhrase): number {
  let first = to - 1;
  if (!times.test(frame.low(first)) || /^(?:May|Today)$/.test(frame.form(first))) return to;
  while (
    first > from &&
    (times.test(frame.low(first - 1)) ||
      /^(?:on|in|late|early|last|this|next)$/.test(frame.low(first - 1)))
  )
    first--;
  const opens = /^(?:on|in|late|early|last|this|next|today|yesterday|\p{L}+day)$/u.test(
    frame.low(first),
  );
  return opens && first > head && first > from ? first : to;
}

/** Words of times, which stand before a subject without belonging to it (“on Friday Roe said”). */
const times =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|week|weeks|month|months|year|years|day|days|morning|afternoon|evening|night|time|times|\d+)$/;

/** A name begins with the nominal run it stands in, whatever the parse makes of titles and surnames. */
function wholeFrom(frame: Frame, from: number): number {
  let first = from;
  while (first > 0 && isNamePart(frame, first - 1)) first--;
  const before = frame.upos(first - 1);
  return before === "ADP" || before === "VERB" ? from : first;
}

function isNamePart(frame: Frame, at: number): boolean {
  if (frame.quotation(at) !== null || times.test(frame.low(at)) || isWholePronoun(frame, at))
    return false;
  return /^(?:PROPN|NOUN|ADJ|DET|SYM)$/.test(frame.upos(at));
}
