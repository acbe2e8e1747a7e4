import type { Range } from "../../../document.ts";
import { groupStart, type CuePlace } from "./cue-places.ts";
import { trimmedEnd } from "./extent.ts";
import { otherSpeaker } from "./next-cue.ts";
import type { Frame } from "./frame.ts";
import type { Reading } from "./reading.ts";
import type { Speaker } from "./speaker-phrases.ts";

/** Content that stands around an attribution: “…, Ali said.”, “…, Ali said, …”, “as Ali noted, …”. */
export interface Surrounding {
  readonly kind: "inverted" | "parenthesis" | "as-noted" | "quoted";
  readonly parts: readonly Range[];
  /** One past the attribution's last word. */
  readonly to: number;
}

/**
 * What stands around an attribution as its content; `null` when it doesn't stand between marks.
 * @param from - words before it belong to attributions further left
 */
export function surroundingOf(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker,
  from: number,
): Surrounding | null {
  const { frames } = place.entry;
  if (!frames.has("quote") && !frames.has("that")) return null;
  if (frame.deprel(place.verb) === "acl:relcl" && frame.low(speaker.head) !== "who") return null;
  if (frame.low(place.verb).endsWith("ing") || frame.low(groupStart(frame, place.verb)) === "to")
    return null;
  const first = Math.min(speaker.from, groupStart(frame, place.verb));
  const as =
    frame.low(first - 1) === "as" &&
    (first < 2 ||
      (first === 2 && frame.upos(0) === "CCONJ") ||
      frame.isPunct(first - 2) ||
      frame.quotation(first - 2) !== null);
  if (as && !frames.has("that")) return null;
  const before = as ? first - 2 : first - 1;
  const opensHere = before < from;
  const marked =
    before >= 0 &&
    (frame.quotation(before) !== null ||
      /^(?:,|[–—―]|--|\?|!)$/.test(frame.form(before)) ||
      /^[”"’']+$/.test(frame.form(before)));
  if (opensHere ? !as : !marked) return null;
  if (isSubordinate(frame, before)) return null;
  const end = afterAttribution(
    reading,
    frame,
    place,
    speaker,
    !opensHere && frame.quotation(before) !== null,
  );
  if (end === null) return null;
  const found = opensHere ? null : leftPart(frame, from, before + 1);
  if (!opensHere && found === null && !onlyAdverbs(frame, from, before)) return null;
  // “Ambassador to Selne, Mara Roe, told the court, that …”: what stands left is hers.
  const left =
    found !== null && frame.low(end + 1) === "that" && !bearsClause(frame, found) ? null : found;
  const quoted = left !== null && onlyQuotation(frame, left.from, left.to);
  const adjunct = left !== null && isAdjunct(frame, left);
  const whole = left !== null && !adjunct && frame.hasFinite(left.from, left.to);
  const right = rightPart(reading, frame, end, { whole, quoted, as });
  if (adjunct && right === null) return null;
  const parts = [left, right]
    .filter((part) => part !== null)
    .map((part) => frame.range(part.from, part.to))
    .filter((range) => range !== null);
  if (parts.length === 0) return null;
  if (
    !frames.has("that") &&
    !parts.some((part) => /["“”«»„]|''/u.test(reading.document.text.slice(part.start, part.end)))
  )
    return null;
  const kind = as ? "as-noted" : quoted ? "quoted" : right === null ? "inverted" : "parenthesis";
  return { kind, parts, to: right === null ? end : right.to };
}

/** “…, when, in fact, he responded quickly”: after a conjunction and its aside no attribution stands. */
function isSubordinate(frame: Frame, mark: number): boolean {
  if (frame.form(mark) !== ",") return false;
  for (let at = mark - 1; at > 0 && mark - at <= 5; at--)
    if (frame.form(at) === ",")
      return /^(?:when|where|because|if|although|though|since)$/.test(frame.low(at - 1));
  return false;
}

/** One past the attribution with its adjuncts; `null` when a complement follows instead of a mark. */
function afterAttribution(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  speaker: Speaker,
  afterQuotation: boolean,
): number | null {
  let at = speaker.inverted ? Math.max(speaker.to, place.last + 1) : place.last + 1;
  while (at < frame.length) {
    if ((frame.isPunct(at) && !/^["“‘'’]+$/.test(frame.form(at))) || frame.quotation(at) !== null)
      return at;
    const next = reading.afterAdjunct(frame, at, place.entry) ?? afterPerson(frame, place, at);
    if (next !== null) {
      at = next;
      continue;
    }
    // After a quotation whatever follows is an adjunct of the attribution (“…, he said as he left”).
    if (!afterQuotation && !/^(?:as|when|while|after|before|in|who)$/.test(frame.low(at)))
      return null;
    return skipToMark(frame, at);
  }
  return at;
}

function afterPerson(frame: Frame, place: CuePlace, at: number): number | null {
  if (!place.entry.frames.has("person") || !(frame.isNominal(at) || frame.upos(at) === "DET"))
    return null;
  let to = at;
  while (
    to < frame.length &&
    (frame.isNominal(to) || /^(?:DET|ADJ)$/.test(frame.upos(to)) || /^['’]s?$/.test(frame.low(to)))
  )
    to++;
  return to > at ? to : null;
}

function skipToMark(frame: Frame, from: number): number {
  let at = from;
  while (
    at < frame.length &&
    !frame.isBreak(at) &&
    frame.quotation(at) === null &&
    !/^[.!?]$/.test(frame.form(at))
  )
    at++;
  return at;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The stretch left of an attribution: a clause, a quotation, or the beginning of one. */
function leftPart(frame: Frame, from: number, to: number): Part | null {
  let first = from;
  for (let at = from; at < to; at++) if (frame.form(at) === ";") first = at + 1;
  while (
    first < to &&
    frame.quotation(first) === null &&
    frame.isPunct(first) &&
    !/^["“‘'(«`]/.test(frame.form(first))
  )
    first++;
  const last = trimmedEnd(frame, first, to);
  if (first >= last) return null;
  const quotation = quotationFrom(frame, first, last);
  const apart = quotation > first && /^(?:[,:]|[–—―-]|--)$/.test(frame.form(quotation - 1));
  if (
    apart &&
    (frame.form(quotation - 1) !== "," || isAdjunct(frame, { from: first, to: quotation - 1 }))
  )
    first = quotation;
  const words = last - first;
  const bearing =
    bearsClause(frame, { from: first, to: last }) || (words > 1 && !onlyNames(frame, first, last));
  return bearing ? { from: first, to: last } : null;
}

function bearsClause(frame: Frame, { from, to }: Part): boolean {
  return frame.hasFinite(from, to) || hasQuotation(frame, from, to);
}

/** “In his speech”, “As the crowd cheered”, “When she got inside”: says nothing by itself. */
function isAdjunct(frame: Frame, { from, to }: Part): boolean {
  if (hasQuotation(frame, from, to)) return false;
  const opens = /^(?:CCONJ|ADV)$/.test(frame.upos(from)) ? from + 1 : from;
  const subordinate =
    frame.upos(opens) === "SCONJ" ||
    (frame.upos(opens) === "ADP" && !frame.hasFinite(opens, to)) ||
    (frame.low(opens).endsWith("ing") && frame.deprel(opens) === "advcl") ||
    /^(?:when|while|as|after|before|since|once|although|though|because|if)$/.test(frame.low(opens));
  if (!subordinate) return false;
  for (let at = opens; at < to; at++)
    if (frame.form(at) === "," && (frame.hasFinite(at + 1, to) || (at - from < 4 && to - at > 6)))
      return false;
  return true;
}

/** First word of the quotation that a stretch ends with; its beginning when it ends with none. */
function quotationFrom(frame: Frame, first: number, last: number): number {
  const quotation = frame.quotation(last - 1);
  let from = last;
  while (quotation !== null && from > first && frame.quotation(from - 1) === quotation) from--;
  return from === last ? first : from;
}

/** What goes on after the attribution: “…, Ali said, is …”, “…, he said, and … ”. */
function rightPart(
  reading: Reading,
  frame: Frame,
  end: number,
  left: { readonly whole: boolean; readonly quoted: boolean; readonly as: boolean },
): Part | null {
  if (frame.quotation(end) !== null) return { from: end, to: quotationEnd(frame, end) };
  if (!/^(?:,|[–—―]|--|:)$/.test(frame.form(end))) return null;
  const from = end + 1;
  if (from >= frame.length) return null;
  if (frame.quotation(from) !== null) return { from, to: quotationEnd(frame, from) };
  if (left.quoted || !goesOn(reading, frame, from, left.whole, left.as)) return null;
  let to = frame.length;
  for (let at = from + 1; at < frame.length; at++) {
    if (
      frame.isBreak(at) &&
      (participle(reading, frame, at + 1) ||
        reading.isAttribution(frame, at + 1) ||
        (/^(?:and|but)$/.test(frame.low(at + 1)) && otherSpeaker(reading, frame, at + 2)) ||
        frame.low(at + 1) === "according")
    ) {
      to = at;
      break;
    }
  }
  const last = trimmedEnd(frame, from, to);
  return last > from ? { from, to: last } : null;
}

function participle(reading: Reading, frame: Frame, at: number): boolean {
  return frame.low(at).endsWith("ing") && reading.cueAt(frame, at) !== null;
}

/** Whether the words after the attribution are still what is said. */
function goesOn(
  reading: Reading,
  frame: Frame,
  from: number,
  whole: boolean,
  as: boolean,
): boolean {
  if (as) return true;
  const low = frame.low(from);
  const upos = frame.upos(from);
  if (participle(reading, frame, from) || low === "according" || /^(?:who|whose)$/.test(low))
    return false;
  if (!whole) return true;
  if (reading.isOccasion(frame, from) || low.endsWith("ing")) return false;
  if (low === "to") return frame.upos(from + 1) === "VERB";
  if (upos === "CCONJ") return !frame.isFinite(from + 1) && reading.cueAt(frame, from + 1) === null;
  return (
    /^(?:VERB|AUX|SCONJ)$/.test(upos) ||
    /^(?:until|unless|because|which|even|despite|with|without|not|rather|like|since|whether|that)$/.test(
      low,
    )
  );
}

function quotationEnd(frame: Frame, from: number): number {
  let to = from;
  const quotation = frame.quotation(from);
  while (to < frame.length && frame.quotation(to) === quotation) to++;
  return to;
}

function hasQuotation(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (frame.quotation(at) !== null) return true;
  return false;
}

/** “Overall, the minister said, …”: words that introduce what is said on the other side. */
function onlyAdverbs(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!frame.isPunct(at) && !/^(?:ADV|CCONJ)$/.test(frame.upos(at))) return false;
  return to > from;
}

function onlyNames(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!frame.isPunct(at) && !/^(?:PROPN|CCONJ)$/.test(frame.upos(at))) return false;
  return true;
}

function onlyQuotation(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (frame.quotation(at) === null && !frame.isPunct(at)) return false;
  return hasQuotation(frame, from, to);
}
