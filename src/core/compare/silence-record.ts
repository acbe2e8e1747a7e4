import type { Span } from "../document.ts";

/** A text that was searched for a form, and the forms searched in its language. */
export interface Search {
  readonly document: string;
  readonly language: string | null;
  /** As the tables write them (`src/core/phrases/pattern.ts`), or the page's own words. */
  readonly forms: readonly string[];
  /** Where a form was found; empty when none was. */
  readonly found: readonly Span[];
}

/**
 * What checking a silence against the texts we hold gave. `not-checkable`: no account of the silent side is held, or
 * no form is known in its language.
 */
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
  /** Where a page reports it, or where a weaker wording stands in its place; `null` when comparison found nothing there. */
  readonly span: Span | null;
  readonly silent: readonly string[];
  readonly claimant: string | null;
  readonly topic: string | null;
  /** The unsaid in the page's words, or the label of the topic or phrase. */
  readonly topicQuote: string;
  readonly encounter: string | null;
  readonly check: SilenceCheck;
  readonly rule: string;
  /** Where another account of the encounter, or an earlier one of the same side, has it. */
  readonly elsewhere?: readonly Span[];
  /** How telling, 0…1: rare and set wording more than common topics, what this pair used to speak of more than what is new. */
  readonly weight?: number;
}
