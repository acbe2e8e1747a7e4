/** Shares of matched and unmatched shingles of one text, adding up to 1 (0 when both texts are empty). */
export interface Matching {
  readonly matched: number;
  readonly extra: number;
  readonly missing: number;
}

/** Means over pages, per cent. */
export interface BodyScores {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** Length of a shingle, in words. */
const shingleLength = 4;

/**
 * Compare a text with the gold text by their 4-word shingles.
 * The metric of scrapinghub/article-extraction-benchmark (`evaluate.py` @11b407d), word for word.
 */
export function matchShingles(gold: string, text: string): Matching {
  const wanted = shinglesOf(gold);
  const found = shinglesOf(text);
  let matched = 0;
  let total = 0;
  for (const [shingle, count] of wanted) matched += Math.min(count, found.get(shingle) ?? 0);
  const size = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  const missing = size(wanted) - matched;
  const extra = size(found) - matched;
  total = matched + missing + extra;
  if (total === 0) return { matched: 0, extra: 0, missing: 0 };
  return { matched: matched / total, extra: extra / total, missing: missing / total };
}

/** Mean precision and recall over pages, and their F1, as the benchmark computes them. */
export function bodyScores(pages: readonly Matching[]): BodyScores {
  const precision = mean(
    pages
      .filter(({ matched, extra }) => matched + extra > 0)
      .map(({ matched, extra }) => matched / (matched + extra)),
  );
  const recall = mean(
    pages
      .filter(({ matched, missing }) => matched + missing > 0)
      .map(({ matched, missing }) => matched / (matched + missing)),
  );
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { f1: f1 * 100, precision: precision * 100, recall: recall * 100 };
}

/** F1 of one page, 0…1: for telling which pages lose most. */
export function pageF1({ matched, extra, missing }: Matching): number {
  return matched === 0 ? 0 : (2 * matched) / (2 * matched + extra + missing);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - shingleLength + 1); at++) {
    const shingle = words.slice(at, at + shingleLength).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
