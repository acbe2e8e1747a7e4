import type { Span } from "../document.ts";
import type { Account } from "../link/encounter.ts";
import type { SilenceRecord } from "./silence-record.ts";

/** What a row compares. `figure` takes in other facts that can be told apart: the day, who took part, who asked for it. */
export type RowKind = "topic" | "phrase" | "figure" | "statement";

/**
 * How the parties' accounts stand to each other in a row.
 *
 * `shared`: two or more accounts have it. `one-sided`: one account has it in its own voice, another
 * lacks it. `attributed-only`: one account puts it in another side's mouth, whose own account lacks
 * it. `differs`: all have it, in other words of one scale, or under a condition that only one names.
 * `conflicts`: they contradict each other (other figures, opposite polarity).
 */
export type Verdict = "shared" | "one-sided" | "attributed-only" | "differs" | "conflicts";

/** One party's part of a row. */
export interface Cell {
  /** `attributed`: only put in another side's mouth. `no-account`: we hold no account of this party. */
  readonly status: "present" | "attributed" | "absent" | "no-account";
  readonly spans: readonly Span[];
  readonly speakers: readonly string[];
  /** Conditions it stands under wherever it is said (“after sanctions are lifted”). */
  readonly conditions: readonly Span[];
}

/** A topic, phrase, figure or statement, and what each party's account makes of it. */
export interface ComparisonRow {
  readonly kind: RowKind;
  /** Topic or phrase id; an actor's id for a third party spoken of; `day`, `participants`, `initiative` or a measure for a figure. */
  readonly id: string;
  /** English label; quotes in cells stay in their language. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Domain of the topic or phrase, `null` for other rows. */
  readonly domain: string | null;
  /** The one party by whose account alone both sides say it together; `null` for every other row. */
  readonly agreedPer: string | null;
  /** How telling the row is within its verdict, 0…1: rare topics and set phrases more than what every account has. */
  readonly weight: number;
}

/** Who asked for the contact, by an account. */
export interface Initiative {
  /** The side; `null` when the account says that somebody asked, but not who. */
  readonly side: string | null;
  readonly span: Span;
}

/** What the accounts look like from outside. */
export interface AccountFeatures {
  readonly document: string;
  readonly party: string;
  readonly language: string | null;
  /** Characters of clean text. */
  readonly length: number;
  readonly published: string | null;
  /** Topic ids in the order they first come up: the first is what the account puts first. */
  readonly topicOrder: readonly string[];
  /** Place of the first topic after the title. */
  readonly first: Span | null;
  /** Manner words (candid, in-depth, 坦诚, тёплый) as spans. */
  readonly manner: readonly Span[];
  readonly initiative: Initiative | null;
}

/** Passages of two accounts in one language that say the same. */
export interface AlignedPassage {
  readonly a: Span;
  readonly b: Span;
  /** Cosine of their words, weighted by rarity: 0…1. */
  readonly similarity: number;
}

/** Where two prints of one text part: a passage that only one has, or that each words in its own way. */
export interface TextEdit {
  readonly a: Span | null;
  readonly b: Span | null;
}

/** Accounts of one encounter side by side. */
export interface Comparison {
  readonly encounter: string;
  readonly accounts: readonly Account[];
  /** Most telling verdicts first, and within them the most telling rows. */
  readonly rows: readonly ComparisonRow[];
  readonly silences: readonly SilenceRecord[];
  readonly features: readonly AccountFeatures[];
  /** Reading aid for accounts of one language, in the order of the first text. */
  readonly alignment: readonly AlignedPassage[];
  /** Passages by which prints of one text differ; empty when no two accounts print one text. */
  readonly edits: readonly TextEdit[];
  /** Statements put in another side's mouth that no table knows and no language joins: not compared. */
  readonly uncompared: readonly Span[];
  /** What a reader must know before trusting the table (one side briefs, the other publishes a readout). */
  readonly notes: readonly string[];
}
