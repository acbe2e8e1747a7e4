import { expect } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { cleanPlaces } from "../../src/core/places.ts";
import type { Item } from "../../src/ingest/item.ts";
import { reopenPage } from "../../src/ingest/load-page.ts";
import { checkEvidence } from "../../src/store/rows.ts";

/**
 * What holds for every document of every format: marks lie in the text, every copied run leads to
 * the same characters of the page, places cover it in order, and the kept bytes open to the same page.
 */
export async function expectLawful(document: Document, item: Item): Promise<void> {
  checkEvidence(document);
  const page = await reopenPage(document.path, item.bytes, document.mediaType);
  expect(page?.sha256).toBe(document.sha256);
  const { source } = page!;
  for (const { clean, cleanLength, page: at, pageLength } of document.offsets.runs) {
    expect(at + pageLength).toBeLessThanOrEqual(source.length);
    if (cleanLength !== pageLength) continue;
    expect(folded(source.slice(at, at + pageLength))).toBe(
      folded(document.text.slice(clean, clean + cleanLength)),
    );
  }
  let end = 0;
  for (const run of document.places ?? []) {
    expect(run.start).toBeGreaterThanOrEqual(end);
    expect(run.end).toBeLessThanOrEqual(source.length);
    end = run.end;
  }
  let last = 0;
  for (const run of cleanPlaces(document)) {
    expect(run.start).toBeGreaterThanOrEqual(last);
    expect(run.end).toBeLessThanOrEqual(document.text.length);
    last = run.end;
  }
}

/** Blanks of any kind are one blank in the clean text, one for one. */
function folded(text: string): string {
  return text.replace(
    /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]/gu,
    " ",
  );
}
