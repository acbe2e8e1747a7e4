import type { Range } from "../../../document.ts";
import type { Cue } from "../../../statements/cues.ts";
import { trimmedEnd } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { phraseFrom } from "./noun-phrases.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** Nouns of what is somebody's to say or think: “in Ali's words”, “from Beijing's point of view”. */
const views =
  /^(?:words|view|views|opinion|telling|account|assessment|estimation|reading|version|perspective|eyes|judgment|judgement|interpretation|point|standpoint|mind)$/;

/** A source that stands outside of the sentence's syntax, with its cue. */
interface Outside {
  readonly cue: Range;
  readonly source: Range;
  /** Of a verb as cue. */
  readonly entry: Cue | null;
  /** Words `[from, to)` of the whole phrase. */
  readonly from: number;
  readonly to: number;
}

/** “According to X, …”, “…, according to X”, “in X's words”, “for Beijing, …”. */
export function accordingProposals(reading: Reading, frame: Frame, index: number): Proposal[] {
  const proposals: Proposal[] = [];
  for (let at = 0; at < frame.length; at++) {
    const found =
      accordingTo(reading, frame, at) ??
      notedBy(reading, frame, at) ??
      inTheWords(frame, at) ??
      inTheWordsOf(reading, frame, at);
    if (found === null) continue;
    const content = contentAround(reading, frame, found);
    if (content.length > 0)
      proposals.push({
        rule: found.entry === null ? "statement/en/according-to" : "statement/en/as-noted",
        source: found.source,
        cue: found.cue,
        entry: found.entry,
        content,
        negated: false,
        hedged: false,
        via: null,
        frame: index,
      });
    at = found.to - 1;
  }
  return proposals;
}

function accordingTo(reading: Reading, frame: Frame, at: number): Outside | null {
  const per = frame.low(at) === "per" && at === 0;
  if (!per && !(frame.low(at) === "according" && frame.low(at + 1) === "to")) return null;
  const from = at + (per ? 1 : 2);
  const to = sourceEnd(reading, frame, from);
  const source = frame.range(from, to);
  if (source === null) return null;
  return {
    cue: { start: frame.words[at]!.start, end: frame.words[from - 1]!.end },
    source,
    entry: null,
    from: startWithCopula(frame, at),
    to,
  };
}

/** “as acknowledged by X”: a cue in the passive that the sentence stands around. */
function notedBy(reading: Reading, frame: Frame, at: number): Outside | null {
  if (frame.low(at) !== "as" || !standsApart(frame, at)) return null;
  let verb = at + 1;
  while (verb < at + 3 && frame.upos(verb) === "ADV") verb++;
  const entry = reading.cueOfForm(frame.low(verb));
  if (entry === null || frame.low(verb + 1) !== "by") return null;
  if (!entry.frames.has("that") && !entry.frames.has("quote")) return null;
  const agent = phraseFrom(frame, verb + 2);
  const source = agent === null ? null : frame.range(agent.from, agent.to);
  if (source === null) return null;
  return {
    cue: { start: frame.words[at]!.start, end: frame.words[verb + 1]!.end },
    source,
    entry,
    from: at,
    to: endOfAside(frame, at, agent!.to),
  };
}

/** Where an aside ends: one between dashes with its second dash, another with the next mark. */
function endOfAside(frame: Frame, from: number, at: number): number {
  const dashes = frame.isDash(from - 1);
  for (let to = at; to < frame.length; to++) {
    if (frame.quotation(to) !== null || (dashes ? frame.isDash(to) : frame.isBreak(to))) return to;
    if (/^[.!?]$/.test(frame.form(to))) return to;
  }
  return frame.length;
}

/** “That's according to X”: the verb before belongs to the phrase. */
function startWithCopula(frame: Frame, at: number): number {
  return /^(?:is|['’]s|was|are|were)$/.test(frame.low(at - 1)) ? at - 1 : at;
}

/** The name or description of a source: up to a mark that doesn't open an apposition. */
function sourceEnd(reading: Reading, frame: Frame, from: number): number {
  for (let at = from; at < frame.length; at++) {
    if (frame.quotation(at) !== null) return at;
    const form = frame.form(at);
    if (/^[;:.“”"—–]$|^-{2,}$|^\($/.test(form) && !(form === "(" && closes(frame, at))) return at;
    if (form === "(") continue;
    if (form === ",") {
      if (!opensApposition(reading, frame, at + 1)) return at;
      const end = nextMark(frame, at + 1);
      return from === at ? at : end;
    }
    if (at > from && /^(?:but|while|although|though)$/.test(frame.low(at))) return at;
    if (frame.upos(at) === "CCONJ" && frame.isFinite(at + 1)) return at;
  }
  return frame.length;
}

function closes(frame: Frame, at: number): boolean {
  for (let index = at + 1; index < Math.min(frame.length, at + 14); index++)
    if (frame.form(index) === ")") return true;
  return false;
}

const trades =
  /^(?:a|an|the|who|which|associate|senior|former|director|professor|head|chief|deputy|fellow|analyst|expert|founder|president|minister|secretary|spokesman|spokeswoman|spokesperson|editor|author|member|chairman|chairwoman|chair|executive|co-founder|ambassador|economist|researcher|scholar|one)$/;

function opensApposition(reading: Reading, frame: Frame, at: number): boolean {
  if (/^(?:who|which)$/.test(frame.low(at))) return true;
  const to = nextMark(frame, at);
  if (frame.hasFinite(at + 1, to)) return false;
  if (trades.test(frame.low(at))) return true;
  for (let noun = at; noun < Math.min(to, at + 6) && frame.upos(noun) !== "ADP"; noun++)
    if (frame.upos(noun) === "NOUN" && reading.isTrade(frame.low(noun))) return true;
  return false;
}

function nextMark(frame: Frame, from: number): number {
  for (let at = from; at < frame.length; at++)
    if (frame.quotation(at) !== null || /^[,;:.“”"—–]$|^-{2,}$/.test(frame.form(at))) return at;
  return frame.length;
}

/** “in Ali's words”, “from Beijing's point of view”, “by his own account”. */
function inTheWords(frame: Frame, at: number): Outside | null {
  if (!/^(?:in|from|by)$/.test(frame.low(at)) || !standsApart(frame, at)) return null;
  let noun = at + 1;
  while (
    noun < frame.length &&
    noun - at < 9 &&
    !(views.test(frame.low(noun)) && isOwned(frame, noun))
  ) {
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|PART|NUM)$/.test(frame.upos(noun))) return null;
    noun++;
  }
  if (noun >= frame.length || !views.test(frame.low(noun)) || noun === at + 1) return null;
  if (frame.low(noun) === "point" && frame.low(noun + 1) !== "of") return null;
  const owner = ownerEnd(frame, at + 1, noun);
  const source = owner === null ? null : frame.range(at + 1, owner);
  if (source === null) return null;
  const to = frame.low(noun) === "point" ? noun + 3 : noun + 1;
  return {
    cue: { start: frame.words[at]!.start, end: frame.words[to - 1]!.end },
    source,
    entry: null,
    from: at,
    to,
  };
}

/** At the head of the sentence or after a mark. */
function standsApart(frame: Frame, at: number): boolean {
  return leadingMarks(frame, at) || frame.isBreak(at - 1) || frame.quotation(at - 1) !== null;
}

function isOwned(frame: Frame, noun: number): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - 8); at--)
    if (/^['’]s?$/.test(frame.low(at)) || /^(?:his|her|their|its|my|our)$/.test(frame.low(at)))
      return true;
  return false;
}

/** One past the owner's words, before its “'s”. */
function ownerEnd(frame: Frame, from: number, noun: number): number | null {
  for (let at = from; at < noun; at++) {
    if (/^['’]s?$/.test(frame.low(at))) return at;
    if (/^(?:his|her|their|its|my|our)$/.test(frame.low(at))) return at + 1;
  }
  return null;
}

/** “in the words of X”, “in the view of X”. */
function inTheWordsOf(reading: Reading, frame: Frame, at: number): Outside | null {
  if (
    frame.low(at) !== "in" ||
    frame.low(at + 1) !== "the" ||
    !views.test(frame.low(at + 2)) ||
    frame.low(at + 3) !== "of"
  )
    return null;
  const to = sourceEnd(reading, frame, at + 4);
  const source = frame.range(at + 4, to);
  return source === null
    ? null
    : {
        cue: { start: frame.words[at]!.start, end: frame.words[at + 3]!.end },
        source,
        entry: null,
        from: at,
        to,
      };
}

/** The sentence around the phrase: all of it when the phrase opens it, what is left of it, or both sides. */
function contentAround(reading: Reading, frame: Frame, { from, to }: Outside): Range[] {
  const opening = leadingMarks(frame, from);
  const rest = frame.range(to, trimmedEnd(frame, to, endBeforeSource(reading, frame, to)));
  if (opening) return rest === null || !isClause(frame, to, frame.length) ? [] : [rest];
  const left = frame.range(leftStart(frame, from), trimmedEnd(frame, 0, from));
  if (left === null || !/\s/u.test(reading.document.text.slice(left.start, left.end)))
    return left === null ? [] : [left];
  const dashes = frame.isDash(from - 1) && frame.isDash(to);
  const goesOn =
    dashes ||
    (frame.form(to) === "," &&
      (!frame.hasFinite(leftStart(frame, from), from) || frame.low(to + 1) === "that"));
  return goesOn && rest !== null ? [left, rest] : [left];
}

/** Only an introduction stands before the phrase (“But according to …”). */
function leadingMarks(frame: Frame, from: number): boolean {
  for (let at = 0; at < from; at++)
    if (!frame.isPunct(at) && !/^(?:CCONJ|ADV|SCONJ)$/.test(frame.upos(at))) return false;
  return true;
}

function isClause(frame: Frame, from: number, to: number): boolean {
  return frame.hasFinite(from, to) || hasQuotation(frame, from, to) || to - from > 5;
}

function hasQuotation(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (frame.quotation(at) !== null) return true;
  return false;
}

function leftStart(frame: Frame, from: number): number {
  for (let at = from - 1; at >= 0; at--) if (frame.form(at) === ";") return at + 1;
  return 0;
}

/** A second source ends what the first is said to say. */
function endBeforeSource(reading: Reading, frame: Frame, from: number): number {
  for (let at = from + 1; at < frame.length; at++) {
    if (!frame.isBreak(at)) continue;
    if (frame.form(at) === ";" && frame.hasFinite(at + 1, frame.length)) return at;
    if (frame.low(at + 1) === "according" || reading.isAttribution(frame, at + 1)) return at;
  }
  return frame.length;
}
