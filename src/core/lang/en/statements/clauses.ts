import type { CuePlace } from "./cue-places.ts";
import { opensMainClause } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { phraseOf } from "./noun-phrases.ts";
import { reach, type Opening } from "./openings.ts";
import type { Reading } from "./reading.ts";

/**
 * A clause without “that”: a noun phrase and its finite verb.
 * @returns where it begins
 */
export function bareClause(
  frame: Frame,
  place: CuePlace,
  at: number,
  afterPerson: boolean,
): number | null {
  const upos = frame.upos(at);
  if (/^at (?:least|most)$/.test(`${frame.low(at)} ${frame.low(at + 1)}`)) {
    const counted = bareClause(frame, place, at + 2, afterPerson);
    return counted === at + 2 ? at : counted;
  }
  if (/^(?:ADP|AUX|CCONJ|PUNCT|SCONJ)$/.test(upos) && frame.low(at) !== "there") return null;
  if (upos === "VERB" && !frame.low(at).endsWith("ing")) return null;
  const verb = finiteVerbAfter(frame, at);
  if (verb === null) return null;
  const subject =
    frame.child(verb, "nsubj", "nsubj:pass", "expl", "csubj") ?? subjectOfAuxiliary(frame, verb);
  const pronoun = /^(?:he|she|they|we|i|it|there)$/.test(frame.low(at));
  const plain = !place.entry.frames.has("np");
  const governed = frame.deprel(verb) === "ccomp" && frame.head(verb) === place.verb;
  const bare = frame.subtree(verb).find((word) => !frame.isPunct(word)) === verb;
  const alone = bare && verb > at && frame.upos(at) !== "DET";
  if (subject === null && governed && alone) return null;
  if (subject === null && governed)
    return hasListener(place) && !afterPerson ? Math.max(at, Math.min(...frame.subtree(verb))) : at;
  if (subject === null || subject < at)
    return pronoun || (plain && subject === null && upos === "DET") ? at : null;
  const from = pronoun ? at : Math.max(at, phraseOf(frame, subject, verb).from);
  for (let index = at; index < from; index++) if (frame.isBreak(index)) return null;
  if (from > at && !afterPerson && !hasListener(place)) return null;
  const marked = from > at && frame.low(from - 1) === "that" && frame.deprel(from - 1) === "mark";
  const ofListener =
    frame.deprel(verb).startsWith("acl") &&
    !holdsInfinitive(frame, at, from) &&
    hasListener(place) &&
    frame.head(frame.head(verb)) === place.verb;
  if (marked && (ofListener || isGoverned(frame, verb, place.verb))) return from - 1;
  for (let index = at; index < from && !afterPerson; index++)
    if (place.entry.frames.has(`p:${frame.low(index)}`)) return null;
  if (!plain && !isGoverned(frame, verb, place.verb) && !isFreeSubject(frame, place, from))
    return null;
  return from;
}

function holdsInfinitive(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (frame.low(at) === "to" && frame.upos(at + 1) === "VERB") return true;
  return false;
}

/**
 * The clause after a cue that takes nothing else (“said the update he got gave him hope”), also one that
 * opens with a phrase up to a comma (“said since the day she left, he …”).
 */
export function unmarkedClause(
  reading: Reading,
  frame: Frame,
  { entry, last }: CuePlace,
  start: number,
): Opening | null {
  const { frames } = entry;
  if (start !== last + 1 || frames.has("np") || frames.has("person")) return null;
  if (!frames.has("that") || !frames.has("quote")) return null;
  const from = reading.afterTime(frame, start) ?? start;
  const phrase = frame.upos(from) === "ADP";
  if (phrase && /^(?:to|of|about|with|by|as|through|via)$/.test(frame.low(from))) return null;
  if (
    !phrase &&
    !/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(frame.upos(from)) &&
    frame.low(from) !== "not" &&
    !(frame.upos(from) === "ADV" && frame.head(from) > from) &&
    !frame.low(from).endsWith("ing")
  )
    return null;
  for (let at = from + 1; at < Math.min(frame.length, from + reach); at++) {
    if (frame.quotation(at) !== null) return null;
    if (!phrase && frame.isFinite(at))
      return { kind: "clause", from, cueEnd: last, unmarked: true };
    if (/^(?:because|if|when|while)$/.test(frame.low(at))) return null;
    if (!frame.isBreak(at)) continue;
    if (!phrase || frame.form(at) !== "," || !opensMainClause(frame, at + 1)) return null;
    const opens = reading.isOccasion(frame, from) ? at + 1 : from;
    return { kind: "clause", from: opens, cueEnd: last, unmarked: true };
  }
  return null;
}

/** Finite verb of a clause that begins at a word, before any mark or conjunction. */
function finiteVerbAfter(frame: Frame, at: number): number | null {
  let past: number | null = null;
  for (let index = at; index < Math.min(frame.length, at + 26); index++) {
    if (frame.quotation(index) !== null) return null;
    if (frame.isBreak(index) && frame.form(index) !== ",") return null;
    if (frame.form(index) === "," && !commaInsideSubject(frame, at, index)) return null;
    if (/^(?:that|who|which)$/.test(frame.low(index)) && index > at) {
      const inner = frame.head(index);
      if (frame.deprel(inner) === "acl:relcl") {
        // A relative clause of the subject: its verb is not the clause's.
        const after = Math.max(...frame.subtree(inner));
        if (after > index) index = after;
        continue;
      }
    }
    if (index > at && frame.isFinite(index)) return mainVerb(frame, index);
    if (
      past === null &&
      index > at &&
      frame.upos(index) === "VERB" &&
      frame.low(index).endsWith("ed") &&
      frame.low(index + 1) !== "by"
    )
      past = index;
  }
  return past;
}

function commaInsideSubject(frame: Frame, at: number, comma: number): boolean {
  return frame.isNominal(comma - 1) && comma - at < 8 && frame.hasFinite(comma + 1, comma + 18);
}

/** The verb an auxiliary belongs to, or the auxiliary itself where it is a copula. */
function mainVerb(frame: Frame, index: number): number {
  const head = frame.head(index);
  return frame.upos(index) === "AUX" && head > index && head - index < 12 ? head : index;
}

function subjectOfAuxiliary(frame: Frame, verb: number): number | null {
  const head = frame.head(verb);
  return head < 0 || frame.upos(verb) !== "AUX" ? null : frame.child(head, "nsubj", "nsubj:pass");
}

/** The clause's verb hangs on the cue, directly or through a coordination. */
function isGoverned(frame: Frame, verb: number, cue: number): boolean {
  const head = frame.head(verb);
  return head === cue || (frame.head(head) === cue && frame.deprel(verb) === "conj");
}

/** Right after the cue, and no object of it: the subject of a clause that the parse tied elsewhere. */
function isFreeSubject(frame: Frame, place: CuePlace, from: number): boolean {
  const object = frame.child(place.verb, "obj");
  return from === place.last + 1 && (object === null || object < from);
}
/** The cue may name whom the words are for before them. */
export function hasListener(place: CuePlace): boolean {
  return place.entry.frames.has("person");
}

/** After whom the words are addressed to: “told reporters”, “informed the ministers”. */
export function afterListener(frame: Frame, place: CuePlace, at: number): number | null {
  if (!hasListener(place) && frame.low(at) !== "to" && frame.low(at) !== "of") return null;
  let from = at;
  if (/^(?:to|of)$/.test(frame.low(at))) from++;
  if (!frame.isNominal(from) && !/^(?:DET|ADJ)$/.test(frame.upos(from))) return null;
  let to = from;
  while (to < frame.length && frame.quotation(to) === null) {
    const stays =
      frame.isNominal(to) ||
      /^(?:DET|ADJ)$/.test(frame.upos(to)) ||
      /^['’]s?$/.test(frame.low(to)) ||
      (to > from && frame.form(to) === "-" && !frame.isDash(to)) ||
      (/^(?:of|and|&|for)$/.test(frame.low(to)) &&
        frame.isNominal(to - 1) &&
        !place.entry.frames.has(`p:${frame.low(to)}`));
    const pronoun =
      to > from && /^(?:he|she|they|we|i|it|there|this|that|who)$/.test(frame.low(to));
    const article = to > from && frame.upos(to) === "DET" && frame.isNominal(to - 1);
    if (!stays || pronoun || article) break;
    to++;
  }
  return to > from ? afterRelative(frame, to) : null;
}

/** After “teachers who had come”, where “that …” follows in the same stretch. */
function afterRelative(frame: Frame, from: number): number {
  if (frame.low(from) !== "who") return from;
  for (let at = from + 1; at < Math.min(frame.length, from + 12) && !frame.isBreak(at); at++)
    if (frame.low(at) === "that" && !frame.isFinite(at + 1)) return at;
  return from;
}
