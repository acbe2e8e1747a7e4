import type { Context } from "../../core/context.ts";
import type { Document } from "../../core/document.ts";
import type { DocumentFilter, Store } from "../../store/store.ts";
import { assemble } from "../read.ts";
import type { Reading } from "../reading.ts";

/**
 * Everything a workspace holds (or the part a filter takes), as reading its pages would give it.
 * @param renew - what is done anew on each stored document
 */
export async function readWorkspace(
  store: Store,
  context: Context,
  filter: DocumentFilter = {},
  renew: (document: Document) => Document = (document) => document,
): Promise<Reading> {
  const documents: Document[] = [];
  for (const { id } of await store.list(filter)) {
    const document = await store.document(id);
    if (document !== null) documents.push(renew(document));
  }
  return assemble(documents, [], 0, context);
}
