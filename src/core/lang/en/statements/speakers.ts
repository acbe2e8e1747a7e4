import type { Range } from "../../../document.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import { phraseFrom, phraseOf, type NounPhrase } from "./noun-phrases.ts";

/** Who speaks, by a cue. */
export interface Speaker extends NounPhrase {
  readonly range: Range;
  /** The speaker stands after the verb (“…,” said Ali). */
  readonly inverted: boolean;
}

/** Words that stand for nobody as the subject of a cue. */
const nobody =
  /^(?:there|this|that|these|those|what|which|whatever|you|one|nothing|everything|something|anything)$/;

/**
 * The speaker of an active cue verb: its subject, the subject it shares with another verb, or the noun
 * phrase beside it where the parse shows none.
 */
export function speakerOf(frame: Frame, place: CuePlace): Speaker | null {
  const { verb } = place;
  const first = groupStart(frame, verb);
  const found =
    inverted(frame, place, first) ??
    nearer(frame, bySyntax(frame, verb, first), first) ??
    (reports(frame, place) ? coordinated(frame, verb, first) : null) ??
    shared(frame, verb, first) ??
    coordinated(frame, verb, first) ??
    beside(frame, place, first);
  if (found === null || (frame.low(found.head) === "it" && !mayBeIt(frame, place))) return null;
  return found;
}

/** The verb has a that-clause or a quotation of its own. */
function reports(frame: Frame, { last }: CuePlace): boolean {
  return frame.low(last + 1) === "that" || frame.quotation(last + 1) !== null;
}

/** The noun phrase right before the verb, where the parse took a subject beyond another clause or a dash. */
function nearer(frame: Frame, found: Speaker | null, first: number): Speaker | null {
  if (found === null || found.inverted || found.to >= first) return found;
  let parted = false;
  for (let at = found.to; at < first; at++)
    if (
      frame.isDash(at) ||
      (frame.isFinite(at) && frame.deprel(at) !== "acl:relcl" && !frame.isBelow(at, found.head))
    )
      parted = true;
  if (!parted) return found;
  const run = runBefore(frame, first - 1);
  if (!frame.isNominal(first - 1) || run.from < found.to || frame.upos(run.from - 1) === "ADP")
    return found;
  return withRange(frame, run, false) ?? found;
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

function beforePronoun(frame: Frame, pronoun: number): Speaker | null {
  let at = pronoun - 1;
  while (at >= 0 && frame.isBreak(at)) at--;
  if (at < 0 || !frame.isNominal(at)) return null;
  return fromHead(frame, at, pronoun);
}

function fromHead(frame: Frame, head: number, limit: number): Speaker | null {
  if (/^(?:VERB|AUX)$/.test(frame.upos(head))) return null;
  return withRange(frame, phraseOf(frame, head, limit), false);
}

/** “…, and stressed that …”, “…, adding that …”: the subject of the verb it hangs on. */
function shared(frame: Frame, verb: number, first: number): Speaker | null {
  let at = verb;
  for (let step = 0; step < 5; step++) {
    const relation = frame.deprel(at);
    const head = frame.head(at);
    if (head < 0) return null;
    if (relation === "acl" && frame.isNominal(head) && head < first)
      return (
        signatory(frame, head) ?? addition(frame, verb, head, first) ?? fromHead(frame, head, first)
      );
    if (relation === "acl:relcl") return antecedentOf(frame, at, head);
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp)$/.test(relation)) return null;
    if (relation === "advcl" && at === verb && blockedMark(frame, at)) return null;
    if ((relation === "parataxis" || relation === "ccomp") && !frame.low(verb).endsWith("ing"))
      return null;
    if (relation === "xcomp" && at === verb) {
      const object = causedObject(frame, verb, head);
      if (object !== null) return fromHead(frame, object, first);
    }
    if (relation === "conj" && at === verb && crossesTenses(frame, verb, head)) {
      at = frame.head(head);
      if (frame.child(at, "nsubj") === null) return null;
      return fromHead(frame, frame.child(at, "nsubj")!, groupStart(frame, at));
    }
    const subject = frame.child(head, "nsubj", "nsubj:pass");
    if (subject !== null && subject < first && frame.quotation(subject) === null) {
      if (frame.deprel(head) === "acl:relcl" && /^(?:who|which|that)$/.test(frame.low(subject)))
        return antecedentOf(frame, head, frame.head(head));
      return fromHead(frame, subject, Math.min(first, groupStart(frame, head)));
    }
    if (subject !== null && subject > head) return withRange(frame, phraseOf(frame, subject), true);
    at = head;
  }
  return null;
}

/** “reiterated …, and called for …” where the parse lost the tie: the verb before of the same form has the subject. */
function coordinated(frame: Frame, verb: number, first: number): Speaker | null {
  if (frame.upos(first - 1) !== "CCONJ" && frame.form(first - 1) !== ",") return null;
  const form = tense(frame, verb);
  for (let at = first - 2; at >= 0; at--) {
    if (frame.quotation(at) !== null || frame.form(at) === ";") return null;
    if (frame.upos(at) !== "VERB" || !frame.isFinite(at) || tense(frame, at) !== form) continue;
    const subject = frame.child(at, "nsubj");
    if (subject !== null && subject < at && frame.head(at) < 0)
      return fromHead(frame, subject, groupStart(frame, at));
  }
  return null;
}

/** Present of one, past, participle, or the plain form. */
function tense(frame: Frame, verb: number): string {
  const low = frame.low(verb);
  if (low.endsWith("ing")) return "ing";
  if (/(?:ed|old|id)$/.test(low)) return "past";
  return low.endsWith("s") ? "s" : "plain";
}

/** “said …, and stressed …” where the parse coordinated “stressed” with the present tense of what was said. */
function crossesTenses(frame: Frame, verb: number, inner: number): boolean {
  const outer = frame.head(inner);
  return (
    frame.form(verb - 2) === "," &&
    outer >= 0 &&
    frame.deprel(inner) === "ccomp" &&
    tense(frame, verb) === "past" &&
    tense(frame, outer) === "past" &&
    frame
      .children(inner)
      .some((child) => child < verb && /^(?:is|are|has|have|will)$/.test(frame.low(child)))
  );
}

/** “has officials wondering”, “heard him saying”: the object does it. */
function causedObject(frame: Frame, verb: number, head: number): number | null {
  const object = verb - 1;
  const caused =
    frame.low(verb).endsWith("ing") &&
    frame.isNominal(object) &&
    frame.head(object) === head &&
    /^(?:have|leave|keep|get|see|hear|find|catch|set|watch)$/.test(frame.lemma(head));
  return caused ? object : null;
}

/** “…, adding that …” after a comma: whoever said what stands before it, not the last noun in it. */
function addition(frame: Frame, verb: number, noun: number, first: number): Speaker | null {
  if (frame.form(first - 1) !== "," || !frame.low(verb).endsWith("ing")) return null;
  for (let at = frame.head(noun), steps = 0; at >= 0 && steps < 5; at = frame.head(at), steps++) {
    const subject = frame.child(at, "nsubj");
    if (subject !== null && subject < first && frame.quotation(subject) === null)
      return frame.isBelow(noun, subject) ? null : fromHead(frame, subject, groupStart(frame, at));
  }
  return null;
}

function antecedentOf(frame: Frame, _verb: number, head: number): Speaker | null {
  return head >= 0 && frame.isNominal(head) ? fromHead(frame, head, frame.length) : null;
}

/** “signed a statement proclaiming …”: who signed it speaks. */
function signatory(frame: Frame, paper: number): Speaker | null {
  const verb = frame.head(paper);
  const issued = verb >= 0 && frame.deprel(paper) === "obj" && issuing.test(frame.lemma(verb));
  if (!issued || !papers.test(frame.lemma(paper))) return null;
  const subject = frame.child(verb, "nsubj");
  return subject === null || subject > verb
    ? null
    : fromHead(frame, subject, groupStart(frame, verb));
}

const issuing =
  /^(?:sign|issue|release|publish|send|make|adopt|write|post|deliver|give|put|circulate|read)$/;
const papers =
  /^(?:statement|declaration|letter|memo|memorandum|message|communique|communiqué|resolution|note|report|tweet|post|document|warning|speech|address|joint|press)$/;

/** A conjunction that gives the participle's clause a sense of its own. */
function blockedMark(frame: Frame, verb: number): boolean {
  const mark = frame.child(verb, "mark");
  return mark !== null && !/^(?:by|while|in|when|after|before|as|to)$/.test(frame.low(mark));
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

/** The unbroken nominal run that ends at a word. */
function runBefore(frame: Frame, at: number): NounPhrase {
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

function isWholePronoun(frame: Frame, at: number): boolean {
  return frame.upos(at) === "PRON" && !/^(?:his|her|their|its|my|our|your)$/.test(frame.low(at));
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

function withRange(frame: Frame, phrase: NounPhrase, isInverted: boolean): Speaker | null {
  if (nobody.test(frame.low(phrase.head)) && phrase.to - phrase.from === 1) return null;
  const from = isInverted ? phrase.from : wholeFrom(frame, phrase.from);
  const range = frame.range(from, phrase.to);
  return range === null ? null : { ...phrase, from, range, inverted: isInverted };
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
