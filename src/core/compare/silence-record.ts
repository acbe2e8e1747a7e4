import type { Span } from "../document.ts";

/** A text that was searched for a form, and the forms searched in its language. */
export interface Search {
  readonly document: string;
  readonly language: string | null;
  readonly forms: readonly string[];
}

/** What checking a silence against the texts we hold gave. */
export interface SilenceCheck {
  readonly status: "confirmed" | "contradicted" | "not-checkable";
  readonly searched: readonly Search[];
}

/** Something left unsaid: reported by a page, or found by comparing accounts. */
export interface SilenceRecord {
  readonly id: string;
  readonly kind:
    | "reported"
    | "asymmetric"
    | "attributed-only"
    | "dropped"
    | "diluted"
    | "no-account";
  /** Where a page reports it; `null` when comparison found it. */
  readonly span: Span | null;
  readonly silent: readonly string[];
  readonly claimant: string | null;
  readonly topic: string | null;
  /** The unsaid in the page's words, or the label of the topic or phrase. */
  readonly topicQuote: string;
  readonly encounter: string | null;
  readonly check: SilenceCheck;
  readonly rule: string;
}
