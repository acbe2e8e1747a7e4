import { readingOf } from "../app/read.ts";
import type { Reading } from "../app/reading.ts";
import { documentsFor, type Wanted } from "../app/selection.ts";
import { correctedReading } from "../app/workspace/corrected-reading.ts";
import type { Document } from "../core/document.ts";
import type { Library } from "./library.ts";

/** What the workbench shows, as a reading: the pages that a part can need, with the person's corrections. */
export async function libraryReading(library: Library, wanted: Wanted): Promise<Reading> {
  const needed = documentsFor(wanted, library.encounters);
  const documents: Document[] = [];
  for (const id of library.entries.keys()) {
    if (needed !== null && !needed.has(id)) continue;
    const document = await library.store.document(id);
    if (document !== null) documents.push(library.withForms(document));
  }
  const reading = readingOf(documents, library.encounters, [], 0, library.context);
  const silences = await library.comparisons.silences();
  return correctedReading({ ...reading, silences }, library.corrections);
}
