import type { Search } from "../compare/silence-record.ts";
import type { DocumentKind, Span } from "../document.ts";

/** What a sentence of the brief stands on: a place in a page, or a search of a page. */
export type Evidence =
  | { readonly kind: "place"; readonly span: Span }
  | { readonly kind: "search"; readonly search: Search };

/** A piece of a sentence. Own words are `words`, ids in words are `label`; what a page says stands in a `quote`. */
export type Part =
  | { readonly kind: "words"; readonly text: string }
  /** English label of a topic, phrase or measure. */
  | { readonly kind: "label"; readonly text: string }
  | Quote
  | { readonly kind: "note"; readonly number: number };

/** Words of a page: `span.quote` with blanks and line breaks made one blank; what was cut before or after is marked. */
export interface Quote {
  readonly kind: "quote";
  readonly text: string;
  readonly language: string | null;
  readonly span: Span;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A sentence of the brief. */
export interface BriefSentence {
  /** The pattern it was written by (`src/core/brief/patterns.ts`, `later-patterns.ts`). */
  readonly pattern: string;
  readonly parts: readonly Part[];
}

/** Sentences that belong together, under a line that says by whose account or of which encounter they are. */
export interface BriefGroup {
  /** Line that names the encounter; `null` where the brief tells of one only. */
  readonly heading: string | null;
  readonly lead: string | null;
  readonly sentences: readonly BriefSentence[];
}

/** What a section answers, in the order of the brief. */
export type SectionId = "happened" | "said" | "parted" | "unsaid" | "changed" | "judged" | "watch";

/** A section. */
export interface BriefSection {
  readonly id: SectionId;
  readonly title: string;
  readonly groups: readonly BriefGroup[];
  /** Sentences that there was no room for. */
  readonly left: number;
}

/** One citation of a footnote. */
export type Citation =
  | {
      readonly kind: "place";
      /** Number of the page in `DeskBrief.sources`. */
      readonly source: number;
      /** Paragraph of the clean text, from 1. */
      readonly paragraph: number;
      /** Printed page of the original (`p. 3`), where it has pages. */
      readonly printed: string | null;
      readonly span: Span;
      /** The sentence shows these words already. */
      readonly shown: boolean;
    }
  | { readonly kind: "search"; readonly source: number; readonly search: Search };

/** A footnote. */
export interface Footnote {
  readonly number: number;
  readonly citations: readonly Citation[];
}

/** A page the brief cites. */
export interface BriefSource {
  /** From 1, in the order of first citation. */
  readonly number: number;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Label of the side whose account it is; `null` for the press. */
  readonly party: string | null;
  readonly kind: DocumentKind;
  /** In words (“15 June 2022”); `null` when unknown. */
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly path: string;
  /** A person's grade of the source (“B2: usually reliable; probably true”); `null` where nobody graded it. */
  readonly grade: string | null;
}

/** What was asked for. */
export interface BriefScope {
  /** Sides that must all take part; empty for any. */
  readonly pair: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly encounter: string | null;
}

/** The brief a desk officer hands on: sentences made from records alone, every one with its footnotes. */
export interface DeskBrief {
  readonly title: string;
  readonly scope: BriefScope;
  /** Ids of the encounters told of, in time order. */
  readonly encounters: readonly string[];
  readonly sections: readonly BriefSection[];
  readonly notes: readonly Footnote[];
  readonly sources: readonly BriefSource[];
  /** What the brief lacks and why, in words: encounters left out, sides without an account, records without their page. */
  readonly remarks: readonly string[];
}
