import type { Selection } from "../app/selection.ts";
import {
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { referencesOf, type PartialDate, type Reference } from "./references.ts";

/** The pages as items of the Citation Style Language. */
export const cslJsonFormat: ExportFormat = {
  id: "csl-json",
  label: "CSL-JSON",
  readers: "Zotero, Pandoc, Quarto, citeproc",
  extension: ".json",
  mediaType: "application/vnd.citationstyles.csl+json",
  export: toCslJson,
};

/** References as CSL-JSON (schema 1.0.2: https://github.com/citation-style-language/schema). */
function toCslJson(part: Selection, options: ExportOptions): Exported {
  const references = referencesOf(part, options);
  return {
    content: `${JSON.stringify(references.map(item), null, 1)}\n`,
    count: references.length,
    what: "reference",
    omitted: some(undatedPages(part)),
  };
}

function item(reference: Reference): Record<string, unknown> {
  const { between, circa } = reference;
  const dates = between ?? (reference.issued === null ? null : [reference.issued]);
  const fields: Record<string, unknown> = {
    id: reference.key,
    type: reference.press ? "article-newspaper" : "webpage",
    title: reference.title,
    author: reference.authors.length === 0 ? null : reference.authors,
    "container-title": reference.container,
    publisher: reference.publisher,
    issued: dates === null ? null : { "date-parts": dates, ...(circa ? { circa } : {}) },
    accessed: dateParts(reference.accessed),
    URL: reference.url,
    language: reference.language,
    genre: reference.genre,
    keyword: reference.keywords.length === 0 ? null : reference.keywords.join(", "),
    note: reference.notes.join(". "),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function dateParts(date: PartialDate | null): object | null {
  return date === null ? null : { "date-parts": [date] };
}
