import { afterListener, bareClause, unmarkedClause } from "./clauses.ts";
import type { CuePlace } from "./cue-places.ts";
import { endOfContent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { isNegated } from "./manner.ts";
import { isClauseSubject, isIdiom, objectOf } from "./objects.ts";
import { afterFixedAdverb, isPrefix, reach, type Complement, type Opening } from "./openings.ts";
import type { Reading } from "./reading.ts";
import type { Speaker } from "./speaker-phrases.ts";

const questionWords = /^(?:whether|if|what|how|why|who|whom|which|when|where|whose)$/;

/** Question words that also open a relative clause or tell when something was said (“said when asked …”). */
const relative = /^(?:who|whom|whose|which|when|where|if)$/;

/** Verbs that take any question. */
const asking =
  /^(?:ask|wonder|know|explain|tell|describe|discuss|debate|decide|consider|question|query|reveal|disclose|see|understand|learn|find out|show|indicate|determine|examine|clarify|outline|detail|specify|recall|remember|inquire|enquire|announce|predict|guess|identify|confirm|demand|care)$/;

/** The content right of a cue; `null` when nothing there reads as one. */
export function complementOf(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker | null,
): Complement | null {
  const start = speaker?.inverted === true ? Math.max(place.last + 1, speaker.to) : place.last + 1;
  if (isIdiom(frame, place, start)) return null;
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

/** Words a quotation takes in a frame. */
export function wordsOfQuotation(frame: Frame, at: number): number {
  const quotation = frame.quotation(at);
  let to = at;
  while (to < frame.length && quotation !== null && frame.quotation(to) === quotation) to++;
  return to - at;
}

/** A quotation, a clause or an infinitive after the cue, over adverbs, times, places and whom it is said to. */
function opening(reading: Reading, frame: Frame, place: CuePlace, start: number): Opening | null {
  const { frames } = place.entry;
  const clausal = frames.has("that");
  const cueEnd = place.last;
  let listener: number | null = null;
  let matter = false;
  for (let at = start; at < Math.min(frame.length, start + reach);) {
    const low = frame.low(at);
    if (frame.quotation(at) !== null)
      return frames.has("quote") || frames.has("that")
        ? { kind: "quotation", from: at, cueEnd }
        : null;
    const goesOn = frame.low(at + 1) === "that" && frame.upos(at + 1) === "SCONJ" && at > start;
    if (/^[,:]$/.test(low) && (frame.quotation(at + 1) !== null || goesOn)) {
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
    matter ||= /^(?:of|about|against|over)$/.test(low) && frames.has(`p:${low}`);
    // “warned of costs if …”: a condition of the costs, no question.
    if (matter && low === "if") return null;
    if (
      clausal &&
      questionWords.test(low) &&
      (!relative.test(low) ||
        asking.test(place.entry.lemma) ||
        listener !== null ||
        isNegated(frame, place.verb)) &&
      opensClause(frame, at)
    )
      return { kind: "question", from: at, cueEnd };
    const fixed = afterFixedAdverb(frame, at);
    if (fixed > at) {
      at = fixed;
      continue;
    }
    const past = clausal ? reading.afterTime(frame, at) : null;
    if (past !== null && /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(frame.upos(past))) {
      at = past;
      continue;
    }
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
  if (frame.upos(at) === "PRON" && frame.low(at) === "that" && frame.deprel(at) === "nsubj")
    return false;
  if (frame.upos(at) === "SCONJ" && frame.low(at) === "that" && frame.length - at > 3) return true;
  if (frame.upos(at) === "DET" && !frame.hasFinite(at + 1, at + 14)) return false;
  return frame.hasFinite(at + 1, frame.length) || frame.low(at + 1) === "to";
}

function isInfinitive(frame: Frame, at: number): boolean {
  for (let next = at + 1; next < Math.min(frame.length, at + 4); next++) {
    if (/^(?:VERB|AUX)$/.test(frame.upos(next))) return true;
    if (isPrefix(frame, next)) next++;
    else if (/^["“‘'`]+$/.test(frame.form(next))) continue;
    else if (frame.upos(next) !== "ADV" && frame.low(next) !== "not") return false;
  }
  return false;
}
