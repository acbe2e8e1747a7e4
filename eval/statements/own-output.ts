import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document, Range } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { annotateUpTo } from "../../src/core/pipeline.ts";
import type { Statement } from "../../src/core/records.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { placeInPage } from "./align.ts";
import type { Attribution } from "./attribution.ts";

/** A text as Readout reads a page of that name. */
export function readPage(name: string, text: string, context: Context): Document {
  const { page } = pageFromBytes(`${name}.txt`, new TextEncoder().encode(text));
  if (page === null) throw new Error(`${name}: no page`);
  return documentOf(page, context);
}

/** A page with its statements, as the pipeline reads it up to them. */
export function documentOf(page: Page, context: Context): Document {
  return annotateUpTo(cleanPage(page, context, null), context, "statements");
}

/**
 * A statement's roles as places in the page as it came.
 * @param source - the decoded page
 */
export function attributionOf(
  document: Document,
  source: string,
  statement: Statement,
): Attribution {
  const placed = (ranges: readonly (Range | null)[]): Range[] =>
    ranges
      .map((range) => (range === null ? null : placeInPage(document, source, range)))
      .filter((range) => range !== null);
  return {
    source: placed([statement.source]),
    cue: placed([statement.cue]),
    content: placed(statement.content),
  };
}
