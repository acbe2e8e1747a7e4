import type { Document, Range } from "../../../document.ts";
import { overlaps, type Quotation } from "../../../statements/quotes.ts";
import type { Frame } from "./frame.ts";
import { isHypothetical } from "./manner.ts";
import { phraseFrom, phraseOf } from "./noun-phrases.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/**
 * Give quotations that their own frame leaves open to a speaker: one that goes on after “…,” Ali said.,
 * one a colon introduces, one over several paragraphs, `Wang: “…”`, `“…” – Commissioner Roe`.
 * @param proposals - of all frames, in text order
 * @returns the proposals, some with more content, and new ones
 */
export function withOpenQuotations(
  reading: Reading,
  frames: readonly Frame[],
  proposals: readonly Proposal[],
): Proposal[] {
  const result = [...proposals];
  const byFrame = new Map<number, number[]>();
  for (const [at, proposal] of result.entries()) {
    const list = byFrame.get(proposal.frame);
    if (list === undefined) byFrame.set(proposal.frame, [at]);
    else list.push(at);
  }
  /** The proposal a quotation that follows would go on with. */
  let current: { at: number; frame: number; block: number; end: number } | null = null;
  /** Paragraphs of a quotation that has had no speaker so far. */
  let pending: Quotation[] = [];
  for (const [index, frame] of frames.entries()) {
    const own = byFrame.get(index) ?? [];
    const quotations = quotationsIn(frame);
    for (const quotation of quotations) {
      const taken = own.find((at) => result[at]!.content.some((part) => overlaps(part, quotation)));
      if (taken !== undefined) {
        if (quotation.continues)
          for (const earlier of pending) result[taken] = extended(result[taken]!, earlier);
        pending = [];
        current = { at: taken, frame: index, block: frame.block, end: frame.words.at(-1)!.end };
        continue;
      }
      if (current !== null && goesOn(reading.document, frame, quotation, current)) {
        result[current.at] = extended(result[current.at]!, quotation);
        current = { ...current, frame: index, block: frame.block, end: frame.words.at(-1)!.end };
        continue;
      }
      const found =
        introduced(reading, frames, index, quotation) ?? named(reading, frame, quotation, index);
      if (found === null) {
        if (!quotation.continues) pending = [];
        if (quotation.open || quotation.continues) pending.push(quotation);
        continue;
      }
      result.push(found);
      current = {
        at: result.length - 1,
        frame: index,
        block: frame.block,
        end: frame.words.at(-1)!.end,
      };
    }
    if (quotations.length === 0) {
      const answered = attributesLast(
        reading,
        frames,
        index,
        own.map((at) => result[at]!),
      );
      const end = frame.words.at(-1)!.end;
      const open = reading.openIn(frame.block);
      const mixed = own.findLast(
        (at) => open !== null && result[at]!.content.some((part) => overlaps(part, open)),
      );
      if (answered !== null && current?.frame !== index - 1) {
        result.push(pending.filter(isBefore(answered)).reduce(extended, answered));
        current = { at: result.length - 1, frame: index, block: frame.block, end };
        pending = [];
      } else if (mixed !== undefined) {
        current = { at: mixed, frame: index, block: frame.block, end };
      } else if (own.length > 0 || frame.length > 3) {
        const spoken = own.findLast((at) => isSpoken(result[at]!));
        current =
          spoken === undefined ? null : { at: spoken, frame: index, block: frame.block, end };
        pending = [];
      }
    }
  }
  return result;
}

/** Somebody's words in the writer's: a quotation right after it goes on with them. */
function isSpoken({ rule, entry }: Proposal): boolean {
  return (
    entry?.frames.has("quote") === true &&
    !entry.belief &&
    /\/(?:clause|question|inverted|parenthesis|as-noted)$/.test(rule)
  );
}

function isBefore({ content }: Proposal): (quotation: Quotation) => boolean {
  return ({ end }) => content.every((part) => end <= part.start);
}

function quotationsIn(frame: Frame): Quotation[] {
  const found: Quotation[] = [];
  for (const word of frame.words)
    if (word.quotation !== null && found.at(-1) !== word.quotation) found.push(word.quotation);
  return found;
}

function extended(proposal: Proposal, quotation: Range): Proposal {
  const part = { start: quotation.start, end: quotation.end };
  return {
    ...proposal,
    content: [...proposal.content, part].toSorted((a, b) => a.start - b.start),
  };
}

/** The frame opens with the quotation, right after a frame whose attribution ended it, in the same paragraph or over paragraphs. */
function goesOn(
  document: Document,
  frame: Frame,
  quotation: Quotation,
  current: { frame: number; block: number; end: number },
): boolean {
  if (quotation.continues) return frame.block === current.block + 1;
  if (frame.block !== current.block) return false;
  if (frame.words[0]!.quotation === quotation)
    return !/\p{L}/u.test(document.text.slice(current.end, quotation.start));
  return false;
}

/** “He was blunt:” before a quotation, in its sentence, its paragraph or the one before. */
function introduced(
  reading: Reading,
  frames: readonly Frame[],
  index: number,
  quotation: Quotation,
): Proposal | null {
  const frame = frames[index]!;
  const at = frame.words.findIndex((word) => word.quotation === quotation);
  const before =
    at > 0 && frame.form(at - 1) === ":"
      ? { frame, index, to: at - 1 }
      : at === 0
        ? colonFrame(frames, index)
        : null;
  if (before === null) return null;
  const speaker = subjectBefore(reading, before.frame, before.to);
  if (speaker === null) return null;
  const source = before.frame.range(speaker.from, speaker.to);
  if (source === null) return null;
  return {
    rule: "statement/en/colon-introduced",
    source,
    cue: before.frame.range(speaker.verb, Math.min(before.to, speaker.verb + 4)),
    entry: reading.cueAt(before.frame, speaker.verb),
    content: [{ start: quotation.start, end: quotation.end }],
    negated: false,
    hedged: false,
    via: null,
    frame: index,
  };
}

function colonFrame(
  frames: readonly Frame[],
  index: number,
): { frame: Frame; index: number; to: number } | null {
  const previous = frames[index - 1];
  const frame = frames[index]!;
  if (
    previous === undefined ||
    previous.role !== "paragraph" ||
    previous.form(previous.length - 1) !== ":"
  )
    return null;
  if (previous.block < frame.block - 1) return null;
  return { frame: previous, index: index - 1, to: previous.length - 1 };
}

/** A person or body as the subject of the last clause before a colon. */
function subjectBefore(
  reading: Reading,
  frame: Frame,
  to: number,
): { from: number; to: number; verb: number } | null {
  for (let verb = to - 1; verb >= 0 && to - verb < 24; verb--) {
    if (!frame.isFinite(verb) || isHypothetical(frame, verb)) continue;
    const main = frame.upos(verb) === "AUX" && frame.head(verb) > verb ? frame.head(verb) : verb;
    const subject = frame.child(main, "nsubj", "nsubj:pass") ?? frame.child(verb, "nsubj");
    if (subject === null || subject > verb) continue;
    const said =
      frame.upos(subject) === "NOUN" && reading.cueAt(frame, verb)?.frames.has("quote") === true;
    if (
      (!said && !/^(?:PROPN|PRON)$/.test(frame.upos(subject))) ||
      /^(?:it|this|that|there|which|what|these|those|you|i|we)$/.test(frame.low(subject))
    )
      return null;
    const phrase = phraseOf(frame, subject, verb);
    return { from: phrase.from, to: phrase.to, verb };
  }
  return null;
}

/** `Wang: “…”` and `“…” – Commissioner Roe`. */
function named(
  reading: Reading,
  frame: Frame,
  quotation: Quotation,
  index: number,
): Proposal | null {
  const first = frame.words.findIndex((word) => word.quotation === quotation);
  let last = first;
  while (frame.quotation(last + 1) === quotation) last++;
  const base = {
    entry: null,
    content: [{ start: quotation.start, end: quotation.end }],
    negated: false,
    hedged: false,
    via: null,
    frame: index,
  };
  if (frame.form(first - 1) === ":" && first >= 2 && !frame.hasFinite(0, first)) {
    const source = frame.range(nameStart(frame, first - 1), first - 1);
    if (
      source === null ||
      !/^\p{Lu}/u.test(reading.document.text.slice(source.start, source.start + 1))
    )
      return null;
    return {
      ...base,
      rule: "statement/en/colon-name",
      source,
      cue: { start: frame.words[first - 1]!.start, end: frame.words[first - 1]!.end },
    };
  }
  return frame.isDash(last + 1) ? afterDash(frame, quotation, last + 2, index) : null;
}

/** `“…” – Commissioner Roe`: a name and nothing else after the dash. */
function afterDash(
  frame: Frame,
  quotation: Quotation,
  from: number,
  index: number,
): Proposal | null {
  const phrase = phraseFrom(frame, from);
  const source =
    phrase === null || frame.isFinite(phrase.to) ? null : frame.range(phrase.from, phrase.to);
  if (phrase === null || source === null || frame.length - phrase.to > 3) return null;
  if (frame.upos(phrase.head) !== "PROPN") return null;
  return {
    rule: "statement/en/dash-name",
    source,
    cue: null,
    entry: null,
    content: [{ start: quotation.start, end: quotation.end }],
    negated: false,
    hedged: false,
    via: null,
    frame: index,
  };
}

function nameStart(frame: Frame, colon: number): number {
  let from = colon;
  while (from > 0 && !/^[.!?”"]$/.test(frame.form(from - 1)) && frame.quotation(from - 1) === null)
    from--;
  return from;
}

/** `“No!” Ali said.`: a frame that is nothing but an attribution gives the quotation before it to its speaker. */
function attributesLast(
  reading: Reading,
  frames: readonly Frame[],
  index: number,
  own: readonly Proposal[],
): Proposal | null {
  const frame = frames[index]!;
  const previous = frames[index - 1];
  if (previous === undefined || previous.block < frame.block - 1) return null;
  const quotation = previous.words.at(-1)?.quotation ?? null;
  if (quotation !== null && frame.isDash(0)) return afterDash(frame, quotation, 1, index);
  if (own.length > 0 || previous.block !== frame.block) return null;
  if (quotation === null || !previous.words.every((word) => word.quotation !== null)) return null;
  const place = reading.placesOf(frame).find(({ entry }) => entry.frames.has("quote"));
  if (place === undefined || place.verb > 12 || !reading.closes(frame, place)) return null;
  const subject = frame.child(place.verb, "nsubj");
  if (subject === null || subject > place.verb) return null;
  const { from, to } = phraseOf(frame, subject, place.verb);
  const source = frame.range(from, to);
  if (source === null) return null;
  return {
    rule: "statement/en/quoted",
    source,
    cue: { start: frame.words[place.verb]!.start, end: frame.words[place.last]!.end },
    entry: place.entry,
    content: [{ start: quotation.start, end: quotation.end }],
    negated: false,
    hedged: false,
    via: null,
    frame: index,
  };
}
