import { formatOf, isStreamed, type Format } from "./formats.ts";
import { refused, type Item, type Opened } from "./item.ts";
import { largestPage } from "./limits.ts";
import { openRecord } from "./record.ts";
import { openText } from "./text.ts";

/** Formats that are opened whole. Their modules are loaded when they are needed: each brings a library. */
const openers: Readonly<Partial<Record<Format, (item: Item) => Opened | Promise<Opened>>>> = {
  text: openText,
  record: openRecord,
  pdf: async (item) => (await import("./pdf/open-pdf.ts")).openPdf(item),
  docx: async (item) => (await import("./docx.ts")).openDocx(item),
  odt: async (item) => (await import("./odt.ts")).openOdt(item),
  rtf: async (item) => (await import("./rtf.ts")).openRtf(item),
  epub: async (item) => (await import("./epub.ts")).openEpub(item),
  mail: async (item) => (await import("./mail.ts")).openMail(item, "mail"),
  mhtml: async (item) => (await import("./mail.ts")).openMail(item, "mhtml"),
  feed: async (item) => (await import("./feed.ts")).openFeed(item),
  json: async (item) => (await import("./json.ts")).openJson(item),
};

/** Format of an item. */
export function formatOfItem(item: Item): Format {
  return formatOf(item.bytes, item.path, item.mediaType);
}

/**
 * Open an item that is held whole: a page, what it contains, or the reason why not.
 * A container that is read piece by piece is no item: expand it.
 */
export async function openItem(item: Item): Promise<Opened> {
  const early = refusalOf(item);
  if (early !== null) return early;
  const format = formatOfItem(item);
  const open = isStreamed(format) ? openText : openers[format]!;
  return await open(item);
}

/** Refusals that need no parser. */
function refusalOf(item: Item): Opened | null {
  const { path, bytes } = item;
  if (bytes.length === 0) return refused("FILE_EMPTY", path, "The file is empty.");
  if (bytes.length > largestPage)
    return refused(
      "FILE_TOO_LARGE",
      path,
      `${Math.round(bytes.length / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB a page. Split it into pages.`,
    );
  switch (formatOfItem(item)) {
    case "office":
      return refused(
        "FORMAT_UNKNOWN",
        path,
        "Slides and spreadsheets are not read. Save the text as PDF or DOCX.",
      );
    case "old-office":
      return refused(
        "FORMAT_UNKNOWN",
        path,
        "This is an old Office file (.doc, .msg). Save it as DOCX, PDF or EML.",
      );
    case "sealed":
      return refused(
        "FORMAT_UNKNOWN",
        path,
        "This archive format (RAR, 7z, XZ, BZ2) is not read. Unpack it and add the files.",
      );
    default:
      return null;
  }
}
