import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { CueLexicon } from "../../statements/cues.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { headReader } from "./statement-heads.ts";
import { membersOf, subjectAt } from "./statement-subjects.ts";

/** A medium passes on what a sentence says: “据新华社报道，…”. */
export interface Passed {
  /** The sentence. */
  readonly range: Range;
  readonly source: Range;
  readonly actor: string | null;
  /** The statement it is when nobody else speaks in the sentence. */
  readonly draft: Draft;
}

/** Shorter quotations are terms, not speech. */
const shortestSpeech = 8;

/** Questions and answers without a name. */
const roles = /^(?:[^\s：:，。]{0,8}记者|记者|问|答|主持人)$/u;

/** Turns of a transcript: “毛宁：…”. One name with a colon alone is a turn of its own block only. */
export function proposeTurns(document: Document, text: string): Draft[] {
  const openings: { block: number; source: Range; actors: readonly string[]; named: boolean }[] =
    [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.role !== "paragraph" && block.role !== "list-item") continue;
    const colon = text.slice(block.start, block.start + 30).search(/[：:]/u);
    if (colon < 1) continue;
    const source = { start: block.start, end: block.start + colon };
    const subject = subjectAt(document, text, source);
    const named = subject !== null && subject.range.end === source.end && subject.kind !== "group";
    if (named) openings.push({ block: index, source, actors: subject.actors, named });
    else if (roles.test(text.slice(source.start, source.end)))
      openings.push({ block: index, source, actors: [], named });
  }
  const transcript = openings.length > 1;
  return openings
    .filter((opening) => opening.named || transcript)
    .map((opening) => {
      const after = openings.find((other) => other.block > opening.block)?.block;
      const last = transcript ? (after ?? document.blocks.length) : opening.block + 1;
      const content = document.blocks
        .slice(opening.block, last)
        .filter((block) => block.role === "paragraph" || block.role === "list-item")
        .map((block, index) =>
          index === 0 ? { start: opening.source.end + 1, end: block.end } : block,
        )
        .map(({ start, end }) => ({ start, end }));
      return {
        rule: "statement/zh/turn",
        source: opening.source,
        actors: opening.actors,
        cue: null,
        entry: null,
        content,
        negated: false,
        via: null,
      };
    });
}

/** “…”，X说 and X说：“…”, where the cue stands at the quotation's very side. */
export function proposeQuoted(
  document: Document,
  text: string,
  quotations: readonly Quotation[],
  cues: CueLexicon,
): Draft[] {
  const reader = headReader(document, text, cues);
  const drafts: Draft[] = [];
  const used = new Set<Quotation>();
  for (const [index, quotation] of quotations.entries()) {
    if (used.has(quotation) || quotation.end - quotation.start < shortestSpeech) continue;
    const block = document.blocks[quotation.block]!;
    const found = [clauseAfter(text, quotation, block), clauseBefore(text, quotation, block)]
      .filter((clause) => clause !== null)
      .map((clause) => ({ clause, head: reader.read(clause) }))
      .find(
        ({ clause, head }) =>
          head?.frame === "say" && head.cue.end >= clause.end && head.subject !== null,
      );
    if (found === undefined) continue;
    const { clause } = found;
    const head = found.head!;
    const subject = head.subject!;
    const content: Range[] = [{ start: quotation.start, end: quotation.end }];
    const next = quotations[index + 1];
    if (
      clause.start >= quotation.end &&
      next !== undefined &&
      next.block === quotation.block &&
      /^[，：:,]?\s*$/u.test(text.slice(clause.end, next.start))
    ) {
      content.push({ start: next.start, end: next.end });
      used.add(next);
    }
    drafts.push({
      rule: `statement/zh/quote-${clause.start >= quotation.end ? "before" : "after"}`,
      source: subject.range,
      actors: subject.actors,
      cue: head.cue,
      entry: head.entry,
      content,
      negated: head.negated,
      via: null,
    });
  }
  return drafts;
}

/** The clause that follows a quotation closed by a comma or sentence mark. */
function clauseAfter(text: string, quotation: Quotation, block: Range): Range | null {
  const rest = text.slice(quotation.end, Math.min(block.end, quotation.end + 60));
  const ended = /[，。！？,…—]$/u.test(text.slice(quotation.start, quotation.end - 1));
  const opening = /^\s*[，,]?\s*/u.exec(rest)![0];
  if (!ended && !/[，,]/u.test(opening)) return null;
  const words = /^[^，。；：“”「」！？]{2,40}/u.exec(rest.slice(opening.length));
  if (words === null) return null;
  const start = quotation.end + opening.length;
  return { start, end: start + words[0].length };
}

/** The clause before a quotation with a colon between them. */
function clauseBefore(text: string, quotation: Quotation, block: Range): Range | null {
  const before = text.slice(Math.max(block.start, quotation.start - 60), quotation.start);
  const match = /([^，。；：:“”「」！？]{2,40})[：:]\s*$/u.exec(before);
  if (match === null) return null;
  const after = text.slice(quotation.end, Math.min(block.end, quotation.end + 1));
  const ended = /[。！？…]/u.test(text[quotation.end - 2] ?? "") || /^(?:$|[。！？])/u.test(after);
  if (!ended) return null;
  const end = quotation.start - (match[0].length - match[1]!.length);
  return { start: end - match[1]!.length, end };
}

/** “据新华社报道，…”: a medium or body vouches for the sentence. */
export function proposeReported(document: Document, text: string): Passed[] {
  return document.layers.sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60));
    const match =
      /^(?:据|根据)([^，。]{2,40}?)((?:\d{1,2}月)?\d{1,2}日)?(?:的)?(报道|消息|电|援引|公布|通报|披露)[^，。]{0,14}，/u.exec(
        words,
      );
    if (match === null) return [];
    const start = sentence.start + match[0].indexOf(match[1]!);
    const source = { start, end: start + match[1]!.length };
    const mention = mentionsIn(document, source).find(
      (candidate) => candidate.type === "medium" || candidate.type === "body",
    );
    const at = match[0].lastIndexOf(match[3]!);
    const draft: Draft = {
      rule: "statement/zh/reported-by",
      source,
      actors: mention === undefined ? [] : membersOf(mention),
      cue: { start: sentence.start + at, end: sentence.start + at + match[3]!.length },
      entry: null,
      content: [{ start: sentence.start + match[0].length, end: sentence.end }],
      negated: false,
      via: null,
    };
    return [{ range: sentence, source, actor: mention?.actor ?? null, draft }];
  });
}
