import type { DocumentSummary } from "../store/store.ts";

/**
 * A title, name or outlet of a page as a label among other words: without control characters and directional
 * overrides, which would reorder what stands around it. Quotations are never treated so; they are isolated where shown.
 */
export function plainLabel(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A summary whose words can stand among others. */
export function plainSummary(summary: DocumentSummary): DocumentSummary {
  const plain = (text: string | null): string | null => (text === null ? null : plainLabel(text));
  return {
    ...summary,
    title: plain(summary.title),
    outlet: plain(summary.outlet),
    path: plainLabel(summary.path),
  };
}
