import type { Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Quotation } from "../../statements/quotes.ts";
import type { Head } from "./statement-head.ts";
import type { HeadReader } from "./statement-heads.ts";

/** Shorter quotations are terms, not speech. */
const shortestSpeech = 8;

/** “…”，X说 and X说：“…”, where the cue stands at the quotation's very side. */
export function proposeQuoted(
  document: Document,
  text: string,
  quotations: readonly Quotation[],
  reader: HeadReader,
): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<Quotation>();
  const attributed = (clause: Range | null): { clause: Range; head: Head } | null => {
    const head = clause === null ? null : reader.read(clause);
    return head?.frame === "say" && head.cue.end >= clause!.end && head.subject !== null
      ? { clause: clause!, head }
      : null;
  };
  for (const [index, quotation] of quotations.entries()) {
    if (used.has(quotation) || quotation.end - quotation.start < shortestSpeech) continue;
    const block = document.blocks[quotation.block]!;
    const before = attributed(clauseBefore(text, quotation, block));
    const found = before ?? attributed(clauseAfter(text, quotation, block));
    if (found === null) continue;
    const { clause, head } = found;
    const content: Range[] = [{ start: quotation.start, end: quotation.end }];
    if (before === null) {
      const next = quotations[index + 1];
      const rest = sentenceRest(text, clause.end, block);
      if (
        next !== undefined &&
        next.block === quotation.block &&
        /^[，：:,]?\s*$/u.test(text.slice(clause.end, next.start))
      ) {
        content.push({ start: next.start, end: next.end });
        used.add(next);
      } else if (rest !== null) content.push(rest);
    }
    drafts.push({
      rule: `statement/zh/quote-${before === null ? "before" : "after"}`,
      source: head.subject!.range,
      actors: head.subject!.actors,
      cue: head.cue,
      entry: head.entry,
      content,
      negated: head.negated,
      via: null,
    });
  }
  return drafts;
}

/** The clause that follows a quotation which opens its sentence and closes with a comma or sentence mark. */
function clauseAfter(text: string, quotation: Quotation, block: Range): Range | null {
  const opens = /(?:^|[。！？”」\s])$/u.test(
    text.slice(Math.max(block.start, quotation.start - 1), quotation.start),
  );
  if (!opens) return null;
  const rest = text.slice(quotation.end, Math.min(block.end, quotation.end + 90));
  const ended = /[，。！？,…—]$/u.test(text.slice(quotation.start, quotation.end - 1));
  const opening = /^\s*[，,]?\s*/u.exec(rest)![0];
  if (!ended && !/[，,]/u.test(opening)) return null;
  const words = /^(?:[^，。；：“”「」！？]|（[^）]{1,40}）){2,70}/u.exec(
    rest.slice(opening.length),
  );
  if (words === null || rest[opening.length + words[0].length] === "：") return null;
  const start = quotation.end + opening.length;
  return { start, end: start + words[0].length };
}

/** The clause before a quotation with a colon or comma between them. */
function clauseBefore(text: string, quotation: Quotation, block: Range): Range | null {
  const before = text.slice(Math.max(block.start, quotation.start - 90), quotation.start);
  const match = /([^，。；：:“”「」！？]{2,70})([：:，,]?)\s*$/u.exec(before);
  if (match === null) return null;
  const after = text.slice(quotation.end, Math.min(block.end, quotation.end + 1));
  const ended = /[。！？…]/u.test(text[quotation.end - 2] ?? "") || /^(?:$|[。！？])/u.test(after);
  if (!ended || (match[2] === "" && quotation.end - quotation.start < 20)) return null;
  const end = quotation.start - (match[0].length - match[1]!.length);
  return { start: end - match[1]!.length, end };
}

/** “…。”X说，Y。: what follows the comma up to the end of the sentence is said as well. */
function sentenceRest(text: string, from: number, block: Range): Range | null {
  if (!/^[，,]/u.test(text.slice(from, from + 1))) return null;
  const words = text.slice(from + 1, block.end);
  const stop = words.search(/[。！？]/u);
  const end = from + 1 + (stop === -1 ? words.length : stop);
  return end - from > 4 ? { start: from + 1, end } : null;
}
