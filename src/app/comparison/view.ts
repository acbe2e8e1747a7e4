import type { Cell, Verdict } from "../../core/compare/comparison.ts";
import type { SilenceRecord } from "../../core/compare/silence-record.ts";
import type { Range } from "../../core/document.ts";
import type { Place } from "../brief/brief.ts";

/** A quotation in the words of its source, with the words that matter in it. */
export interface Quote {
  /** The sentence, or as much of it as is worth showing; `…` where it was cut. */
  readonly text: string;
  /** Ranges of `text` to be marked, sorted, not overlapping. */
  readonly marks: readonly Range[];
  readonly language: string | null;
  readonly place: Place;
}

/** What one party's account has, in a row of columns. */
export interface CellView {
  readonly party: string;
  readonly status: Cell["status"];
  /** “Vladimir Putin”: in whose mouth the account puts it; `null` in its own voice. */
  readonly mouth: string | null;
  readonly quotes: readonly Quote[];
  /** Further places that are not quoted. */
  readonly more: number;
  readonly conditions: readonly string[];
}

/** Rows that stand on one passage, told once. */
export interface PassageView {
  /** English labels of the rows' topics and phrases, the most telling first. */
  readonly labels: readonly string[];
  /** One a party, in the order of `ComparisonView.parties`. */
  readonly cells: readonly CellView[];
  readonly weight: number;
}

/** Passages of one verdict and direction. */
export interface SectionView {
  readonly verdict: Verdict | "agreed-by-one" | "condition";
  /** “By China's account Russia said it; Russia's own account lacks it”. */
  readonly title: string;
  /** Most telling first. */
  readonly passages: readonly PassageView[];
  /** How many rows the passages stand for. */
  readonly rows: number;
}

/** What several accounts have, in one quiet line. */
export interface SharedView {
  readonly label: string;
  /** Parties whose account lacks it, where there are three and more. */
  readonly lacking: readonly string[];
  readonly places: readonly Place[];
}

/** One account from outside. */
export interface AccountView {
  readonly party: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly length: number;
  readonly kind: string;
  /** Words of manner, each once, in the order of the text. */
  readonly manner: readonly string[];
  /** Label of what comes first. */
  readonly first: string | null;
  /** Labels of topics in the order they come up. */
  readonly topics: readonly string[];
  /** “at the request of China”; `null` where the account doesn't say. */
  readonly initiative: string | null;
  readonly page: number;
  readonly path: string;
}

/** A silence as a search result. */
export interface SilenceView {
  readonly kind: SilenceRecord["kind"];
  readonly party: string;
  readonly label: string;
  /** “not found in 1 account searched”. */
  readonly check: string;
  /** Where another account, or an earlier one of the same side, has it. */
  readonly elsewhere: readonly Place[];
}

/** A comparison as people read it: terminal, Markdown and HTML print the same lines. */
export interface ComparisonView {
  readonly id: string;
  readonly heading: string;
  readonly when: string;
  /** Labels of the parties with accounts, one a column. */
  readonly parties: readonly string[];
  readonly accounts: readonly AccountView[];
  readonly notes: readonly string[];
  /** Most telling first; empty where nothing differs. */
  readonly sections: readonly SectionView[];
  readonly shared: readonly SharedView[];
  /** Most telling first. */
  readonly silences: readonly SilenceView[];
  /** Passages of one language that say the same, side by side. */
  readonly aligned: readonly { readonly a: Quote; readonly b: Quote }[];
  /** Where prints of one text part. */
  readonly edits: readonly { readonly a: Quote | null; readonly b: Quote | null }[];
  /** What could not be compared: no table knows it. */
  readonly uncompared: readonly Quote[];
}
