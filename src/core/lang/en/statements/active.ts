import { isListener, listenerRange, paperBefore } from "./listeners.ts";
import { complementOf } from "./complements.ts";
import type { Complement } from "./openings.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import {
  cueRange,
  isAsked,
  isBareInfinitive,
  isBareParticiple,
  isConditional,
  isHedged,
  isHypothetical,
  isMereGerund,
  isMereInfinitive,
  isMereWish,
  isNegated,
} from "./manner.ts";
import { surroundingOf, type Surrounding } from "./parentheses.ts";
import { isPassive, passiveProposal } from "./passives.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";
import type { Speaker } from "./speaker-phrases.ts";
import { speakerOf } from "./speakers.ts";

/** Constructions that outweigh what stands around the attribution. */
const strong: ReadonlySet<string> = new Set([
  "clause",
  "question",
  "infinitive",
  "request",
  "quotation",
]);

/** Statements that the cue verbs of a frame make, left to right. */
export function verbProposals(reading: Reading, frame: Frame, index: number): Proposal[] {
  const proposals: Proposal[] = [];
  let from = 0;
  for (const place of reading.placesOf(frame)) {
    if (isPassive(frame, place.verb)) {
      const passive = passiveProposal(reading, frame, place, index);
      if (passive !== null) proposals.push(passive);
      continue;
    }
    if (isUnsaid(frame, place.verb) || isApposed(frame, place.verb)) continue;
    const speaker = speakerOf(reading, frame, place);
    if (speaker === null) continue;
    const read = readCue(reading, frame, place, speaker, from);
    if (read === null) {
      const last = proposals.at(-1);
      if (last !== undefined && passesOn(reading, frame, place, speaker, from))
        proposals[proposals.length - 1] = { ...last, via: last.via ?? speaker.range };
      continue;
    }
    const proposal = proposalOf(reading, frame, index, read.place, speaker, read.found);
    if (proposal === null) continue;
    proposals.push(proposal);
    if ("parts" in read.found) from = Math.max(from, read.found.to);
  }
  return proposals;
}

/** “…, Roe said on Sunday, state media reported”: a second attribution right after the first, with no words of its own. */
function passesOn(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker,
  from: number,
): boolean {
  const first = Math.min(speaker.from, groupStart(frame, place.verb));
  return (
    from > 0 &&
    first === from + 1 &&
    frame.form(from) === "," &&
    place.entry.frames.has("quote") &&
    reading.closes(frame, place)
  );
}

/** Longest participle clause in apposition, in words. */
const longestApposition = 14;

/** “The official, asked about the call, said …”: what was done to somebody between commas, not what he says. */
function isApposed(frame: Frame, verb: number): boolean {
  if (frame.form(verb - 1) !== "," || !frame.isNominal(verb - 2)) return false;
  if (!/(?:ed|told)$/.test(frame.low(verb))) return false;
  for (let at = verb + 1; at < Math.min(frame.length, verb + longestApposition); at++) {
    if (frame.quotation(at) !== null) return false;
    if (frame.form(at) === ",") return frame.isFinite(at + 1) || frame.isFinite(at + 2);
  }
  return false;
}

function isUnsaid(frame: Frame, verb: number): boolean {
  return (
    isHypothetical(frame, verb) ||
    isMereInfinitive(frame, verb) ||
    isMereGerund(frame, verb) ||
    isBareParticiple(frame, verb) ||
    isMereWish(frame, verb) ||
    isConditional(frame, verb) ||
    isAsked(frame, verb) ||
    isBareInfinitive(frame, verb)
  );
}

/** The content of a cue, by its longest reading that has one. */
function readCue(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker,
  from: number,
): { place: CuePlace; found: Complement | Surrounding } | null {
  const found = choose(
    frame,
    complementOf(reading, frame, place, speaker),
    surroundingOf(reading, frame, place, speaker, from),
  );
  if (found !== null) return { place, found };
  return place.otherwise === null ? null : readCue(reading, frame, place.otherwise, speaker, from);
}

function choose(
  frame: Frame,
  complement: Complement | null,
  surrounding: Surrounding | null,
): Complement | Surrounding | null {
  if (surrounding === null) return complement;
  if (complement === null) return surrounding;
  if (complement.kind === "quotation" && surrounding.kind === "quoted") return surrounding;
  // `“…,” said Roe when asked about it`: what follows tells when.
  if (
    surrounding.kind === "quoted" &&
    /^(?:when|as|while|after|before)$/.test(frame.low(complement.from))
  )
    return surrounding;
  return strong.has(complement.kind) && complement.unmarked !== true ? complement : surrounding;
}

function proposalOf(
  reading: Reading,
  frame: Frame,
  index: number,
  place: CuePlace,
  speaker: Speaker,
  found: Complement | Surrounding,
): Proposal | null {
  const range = "parts" in found ? null : frame.range(found.from, found.to);
  const content = "parts" in found ? found.parts : range === null ? [] : [range];
  if (content.length === 0) return null;
  return {
    rule: `statement/en/${found.kind}`,
    source: speaker.range,
    cue: cueRange(frame, place, "parts" in found ? place.last : found.cueEnd),
    entry: place.entry,
    content,
    negated: isNegated(frame, place.verb),
    hedged: isHedged(frame, place.verb),
    via:
      (isListener(frame, place) ? listenerRange(reading, frame, place, content) : null) ??
      paperBefore(frame, speaker),
    frame: index,
  };
}
