import type { Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Quotation } from "../../statements/quotes.ts";
import {
  attributionIn,
  type Attribution,
  type AttributionReader,
} from "./statement-attributions.ts";

/** «…», – сказал X; X сказал: «…»; «…, – сказал X, – …»; «…», – говорится в сообщении. */
export function proposeQuoted(
  reader: AttributionReader,
  quotations: readonly Quotation[],
): Draft[] {
  const { document } = reader;
  const drafts: Draft[] = [];
  const used = new Set<Quotation>();
  for (const [index, quotation] of quotations.entries()) {
    if (used.has(quotation)) continue;
    const inner = splitWithin(reader, quotation);
    if (inner !== null) {
      drafts.push(inner);
      continue;
    }
    const block = document.blocks[quotation.block]!;
    const after = attributionAfter(reader, quotation.end, block.end);
    if (after !== null) {
      const content: Range[] = [quotation];
      const next = quotations[index + 1];
      const between = next === undefined ? "" : document.text.slice(after.range.end, next.start);
      if (next?.block === quotation.block && /^[.,:]?\s*[—–-]?\s*$/u.test(between)) {
        content.push(next);
        used.add(next);
      }
      drafts.push(draftOf("statement/ru/quote-before", after.attribution, content));
      continue;
    }
    const before = attributionBefore(reader, quotation, block) ?? announcement(reader, quotation);
    if (before !== null) drafts.push(draftOf("statement/ru/quote-after", before, [quotation]));
  }
  return drafts;
}

/** A statement of what an attribution stands beside. */
export function draftOf(rule: string, by: Attribution, content: readonly Range[]): Draft {
  return {
    rule,
    source: by.source,
    actors: by.actors,
    cue: by.cue,
    entry: by.entry,
    content: content.map(({ start, end }) => ({ start, end })),
    negated: false,
    via: by.via,
  };
}

interface Placed {
  readonly range: Range;
  readonly attribution: Attribution;
}

/** The attribution after a dash: verb and speaker in either order. */
function attributionAfter(reader: AttributionReader, from: number, limit: number): Placed | null {
  const { text } = reader.document;
  const opening = /^[,.!?…]?\s*[—–-]\s+/u.exec(text.slice(from, Math.min(limit, from + 6)));
  if (opening === null) return null;
  const start = from + opening[0].length;
  const upTo = Math.min(limit, start + 240);
  const words = text
    .slice(start, upTo)
    .replace(/«[^»]{1,50}»(?=[,.\s])/gu, (name) => "x".repeat(name.length));
  const stop = /[.!?](?=\s|$)|[«:]|,\s*[—–-]/u.exec(words);
  const range = { start, end: stop === null ? upTo : start + stop.index };
  const attribution = attributionIn(reader, range);
  return attribution === null ? null : { range, attribution };
}

function attributionBefore(
  reader: AttributionReader,
  quotation: Quotation,
  block: Range,
): Attribution | null {
  const { text } = reader.document;
  const before = text.slice(Math.max(block.start, quotation.start - 200), quotation.start);
  const match = /([^.!?«»:]{4,200}):\s*$/u.exec(before);
  if (match === null) return null;
  const start = quotation.start - match[0].length;
  return attributionIn(reader, { start, end: start + match[1]!.length });
}

/** “X признался:” at the end of the block before speech that opens with a dash. */
function announcement(reader: AttributionReader, quotation: Quotation): Attribution | null {
  const { text, blocks } = reader.document;
  const before = blocks[quotation.block - 1];
  const own = blocks[quotation.block]!;
  if (before === undefined || !/^[–—-]\s+$/u.test(text.slice(own.start, quotation.start)))
    return null;
  const words = text.slice(Math.max(before.start, before.end - 200), before.end);
  const match = /([^.!?«»:]{4,200}):\s*$/u.exec(words);
  if (match === null) return null;
  const start = before.end - match[0].length;
  return attributionIn(reader, { start, end: start + match[1]!.length });
}

/** «Начало, – сказал X, – конец»: the attribution stands inside the marks. */
function splitWithin(reader: AttributionReader, quotation: Quotation): Draft | null {
  const words = reader.document.text.slice(quotation.start, quotation.end);
  for (const match of words.matchAll(/[,.!?…]\s*[—–-]\s+([^«»—–]{4,120}?)[,.]\s*[—–-]\s/gu)) {
    const start = quotation.start + match.index + match[0].indexOf(match[1]!);
    const by = attributionIn(reader, { start, end: start + match[1]!.length });
    if (by === null) continue;
    const first = { start: quotation.start, end: quotation.start + match.index + 1 };
    const second = { start: quotation.start + match.index + match[0].length, end: quotation.end };
    return draftOf("statement/ru/quote-split", by, [first, second]);
  }
  return null;
}
