import { trimmedEnd } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { phraseOf } from "./noun-phrases.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** Verbs whose object or subject a noun cue may be while their subject speaks (“expressed his wish for …”, “issued a warning that …”). */
const carrying =
  /^(?:express|voice|issue|make|give|send|repeat|reiterate|deliver|release|publish|sign|extend|convey|offer|reject|dismiss|deny|raise|share|have|confirm|renew|underline|stress|back|echo|defend|air|announce|adopt|put|lodge|file)$/;

/** Nouns of what is felt: with an owner alone (“Valdoria's concerns over …”) nothing is said. */
const felt =
  /^(?:concern|fear|doubt|outrage|dissatisfaction|disappointment|skepticism|scepticism|optimism|satisfaction|gratitude|appreciation|regret)$/;

/** Statements that nouns make with their owner: “his wish for …”, “Beijing's claim that …”, “a statement proclaiming …”. */
export function nounProposals(reading: Reading, frame: Frame, index: number): Proposal[] {
  const proposals: Proposal[] = [];
  for (let noun = 0; noun < frame.length; noun++) {
    if (frame.upos(noun) !== "NOUN" || frame.quotation(noun) !== null) continue;
    const entry = reading.cues.nouns.get(frame.lemma(noun));
    if (entry === undefined) continue;
    const opens = contentStart(frame, noun, entry.frames);
    if (opens === null) continue;
    const speaker = ownerOf(frame, noun, opens);
    if (speaker === null) continue;
    const source = frame.range(speaker.from, speaker.to);
    const end = endOf(reading, frame, noun, opens);
    const content = frame.range(opens, end);
    if (source === null || content === null) continue;
    proposals.push({
      rule: "statement/en/noun-cue",
      source,
      cue: { start: frame.words[speaker.cueFrom]!.start, end: frame.words[noun]!.end },
      entry,
      content: [content],
      negated: false,
      hedged: false,
      via: null,
      frame: index,
    });
  }
  return proposals;
}

/** Where the noun's content opens: “that …”, “to …”, or a preposition of its frames. */
function contentStart(frame: Frame, noun: number, frames: ReadonlySet<string>): number | null {
  const at = noun + 1;
  const low = frame.low(at);
  if (low === "that" && frames.has("that") && frame.hasFinite(at + 1, at + 20)) return at;
  if (low === "to" && frames.has("to") && /^(?:VERB|AUX|ADV)$/.test(frame.upos(at + 1))) return at;
  if (
    low === "to" &&
    !/^(?:gratitude|thanks|congratulation|condolence|appreciation)$/.test(frame.lemma(noun))
  )
    return null;
  if (frames.has(low) && frame.upos(at) === "ADP" && at + 1 < frame.length) return at;
  return null;
}

interface Owner {
  readonly from: number;
  readonly to: number;
  /** First word of the cue. */
  readonly cueFrom: number;
}

/** “Beijing's claim”, “his wish”; else the subject of a verb that carries the noun (“expressed the hope that …”). */
function ownerOf(frame: Frame, noun: number, opens: number): Owner | null {
  const owner = frame.child(noun, "nmod:poss");
  if (owner !== null && owner < noun) {
    if (felt.test(frame.lemma(noun)) && frame.low(opens) !== "that" && frame.low(opens) !== "to")
      return null;
    const { from, to } = phraseOf(frame, owner, noun);
    let end = to;
    while (end > from + 1 && /^['’]s?$/.test(frame.low(end - 1))) end--;
    if (/^(?:your|whose|one)$/.test(frame.low(owner))) return null;
    return { from, to: end, cueFrom: noun };
  }
  const verb = frame.head(noun);
  if (verb < 0 || !/^(?:obj|nsubj)$/.test(frame.deprel(noun)) || !carrying.test(frame.lemma(verb)))
    return null;
  const subject = frame.child(verb, "nsubj");
  if (
    subject === null ||
    subject === noun ||
    subject > verb ||
    /^(?:it|there|who|which|that)$/.test(frame.low(subject))
  )
    return null;
  const { from, to } = phraseOf(frame, subject, verb);
  return { from, to, cueFrom: verb };
}

/** The noun's content, to the end of what hangs on its first verb or noun. */
function endOf(reading: Reading, frame: Frame, noun: number, from: number): number {
  let head = from;
  while (
    head < frame.length &&
    !/^(?:VERB|AUX)$/.test(frame.upos(head)) &&
    !(frame.isNominal(head) && frame.upos(from) === "ADP")
  )
    head++;
  const inside = [...frame.subtree(noun), ...frame.subtree(Math.min(head, frame.length - 1))];
  let to = Math.max(from + 1, ...inside.filter((at) => at >= from).map((at) => at + 1));
  for (let at = from + 2; at < to; at++) {
    const ends =
      frame.isBreak(at) &&
      (reading.isAttribution(frame, at + 1) || frame.low(at + 1) === "according");
    if (
      ends ||
      isPredicateOf(frame, at, noun) ||
      (frame.upos(from) === "ADP" && frame.isFinite(at) && frame.deprel(at) !== "acl:relcl")
    )
      to = at;
  }
  return trimmedEnd(frame, from, Math.min(to, frame.length));
}

/** A finite verb whose subject the noun itself is (“the claim that … would depend on …”). */
function isPredicateOf(frame: Frame, at: number, noun: number): boolean {
  if (!frame.isFinite(at)) return false;
  const main = frame.upos(at) === "AUX" && frame.head(at) > at ? frame.head(at) : at;
  return frame
    .children(main)
    .some((child) => child === noun && frame.deprel(child).startsWith("nsubj"));
}
