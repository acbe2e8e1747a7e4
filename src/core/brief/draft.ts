import type { Span } from "../document.ts";
import type { Search } from "../compare/silence-record.ts";
import type { Evidence, Quote, SectionId } from "./brief.ts";

/** A party of a comparison as sentences name it. */
export interface Side {
  readonly id: string;
  readonly label: string;
  /** “account”, “briefing”, “joint statement”: what it published. */
  readonly noun: string;
  /** It published several. */
  readonly many: boolean;
  readonly outlets: readonly string[];
  /** It is a side of the encounter; others' accounts are second-hand. */
  readonly tookPart: boolean;
}

/** The account of a side, named at its first place in a section with its outlet. */
export interface AccountName {
  readonly account: Side;
  /** “China’s own account”. */
  readonly own: boolean;
}

/** A piece of a sentence before footnotes have numbers. */
export type DraftPart =
  | string
  | AccountName
  | Quote
  | { readonly label: string }
  | { readonly cite: readonly Evidence[] };

/** A sentence that may be taken into the brief. */
export interface Draft {
  readonly pattern: string;
  readonly parts: readonly DraftPart[];
  /** How telling it is within its section, 0…1. */
  readonly weight: number;
}

/** Drafts under one lead, in the order they are told. */
export interface DraftGroup {
  readonly section: SectionId;
  readonly heading: string | null;
  readonly lead: string | null;
  readonly drafts: readonly Draft[];
}

/** A pattern of sentences. */
export interface Pattern<Args extends readonly unknown[]> {
  /** `brief/section/name`. */
  readonly id: string;
  /** What it writes, with invented content. */
  readonly example: string;
  write(...args: Args): readonly DraftPart[];
}

/** Write a sentence by a pattern. */
export function draftOf<Args extends readonly unknown[]>(
  pattern: Pattern<Args>,
  weight: number,
  ...args: Args
): Draft {
  return { pattern: pattern.id, weight, parts: pattern.write(...args) };
}

/** Footnote to places. */
export function cite(...spans: readonly Span[]): DraftPart {
  return { cite: spans.map((span): Evidence => ({ kind: "place", span })) };
}

/** Footnote to places and searches. */
export function citeSearch(searched: readonly Search[], ...spans: readonly Span[]): DraftPart {
  return {
    cite: [
      ...spans.map((span): Evidence => ({ kind: "place", span })),
      ...searched.map((search): Evidence => ({ kind: "search", search })),
    ],
  };
}

/** “China’s account”. */
export function accountOf(account: Side): AccountName {
  return { account, own: false };
}

/** “China’s own account”. */
export function ownAccountOf(account: Side): AccountName {
  return { account, own: true };
}

/** A verb in the number of a side's accounts. */
export function verbOf(side: Side, one: string, many: string): string {
  return side.many ? many : one;
}

/** A quotation with its footnote. */
export function quoted(quote: Quote): DraftPart[] {
  return [quote, cite(quote.span)];
}

/** Quotations in a list, each with its footnote: “a”¹, “b”² and “c”³. */
export function quotedList(quotes: readonly Quote[]): DraftPart[] {
  return joined(quotes.map(quoted));
}

/** Pieces joined with commas and “and”. */
export function joined(items: readonly (readonly DraftPart[])[], and: string = "and"): DraftPart[] {
  return items.flatMap((item, index) => {
    if (index === 0) return [...item];
    return [index === items.length - 1 ? ` ${and} ` : ", ", ...item];
  });
}
