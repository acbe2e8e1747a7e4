import { mentionsIn } from "../../../actors/lookup.ts";
import type { Block, Document, Range } from "../../../document.ts";
import type { Frame } from "./frame.ts";
import type { Proposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** A longer block, in characters, is no headline. */
const longest = 400;

/** What stands before the colon of a headline without saying anything. */
const labels =
  /^(?:opinion|analysis|exclusive|watch|video|live|updated?|breaking|explainer|explained|fact ?check|editorial|interview|review|profile|photos?|podcast|factbox|timeline|the latest|report|readout|fact sheet|statement|summary|background|q&a|column|comment|commentary|letter|letters|transcript|trilateral meeting|joint statement)\b/iu;

/**
 * Headlines and titles of official pages that name a speaker beside a colon or a dash:
 * “Roe: no talks before spring”, “No talks before spring – Mara Roe”.
 */
export function headlineProposals(reading: Reading, frame: Frame, index: number): Proposal[] {
  const { document } = reading;
  if (
    frame.role !== "title" &&
    frame.role !== "key-point" &&
    frame.role !== "subtitle" &&
    frame.role !== "heading"
  )
    return [];
  const block = document.blocks[frame.block]!;
  const range = {
    start: frame.words[0]?.start ?? block.start,
    end: frame.words.at(-1)?.end ?? block.end,
  };
  if (range.end - range.start > longest) return [];
  const text = document.text.slice(range.start, range.end);
  const found =
    colonName(document, block, range, text) ??
    nameLast(document, block, range, text) ??
    dashName(document, range, text);
  return found === null
    ? []
    : [{ ...found, entry: null, negated: false, hedged: false, via: null, frame: index }];
}

type Found = Pick<Proposal, "rule" | "source" | "cue" | "content">;

function colonName(document: Document, block: Block, range: Range, text: string): Found | null {
  const match = /^([^:|“”"]{2,60}?)(:)\s+(\S.*)$/su.exec(text);
  if (
    match === null ||
    labels.test(match[1]!) ||
    labels.test(match[3]!) ||
    range.start !== block.start
  )
    return null;
  const words = match[1]!.split(/\s+/u).length;
  const source = { start: range.start, end: range.start + match[1]!.length };
  const actor = namesActor(document, source) && !isMatter(document, source);
  if (words > 12 || (!actor && words > 3)) return null;
  const start = range.end - match[3]!.length;
  if (!actor && !/^\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,2}$/u.test(match[1]!)) return null;
  if (match[3]!.split(/\s+/u).length < 3 || isDay.test(match[3]!)) return null;
  if (occasion.test(match[1]!) || isSubject(document, source)) return null;
  return {
    rule: "statement/en/colon-name",
    source: actor ? named(document, source) : source,
    cue: { start: range.start + match[1]!.length, end: range.start + match[1]!.length + 1 },
    content: [{ start, end: range.end }],
  };
}

/** “No talks before spring: Roe”: the speaker stands last, and nothing else after the colon. */
function nameLast(document: Document, block: Block, range: Range, text: string): Found | null {
  const match = /^(\S.{12,}?)\s?(:)\s+([^:]{2,60})$/su.exec(text);
  if (match === null || range.start !== block.start || range.end !== block.end) return null;
  const source = { start: range.end - match[3]!.length, end: range.end };
  const names = mentionsIn(document, source);
  const whole = names.some(
    ({ start, end, how, type }) =>
      start <= source.start + 4 && end === source.end && how !== "demonym" && type !== "place",
  );
  if (!whole || labels.test(match[1]!) || match[1]!.split(/\s+/u).length < 3) return null;
  const end = range.start + match[1]!.length;
  return {
    rule: "statement/en/name-last",
    source,
    cue: { start: end, end: end + 1 },
    content: [{ start: range.start, end }],
  };
}

/** “PM call with President Roe: 24 February 2023”: when it was, not what was said. */
const isDay = /^(?:\p{L}+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? \p{L}+|\p{L}+ \d{1,2}),? \d{4}$/u;
const occasion =
  /\b(?:call|meeting|talks|visit|bilateral|summit|conversation|phone call|briefing|conference)\b/u;

/** “Kevara: the minister meets …” over an account that isn't Kevara's: the matter, as foreign services head their pages. */
function isSubject(document: Document, source: Range): boolean {
  const { party } = document;
  const states = mentionsIn(document, source).filter(({ type }) => type === "state");
  return party !== null && states.length > 0 && states.every(({ actor }) => actor !== party);
}

/** “Harbour chaos: …”, “Talks in Selne: …”: the words name a matter, not who speaks. */
function isMatter(document: Document, source: Range): boolean {
  const last = mentionsIn(document, source).findLast(({ end }) => end <= source.end);
  if (last === undefined) return false;
  const rest = document.text.slice(last.end, source.end);
  return (
    /^(?:['’]s)?\s+\p{Ll}/u.test(rest) && !/^\s+(?:on|about|at|in|to|after|during)\s/u.test(rest)
  );
}

/** “… on …: words”: the speaker is the first name, the rest says what about. */
function named(document: Document, source: Range): Range {
  const first = mentionsIn(document, source)[0];
  return first !== undefined &&
    first.start === source.start &&
    /^\s+(?:on|about)\s/u.test(document.text.slice(first.end, source.end))
    ? { start: first.start, end: first.end }
    : source;
}

/** What goes on behind a dash names nobody who said the rest: “– and the neighbours notice”. */
const matterBehindDash =
  /^(?:and|but|or|so|yet|while|as|when|if|because|with|after|before|in|on|for|from|to|not|what|why|how|amid|despite)\s/iu;

function dashName(document: Document, range: Range, text: string): Found | null {
  const match = /^(.{12,}?)\s+[-–—]\s+([^-–—:]{3,80})$/su.exec(text);
  if (match === null) return null;
  if (matterBehindDash.test(match[2]!)) return null;
  const start = range.end - match[2]!.length;
  const source = { start, end: range.end };
  if (!namesActor(document, source)) return null;
  return {
    rule: "statement/en/dash-name",
    source: speakerIn(document, source),
    cue: null,
    content: [{ start: range.start, end: range.start + match[1]!.length }],
  };
}

/** “– President at the meeting of …”: the name without the occasion. */
function speakerIn(document: Document, source: Range): Range {
  const cut = /\s(?:at|during|in|on|after|following)\s/u.exec(
    document.text.slice(source.start, source.end),
  );
  return cut === null ? source : { start: source.start, end: source.start + cut.index };
}

function namesActor(document: Document, range: Range): boolean {
  return mentionsIn(document, range).some(
    (mention) =>
      mention.start - range.start <= 4 &&
      (mention.type === "person" ||
        mention.type === "body" ||
        mention.type === "state" ||
        mention.how === "role" ||
        mention.type === "group") &&
      mention.how !== "demonym",
  );
}
