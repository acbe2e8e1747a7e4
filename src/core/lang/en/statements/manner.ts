import type { Range } from "../../../document.ts";
import { tense } from "./coordination.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";

/** Negated before the verb, or by its subject (“neither side said”). */
export function isNegated(frame: Frame, verb: number): boolean {
  const first = groupStart(frame, verb);
  for (let at = first - 1; at < verb; at++)
    if (/^(?:n['’]t|not|never|neither|nor)$/.test(frame.low(at))) return true;
  const subject = frame.child(verb, "nsubj", "nsubj:pass");
  if (subject === null) return false;
  return frame.subtree(subject).some((at) => /^(?:no|neither|nobody|none)$/.test(frame.low(at)));
}

const reserve = /^(?:reportedly|allegedly|apparently|supposedly|purportedly)$/;

/** Told with reserve (“reportedly”). */
export function isHedged(frame: Frame, verb: number): boolean {
  for (let at = Math.max(0, groupStart(frame, verb) - 2); at <= verb + 1; at++)
    if (reserve.test(frame.low(at))) return true;
  return false;
}

/** “could explain”, “should consider”, “would say”: nobody has said it. */
export function isHypothetical(frame: Frame, verb: number): boolean {
  for (let at = groupStart(frame, verb); at < verb; at++)
    if (
      /^(?:should|could|would|may|might|must|can|ca|ought)$/.test(frame.low(at)) &&
      frame.upos(at) === "AUX"
    )
      return true;
  // “May the harbour give …”
  const wish = frame.child(verb, "aux");
  if (wish !== null && frame.low(wish) === "may") return true;
  return joinsHypothetical(frame, verb) || goesOnWith(frame, verb);
}

/** “so we can continue tackling …”: what would be gone on with. */
function goesOnWith(frame: Frame, verb: number): boolean {
  const head = frame.head(verb);
  const goesOn = head >= 0 && head < verb && frame.deprel(verb) === "xcomp";
  return (
    goesOn &&
    /^(?:continue|keep|start|begin|stop|go)$/.test(frame.lemma(head)) &&
    isHypothetical(frame, head)
  );
}

/** “would have to pay and the board agree”: a plain form that hangs on what would be. */
function joinsHypothetical(frame: Frame, verb: number): boolean {
  const head = frame.head(verb);
  if (head < 0 || head > verb || frame.deprel(verb) !== "conj") return false;
  if (frame.low(verb) !== frame.lemma(verb) || frame.child(verb, "aux") !== null) return false;
  const lead = frame.deprel(head) === "xcomp" ? frame.head(head) : head;
  return frame.child(lead, "aux") !== null && isHypothetical(frame, lead);
}

/** “affirmed their will to build ships and support trade”: a plain form beside a past is an infinitive without its “to”. */
export function isBareInfinitive(frame: Frame, verb: number): boolean {
  const head = frame.head(verb);
  return (
    head >= 0 &&
    head < verb &&
    frame.deprel(verb) === "conj" &&
    frame.low(verb) === frame.lemma(verb) &&
    tense(frame, verb) === "plain" &&
    tense(frame, head) === "past" &&
    frame.child(verb, "nsubj", "aux") === null
  );
}

/** “What did Roe tell you?”: asked, not told. */
export function isAsked(frame: Frame, verb: number): boolean {
  if (frame.form(frame.length - 1) !== "?") return false;
  const subject = frame.child(verb, "nsubj");
  const helper = frame.child(verb, "aux");
  return (
    subject !== null &&
    helper !== null &&
    helper < subject &&
    /^d(?:o|oes|id)$/.test(frame.low(helper))
  );
}

/** “the tweet shown above claimed …”, “when asked to comment”: a participle that is no past tense, without an auxiliary. */
export function isBareParticiple(frame: Frame, verb: number): boolean {
  if (
    frame.low(verb).endsWith("ed") &&
    frame.child(verb, "nsubj") === null &&
    /^(?:when|if|once|as|unless|though)$/.test(frame.low(verb - 1))
  )
    return true;
  return (
    /^(?:shown|given|written|spoken|known|seen|taken|sworn|drawn|begun|driven)$/.test(
      frame.low(verb),
    ) && frame.upos(groupStart(frame, verb)) !== "AUX"
  );
}

/** Verbs after which an infinitive was really said (“went on to warn”, “met to discuss”). */
const leading =
  /^(?:go|continue|proceed|begin|start|rush|happen|come|join|take|use|meet|speak|call|gather|write|telephone|phone|hold|convene|appear|return|step|move|manage|feel|proud|pleased|happy|glad|delighted|honou?red)$/;

/** Verbs of finding out: what is used for that says nothing yet. */
const testing = /^(?:assess|examine|determine|evaluate|decide|explore|study|review|find|see)$/;

/** “to back the plan”: an infinitive that nothing says was carried out. */
export function isMereInfinitive(frame: Frame, verb: number): boolean {
  let to = verb - 1;
  while (to >= 0 && /^(?:ADV|PART)$/.test(frame.upos(to)) && frame.low(to) !== "to") to--;
  if (frame.low(to) !== "to") return false;
  const head = frame.head(verb);
  if (
    testing.test(frame.lemma(verb)) &&
    /^(?:use|take|move|manage|return)$/.test(frame.lemma(head))
  )
    return true;
  return (
    head < 0 ||
    !/^(?:xcomp|advcl|conj)$/.test(frame.deprel(verb)) ||
    !leading.test(frame.lemma(head)) ||
    isAhead(frame, head)
  );
}

/** “will meet to discuss”, “is due to meet to discuss”: not yet. */
function isAhead(frame: Frame, verb: number): boolean {
  for (let at = groupStart(frame, verb); at < verb; at++)
    if (/^(?:will|shall|['’]ll|to)$/.test(frame.low(at))) return true;
  return false;
}

/** Verbs whose object may do something in the plain form (“see the minister agree”). */
const watching = /^(?:see|let|make|have|help|watch|hear)$/;

/** “would like to see China agree”: nothing says that it happened. */
export function isMereWish(frame: Frame, verb: number): boolean {
  if (frame.low(verb) !== frame.lemma(verb)) return false;
  let at = verb - 1;
  while (at >= 0 && (frame.isNominal(at) || /^(?:DET|ADJ)$/.test(frame.upos(at)))) at--;
  return (
    at < verb - 1 &&
    frame.upos(at) === "VERB" &&
    watching.test(frame.lemma(at)) &&
    frame.low(at) === frame.lemma(at)
  );
}

/** “without saying”, “as opposed to affirming”, “accused of denying”: a gerund that nobody is said to do. */
export function isMereGerund(frame: Frame, verb: number): boolean {
  if (!frame.low(verb).endsWith("ing")) return false;
  const before = frame.low(groupStart(frame, verb) - 1);
  if (
    /^(?:without|to|of|from|than|instead|for|against|about|like|on|into|rather|over|at)$/.test(
      before,
    )
  )
    return true;
  if (/^(?:and|or)$/.test(before) && joinsMereGerund(frame, groupStart(frame, verb) - 2))
    return true;
  const head = frame.head(verb);
  if (head < 0 || frame.deprel(verb) !== "advcl") return false;
  return (
    isHypothetical(frame, head) ||
    (before === "by" && (isMereInfinitive(frame, head) || isHypothetical(frame, frame.head(head))))
  );
}

/** “the strategy of affirming …, and committing to …”: the gerund before hangs on a noun. */
function joinsMereGerund(frame: Frame, before: number): boolean {
  for (let at = before; at >= 0 && before - at < 24; at--) {
    if (frame.isFinite(at) || frame.quotation(at) !== null) return false;
    if (frame.upos(at) === "VERB" && frame.low(at).endsWith("ing")) return isMereGerund(frame, at);
  }
  return false;
}

/** “if the ministers say”, “as long as both sides agree”: said under a condition. */
export function isConditional(frame: Frame, verb: number): boolean {
  for (let at = verb, steps = 0; at >= 0 && steps < 4; steps++) {
    const mark = frame.child(at, "mark");
    if (mark !== null && /^(?:if|unless|lest|whether)$/.test(frame.low(mark))) return true;
    if (mark !== null && frame.low(mark) === "as" && /^(?:long|soon)$/.test(frame.low(mark - 1)))
      return true;
    if (!/^(?:xcomp|conj|ccomp)$/.test(frame.deprel(at))) break;
    at = frame.head(at);
  }
  for (let at = groupStart(frame, verb) - 1; at >= 0 && verb - at < 12; at--) {
    if (frame.isBreak(at) || frame.quotation(at) !== null) return false;
    if (
      /^(?:if|unless)$/.test(frame.low(at)) ||
      (frame.low(at) === "as" && /^(?:long|soon)$/.test(frame.low(at - 1)))
    )
      return !frame.hasFinite(at + 1, groupStart(frame, verb));
  }
  return false;
}

/** The cue's words as they stand: its verb group up to its last part. */
export function cueRange(frame: Frame, place: CuePlace, end: number = place.last): Range {
  const first = groupStart(frame, place.verb);
  return { start: frame.words[first]!.start, end: frame.words[Math.max(end, place.verb)]!.end };
}
