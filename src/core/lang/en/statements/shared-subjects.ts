import { tense, joinsOuter } from "./coordination.ts";
import { groupStart } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import { phraseOf } from "./noun-phrases.ts";
import { fromHead, withRange, type Speaker } from "./speaker-phrases.ts";

/** “…, and stressed that …”, “…, adding that …”: the subject of the verb it hangs on. */
export function shared(frame: Frame, verb: number, first: number): Speaker | null {
  let at = verb;
  for (let step = 0; step < 5; step++) {
    const relation = frame.deprel(at);
    const head = frame.head(at);
    if (head < 0) return null;
    if (relation === "acl" && frame.isNominal(head) && head < first) {
      if (frame.marker(at, /^(?:in|by|after|before|while)$/) !== null) return null;
      // A participle of the past says what was done to its noun, unless the parse lost the main verb in it.
      if (!frame.low(at).endsWith("ing") && frame.head(head) >= 0) return null;
      const paper = frame.head(head);
      if (
        frame.marker(head, /^to$/) !== null &&
        paper >= 0 &&
        frame.isNominal(paper) &&
        papers.test(frame.lemma(paper))
      )
        return signatory(frame, paper) ?? fromHead(frame, paper, first);
      return (
        signatory(frame, head) ?? addition(frame, verb, head, first) ?? fromHead(frame, head, first)
      );
    }
    // “left her intrigued and wanting to learn more”: not what the subject does.
    if (relation === "conj" && frame.upos(head) === "ADJ" && frame.deprel(head) === "xcomp")
      return null;
    if (relation === "acl:relcl") return antecedentOf(frame, head);
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp)$/.test(relation)) return null;
    if (relation === "advcl" && at === verb && blockedMark(frame, at)) return null;
    if ((relation === "parataxis" || relation === "ccomp") && !frame.low(verb).endsWith("ing"))
      return null;
    if (at === verb && frame.low(verb) === "adding") {
      const outer = reporterAbove(frame, head, first);
      if (outer !== null) return outer;
    }
    if (relation === "xcomp" && at === verb) {
      const object = causedObject(frame, verb, head);
      if (object !== null) return fromHead(frame, object, first);
    }
    if (relation === "conj" && at === verb && joinsParticiple(frame, verb, head))
      return participleBefore(frame, head);
    if (relation === "conj" && at === verb && joinsOuter(frame, verb, head))
      return coordinated(frame, verb, first);
    if (relation === "conj" && frame.deprel(head) === "acl" && frame.isFinite(verb)) {
      const other = coordinated(frame, verb, first);
      if (other !== null) return other;
    }
    const subject = frame.child(head, "nsubj", "nsubj:pass");
    // “Noting that …, Roe said …”
    const before = relation === "advcl" && at === verb && verb < head && opensFrame(frame, first);
    if (before && frame.low(verb).endsWith("ing") && (subject === null || subject > verb))
      return subject === null || !telling(frame, verb)
        ? null
        : fromHead(frame, subject, groupStart(frame, head));
    if (subject !== null && subject < first && frame.quotation(subject) === null) {
      if (frame.deprel(head) === "acl:relcl" && /^(?:who|which|that)$/.test(frame.low(subject)))
        return antecedentOf(frame, frame.head(head));
      const limit = subject > head ? first - 1 : Math.min(first, groupStart(frame, head));
      return fromHead(frame, subject, limit);
    }
    if (subject !== null && subject > head) return withRange(frame, phraseOf(frame, subject), true);
    at = head;
  }
  return null;
}

/** “saying he was ashamed of those who ruled and calling them …”: a participle that the parse ties to a finite verb of what is said. */
function joinsParticiple(frame: Frame, verb: number, head: number): boolean {
  return (
    frame.low(verb).endsWith("ing") &&
    frame.upos(head) === "VERB" &&
    !frame.low(head).endsWith("ing") &&
    frame.deprel(head) === "acl:relcl"
  );
}

/** Whose the last participle before a verb is. */
function participleBefore(frame: Frame, before: number): Speaker | null {
  for (let at = before - 1; at > 0 && before - at < 24; at--)
    if (frame.low(at).endsWith("ing") && frame.deprel(at) === "advcl")
      return shared(frame, at, groupStart(frame, at));
  return null;
}

/** Nothing but marks, conjunctions and adverbs stands before the word. */
function opensFrame(frame: Frame, first: number): boolean {
  for (let at = 0; at < first; at++)
    if (!frame.isPunct(at) && !/^(?:CCONJ|ADV)$/.test(frame.upos(at))) return false;
  return true;
}

/** A participle before its main clause that tells what was said, not what else was done. */
function telling(frame: Frame, verb: number): boolean {
  return (
    frame.low(verb + 1) === "that" ||
    frame.quotation(verb + 1) !== null ||
    /^(?:note|stress|emphasi[sz]e|state|express|recall|welcome|underscore|underline|highlight|reiterate|reaffirm|describe|call|cite|warn|affirm|declare|acknowledge|praise|thank|criticise|criticize|accuse|condemn|denounce|blame|point|congratulate|dismiss|reject)$/.test(
      frame.lemma(verb),
    )
  );
}

/** “reiterated …, and called for …” where the parse lost the tie: the verb before of the same form has the subject. */
export function coordinated(frame: Frame, verb: number, first: number): Speaker | null {
  if (frame.upos(first - 1) !== "CCONJ" && frame.form(first - 1) !== ",") return null;
  const form = tense(frame, verb);
  if (frame.low(first - 1) === "nor") return besideNeither(frame, first);
  for (let at = first - 2; at >= 0; at--) {
    if (frame.quotation(at) !== null || frame.form(at) === ";") return null;
    if (frame.upos(at) !== "VERB" || !frame.isFinite(at) || tense(frame, at) !== form) continue;
    const subject = frame.child(at, "nsubj");
    if (subject !== null && subject < at && frame.head(at) < 0)
      return fromHead(frame, subject, groupStart(frame, at));
  }
  return null;
}

/** “the city neither backs nor criticises …”: the subject of the verb after “neither”. */
function besideNeither(frame: Frame, first: number): Speaker | null {
  for (let at = first - 2; at > 0 && first - at < 16; at--) {
    if (frame.low(at) !== "neither") continue;
    const subject = frame.child(at + 1, "nsubj");
    return subject === null || subject > at ? null : fromHead(frame, subject, at);
  }
  return null;
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

/** “Roe said they had left, adding …”: of clauses said, the one who says them adds. */
export function reporterAbove(frame: Frame, inner: number, first: number): Speaker | null {
  for (let at = inner, steps = 0; at >= 0 && steps < 6; at = frame.head(at), steps++) {
    if (frame.deprel(at) !== "ccomp") continue;
    const verb = frame.head(at);
    const subject = frame.child(verb, "nsubj");
    if (subject !== null && subject < first && verb < at)
      return fromHead(frame, subject, groupStart(frame, verb));
  }
  return null;
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

function antecedentOf(frame: Frame, head: number): Speaker | null {
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

/** “sent a letter to the director demanding …”: who sends the paper demands, not who is sent it. */
export function sender(frame: Frame, participle: number): Speaker | null {
  if (!frame.low(participle).endsWith("ing") || !frame.isNominal(participle - 1)) return null;
  let from = participle;
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET)$/.test(frame.upos(from - 1))) from--;
  if (frame.low(from - 1) !== "to") return null;
  for (let at = from - 2; at > 0 && from - at < 12; at--)
    if (papers.test(frame.lemma(at)) && frame.deprel(at) === "obj") return signatory(frame, at);
  return null;
}

const issuing =
  /^(?:sign|issue|release|publish|send|make|adopt|write|post|deliver|give|put|circulate|read)$/;
const papers =
  /^(?:statement|declaration|letter|memo|memorandum|message|communique|communiqué|resolution|note|report|tweet|post|document|warning|speech|address|joint|press|op-ed|oped|article|column|essay|editorial|piece|email|e-mail)$/;

/** A conjunction that gives the participle's clause a sense of its own. */
function blockedMark(frame: Frame, verb: number): boolean {
  const mark = frame.child(verb, "mark");
  return mark !== null && !/^(?:by|while|in|when|after|before|as|to)$/.test(frame.low(mark));
}
