import type { FullTextRow } from "./engine.ts";
import { checkEvidence, detailsOf, documentRow, layerRows, pack } from "./rows.ts";
import type { DocumentRow, Schema } from "./schema.ts";
import type { NewPage } from "./store.ts";

/** A page as rows, ready to be inserted: everything that takes time is done. Plain data, so a worker can hand it on. */
export interface PreparedPage {
  readonly row: DocumentRow;
  readonly bytes: Uint8Array;
  readonly text: Schema["document_texts"];
  readonly layers: readonly Schema["document_layers"][];
  readonly passages: readonly Schema["passages"][];
  readonly terms: readonly FullTextRow[];
  readonly place: string | null;
}

/**
 * Turn a page into rows.
 * @throws EvidenceError when a mark doesn't lie in its text
 */
export function preparePage({ document, bytes, place, addedAt, passages }: NewPage): PreparedPage {
  checkEvidence(document);
  return {
    row: documentRow(document, addedAt),
    bytes,
    text: { document_id: document.id, text: document.text, details: pack(detailsOf(document)) },
    layers: layerRows(document),
    passages: passages.map(({ start, end }, ordinal) => ({
      document_id: document.id,
      ordinal,
      start_at: start,
      end_at: end,
    })),
    terms: passages
      .map(({ forms, lemmas }, ordinal) => ({
        ordinal,
        forms: forms.join(" "),
        lemmas: lemmas.join(" "),
      }))
      .filter((row) => row.forms !== ""),
    place,
  };
}
