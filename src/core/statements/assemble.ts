import type { Document, Range } from "../document.ts";
import type { Statement, StatementForm } from "../records.ts";
import { accountChain, linkFor } from "./account.ts";
import type { Cue } from "./cues.ts";
import type { Quotation } from "./quotes.ts";
import { otherThanQuoted } from "./quoted-person.ts";

/** A statement found by rules over text, before its form and its account chain are read off. */
export interface Draft {
  readonly rule: string;
  readonly source: Range | null;
  readonly actors: readonly string[];
  readonly cue: Range | null;
  readonly entry: Cue | null;
  /** In text order. */
  readonly content: readonly Range[];
  readonly negated: boolean;
  /** Words that name the medium which passes the statement on. */
  readonly via: { readonly range: Range; readonly actor: string | null } | null;
  /** Told with reserve (“reportedly”, 据称, якобы). */
  readonly hedged?: boolean;
}

/** Marks and blanks that don't belong to what is said. */
const edges = /[\s，,。．.；;：:、—–-]/u;

/** Words at the head of a content that belong to the cue. */
const openingWords = /^(?:также|в частности),?\s+/u;

/**
 * A range without blanks and separating marks at its ends.
 * @returns `null` when nothing with a letter or digit is left
 */
export function trimmed(text: string, range: Range): Range | null {
  let { start, end } = range;
  while (start < end && edges.test(text[start]!)) start++;
  start += openingWords.exec(text.slice(start, Math.min(end, start + 20)))?.[0].length ?? 0;
  while (end > start && edges.test(text[end - 1]!)) end--;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}

/**
 * Turn drafts into statements: contents trimmed, form read off the quotation marks, account chain closed
 * by the page's own.
 * @returns sorted by start; a draft without content is left out
 */
export function assembleStatements(
  document: Document,
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
): Statement[] {
  return drafts
    .flatMap((draft) => {
      const content = draft.content
        .map((part) => trimmed(document.text, part))
        .filter((part) => part !== null);
      return content.length === 0 ? [] : [assemble(document, draft, content, quotations)];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function assemble(
  document: Document,
  draft: Draft,
  content: readonly Range[],
  quotations: readonly Quotation[],
): Statement {
  const parts = [...content, draft.source, draft.cue].filter((part) => part !== null);
  const via =
    draft.via === null ? null : linkFor(document, draft.via.range, draft.via.actor, "agency");
  const form = draft.rule.endsWith("/turn") ? "direct" : formOf(content, quotations);
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    rule: draft.rule,
    source: draft.source,
    actors:
      form === "direct"
        ? otherThanQuoted(document, draft.source, draft.actors, content)
        : draft.actors,
    cue: draft.cue,
    cueLemma: draft.entry?.lemma ?? null,
    cueClass: draft.entry?.class ?? null,
    content,
    form,
    polarity: draft.negated ? "negated" : "affirmed",
    hedged: draft.hedged === true,
    account: accountChain(document, via),
    encounter: null,
  };
}

/** Direct: quoted as a whole; mixed: in part; else indirect. */
function formOf(content: readonly Range[], quotations: readonly Quotation[]): StatementForm {
  let quoted = 0;
  let whole = 0;
  for (const part of content) {
    const inside = overlapping(part, quotations);
    if (inside.length > 0) quoted++;
    if (inside.some(({ start, end }) => start <= part.start + 1 && part.end - 2 <= end)) whole++;
  }
  if (quoted === 0) return "indirect";
  return whole === content.length ? "direct" : "mixed";
}

/** The quotations, sorted and apart from each other, that share characters with a range. */
function overlapping(range: Range, quotations: readonly Quotation[]): Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: Quotation[] = [];
  for (; low < quotations.length && quotations[low]!.start < range.end; low++)
    found.push(quotations[low]!);
  return found;
}
