import { headMentionOf, mentionAt } from "../../../actors/lookup.ts";
import { groupStart, withName, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import { phraseFrom, phraseOf, type NounPhrase } from "./noun-phrases.ts";
import type { Reading } from "./reading.ts";
import { coordinated, reporterAbove, sender, shared } from "./shared-subjects.ts";
import {
  beforePronoun,
  fromHead,
  isWholePronoun,
  runBefore,
  withRange,
  type Speaker,
} from "./speaker-phrases.ts";

/**
 * The speaker of an active cue verb: its subject, the subject it shares with another verb, or the noun
 * phrase beside it where the parse shows none.
 */
export function speakerOf(reading: Reading, frame: Frame, place: CuePlace): Speaker | null {
  const { verb } = place;
  const first = groupStart(frame, verb);
  const found =
    resumed(frame, place, first) ??
    afterSemicolon(frame, place, first) ??
    sender(frame, verb) ??
    inverted(frame, place, first) ??
    nearer(frame, bySyntax(frame, predicateOf(frame, place), first), first) ??
    (reports(frame, place) ? coordinated(frame, verb, first) : null) ??
    reporter(reading, frame, place, first) ??
    ownSubject(frame, verb, shared(frame, verb, first), first) ??
    coordinated(frame, verb, first) ??
    beside(frame, place, first) ??
    nameBefore(reading, frame, place, first) ??
    addedTo(frame, place, first) ??
    beforeParticiple(frame, place, first) ??
    afterWith(frame, place, first);
  if (found === null || (frame.low(found.head) === "it" && !mayBeIt(frame, place))) return null;
  return found;
}

/** “…; the other account, by contrast, said …”: what opens the part after a semicolon, where an aside parts it from its verb. */
function afterSemicolon(frame: Frame, { verb }: CuePlace, first: number): Speaker | null {
  if (frame.form(first - 1) !== "," || !frame.isFinite(verb)) return null;
  let at = first - 2;
  while (at > 0 && first - at < 16 && frame.form(at) !== ";" && !frame.isFinite(at)) at--;
  const phrase = frame.form(at) === ";" ? phraseFrom(frame, at + 1) : null;
  return phrase === null || frame.form(phrase.to) !== "," ? null : withRange(frame, phrase, false);
}

/** “The board – which owns the port – called for …”: a finite verb after the second of two dashes goes on from before the first. */
function resumed(frame: Frame, { verb }: CuePlace, first: number): Speaker | null {
  if (!frame.isDash(first - 1) || !frame.isFinite(verb)) return null;
  let dash = first - 2;
  while (dash > 0 && !frame.isDash(dash)) dash--;
  if (dash < 1 || !frame.isNominal(dash - 1) || !/^(?:who|which)$/.test(frame.low(dash + 1)))
    return null;
  return fromHead(frame, dash - 1, dash);
}

/** “with Minister Mara Roe warning of …” where the tagger took the participle for a noun. */
function afterWith(frame: Frame, { verb }: CuePlace, first: number): Speaker | null {
  const from = frame.low(verb).endsWith("ing") && first === verb ? withName(frame, verb) : null;
  return from === null ? null : withRange(frame, { head: verb - 1, from, to: verb }, false);
}

/** What has the subject: the verb, or the cue's adjective where the verb is its copula (“is confident that”). */
function predicateOf(frame: Frame, { verb, last }: CuePlace): number {
  const head = frame.head(verb);
  return frame.deprel(verb) === "cop" && head > verb && head <= last ? head : verb;
}

/** “in an interview with the Courier Mara Roe said that …”: a person's name right before the verb and after another noun. */
function nameBefore(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  first: number,
): Speaker | null {
  const word = frame.words[first - 1];
  if (word === undefined || !reports(frame, place) || !frame.isFinite(place.verb)) return null;
  const mention = mentionAt(reading.document, word.end - 1);
  if (mention === null || mention.type !== "person" || mention.end !== word.end) return null;
  let from = first - 1;
  while (from > 0 && frame.words[from - 1]!.start >= mention.start) from--;
  if (!/^(?:PROPN|NOUN|NUM)$/.test(frame.upos(from - 1))) return null;
  const range = frame.range(from, first);
  return range === null ? null : { head: first - 1, from, to: first, range, inverted: false };
}

/** `“…,” she said, stressing that …` where the parse lost the tie: whoever the finite verb right before has as subject. */
function addedTo(frame: Frame, place: CuePlace, first: number): Speaker | null {
  if (!frame.low(place.verb).endsWith("ing") || frame.form(first - 1) !== ",") return null;
  if (!reports(frame, place)) return null;
  for (let at = first - 2; at >= 0 && first - at < 14; at--) {
    if (frame.quotation(at) !== null || /^[;:]$/.test(frame.form(at))) return null;
    if (!frame.isFinite(at)) continue;
    const subject = frame.child(at, "nsubj");
    return subject === null ? null : fromHead(frame, subject, subject > at ? first - 1 : at);
  }
  return null;
}

/** “An official, granted anonymity to discuss the talks, said …”: the noun before a participle clause between commas. */
function beforeParticiple(frame: Frame, { verb }: CuePlace, first: number): Speaker | null {
  if (frame.form(first - 1) !== "," || !frame.isFinite(verb)) return null;
  for (let at = first - 2; at > 1 && first - at < 18; at--) {
    if (frame.quotation(at) !== null || /^[;:]$/.test(frame.form(at))) return null;
    if (frame.form(at) !== ",") continue;
    const participle = frame.upos(at + 1) === "VERB" && /(?:ed|ing|told)$/.test(frame.low(at + 1));
    if (!participle || !frame.isNominal(at - 1)) return null;
    const run = runBefore(frame, at - 1);
    return frame.upos(run.from - 1) === "ADP" ? null : withRange(frame, run, false);
  }
  return null;
}

/**
 * “Roe said the city had decided, saying he trusted …”: what a participle adds about “he” is said by the
 * person who told the rest, where the parse ties it to something that is no person.
 */
function reporter(
  reading: Reading,
  frame: Frame,
  { verb, last }: CuePlace,
  first: number,
): Speaker | null {
  if (!frame.low(verb).endsWith("ing") || frame.form(first - 1) !== ",") return null;
  const pronoun = frame.low(last + 1) === "that" ? last + 2 : last + 1;
  if (!/^(?:he|she)$/.test(frame.low(pronoun))) return null;
  const inner = shared(frame, verb, first);
  const outer = reporterAbove(frame, frame.head(verb), first);
  if (inner === null || outer === null || isPerson(reading, frame, inner)) return null;
  return isPerson(reading, frame, outer) ? outer : null;
}

function isPerson(reading: Reading, frame: Frame, { head, range }: Speaker): boolean {
  if (/^(?:he|she|who)$/.test(frame.low(head))) return true;
  const mention = headMentionOf(reading.document, range);
  return mention !== null && (mention.type === "person" || mention.how === "role");
}

/** The verb has a that-clause or a quotation of its own. */
function reports(frame: Frame, { last }: CuePlace): boolean {
  return frame.low(last + 1) === "that" || frame.quotation(last + 1) !== null;
}

/** The noun phrase right before the verb, where the parse took a subject beyond another clause or a dash. */
function nearer(frame: Frame, found: Speaker | null, first: number): Speaker | null {
  if (found === null || found.inverted || found.to >= first) return found;
  if (/^(?:who|which|that)$/.test(frame.low(first - 1))) return found;
  let parted = false;
  for (let at = found.to; at < first; at++)
    if (
      frame.isDash(at) ||
      (frame.isFinite(at) &&
        (frame.deprel(at) !== "acl:relcl" || frame.head(found.head) === at) &&
        !frame.isBelow(at, found.head))
    )
      parted = true;
  if (!parted) return found;
  const run = runBefore(frame, first - 1);
  if (!frame.isNominal(first - 1) || run.from < found.to || frame.upos(run.from - 1) === "ADP")
    return found;
  return withRange(frame, run, false) ?? found;
}

/** “… and companies have expressed”: the noun before a finite verb is its subject where the parse gave it another verb's. */
function ownSubject(
  frame: Frame,
  verb: number,
  found: Speaker | null,
  first: number,
): Speaker | null {
  const joined = frame.isFinite(verb) && frame.deprel(verb) === "conj";
  const alone = joined && frame.deprel(first - 1) === "conj" && frame.upos(first - 2) === "CCONJ";
  return alone ? nearer(frame, found, first) : found;
}

/** “…,” said Ali, director of …: the noun phrase right after the verb, when a quotation or a comma stands right before it. */
function inverted(frame: Frame, { verb, last, entry }: CuePlace, first: number): Speaker | null {
  if (
    !entry.frames.has("quote") ||
    first !== verb ||
    !/(?:ed|s|d|t|ote|oke|old)$/.test(frame.low(verb))
  )
    return null;
  const before = first - 1;
  const opened =
    before < 0 ||
    frame.quotation(before) !== null ||
    /^(?:,|[–—―]|--|as|than)$/.test(frame.low(before)) ||
    /^["”’']+$/.test(frame.form(before));
  if (!opened) return null;
  const subject = frame.child(verb, "nsubj");
  if (subject !== null && subject < verb && frame.quotation(subject) === null) return null;
  const phrase = phraseFrom(frame, last + 1);
  if (phrase === null || (frame.isFinite(phrase.to) && subject !== phrase.head)) return null;
  return withRange(frame, phrase, true);
}

/** “it said”: a body named before; only plain cues of speech take it. */
function mayBeIt(frame: Frame, place: CuePlace): boolean {
  return (
    place.entry.frames.has("quote") &&
    !place.entry.belief &&
    !/^(?:suggest|indicate|read|show|reflect|offer|put|continue)$/.test(place.entry.lemma) &&
    frame.length > 2
  );
}

function bySyntax(frame: Frame, verb: number, first: number): Speaker | null {
  const subjects = frame
    .children(verb)
    .filter(
      (child) =>
        /^(?:nsubj|nsubj:outer|csubj)$/.test(frame.deprel(child)) &&
        frame.quotation(child) === null,
    );
  const subject = subjects.findLast((child) => child < verb) ?? subjects[0];
  if (subject === undefined) return null;
  if (subject > verb) {
    if (frame.upos(subject) === "PRON") return null;
    return withRange(frame, phraseOf(frame, subject), true);
  }
  if (frame.deprel(verb) === "acl:relcl" && /^(?:who|which|that)$/.test(frame.low(subject)))
    return antecedent(frame, verb, subject);
  return fromHead(frame, subject, first);
}

/** “Xi, who said …”: the antecedent speaks. */
function antecedent(frame: Frame, verb: number, pronoun: number): Speaker | null {
  const head = frame.head(verb);
  if (head >= 0 && head < pronoun && frame.isNominal(head)) {
    const phrase = phraseOf(frame, head, pronoun);
    return withRange(frame, { ...phrase, to: Math.min(phrase.to, pronoun) }, false);
  }
  return frame.low(pronoun) === "who" ? beforePronoun(frame, pronoun) : null;
}

/** The noun phrase right before the verb group, where the parse gave it to something else. */
function beside(frame: Frame, { verb, entry }: CuePlace, first: number): Speaker | null {
  const at = first - 1;
  if (at < 0 || frame.low(verb).endsWith("ing") || frame.low(first) === "to") return null;
  if (frame.low(at) === "who") return beforePronoun(frame, at);
  if (!frame.isNominal(at) && frame.form(at) !== ")") return null;
  const pronoun = frame.upos(at) === "PRON";
  if (pronoun && !/^(?:he|she|they|we|i|it|both|others|some|many)$/.test(frame.low(at)))
    return null;
  const stretch = pronoun ? null : stretchBefore(frame, first);
  if (stretch !== null && (entry.frames.has("quote") || entry.frames.has("that")))
    return withRange(frame, stretch, false);
  const phrase = runBefore(frame, at);
  const before = frame.low(phrase.from - 1);
  if (before === "to" || (frame.upos(phrase.from - 1) === "ADP" && !pronoun)) return null;
  return withRange(frame, phrase, false);
}

/**
 * A noun phrase with its prepositional phrases from the last mark up to the verb: “the Bureau of
 * Fisheries and Aquatic Resources said”; `null` where it begins with a preposition or holds a verb.
 */
function stretchBefore(frame: Frame, first: number): NounPhrase | null {
  let from = first;
  while (from > 0 && frame.quotation(from - 1) === null && inStretch(frame, from - 1)) from--;
  const marked =
    from === 0 ||
    frame.isBreak(from - 1) ||
    frame.quotation(from - 1) !== null ||
    /^(?:that|and|but|as|while|["”’'])$/.test(frame.low(from - 1));
  while (from < first && frame.upos(from) === "CCONJ") from++;
  if (!marked || from >= first || frame.upos(from) === "ADP") return null;
  let head = from;
  while (
    head + 1 < first &&
    frame.upos(head + 1) !== "ADP" &&
    frame.upos(head + 1) !== "CCONJ" &&
    frame.isNominal(head + 1)
  )
    head++;
  while (head + 1 < first && !frame.isNominal(head)) head++;
  return frame.isNominal(head) ? { head, from, to: first } : null;
}

function inStretch(frame: Frame, at: number): boolean {
  if (frame.form(at + 1) === "-" || frame.form(at) === "-") return !frame.isDash(at);
  if (isWholePronoun(frame, at)) return false;
  return (
    frame.isNominal(at) ||
    /^(?:DET|ADJ)$/.test(frame.upos(at)) ||
    /^(?:['’]s?|of|for|in|at|on|from|with|between|over|and|&)$/.test(frame.low(at)) ||
    (frame.low(at).endsWith("ed") && /^(?:on|in|by|with|to)$/.test(frame.low(at + 1)))
  );
}
