import { bibtexFormat } from "./bibtex.ts";
import { cslJsonFormat } from "./csl-json.ts";
import { csvFormat } from "./csv.ts";
import type { ExportFormat } from "./format.ts";
import { icsFormat } from "./calendar-file.ts";
import { jsonlFormat } from "./jsonl.ts";
import { docxFormat, markdownFormat } from "./brief-file.ts";
import { ploverFormat } from "./plover.ts";
import { qdpxFormat } from "./qdpx.ts";
import { risFormat } from "./ris.ts";
import { w3cFormat } from "./w3c.ts";

/** All formats of `readout export`, in the order help lists them. One more format is one more line. */
export const exportFormats: readonly ExportFormat[] = [
  csvFormat,
  jsonlFormat,
  markdownFormat,
  docxFormat,
  w3cFormat,
  bibtexFormat,
  risFormat,
  cslJsonFormat,
  qdpxFormat,
  ploverFormat,
  icsFormat,
];

/** The format with this id; `undefined` when there is none. */
export function formatById(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id);
}
