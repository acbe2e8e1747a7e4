import { groupStart, type CuePlace } from "./cue-places.ts";
import { phraseOf } from "./noun-phrases.ts";
import type { Opening } from "./openings.ts";
import type { Frame } from "./frame.ts";
import { isBareInfinitive } from "./manner.ts";
import {
  joinsModal,
  listsCue,
  opensPredicate,
  otherSpeaker,
  reportsAnew,
  sharesSpeaker,
} from "./next-cue.ts";
import type { Reading } from "./reading.ts";

/**
 * Where a content ends that begins right of its cue: before the next cue of the same speaker, before a
 * clause that goes with the cue rather than with the content, before another source; else with the sentence.
 * @returns one past its last word
 */
export function endOfContent(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  opening: Opening,
): number {
  let stop = frame.length;
  for (let at = opening.from + 1; at < frame.length; at++) {
    at = reading.pastQuotation(frame, at, opening.from);
    if (at < frame.length && stops(reading, frame, place, opening, at)) {
      stop = at;
      break;
    }
  }
  return trimmedEnd(frame, opening.from, stop);
}

/** Marks and conjunctions at the end don't belong to a content. */
export function trimmedEnd(frame: Frame, from: number, to: number): number {
  let last = to;
  while (
    last > from + 1 &&
    frame.quotation(last - 1) === null &&
    (frame.upos(last - 1) === "CCONJ" ||
      /^(?:particularly|especially|notably|mainly|partly)$/.test(frame.low(last - 1)) ||
      (frame.low(last - 1) === "even" && /^(?:as|though|if)$/.test(frame.low(last))) ||
      (frame.isPunct(last - 1) && !/^[”"’')\]»]$|^''$/u.test(frame.form(last - 1))))
  )
    last--;
  return last;
}

/** Verbs and nouns of saying nothing, behind “but”. */
const unsaid =
  /^(?:no|little|scant) (?:mention|reference|word|comment)\b|^(?:did (?:not|n['’]t)|made no|stopped short|gave no|offered no|provided no|declined to|refused to|would (?:not|n['’]t)|avoided)\b.*\b(?:mention\w*|refer\w*|name|naming|say|elaborate|specify|comment\w*|identify|disclose|detail\w*|give|short|explain|provide|condemn\w*|call\w*)\b/;

/** The same, behind “without”. */
const unsaidWithout =
  /^(?:mentioning|naming|referring|elaborating|specifying|identifying|giving|going into|providing|saying|explicitly|directly)\b/;

/** “… but did not mention …”, “without naming …”: what the page says that the speaker left unsaid. */
function tellsUnsaid(frame: Frame, from: number): boolean {
  const words = [0, 1, 2, 3, 4].map((step) => frame.low(from + step)).join(" ");
  const before = frame.low(from - 1);
  if (before === "without") return unsaidWithout.test(words);
  return before === "with"
    ? /^(?:no|little|scant) (?:mention|reference)\b/.test(words)
    : unsaid.test(words);
}

function stops(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  opening: Opening,
  at: number,
): boolean {
  const mark = frame.isBreak(at) || frame.quotation(at - 1) !== null || closesQuoted(frame, at - 1);
  const next = frame.isBreak(at) ? at + 1 : at;
  const low = frame.low(next);
  if (frame.upos(next) === "CCONJ" && sharesSpeaker(reading, frame, place, opening, next + 1))
    return true;
  if (/^(?:but|while|whereas|though|although)$/.test(low) && otherSpeaker(reading, frame, next + 1))
    return true;
  if (frame.form(at) === ";" && otherSpeaker(reading, frame, next)) return true;
  if (/^(?:but|without|with)$/.test(low) && tellsUnsaid(frame, next + 1)) return true;
  if (!clausal.has(opening.kind) && low === "and" && reportsAnew(reading, frame, next + 1))
    return true;
  if (
    clausal.has(opening.kind) &&
    frame.upos(next) === "CCONJ" &&
    frame.low(next + 1) === "that" &&
    frame.upos(next + 1) === "SCONJ"
  )
    return false;
  if (mark && !clausal.has(opening.kind) && opensPredicate(frame, next)) return true;
  if (frame.form(at) === ";" && !clausal.has(opening.kind) && isSentence(frame, at + 1))
    return true;
  if (frame.form(at) === "," && listsCue(reading, frame, place, at + 1)) return true;
  if (endsRelative(frame, place, opening, at) || opensMatrix(frame, place, at)) return true;
  if (!mark)
    return isWhole(frame, opening, at) && isAdjunctOfCue(reading, frame, place, opening, at);
  if (!clausal.has(opening.kind)) {
    if (frame.form(at) === ":" && frame.quotation(next) !== null) return true;
    if (opensMainClause(frame, next)) return true;
  }
  if (opening.kind === "as" && frame.form(at) === "," && !/^(?:and|or|but)$/.test(low)) return true;
  if (low === "according" || isParenthesis(reading, frame, next)) return true;
  if (isCueParticiple(reading, frame, place, next)) return true;
  if (!isWhole(frame, opening, at)) return false;
  if (!reading.official && low === "as" && /^(?:he|she|they)$/.test(frame.low(next + 1)))
    return true;
  if (frame.isDash(at) && !isPaired(frame, opening.from, at) && !joinsNames(frame, at)) return true;
  if (
    /^(?:and|but|while|though|although|whereas|yet)$/.test(low) &&
    otherSpeaker(reading, frame, next + 1)
  )
    return true;
  return withOwnSubject(reading, frame, next) || hangsOnCue(reading, frame, place, next);
}

/** A closing mark after a stop (`,”`) ends what is quoted; one after a word only its words. */
function closesQuoted(frame: Frame, at: number): boolean {
  return /^[”"’']+$/.test(frame.form(at)) && /^[,.!?]$/.test(frame.form(at - 1));
}

/** Contents that are clauses and may hold further ones. */
const clausal: ReadonlySet<string> = new Set(["clause", "question"]);

/** After a mark another clause opens, with a subject and a finite verb of its own. */
export function opensMainClause(frame: Frame, from: number): boolean {
  let at = from;
  if (/^(?:and|but|or|so|yet|while|though|although|whereas)$/.test(frame.low(at))) at++;
  if (/^(?:who|which|that|whom|whose|where|when|if|because)$/.test(frame.low(at))) return false;
  for (let verb = at + 1; verb < Math.min(frame.length, at + 10); verb++) {
    if (
      frame.isBreak(verb) ||
      frame.quotation(verb) !== null ||
      /^(?:who|which|that|to)$/.test(frame.low(verb))
    )
      return false;
    if (!frame.isFinite(verb)) continue;
    const main = frame.upos(verb) === "AUX" && frame.head(verb) > verb ? frame.head(verb) : verb;
    const subject = frame.child(main, "nsubj", "nsubj:pass");
    return (
      subject !== null && subject >= at && subject < verb && frame.deprel(main) !== "acl:relcl"
    );
  }
  return false;
}

/** What stands between semicolons is a sentence, no further thing of a list. */
function isSentence(frame: Frame, from: number): boolean {
  for (let at = from; at < frame.length && frame.form(at) !== ";"; at++)
    if (frame.isFinite(at) && /^(?:root|conj|parataxis)$/.test(frame.deprel(at))) return true;
  return false;
}

/** “While the board says …, others say …”: the clause that the cue's own hangs on begins. */
function opensMatrix(frame: Frame, { verb }: CuePlace, at: number): boolean {
  const matrix = frame.head(verb);
  if (frame.form(at) !== ",") return false;
  // “The minister, while welcoming the offer, reiterated …”
  const aside = /^(?:while|when|after|before|by|in)$/.test(frame.low(groupStart(frame, verb) - 1));
  if (aside && frame.low(verb).endsWith("ing") && frame.isFinite(at + 1)) return true;
  if (/^(?:while|although|though|whereas)$/.test(frame.low(0)) && !hasBreak(frame, verb))
    return opensMainClause(frame, at + 1);
  if (frame.deprel(verb) !== "advcl" || matrix <= at) return false;
  const subject = frame.child(matrix, "nsubj", "nsubj:pass", "expl");
  return subject !== null && phraseOf(frame, subject).from === at + 1;
}

function hasBreak(frame: Frame, to: number): boolean {
  for (let at = 0; at < to; at++) if (frame.isBreak(at)) return true;
  return false;
}

/** “…, who endorsed Roe on Monday, is making …”: the main clause goes on after the relative clause. */
function endsRelative(frame: Frame, place: CuePlace, opening: Opening, at: number): boolean {
  const relative =
    frame.deprel(place.verb) === "acl:relcl" ||
    /^(?:who|which)$/.test(frame.low(groupStart(frame, place.verb) - 1));
  if (!relative || at <= opening.from + 1) return false;
  return frame.form(at) === "," && frame.isFinite(at + 1) && frame.upos(at + 1) !== "NOUN";
}

/** What stands so far can be a content of its kind: a clause has its verb. */
function isWhole(frame: Frame, opening: Opening, at: number): boolean {
  if (opening.kind === "clause" || opening.kind === "question")
    return frame.hasFinite(opening.from + 1, at);
  return at > opening.from + 1 || frame.isNominal(opening.from);
}

/** “…, adding that …”: a participle that is a cue, after a comma, of the same speaker. */
function isCueParticiple(reading: Reading, frame: Frame, place: CuePlace, at: number): boolean {
  let verb = at;
  while (verb < at + 3 && frame.upos(verb) === "ADV") verb++;
  if (
    !frame.low(verb).endsWith("ing") ||
    /^(?:including|regarding|concerning|relating|pertaining)$/.test(frame.low(verb))
  )
    return false;
  const cue = reading.cueAt(frame, verb);
  if (cue === null || cue.belief) return false;
  const head = frame.head(verb);
  const listed = head > place.verb && frame.low(head).endsWith("ing");
  if (listed && frame.low(verb + 1) !== "that" && frame.quotation(verb + 1) === null) return false;
  return cue.frames.has("quote") || frame.head(verb) === place.verb;
}

/** “…, the footage showed”: a speaker and a cue that end the sentence or stand between commas. */
function isParenthesis(reading: Reading, frame: Frame, from: number): boolean {
  return reading.isAttribution(frame, from);
}

/** The clause that begins here goes with the cue: “…, sparking protests”, “…, and the talks went on”. */
function hangsOnCue(reading: Reading, frame: Frame, place: CuePlace, at: number): boolean {
  const opens =
    frame.upos(at) === "CCONJ" ||
    (!reading.official && (/^(?:SCONJ|VERB)$/.test(frame.upos(at)) || frame.low(at) === "with"));
  if (joinsModal(frame, place.verb, at + 1)) return false;
  if (!opens || /^(?:if|because|so|unless|until|to|in|that|whether|which|who)$/.test(frame.low(at)))
    return false;
  return frame
    .children(place.verb)
    .some(
      (child) =>
        child >= at &&
        child - at <= 12 &&
        /^(?:conj|advcl|parataxis)$/.test(frame.deprel(child)) &&
        /^(?:VERB|AUX)$/.test(frame.upos(child)) &&
        frame.low(child - 1) !== "to" &&
        !isBareInfinitive(frame, child) &&
        Math.min(...frame.subtree(child, (below) => below < at)) === at,
    );
}

/** After a noun phrase as content: the occasion it was said on, when the parse ties it to the cue. */
function isAdjunctOfCue(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  opening: Opening,
  at: number,
): boolean {
  if (!/^(?:noun-phrase|matter|as)$/.test(opening.kind)) return false;
  // “described Roe as “a partner””: what she is called, not when.
  if (opening.kind === "as" && frame.low(at) === "as") return false;
  const marker = frame.upos(at);
  if (marker !== "ADP" && marker !== "SCONJ") return false;
  if (place.entry.frames.has(`p:${frame.low(at)}`)) return false;
  const head = frame.head(at);
  if (frame.low(at) === "as" && !frame.isFinite(head)) return false;
  if (frame.head(head) !== place.verb || !/^(?:obl|advcl)/.test(frame.deprel(head))) return false;
  return (
    (frame.low(at) !== "from" && reading.isOccasion(frame, at)) ||
    /^(?:during|after|before|while|when|as|amid|following|ahead|until)$/.test(frame.low(at))
  );
}

/** “with both sides emphasising …”: a participle that is a cue, with a subject of its own. */
function withOwnSubject(reading: Reading, frame: Frame, at: number): boolean {
  if (frame.low(at) !== "with") return false;
  for (let verb = at + 2; verb < Math.min(frame.length, at + 9); verb++) {
    if (frame.low(verb).endsWith("ing") && reading.cueAt(frame, verb) !== null) return true;
    if (frame.isBreak(verb) || frame.isFinite(verb)) return false;
  }
  return false;
}

/** “the Kevara – Selne Dialogue”: a dash within a name. */
function joinsNames(frame: Frame, at: number): boolean {
  return (
    frame.upos(at - 1) === "PROPN" &&
    frame.upos(at + 1) === "PROPN" &&
    (frame.head(at + 1) === at - 1 || frame.head(at - 1) > at)
  );
}

/** A dash that closes an aside, or that another dash after it closes. */
function isPaired(frame: Frame, from: number, at: number): boolean {
  let before = 0;
  for (let index = from; index < at; index++) if (frame.isDash(index)) before++;
  if (before % 2 === 1) return true;
  for (let index = at + 1; index < frame.length; index++) if (frame.isDash(index)) return true;
  return false;
}
