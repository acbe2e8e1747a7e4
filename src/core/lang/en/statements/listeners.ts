import { mentionsIn } from "../../../actors/lookup.ts";
import type { Range } from "../../../document.ts";
import { overlaps } from "../../../statements/quotes.ts";
import type { CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";
import type { Reading } from "./reading.ts";
import type { Speaker } from "./speaker-phrases.ts";

/** Farthest the medium stands from the cue, in words. */
const reach = 24;

/** Cues after which a medium that is named has passed the words on (“told the Courier”, “said in an interview with”). */
export function isListener(frame: Frame, place: CuePlace): boolean {
  return place.entry.frames.has("quote") || (place.entry.frames.has("person") && frame.length > 0);
}

/** The medium named in the attribution itself, after the cue: whom the words were told. */
export function listenerRange(
  reading: Reading,
  frame: Frame,
  place: CuePlace,
  content: readonly Range[],
): Range | null {
  const start = frame.words[place.verb]!.end;
  const last = frame.words[Math.min(frame.length - 1, place.verb + reach)]!.end;
  const next = content.filter((part) => part.start > start).map((part) => part.start);
  const end = Math.min(last, ...next);
  if (end <= start) return null;
  for (const mention of mentionsIn(reading.document, { start, end })) {
    if (mention.type !== "medium" || mention.start < start || mention.end > end) continue;
    if (content.some((part) => overlaps(part, mention))) continue;
    const before = reading.document.text.slice(start, mention.start);
    if (/[.;:“”"]/u.test(before)) return null;
    return withArticle(reading, mention);
  }
  return null;
}

/** “In the readout for the June 15 call, … Roe called for …”: the paper named at the head of the sentence. */
export function paperBefore(frame: Frame, speaker: Speaker): Range | null {
  if (!/^(?:in|per)$/.test(frame.low(0))) return null;
  for (let at = 1; at < Math.min(speaker.from, 8); at++) {
    if (frame.isBreak(at)) return null;
    if (
      !/^(?:readout|read-out|communique|communiqué|summary|transcript)$/.test(frame.low(at)) &&
      !(frame.low(at) === "out" && frame.form(at - 1) === "-")
    )
      continue;
    let to = at + 1;
    while (to < speaker.from && !frame.isBreak(to)) to++;
    return frame.range(1, to);
  }
  return null;
}

function withArticle(reading: Reading, { start, end }: Range): Range {
  const before = reading.document.text.slice(Math.max(0, start - 4), start);
  return /\bthe $/i.test(before) ? { start: start - 4, end } : { start, end };
}
