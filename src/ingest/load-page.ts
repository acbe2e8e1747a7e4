import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Page } from "../core/page.ts";
import { problem, settingOf, type Item, type Opened } from "./item.ts";
import { formatOf, isStreamed } from "./formats.ts";
import { largestPage } from "./limits.ts";
import { unreadable } from "./list-files.ts";
import { openItem } from "./open-item.ts";
import { recordType } from "./record.ts";
import { openText } from "./text.ts";

/** A page, or the reason why there is none. */
export interface LoadedPage {
  readonly page: Page | null;
  /** The page as it came; `null` when it could not be read. */
  readonly bytes: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Load the one page of a file, in any format that holds one page.
 * @returns the page with its diagnostics; `null` with one error that names the file and the remedy
 */
export async function loadPage(path: string): Promise<LoadedPage> {
  try {
    const { size } = await stat(path);
    if (size > largestPage) {
      const message = `${Math.round(size / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB a page.`;
      return failed(problem("FILE_TOO_LARGE", path, message));
    }
    const item: Item = { ...settingOf(path, resolve(path)), bytes: await readFile(path) };
    if (isStreamed(formatOf(item.bytes, path))) return failed(severalPages(path));
    return loaded(await openItem(item), item);
  } catch (error) {
    return failed(unreadable(path, error));
  }
}

/** Build a page of plain text, Markdown or HTML from bytes that are already here. `path` says where they came from. */
export function pageFromBytes(path: string, bytes: Uint8Array): LoadedPage {
  const item: Item = { ...settingOf(path, null), bytes };
  if (bytes.length === 0) return failed(problem("FILE_EMPTY", path, "The file is empty."));
  return loaded(openText(item), item);
}

/**
 * Open a page again from bytes that were kept, as they were opened the first time.
 * @param mediaType - what it was found to be then
 * @returns the page, whose `source` the offset map of its document points into; `null` when it can't be opened
 */
export async function reopenPage(
  path: string,
  bytes: Uint8Array,
  mediaType: string,
): Promise<Page | null> {
  // Formats tell themselves by their first bytes; a record of a list only by its type.
  const said =
    mediaType === recordType || mediaType === "multipart/related" || mediaType === "message/rfc822"
      ? mediaType
      : null;
  const opened = await openItem({ ...settingOf(path, null), mediaType: said ?? mediaType, bytes });
  return "page" in opened ? (opened.page ?? null) : null;
}

function loaded(opened: Opened, item: Item): LoadedPage {
  if (opened.kind === "refused") return failed(opened.problem);
  const page = opened.page ?? null;
  return page === null
    ? failed(severalPages(item.path))
    : { page, bytes: item.bytes, diagnostics: page.diagnostics };
}

function severalPages(path: string): Diagnostic {
  return problem(
    "FORMAT_UNKNOWN",
    path,
    "This file holds several pages. Use “readout read” or “readout add”.",
  );
}

function failed(diagnostic: Diagnostic): LoadedPage {
  return { page: null, bytes: null, diagnostics: [diagnostic] };
}
