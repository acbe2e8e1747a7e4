import type { Span } from "../document.ts";
import type { Account } from "../link/encounter.ts";
import type { SilenceRecord } from "./silence-record.ts";

/** What a row compares. */
export type RowKind = "topic" | "phrase" | "figure" | "statement";

/**
 * How the parties' accounts stand to each other in a row.
 *
 * `shared`: two or more accounts have it. `one-sided`: one account has it in its own voice, another
 * lacks it. `attributed-only`: one account puts it in another side's mouth, whose own account lacks
 * it. `differs`: all have it, in stronger and weaker words of one scale. `conflicts`: they contradict
 * each other (other figures, opposite polarity).
 */
export type Verdict = "shared" | "one-sided" | "attributed-only" | "differs" | "conflicts";

/** One party's part of a row. */
export interface Cell {
  /** `attributed`: only put in another side's mouth. `no-account`: we hold no account of this party. */
  readonly status: "present" | "attributed" | "absent" | "no-account";
  readonly spans: readonly Span[];
  readonly speakers: readonly string[];
}

/** A topic, phrase, figure or statement, and what each party's account makes of it. */
export interface ComparisonRow {
  readonly kind: RowKind;
  readonly id: string;
  /** English label; quotes in cells stay in their language. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What the accounts look like from outside. */
export interface AccountFeatures {
  readonly document: string;
  readonly party: string;
  readonly language: string | null;
  /** Characters of clean text. */
  readonly length: number;
  readonly published: string | null;
  /** Topic ids in the order they first come up. */
  readonly topicOrder: readonly string[];
  /** Manner words (candid, in-depth, 坦诚, тёплый) as spans. */
  readonly manner: readonly Span[];
}

/** Accounts of one encounter side by side. */
export interface Comparison {
  readonly encounter: string;
  readonly accounts: readonly Account[];
  readonly rows: readonly ComparisonRow[];
  readonly silences: readonly SilenceRecord[];
  readonly features: readonly AccountFeatures[];
  /** Passages of same-language accounts that say the same, most alike first. */
  readonly alignment: readonly {
    readonly a: Span;
    readonly b: Span;
    readonly similarity: number;
  }[];
  /** What a reader must know before trusting the table (one side briefs, the other publishes a readout). */
  readonly notes: readonly string[];
}
