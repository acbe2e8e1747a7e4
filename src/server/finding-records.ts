import type { Facet, Named, PageOf, Place } from "./records.ts";

/** Uses of a set phrase. */
export interface PhraseLine extends Named {
  readonly count: number;
  readonly documents: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly parties: readonly Facet[];
}

/** A use of a set phrase. */
export interface PhraseUse {
  readonly place: Place;
  readonly title: string;
  readonly party: Named | null;
  readonly speaker: Named | null;
  readonly published: string | null;
}

/** A formulation that may be a set phrase. */
export interface CandidateLine {
  readonly language: string;
  readonly words: string;
  readonly pattern: string;
  /** Side that uses it more than the others. */
  readonly mark: Named | null;
  /** How many of a side's documents in the language use it. */
  readonly uses: readonly (Facet & { readonly of: number })[];
  readonly first: string | null;
  readonly last: string | null;
  readonly places: readonly (Place & { readonly title: string })[];
}

/** Candidates, and in how many of the pages of sides they were looked for. */
export interface CandidatePage extends PageOf<CandidateLine> {
  readonly searched: number;
  readonly held: number;
}

/** One set phrase over time. */
export interface PhraseDetail extends PhraseLine {
  /** The dated uses as marks of a chart; `null` where they are too many, and only counted by month. */
  readonly marks: readonly PhraseUse[] | null;
  /** Dated uses by side and month. */
  readonly months: readonly {
    readonly party: Named | null;
    /** `YYYY-MM` */
    readonly month: string;
    readonly count: number;
    /** Dated documents of the side in this month. */
    readonly held: number;
  }[];
}

/** A judgement. */
export interface JudgementLine {
  readonly assessor: Named | null;
  readonly assessorQuote: string;
  readonly term: string;
  readonly negated: boolean;
  /** Other words that hold it back. */
  readonly hedges: readonly string[];
  readonly about: string;
  readonly bands: Readonly<Record<"icd203" | "phia" | "kent", string | null>> | null;
  /** Yardsticks that have the band under another word, or in another language. */
  readonly bandsInferred: readonly string[];
  readonly type: string;
  /** What the word does with the matter: `likely`, `unlikely`, `open` … */
  readonly kind: string;
  readonly topics: readonly Named[];
  /** Who vouches, innermost first. */
  readonly account: readonly string[];
  readonly place: Place;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Judgements that a query found, with what they can be narrowed by. */
export interface JudgementPage extends PageOf<JudgementLine> {
  readonly facets: {
    readonly assessor: readonly Facet[];
    readonly kind: readonly Facet[];
    readonly topic: readonly Facet[];
  };
}

/** A commitment. */
export interface CommitmentLine {
  readonly actors: readonly Named[];
  readonly toward: readonly Named[];
  readonly domain: string | null;
  readonly status: string;
  readonly term: string;
  readonly about: string;
  readonly account: readonly string[];
  readonly encounter: string | null;
  readonly place: Place;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Commitments that a query found, with what they can be narrowed by. */
export interface CommitmentPage extends PageOf<CommitmentLine> {
  readonly facets: {
    readonly actor: readonly Facet[];
    readonly status: readonly Facet[];
    readonly domain: readonly Facet[];
  };
}

/** A question that pages take sides on. */
export interface ClaimLine {
  readonly id: string;
  /** “Is it an alliance?” */
  readonly question: string;
  readonly sides: readonly Named[];
  readonly verdict: "disputed" | "hedged" | "agreed";
  readonly positions: readonly ClaimPosition[];
}

/** Somebody's answer to a question. */
export interface ClaimPosition {
  readonly stance: "yes" | "no" | "open";
  readonly hedged: boolean;
  readonly holder: Named | null;
  readonly holderQuote: string;
  readonly term: string | null;
  /** Who vouches, innermost first, without the holder. */
  readonly account: readonly string[];
  /** Whom it is about is told by the page as a whole. */
  readonly inferred: boolean;
  readonly place: Place;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
}
