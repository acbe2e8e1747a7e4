import type { Document } from "../../../document.ts";
import type { Quotation } from "../../../statements/quotes.ts";

/** A verb that takes what follows as its own words, right before an opening mark. */
const introducing =
  /(?:\b(?:said|says|say|saying|added|adding|wrote|writes|asked|asking|replied|declared|continued|concluded|tweeted|responded|answered|told \w+|that read|read)|:|,|;|[–—―]|--|\()\s*$/u;

/**
 * Whether a quotation is speech, one or more sentences of somebody's, rather than quoted words within
 * a sentence of the writer's own (“a ‘grave escalation’”).
 */
export function isSpeech(document: Document, quotation: Quotation): boolean {
  const { text } = document;
  const block = document.blocks[quotation.block]!;
  const mark =
    text.startsWith("''", quotation.start) || text.startsWith("``", quotation.start) ? 2 : 1;
  const inside = text
    .slice(quotation.start + mark, quotation.open ? quotation.end : quotation.end - mark)
    .trim();
  const before = text.slice(Math.max(block.start, quotation.start - 40), quotation.start);
  const after = text.slice(quotation.end, Math.min(block.end, quotation.end + 2));
  const words = inside.split(/\s+/u).length;
  const capital = /^[\p{Lu}\p{N}…[($€£¿¡‘'.]/u.test(inside);
  const ends =
    quotation.open ||
    /(?:[,.!?…–—]|--)["”'’)\]]*$/u.test(inside.slice(-8)) ||
    /^\s*[,.!?;]/u.test(after);
  const opens = before.trim() === "" || quotation.continues;
  if (opens) return ends || words > 3 || (words > 1 && capital);
  if (/[.!?]["”'’)]*\s*$/u.test(before)) return capital ? ends || words > 3 : ends && words > 3;
  if (!introducing.test(before) && !/["”'’]\s*$/u.test(before)) return false;
  if (capital) return ends || words > 4;
  return ends && words > 1 && /[,:–—-]\s*$/u.test(before);
}
