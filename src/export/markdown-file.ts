import { briefOf } from "../app/brief/arrange.ts";
import type { Selection } from "../app/selection.ts";
import { some, undatedPages, orphanedPlaces, type ExportFormat, type Exported } from "./format.ts";
import { briefToMarkdown } from "./markdown.ts";

/** What was said, by whose account, as a text to read. */
export const markdownFormat: ExportFormat = {
  id: "markdown",
  label: "Markdown",
  readers: "any editor, Obsidian, Pandoc",
  extension: ".md",
  mediaType: "text/markdown; charset=utf-8",
  export: toMarkdown,
};

function toMarkdown(part: Selection): Exported {
  return {
    content: briefToMarkdown(briefOf(part.reading)),
    count: part.reading.documents.length,
    what: "page",
    omitted: some(orphanedPlaces(part), undatedPages(part)),
  };
}
