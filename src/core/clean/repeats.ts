import type { Document } from "../document.ts";
import type { OutletRepeats } from "./chrome.ts";
import { isSentence, keyOf } from "./line-text.ts";

/** What a page of the press kept, as far as it tells what its outlet puts on every page. Plain data. */
export interface KeptLines {
  /** The outlet's id, or its name where no table knows it. */
  readonly outlet: string;
  /** Keys of lines that are no sentences, in page order. */
  readonly labels: readonly string[];
  /** Keys of sentences, cut short. */
  readonly sentences: readonly string[];
}

/** A line that opens what follows (“Roe:”) is part of it, wherever else it stands. */
const opensMore = /[:：]$/u;

/** Characters of a sentence's key that tell it from others. */
const keyLength = 60;

/**
 * What a page kept.
 * @returns `null` for official accounts, whose furniture is known and whose lines repeat for good reasons, and
 *   for pages without an outlet
 */
export function keptLines(document: Document): KeptLines | null {
  const outlet = document.issuer ?? document.outlet;
  if (outlet === null || document.party !== null) return null;
  const labels = new Set<string>();
  const sentences = new Set<string>();
  for (const { role, start, end } of document.blocks) {
    if (role !== "paragraph" && role !== "list-item" && role !== "subtitle") continue;
    const text = document.text.slice(start, end);
    const key = keyOf(text);
    if (isSentence(text)) sentences.add(key.slice(0, keyLength));
    else if (key !== "" && !opensMore.test(text)) labels.add(key);
  }
  return { outlet, labels: [...labels], sentences: [...sentences] };
}

/** Share of sentences that two versions of one page have in common at least. */
const sameText = 0.5;

/**
 * Lines of a page that other pages of its outlet have too: navigation, teasers, calls to subscribe. Sentences are
 * never among them, whatever repeats them. The order of the pages does not count.
 * @param others - other pages of the same outlet; versions of the page itself are left out of account
 */
export function repeatsOf(page: KeptLines, others: readonly KeptLines[]): OutletRepeats {
  const own = new Set(page.sentences);
  const foreign = new Set(
    others.filter((other) => !isVersion(own, other)).flatMap((other) => other.labels),
  );
  return new Set(page.labels.filter((label) => foreign.has(label)));
}

function isVersion(own: ReadonlySet<string>, other: KeptLines): boolean {
  const shared = other.sentences.filter((key) => own.has(key)).length;
  return shared > Math.min(own.size, other.sentences.length) * sameText;
}
