import type { Document } from "../document.ts";

/** Years named in a text that make it a history rather than news. */
const fewestYears = 6;

/**
 * Whether dates in a text count from its own last date: histories name many years and have no day
 * of publication. News and official accounts count from publication.
 */
export function isNarrative(document: Document): boolean {
  if (document.published.earliest !== null) return false;
  const years = document.text.match(/\b(?:in|of|,) (?:1[5-9]\d{2}|20[01]\d)\b/g) ?? [];
  return years.length >= fewestYears;
}
