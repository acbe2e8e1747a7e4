import type { Range } from "../../../document.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import { endOfContent, trimmedEnd } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { cueRange, isHedged, isHypothetical, isNegated } from "./manner.ts";
import { phraseFrom, phraseOf } from "./noun-phrases.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** A form of “be” or “get” makes the verb passive. */
export function isPassive(frame: Frame, verb: number): boolean {
  if (frame.child(verb, "aux:pass", "nsubj:pass") !== null) return true;
  const before = frame.low(verb - 1);
  return (
    /^(?:was|were|been|being)$/.test(before) &&
    /(?:ed|n|t)$/.test(frame.low(verb)) &&
    !frame.low(verb).endsWith("ing")
  );
}

/** “X was quoted by Y as saying …”, “It was agreed to …”, “… were reviewed”, “… was rejected by X”. */
export function passiveProposal(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  index: number,
): Proposal | null {
  const { verb, entry } = place;
  if (isHypothetical(frame, verb) || isDegree(frame, verb)) return null;
  const subject =
    frame.child(verb, "nsubj:pass", "nsubj", "expl", "csubj:pass", "expl:pass") ??
    gerundBefore(frame, verb);
  const base = {
    entry,
    negated: isNegated(frame, verb),
    hedged: isHedged(frame, verb),
    frame: index,
  };
  const quoted = quotedAs(reading, frame, place, subject);
  if (quoted !== null) return { ...base, rule: "statement/en/quoted-as-saying", ...quoted };
  const agent = agentOf(frame, verb);
  const expletive =
    subject === null ? frame.low(verb - 2) === "it" : /^(?:it|there)$/.test(frame.low(subject));
  if (expletive) {
    const content = impersonalContent(reading, frame, place);
    if (content === null) return null;
    return {
      ...base,
      rule: "statement/en/impersonal",
      source: agent,
      cue: cueRange(frame, place),
      content: [content],
      via: null,
    };
  }
  if (subject === null || /^(?:who|which|that)$/.test(frame.low(subject))) return null;
  if (!entry.frames.has("np")) {
    if (entry.frames.has("person")) return null;
    if (![...entry.frames].some((name) => name.startsWith("p:"))) return null;
  }
  if (agent === null && (!reading.official || spoken.has(reading.document.kind))) return null;
  if (agent === null && isAhead(frame, verb)) return null;
  if (agent === null && pointing.test(frame.low(subject))) return null;
  if (entry.accountOnly && !reading.official) return null;
  if (agent === null && !told.has(entry.class) && entry.lemma !== "consider") return null;
  const phrase = phraseOf(frame, subject, verb);
  const group = groupStart(frame, verb);
  const end = frame.hasFinite(phrase.to, group) ? phrase.to : group;
  const whole = frame.range(phrase.from, trimmedEnd(frame, phrase.from, end));
  if (whole === null) return null;
  const rest = agent === null ? afterVerb(frame, place) : null;
  return {
    ...base,
    rule: "statement/en/passive",
    source: agent,
    cue: cueRange(frame, place),
    content: rest === null ? [whole] : [whole, rest],
    via: null,
  };
}

/** “topical issues will be discussed”: not yet. */
function isAhead(frame: Frame, verb: number): boolean {
  for (let at = groupStart(frame, verb); at < verb; at++)
    if (/^(?:will|shall)$/.test(frame.low(at))) return true;
  return false;
}

/** “Ensuring the passage of ships was also considered”: the gerund that the sentence opens with. */
function gerundBefore(frame: Frame, verb: number): number | null {
  const opens = frame.low(0).endsWith("ing") && frame.head(0) === verb;
  return opens && !frame.hasFinite(0, groupStart(frame, verb)) ? 0 : null;
}

/** “the extent to which this has been recognised by …”: how far, not that. */
function isDegree(frame: Frame, verb: number): boolean {
  for (let at = verb - 1; at > 1 && verb - at < 10; at--)
    if (frame.low(at) === "which")
      return frame.low(at - 1) === "to" && /^(?:extent|degree)$/.test(frame.low(at - 2));
  return false;
}

/** In these kinds of pages what is said without a source is the words of who speaks. */
const spoken: ReadonlySet<string> = new Set(["briefing", "remarks"]);

/** A subject that only points at what was said before tells nothing by itself. */
const pointing = /^(?:this|that|these|those|they|he|she|we|i|you|all|none|nothing|everything)$/;

/** Classes of cues whose sourceless passive tells what was said (“were reviewed”, “was underscored”). */
const told: ReadonlySet<string> = new Set([
  "state",
  "emphasise",
  "affirm",
  "agree",
  "discuss",
  "praise",
  "demand",
  "acknowledge",
  "propose",
  "promise",
  "accuse",
  "deny",
]);

/** “Prospects were discussed for cooperation in …”: what the subject goes on with after the verb. */
function afterVerb(frame: Frame, place: CuePlace): Range | null {
  const from = place.last + 1;
  if (!/^(?:for|of|regarding|concerning|as|about|with|over)$/.test(frame.low(from))) return null;
  return frame.range(from, trimmedEnd(frame, from, frame.length));
}

/** “by the ministers”: who did it. */
function agentOf(frame: Frame, verb: number): Range | null {
  for (const child of frame.children(verb)) {
    if (child < verb || !frame.deprel(child).startsWith("obl")) continue;
    const by = frame.marker(child, /^by$/);
    if (by === null) continue;
    const { from, to } = phraseFrom(frame, by + 1) ?? phraseOf(frame, child);
    return frame.range(from, to);
  }
  return null;
}

/** “Xi was quoted by Xinhua as saying …”, “was cited as telling …”. */
function quotedAs(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  subject: number | null,
): Pick<Proposal, "source" | "cue" | "content" | "via"> | null {
  if (!/^(?:quote|cite|report|paraphrase|record|hear)$/.test(place.entry.lemma) || subject === null)
    return null;
  let saying = place.verb + 1;
  while (
    saying < frame.length &&
    saying - place.verb < 16 &&
    !/^(?:saying|telling|writing|warning|adding|calling|stating|insisting|urging)$/.test(
      frame.low(saying),
    )
  )
    saying++;
  if (!frame.low(saying).endsWith("ing") || saying - place.verb >= 16) return null;
  const { from, to } = phraseOf(frame, subject, place.verb);
  const source = frame.range(from, to);
  const before = beforeSubject(frame, from);
  const adjunct = /^(?:by|in|on|at|during|after|to)$/.test(frame.low(saying + 1));
  const content =
    adjunct && before !== null ? before : (afterSaying(reading, frame, place, saying) ?? before);
  if (content === null) return null;
  const quoter = frame.low(saying + 1) === "by" ? phraseFrom(frame, saying + 2) : null;
  const cue = cueRange(frame, place);
  return {
    source,
    cue: { start: cue.start, end: frame.words[saying]!.end },
    content: [content],
    via: quoter === null ? agentOf(frame, place.verb) : frame.range(quoter.from, quoter.to),
  };
}

function afterSaying(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  saying: number,
): Range | null {
  const next = saying + 1;
  if (next >= frame.length || (frame.isPunct(next) && frame.quotation(next + 1) === null))
    return null;
  const cue = { ...place, last: saying };
  const to = endOfContent(reading, frame, cue, { kind: "clause", from: next, cueEnd: saying });
  return frame.range(next, to);
}

/** `“…,” Xi was quoted as saying`: the stretch before the subject up to its mark. */
function beforeSubject(frame: Frame, from: number): Range | null {
  const before = from - 1;
  if (before < 0) return null;
  const marked = frame.quotation(before) !== null || /^[,”"’]$/u.test(frame.form(before));
  return marked ? frame.range(0, from) : null;
}

/** The clause or infinitive of “it was agreed …”. */
function impersonalContent(reading: Reading, frame: Frame, place: CuePlace): Range | null {
  const { frames } = place.entry;
  let at = place.last + 1;
  for (let steps = 0; steps < 4; steps++) {
    const next = reading.afterAdjunct(frame, at);
    if (next === null || frame.low(at) === "that") break;
    at = next;
  }
  const low = frame.low(at);
  const opens =
    low === "that" || (low === "to" && frames.has("to")) || /^(?:whether|how|what)$/.test(low);
  if (!opens) return null;
  const kind = low === "to" ? "infinitive" : "clause";
  const to = endOfContent(reading, frame, place, { kind, from: at, cueEnd: place.last });
  return frame.range(at, to);
}
