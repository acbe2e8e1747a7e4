import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import { isPageName } from "./formats.ts";
import { problem } from "./item.ts";
import { isPartOfSavedPage } from "./saved-from.ts";
import { Skipped } from "./skipped.ts";

/** A file that was found. */
export interface ListedFile {
  readonly path: string;
  /** Bytes; 0 for standard input. */
  readonly size: number;
}

/** Files found under the paths a user named, and what was wrong with some of them. */
export interface FileList {
  /** In the order named; folders in sorted order, catalogues first; `-` for standard input. */
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Expand files and folders (recursive, sorted by name) to a list of files. Hidden files and links
 * in folders are not followed; what is no page is counted.
 * A path that isn't there and a folder without pages give an error diagnostic each.
 */
export async function listFiles(paths: readonly string[]): Promise<FileList> {
  const files: ListedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    if (path === "-") {
      files.push({ path, size: 0 });
      continue;
    }
    try {
      const state = await stat(path);
      if (state.isDirectory()) {
        const skipped = new Skipped();
        const pages = await filesIn(path, skipped);
        for (const page of pages) files.push({ path: page, size: (await stat(page)).size });
        diagnostics.push(...skipped.report(path));
        if (pages.length === 0)
          diagnostics.push(
            problem(
              "FOLDER_EMPTY",
              path,
              "There is no page in this folder or below it. “readout help add” lists the formats.",
            ),
          );
      } else if (state.isFile()) files.push({ path, size: state.size });
      else
        diagnostics.push(
          problem(
            "FILE_UNREADABLE",
            path,
            "This is a device or pipe, no file. Use - to read from standard input.",
          ),
        );
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { files, diagnostics };
}

/** Why a file can't be opened, as a diagnostic. */
export function unreadable(path: string, error: unknown): Diagnostic {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT"
    ? problem(
        "FILE_NOT_FOUND",
        path,
        /^[a-z][\w+.-]+:/i.test(path) && !/^https?:/i.test(path)
          ? "There is no such file; of addresses only http: and https: are fetched."
          : "There is no such file or folder. Check the spelling of the path.",
      )
    : problem("FILE_UNREADABLE", path, `It can't be opened (${message}). Check its permissions.`);
}

async function filesIn(folder: string, skipped: Skipped): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map((entry) => entry.name));
  const pages: string[] = [];
  for (const entry of entries.toSorted(byCatalogueThenName)) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isPartOfSavedPage(`${entry.name}/x`, (name) => names.has(name)))
        skipped.add("folder of a saved page");
      else pages.push(...(await filesIn(path, skipped)));
    } else if (!entry.isFile()) skipped.add(entry.isSymbolicLink() ? "link" : "device or pipe");
    else if (isPageName(entry.name)) pages.push(path);
    else skipped.add(extname(entry.name).toLowerCase());
  }
  return pages;
}

/** Catalogues come first: what they say of a file must be known before the file is read. */
function byCatalogueThenName(a: { name: string }, b: { name: string }): number {
  const rank = (name: string): number => (/\.(?:ris|bib|rdf)$/i.test(name) ? 0 : 1);
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}
