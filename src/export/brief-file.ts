import type { Selection } from "../app/selection.ts";
import type { DeskBrief } from "../core/brief/brief.ts";
import {
  orphanedPlaces,
  some,
  type Exported,
  type ExportFormat,
  type ExportOptions,
} from "./format.ts";
import { deskBriefToMarkdown } from "./brief-markdown.ts";

/** The brief as a text to read, with footnotes. */
export const markdownFormat: ExportFormat = {
  id: "markdown",
  label: "Brief as Markdown",
  readers: "any editor, Obsidian, Pandoc",
  extension: ".md",
  mediaType: "text/markdown; charset=utf-8",
  export: (part, options) => fileOf(part, options, deskBriefToMarkdown),
};

/** The brief as a Word document with footnotes. */
export const docxFormat: ExportFormat = {
  id: "docx",
  label: "Brief as Word document",
  readers: "Word, LibreOffice, Pages",
  extension: ".docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  export: (part, options) =>
    fileOf(part, options, async (brief) => {
      // Loaded here: it is large, and only this format needs it.
      const { deskBriefToDocx } = await import("./brief-docx.ts");
      return await deskBriefToDocx(brief);
    }),
};

async function fileOf(
  part: Selection,
  options: ExportOptions,
  write: (brief: DeskBrief) => Exported["content"] | Promise<Exported["content"]>,
): Promise<Exported> {
  const omitted = some(orphanedPlaces(part));
  const brief = part.reading.encounters.length === 0 ? null : await options.brief();
  if (brief === null) return { content: "", count: 0, what: "encounter", omitted };
  return {
    content: await write(brief),
    count: brief.encounters.length,
    what: "encounter",
    omitted: [
      ...some({
        count: part.reading.encounters.length - brief.encounters.length,
        what: "encounter",
        why: "the brief has no room, or tells of such only as announced or in passing",
      }),
      ...omitted,
    ],
  };
}
