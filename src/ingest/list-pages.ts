import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Diagnostic, DiagnosticCode } from "../core/diagnostic.ts";

/** File name endings that are read from folders. */
export const readableEndings: ReadonlySet<string> = new Set([
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
]);

/** Pages found under the paths a user named, and what was wrong with some of them. */
export interface PageList {
  /** Files in the order named; folders in sorted order; `-` for standard input. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Expand files and folders (recursive, sorted by name) to a list of pages.
 * A path that isn't there and a folder without pages give an error diagnostic each.
 */
export async function listPages(paths: readonly string[]): Promise<PageList> {
  const found: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    if (path === "-") {
      found.push(path);
      continue;
    }
    try {
      const state = await stat(path);
      if (!state.isDirectory()) {
        found.push(path);
        continue;
      }
      const pages = await pagesIn(path);
      found.push(...pages);
      if (pages.length === 0) {
        diagnostics.push(
          problem("FOLDER_EMPTY", path, "No .txt, .md or .html page in this folder or below it."),
        );
      }
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
      diagnostics.push(
        missing
          ? problem(
              "FILE_NOT_FOUND",
              path,
              "There is no such file or folder. Check the spelling of the path.",
            )
          : problem("FILE_UNREADABLE", path, `It can't be opened (${(error as Error).message}).`),
      );
    }
  }
  return { paths: found, diagnostics };
}

async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const pages: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pages.push(...(await pagesIn(path)));
    else if (entry.isFile() && readableEndings.has(extname(entry.name).toLowerCase()))
      pages.push(path);
  }
  return pages;
}

/** An error diagnostic about a path. */
export function problem(code: DiagnosticCode, path: string, message: string): Diagnostic {
  return { code, severity: "error", document: path, span: null, message };
}
