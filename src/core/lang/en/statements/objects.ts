import type { CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import { afterFixedAdverb, isPrefix, type Opening } from "./openings.ts";
import type { Reading } from "./reading.ts";

/** A noun phrase, a gerund or a prepositional phrase as content. */
export function objectOf(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  start: number,
): Opening | null {
  const { frames } = place.entry;
  let at = afterFixedAdverb(frame, start);
  if (frame.low(at) === "as" && frames.has("as") && namesLater(frame, at + 1))
    return { kind: "as", from: at, cueEnd: place.last };
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
  if (
    frames.has(`p:${low}`) &&
    at + 1 < frame.length &&
    !frame.isBreak(at + 1) &&
    !isAway(frame, at + 1)
  )
    return {
      kind: frames.has("as") && asAfter(frame, at + 1) ? "as" : "matter",
      from: at + 1,
      cueEnd: at,
    };
  if (!opensNoun(frame, at) || isIdiom(frame, place, at)) return null;
  const preposition = prepositionAfter(frame, place, at);
  if (frames.has("person") && preposition !== null)
    return { kind: "request", from: at, cueEnd: place.last };
  if (frames.has("as") && asAfter(frame, at)) return { kind: "as", from: at, cueEnd: place.last };
  if (frames.has("named") && hasPredicate(frame, place.verb, at))
    return { kind: "as", from: at, cueEnd: place.last };
  if (frames.has("np")) return { kind: "noun-phrase", from: at, cueEnd: place.last };
  return null;
}

/** “dismissed as baseless the allegations”: what it is called stands before what is called so. */
function namesLater(frame: Frame, from: number): boolean {
  let at = from;
  while (/^(?:ADV|ADJ|PUNCT)$/.test(frame.upos(at)) && !frame.isBreak(at)) at++;
  return at > from && /^(?:DET|PROPN|PRON)$/.test(frame.upos(at));
}

/** “tell the truth”, “tell a story”: nobody is told anything that could be quoted. */
export function isIdiom(frame: Frame, { entry }: CuePlace, at: number): boolean {
  if (entry.lemma !== "tell") return false;
  const noun = frame.upos(at) === "DET" ? at + 1 : at;
  return /^(?:truth|story|stories|lies?|tales?|difference|jokes?|time)$/.test(frame.low(noun));
}

/** A preposition that opens a phrase of its own: what the one before it governs has gone elsewhere. */
function isAway(frame: Frame, at: number): boolean {
  return (
    (/^(?:phone|telephone|condition|background)$/.test(frame.low(at)) &&
      frame.low(at - 1) === "on") ||
    (/^(?:ADP|SCONJ)$/.test(frame.upos(at)) &&
      /^(?:by|in|at|with|during|after|before|as|through|from)$/.test(frame.low(at)))
  );
}

function opensNoun(frame: Frame, at: number): boolean {
  return (
    at < frame.length &&
    frame.quotation(at) === null &&
    (frame.isNominal(at) ||
      isPrefix(frame, at) ||
      (/^(?:DET|ADJ|NUM|VERB|ADV)$/.test(frame.upos(at)) && frame.deprel(at) !== "conj") ||
      /^["“‘'`]+$/.test(frame.form(at)) ||
      /^(?:both|not)$/.test(frame.low(at)) ||
      (frame.low(at) === "as" && /^(?:many|much|few|little)$/.test(frame.low(at + 1))))
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
  let nested = false;
  for (let index = at + 1; index < Math.min(frame.length, at + (nested ? 24 : 12)); index++) {
    if (/^["“‘'`]+$/.test(frame.form(index)) || frame.quotation(index) !== null) return true;
    nested ||= frame.upos(index) === "ADP" && index > at + 1;
    if (nested && !frame.isBreak(index)) continue;
    if (
      frame.upos(index) === "DET" &&
      frame.isNominal(index - 1) &&
      /^(?:a|an|the|no)$/.test(frame.low(index))
    )
      return true;
    if (frame.isBreak(index) || /^(?:ADP|VERB|AUX)$/.test(frame.upos(index))) return false;
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

/** A noun phrase that goes on as the subject of a finite verb is no object (“disparaging remarks may have …”). */
export function isClauseSubject(frame: Frame, { kind, from }: Opening, to: number): boolean {
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
      .findLast((child) => child < main && frame.deprel(child).startsWith("nsubj"));
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
