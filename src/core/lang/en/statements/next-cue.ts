import { joinsOuter } from "./coordination.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import type { Opening } from "./openings.ts";
import type { Reading } from "./reading.ts";

/** “said A was ready, but will respond”: a modal goes on with what is said, not with a cue that has none. */
export function joinsModal(frame: Frame, verb: number, at: number): boolean {
  return modal.test(frame.low(at)) && !modal.test(frame.low(groupStart(frame, verb)));
}

/** Modal verbs. */
const modal = /^(?:will|would|shall|should|can|could|may|might|must|wo|ca)$/;

/** “…, and emphasised …”: the next verb is a cue of the same form without a subject of its own. */
export function sharesSpeaker(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  opening: Opening,
  from: number,
): boolean {
  if (frame.low(from - 1) === "nor") return false;
  if (joinsModal(frame, place.verb, from)) return false;
  let at = from;
  while (at < frame.length && /^(?:ADV|AUX|PART)$/.test(frame.upos(at)) && at - from < 4) at++;
  const cue = reading.cueAt(frame, at);
  const plain = frame.low(at) === frame.lemma(at) && frame.child(at, "aux") === null;
  if (hangs(frame, place, at) && (!plain || sameForm(frame, place.verb, at)))
    return frame.child(at, "nsubj", "nsubj:pass") === null;
  if (cue === null) return false;
  if (frame.child(at, "nsubj", "nsubj:pass") !== null) return false;
  if (frame.upos(at) !== "VERB") return false;
  if (opening.kind === "infinitive" || opening.kind === "request")
    return frame.low(at) !== frame.lemma(at);
  if (!sameForm(frame, place.verb, at)) return false;
  return (
    frame.form(from - 2) === "," || takesClause(frame, at) || !joinsContent(frame, opening, at)
  );
}

/** The verb has a clause, an infinitive or a quotation of its own: it reports. */
function takesClause(frame: Frame, at: number): boolean {
  if (frame.child(at, "ccomp") !== null) return true;
  return frame.low(at + 1) === "that" || frame.quotation(at + 1) !== null;
}

/** The parse coordinates the verb with one inside the content that has its own subject. */
function joinsContent(frame: Frame, opening: Opening, at: number): boolean {
  const head = frame.head(at);
  if (frame.low(at).endsWith("ing") && !frame.low(head).endsWith("ing")) return false;
  return (
    frame.deprel(at) === "conj" &&
    head >= opening.from &&
    head < at &&
    !joinsOuter(frame, at, head) &&
    (frame.child(head, "nsubj", "nsubj:pass") !== null ||
      (frame.low(head - 1) === "to" && frame.low(at) === frame.lemma(at)))
  );
}

/** “…, and will deepen …”: another predicate of the cue's subject. */
export function opensPredicate(frame: Frame, conjunction: number): boolean {
  if (frame.upos(conjunction) !== "CCONJ" || frame.upos(conjunction + 1) !== "AUX") return false;
  const main = frame.head(conjunction + 1);
  return (
    frame.child(main, "nsubj", "nsubj:pass") === null &&
    !/^(?:be|to)$/.test(frame.low(conjunction + 1))
  );
}

/** “We welcome …, urge …, and pledge …”: the next of the cues that one subject has. */
export function listsCue(reading: Reading, frame: Frame, place: CuePlace, at: number): boolean {
  if (frame.upos(at) !== "VERB" || frame.head(at) !== place.verb) return false;
  if (!/^(?:conj|parataxis)$/.test(frame.deprel(at)) || frame.low(at).endsWith("ing")) return false;
  const own = frame.child(at, "nsubj", "nsubj:pass");
  return own === null && reading.cueAt(frame, at) !== null && sameForm(frame, place.verb, at);
}

function hangs(frame: Frame, place: CuePlace, at: number): boolean {
  return frame.head(at) === place.verb && frame.deprel(at) === "conj";
}

/** Both in the past, both in the present, or both participles. */
function sameForm(frame: Frame, a: number, b: number): boolean {
  const form = (index: number): string => {
    const low = frame.low(index);
    if (low.endsWith("ing")) return "ing";
    if (low === frame.lemma(index)) return "base";
    return low.endsWith("s") ? "s" : "past";
  };
  return form(a) === form(b) || /^(?:set|put|read|cast)$/.test(frame.low(b));
}

/** “…, but analysts say …”: a cue with a subject of its own begins here. */
export function otherSpeaker(reading: Reading, frame: Frame, from: number): boolean {
  for (let at = from; at < Math.min(frame.length, from + 16); at++) {
    const cue = reading.cueAt(frame, at);
    if (cue !== null && !cue.belief) {
      const subject = frame.child(at, "nsubj");
      const group = groupStart(frame, at);
      if (subject !== null && /^(?:who|which|that)$/.test(frame.low(subject))) return false;
      if (subject === null) return group > from && isNominalRun(frame, from, group);
      return subject >= from && subject < at && group - subject <= 8;
    }
    if (frame.isBreak(at) || (frame.isFinite(at) && frame.upos(at) === "VERB")) return false;
  }
  return false;
}

/** “… and the minister said he …”: another speaker with a finite cue and its clause. */
export function reportsAnew(reading: Reading, frame: Frame, from: number): boolean {
  for (let at = from + 1; at < Math.min(frame.length, from + 8); at++) {
    const cue = reading.cueAt(frame, at);
    if (cue === null) {
      if (frame.isBreak(at) || frame.isFinite(at)) return false;
      continue;
    }
    const subject = frame.child(at, "nsubj");
    const told = cue.frames.has("quote") && !cue.belief && frame.isFinite(at);
    return told && subject !== null && subject >= from && frame.child(at, "ccomp") !== null;
  }
  return false;
}

/** Nothing but a noun phrase stands there: a subject that the parse gave to nothing. */
function isNominalRun(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!frame.isNominal(at) && !/^(?:DET|ADJ|PART)$/.test(frame.upos(at))) return false;
  return to > from && frame.isNominal(to - 1);
}
