import type { CuePlace } from "./cue-places.ts";
import { endOfContent, opensMainClause } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { phraseOf } from "./noun-phrases.ts";
import type { Reading } from "./reading.ts";
import type { Speaker } from "./speaker-phrases.ts";

/** What stands right of a cue as its content. */
export interface Complement {
  /** Construction, as in the rule's id. */
  readonly kind:
    | "clause"
    | "question"
    | "infinitive"
    | "request"
    | "quotation"
    | "gerund"
    | "as"
    | "matter"
    | "noun-phrase";
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Last word of the cue when a preposition belongs to it (“called for”). */
  readonly cueEnd: number;
  /** Nothing shows that a clause opens here but that the cue takes one. */
  readonly unmarked?: true;
}

const questionWords = /^(?:whether|if|what|how|why|who|whom|which|when|where|whose)$/;

/** Farthest a content begins from its cue, in words. */
const reach = 22;

/** The content right of a cue; `null` when nothing there reads as one. */
export function complementOf(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker | null,
): Complement | null {
  const start = speaker?.inverted === true ? Math.max(place.last + 1, speaker.to) : place.last + 1;
  const found =
    opening(reading, frame, place, start) ??
    objectOf(reading, frame, place, start) ??
    unmarkedClause(reading, frame, place, start);
  if (found === null) return null;
  const to =
    found.kind === "quotation"
      ? found.from + wordsOfQuotation(frame, found.from)
      : endOfContent(reading, frame, place, found);
  if (to <= found.from || isClauseSubject(frame, found, to)) return null;
  return { ...found, to };
}

/** A noun phrase that goes on as the subject of a finite verb is no object (“disparaging remarks may have …”). */
function isClauseSubject(frame: Frame, { kind, from }: Opening, to: number): boolean {
  if (kind !== "noun-phrase" && kind !== "matter") return false;
  let head = from;
  while (head + 1 < to && !frame.isNominal(head)) head++;
  while (head + 1 < to && frame.isNominal(head + 1) && !opensReduced(frame, from, head + 1)) head++;
  for (let at = from; at < to; at++) {
    if (clauseWords.test(frame.low(at)) || frame.isBreak(at) || frame.upos(at) === "CCONJ")
      return false;
    if (frame.quotation(at) !== null || at === from || !frame.isFinite(at)) continue;
    const main = frame.upos(at) === "AUX" && frame.head(at) > at ? frame.head(at) : at;
    const subject = frame
      .children(main)
      .findLast((child) => child < main && /^nsubj/.test(frame.deprel(child)));
    if (subject !== undefined) return subject <= head && subject >= from;
    if (frame.upos(at) === "AUX" || frame.low(at).endsWith("s")) return at === head + 1;
  }
  return false;
}

/** A pronoun, or a name after an article and its noun, has a verb of its own (“the role Kevara plays”). */
function opensReduced(frame: Frame, from: number, at: number): boolean {
  return (
    frame.upos(at) === "PRON" ||
    (frame.upos(at) === "PROPN" && frame.upos(at - 1) === "NOUN" && frame.upos(from) === "DET")
  );
}

/** Words that open a clause inside a noun phrase. */
const clauseWords =
  /^(?:that|which|who|whom|whose|where|when|what|how|why|because|as|if|while|since|whether|than)$/;

/** Words a quotation takes in a frame. */
export function wordsOfQuotation(frame: Frame, at: number): number {
  const quotation = frame.quotation(at);
  let to = at;
  while (to < frame.length && quotation !== null && frame.quotation(to) === quotation) to++;
  return to - at;
}

/** Where a content opens, before its end is known. */
export type Opening = Omit<Complement, "to">;

/** A quotation, a clause or an infinitive after the cue, over adverbs, times, places and whom it is said to. */
function opening(reading: Reading, frame: Frame, place: CuePlace, start: number): Opening | null {
  const { frames } = place.entry;
  const clausal = frames.has("that");
  const cueEnd = place.last;
  let listener: number | null = null;
  for (let at = start; at < Math.min(frame.length, start + reach);) {
    const low = frame.low(at);
    if (frame.quotation(at) !== null)
      return frames.has("quote") || frames.has("that")
        ? { kind: "quotation", from: at, cueEnd }
        : null;
    if (/^[,:]$/.test(low) && frame.quotation(at + 1) !== null) {
      at++;
      continue;
    }
    if (low === "that" && clausal && opensClause(frame, at))
      return { kind: "clause", from: at, cueEnd };
    if (low === "to" && isInfinitive(frame, at)) {
      if (listener !== null && frames.has("to") && frames.has("person"))
        return { kind: "request", from: listener, cueEnd };
      return frames.has("to") && (listener === null || !frames.has("person"))
        ? { kind: "infinitive", from: at, cueEnd }
        : null;
    }
    if (clausal && questionWords.test(low) && opensClause(frame, at))
      return { kind: "question", from: at, cueEnd };
    if (clausal && !frame.isBreak(at)) {
      const bare = bareClause(frame, place, at, listener !== null);
      if (bare !== null) return { kind: "clause", from: bare, cueEnd };
    }
    const next =
      reading.afterAdjunct(frame, at, place.entry) ??
      (at === start || listener === null ? afterListener(frame, place, at) : null);
    if (next === null || next <= at) return null;
    if (reading.afterAdjunct(frame, at, place.entry) === null) listener = at;
    at = next;
  }
  return null;
}

function opensClause(frame: Frame, at: number): boolean {
  if (frame.upos(at) === "SCONJ" && frame.low(at) === "that" && frame.length - at > 3) return true;
  if (frame.upos(at) === "DET" && !frame.hasFinite(at + 1, at + 14)) return false;
  return frame.hasFinite(at + 1, frame.length) || frame.low(at + 1) === "to";
}

function isInfinitive(frame: Frame, at: number): boolean {
  for (let next = at + 1; next < Math.min(frame.length, at + 4); next++) {
    if (/^(?:VERB|AUX)$/.test(frame.upos(next))) return true;
    if (isPrefix(frame, next)) next++;
    else if (frame.upos(next) !== "ADV" && frame.low(next) !== "not") return false;
  }
  return false;
}

/** The first part of a hyphened word (“de-escalate”). */
function isPrefix(frame: Frame, at: number): boolean {
  return frame.form(at + 1) === "-" && !frame.isDash(at + 1);
}

/**
 * A clause without “that”: a noun phrase and its finite verb.
 * @returns where it begins
 */
function bareClause(
  frame: Frame,
  place: CuePlace,
  at: number,
  afterPerson: boolean,
): number | null {
  const upos = frame.upos(at);
  if (/^(?:ADP|AUX|CCONJ|PUNCT|SCONJ)$/.test(upos) && frame.low(at) !== "there") return null;
  if (upos === "VERB" && !frame.low(at).endsWith("ing")) return null;
  const verb = finiteVerbAfter(frame, at);
  if (verb === null) return null;
  const subject =
    frame.child(verb, "nsubj", "nsubj:pass", "expl", "csubj") ?? subjectOfAuxiliary(frame, verb);
  const pronoun = /^(?:he|she|they|we|i|it|there)$/.test(frame.low(at));
  const plain = !place.entry.frames.has("np");
  if (subject === null && frame.deprel(verb) === "ccomp" && frame.head(verb) === place.verb)
    return hasListener(place) && !afterPerson ? Math.max(at, Math.min(...frame.subtree(verb))) : at;
  if (subject === null || subject < at)
    return pronoun || (plain && subject === null && upos === "DET") ? at : null;
  const from = pronoun ? at : Math.max(at, phraseOf(frame, subject, verb).from);
  for (let index = at; index < from; index++) if (frame.isBreak(index)) return null;
  if (from > at && !afterPerson && !hasListener(place)) return null;
  for (let index = at; index < from && !afterPerson; index++)
    if (place.entry.frames.has(`p:${frame.low(index)}`)) return null;
  if (!plain && !isGoverned(frame, verb, place.verb) && !isFreeSubject(frame, place, from))
    return null;
  return from;
}

/**
 * The clause after a cue that takes nothing else (“said the update he got gave him hope”), also one that
 * opens with a phrase up to a comma (“said since the day she left, he …”).
 */
function unmarkedClause(
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

function hasListener(place: CuePlace): boolean {
  return place.entry.frames.has("person");
}

/** After whom the words are addressed to: “told reporters”, “informed the ministers”. */
function afterListener(frame: Frame, place: CuePlace, at: number): number | null {
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
    const pronoun = to > from && /^(?:he|she|they|we|i|it|there|this|that)$/.test(frame.low(to));
    const article = to > from && frame.upos(to) === "DET" && frame.isNominal(to - 1);
    if (!stays || pronoun || article) break;
    to++;
  }
  return to > from ? to : null;
}

/** A noun phrase, a gerund or a prepositional phrase as content. */
function objectOf(reading: Reading, frame: Frame, place: CuePlace, start: number): Opening | null {
  const { frames } = place.entry;
  let at = start;
  while (
    at < frame.length &&
    (frame.upos(at) === "ADV" || frame.low(at) === "also") &&
    at - start < 3
  )
    at++;
  at = reading.afterTime(frame, at) ?? at;
  const low = frame.low(at);
  if (frames.has("ing") && frame.upos(at) === "VERB" && low.endsWith("ing"))
    return { kind: "gerund", from: at, cueEnd: place.last };
  if (frames.has(`p:${low}`) && at + 1 < frame.length && !frame.isBreak(at + 1))
    return {
      kind: frames.has("as") && asAfter(frame, at + 1) ? "as" : "matter",
      from: at + 1,
      cueEnd: at,
    };
  if (!opensNoun(frame, at)) return null;
  const preposition = prepositionAfter(frame, place, at);
  if (frames.has("person") && preposition !== null)
    return { kind: "request", from: at, cueEnd: place.last };
  if (frames.has("as") && asAfter(frame, at)) return { kind: "as", from: at, cueEnd: place.last };
  if (frames.has("named") && hasPredicate(frame, place.verb, at))
    return { kind: "as", from: at, cueEnd: place.last };
  if (frames.has("np")) return { kind: "noun-phrase", from: at, cueEnd: place.last };
  return null;
}

function opensNoun(frame: Frame, at: number): boolean {
  return (
    at < frame.length &&
    frame.quotation(at) === null &&
    (frame.isNominal(at) ||
      isPrefix(frame, at) ||
      (/^(?:DET|ADJ|NUM|VERB|ADV)$/.test(frame.upos(at)) && frame.deprel(at) !== "conj") ||
      /^["“‘'`]+$/.test(frame.form(at)) ||
      /^(?:both|not|as)$/.test(frame.low(at)))
  );
}

/** “… as …” within the same clause. */
function asAfter(frame: Frame, from: number): boolean {
  for (let at = from + 1; at < Math.min(frame.length, from + 18); at++) {
    if (frame.low(at) === "as" && !/^(?:well|long|soon|much|far|of)$/.test(frame.low(at + 1)))
      return true;
    if (frame.isBreak(at) || frame.isFinite(at)) return false;
  }
  return false;
}

/** “called him a liar”, “calling it ‘a disgrace’”: an object and what it is called. */
function hasPredicate(frame: Frame, verb: number, at: number): boolean {
  if (frame.child(verb, "xcomp") !== null) return true;
  for (let index = at + 1; index < Math.min(frame.length, at + 12); index++) {
    if (/^["“‘'`]+$/.test(frame.form(index)) || frame.quotation(index) !== null) return true;
    if (
      frame.upos(index) === "DET" &&
      frame.isNominal(index - 1) &&
      /^(?:a|an|the|no)$/.test(frame.low(index))
    )
      return true;
    if (
      frame.isBreak(index) ||
      frame.upos(index) === "ADP" ||
      /^(?:VERB|AUX)$/.test(frame.upos(index))
    )
      return false;
  }
  return false;
}

/** A preposition of the cue's frames after its object: “accused X of”, “thanked X for”. */
function prepositionAfter(frame: Frame, place: CuePlace, from: number): number | null {
  for (let at = from + 1; at < Math.min(frame.length, from + 22); at++) {
    if (frame.quotation(at) !== null || /^[;:]$/.test(frame.form(at))) return null;
    if (place.entry.frames.has(`p:${frame.low(at)}`)) return at;
    if (/^(?:who|which)$/.test(frame.low(at)) && frame.form(at - 1) === ",") {
      const comma = frame.words.findIndex((word, index) => index > at && word.form === ",");
      if (comma > 0) at = comma;
      continue;
    }
    if (frame.isFinite(at) && frame.deprel(at) !== "acl:relcl") return null;
  }
  return null;
}
