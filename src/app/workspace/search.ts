import type { Context } from "../../core/context.ts";
import { spanOf, type Document, type Range, type Span } from "../../core/document.ts";
import { printedPage } from "../../core/places.ts";
import { findHits, parseSearch } from "../../store/search-terms.ts";
import type { DocumentFilter, Store } from "../../store/store.ts";

/** A passage that has what was searched for. */
export interface SearchHit {
  readonly document: string;
  readonly path: string;
  readonly title: string | null;
  readonly published: string | null;
  /** Number of the paragraph in the page's clean text, from 1. */
  readonly paragraph: number;
  /** Printed page of the original (`p. 3`), where it has pages; `null` elsewhere. */
  readonly original: string | null;
  readonly passage: Span;
  /** Places of the words in the passage. */
  readonly hits: readonly Span[];
}

/**
 * Search the clean texts of a workspace: words in any inflection, "phrases" as written, in any script.
 * @returns passages that have every word, best first; `null` when the query holds no word
 */
export async function searchWorkspace(
  store: Store,
  query: string,
  context: Context,
  filter: DocumentFilter & { readonly limit: number },
): Promise<SearchHit[] | null> {
  const clauses = parseSearch(query, context);
  if (clauses.length === 0) return null;
  const result: SearchHit[] = [];
  const documents = new Map<string, Document>();
  for (const found of await store.search({ ...filter, clauses })) {
    let document = documents.get(found.document) ?? null;
    document ??= await store.document(found.document, ["tokens"]);
    if (document === null) continue;
    documents.set(found.document, document);
    const span = (range: Range): Span => spanOf(document, range);
    result.push({
      document: document.id,
      path: document.path,
      title: document.title,
      published: document.published.value,
      paragraph: document.blocks.findIndex((block) => block.end > found.start) + 1,
      original: printedPage(document, found),
      passage: span(found),
      hits: findHits(document, found, clauses, context).map(span),
    });
  }
  return result;
}
