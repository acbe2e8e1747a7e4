import type { Range } from "../../../document.ts";
import type { Frame } from "./frame.ts";

/** A noun phrase: its head and the words `[from, to)` it covers. */
export interface NounPhrase {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/** What opens an addition to a name between commas: an article, a trade, a number, “one of …”. */
const apposition = /^(?:DET|NOUN|PROPN|NUM|ADJ|PRON)$/;

/** What never belongs to an apposition after a comma. */
const noApposition =
  /^(?:he|she|it|they|we|i|you|who|which|that|and|but|or|so|this|these|those|when|while|where|what|adding|saying|there|however|meanwhile|now|then|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Relations that hang on a noun without belonging to the name of a speaker. */
const outer =
  /^(?:acl|advcl|parataxis|discourse|dep|ccomp|csubj|cop|aux|nsubj|obj|iobj|mark|expl|vocative|dislocated|orphan)/;

/**
 * The noun phrase around a head, as the name of a speaker: with articles, titles and phrases that hang on
 * it, with appositions, without relative clauses and participles.
 * @param limit - words from here on don't belong to it
 */
export function phraseOf(frame: Frame, head: number, limit: number = frame.length): NounPhrase {
  const inside = new Set(
    frame.subtree(
      head,
      (child) =>
        child >= limit ||
        outer.test(frame.deprel(child)) ||
        (frame.deprel(child) === "case" && frame.head(child) === head),
    ),
  );
  let from = head;
  while (from > 0 && inside.has(from - 1) && !frame.isBreak(from - 1)) from--;
  if (
    from > 1 &&
    frame.form(from - 1) === "," &&
    inside.has(from - 2) &&
    startsPhrase(frame, from, head)
  ) {
    // “a lawyer for the outlets, David Roe,”: the name stands in apposition to the trade before it.
    let start = from - 2;
    while (start > 0 && inside.has(start - 1) && !frame.isBreak(start - 1)) start--;
    from = start;
  }
  let to = head + 1;
  while (to < limit && (inside.has(to) || isBracket(frame, to, limit))) {
    if (frame.isBreak(to) && !continues(frame, to, limit)) break;
    if (isBracket(frame, to, limit)) to = closingBracket(frame, to, limit);
    to++;
  }
  while (from > 1 && frame.form(from - 1) === "-" && !frame.isDash(from - 1)) from -= 2;
  while (from < head && leadingNoise(frame, from)) from++;
  while (to > head + 1 && frame.isBreak(to - 1)) to--;
  while (to < limit && (frame.upos(to) === "PROPN" || isBracket(frame, to, limit)))
    to = isBracket(frame, to, limit) ? closingBracket(frame, to, limit) + 1 : to + 1;
  return { head, from, to: withApposition(frame, to, limit) };
}

/** A name, with a trade and no other name before the comma. */
function startsPhrase(frame: Frame, from: number, head: number): boolean {
  if (frame.upos(from) !== "PROPN" || frame.upos(head) !== "PROPN") return false;
  for (let at = from - 2; at >= 0 && !frame.isBreak(at); at--)
    if (
      /^(?:VERB|AUX|SCONJ|ADP)$/.test(frame.upos(at)) &&
      frame.low(at) !== "of" &&
      frame.low(at) !== "for"
    )
      return false;
  return frame.upos(from - 2) !== "PROPN" || frame.upos(frame.head(from - 2)) === "NOUN";
}

function leadingNoise(frame: Frame, at: number): boolean {
  if (frame.form(at + 1) === "-" && !frame.isDash(at + 1)) return false;
  return (
    frame.isBreak(at) ||
    (/^(?:CCONJ|SCONJ|ADP|ADV|INTJ|PART)$/.test(frame.upos(at)) &&
      !/^(?:about|some|nearly|almost|more|over|around|even|only|most|both|neither|either|many|not|all)$/.test(
        frame.low(at),
      )) ||
    /^["“”'‘’`]+$/.test(frame.form(at))
  );
}

/** A bracket with a party, a place or an age, right after a name: “(R-Va.)”. */
function isBracket(frame: Frame, at: number, limit: number): boolean {
  return frame.form(at) === "(" && closingBracket(frame, at, limit) > at;
}

function closingBracket(frame: Frame, at: number, limit: number): number {
  for (let index = at + 1; index < Math.min(limit, at + 12); index++)
    if (frame.form(index) === ")") return index;
  return at;
}

/** After this comma the phrase goes on: an apposition, a list of names. */
function continues(frame: Frame, comma: number, limit: number): boolean {
  if (frame.form(comma) !== ",") return false;
  const next = comma + 1;
  if (
    next >= limit ||
    (noApposition.test(frame.low(next)) && !/^(?:and|or)$/.test(frame.low(next)))
  )
    return false;
  return (
    apposition.test(frame.upos(next)) ||
    /^(?:and|or|including|along|together)$/.test(frame.low(next))
  );
}

/** “Roe, director of the board,”: what stands between commas up to the limit, when it reads as an apposition. */
function withApposition(frame: Frame, to: number, limit: number): number {
  if (limit >= frame.length || frame.form(to) !== "," || !continues(frame, to, limit)) return to;
  let last = limit;
  while (
    last > to &&
    (frame.isBreak(last - 1) || frame.upos(last - 1) === "AUX" || frame.upos(last - 1) === "ADV")
  )
    last--;
  if (last - to > 40 || last <= to + 1 || frame.form(last) !== ",") return to;
  return frame.isFinite(to + 1) ? to : last;
}

/** The stretch of text a noun phrase covers. */
export function rangeOfPhrase(frame: Frame, { from, to }: NounPhrase): Range | null {
  return frame.range(from, to);
}

/**
 * The noun phrase that begins at a word, by its surface: up to a verb, a breaking mark or a preposition
 * of time or place.
 * @returns `null` when no noun phrase begins there
 */
export function phraseFrom(frame: Frame, start: number): NounPhrase | null {
  if (
    !/^(?:DET|NOUN|PROPN|NUM|ADJ|PRON|SYM)$/.test(frame.upos(start)) ||
    frame.quotation(start) !== null
  )
    return null;
  if (
    /^(?:that|this|these|those|what|which|it|there|whether)$/.test(frame.low(start)) &&
    frame.upos(start) !== "DET"
  )
    return null;
  let to = start;
  let head = -1;
  while (to < frame.length && frame.quotation(to) === null) {
    const upos = frame.upos(to);
    const nominal = frame.isNominal(to);
    if (nominal) head = to;
    const stays =
      nominal ||
      /^(?:DET|ADJ)$/.test(upos) ||
      /^['’]s?$/.test(frame.low(to)) ||
      (to > start && frame.form(to - 1) === "-" && !frame.isDash(to - 1)) ||
      (/^(?:of|for|and|&|de|van|von|al|bin|the|at|-|\.)$/.test(frame.low(to)) && to > start) ||
      isBracket(frame, to, frame.length);
    if (!stays) {
      if (
        frame.form(to) !== "," ||
        head < 0 ||
        !continues(frame, to, frame.length) ||
        /^(?:and|or)$/.test(frame.low(to + 1))
      )
        break;
      const end = appositionEnd(frame, to + 1);
      if (end === null) break;
      to = end;
      continue;
    }
    if (isBracket(frame, to, frame.length)) to = closingBracket(frame, to, frame.length);
    to++;
  }
  while (to > start && !frame.isNominal(to - 1) && frame.form(to - 1) !== ")") to--;
  if (head < 0 || to <= start) return null;
  if (
    frame.upos(start) === "PRON" &&
    !/^(?:he|she|they|we|i|one|some|many|others|both|neither|most|few)$/.test(frame.low(start))
  )
    return null;
  return { head: firstHead(frame, start, to, head), from: start, to };
}

/** End of an apposition that begins at a word: the next comma, quotation or end of the sentence. */
function appositionEnd(frame: Frame, start: number): number | null {
  for (let at = start; at < Math.min(frame.length, start + 40); at++) {
    if (frame.quotation(at) !== null || /^[,;:.–—]$|^-{2,}$/.test(frame.form(at)))
      return isRelative(frame, start) || !frame.hasFinite(start, at) ? at : null;
  }
  const whole = isRelative(frame, start) || !frame.hasFinite(start, frame.length);
  return frame.length - start < 40 && whole ? frame.length : null;
}

/** A relative clause may stand in an apposition (“one of those who …”). */
function isRelative(frame: Frame, start: number): boolean {
  for (let at = start; at < Math.min(frame.length, start + 14); at++)
    if (/^(?:who|which|whose|that)$/.test(frame.low(at))) return !frame.hasFinite(start, at);
  return false;
}

/** The last nominal before a preposition or an apposition. */
function firstHead(frame: Frame, start: number, to: number, fallback: number): number {
  for (let at = start; at < to; at++) {
    const next = at + 1;
    if (!frame.isNominal(at)) continue;
    if (next >= to || /^(?:of|for|at|de|van|von|,|\()$/.test(frame.low(next))) return at;
  }
  return fallback;
}
