import type { GivenMetadata } from "../core/page.ts";

/** Characters at the head of a page in which browsers and SingleFile leave their note. */
const head = 3000;

/**
 * The address a saved page was saved from: the note of a browser's “complete” save
 * (`<!-- saved from url=(0023)https://… -->`) or of SingleFile (`url: https://…`).
 */
export function savedFrom(source: string): GivenMetadata {
  const start = source.slice(0, head);
  const url =
    /<!--\s*saved from url=\(\d{4}\)(https?:\/\/[^\s<>"]{1,2000})/i.exec(start)?.[1] ??
    /<!--\s*Page saved with SingleFile\s[^>]{0,200}?\burl:\s*(https?:\/\/[^\s<>"]{1,2000})/i.exec(
      start,
    )?.[1];
  return url === undefined ? {} : { url };
}

/** Folders that browsers put beside a page they save, in several languages. */
const companions = /^(.+?)(?:_files|-Dateien|_fichiers|_archivos|\.files|_pliki|_bestanden)$/;

/**
 * Whether a file belongs to a page that a browser saved “complete”: it lies in the folder beside the
 * page, and is a frame or script of it.
 * @param exists - whether there is a file of that name
 */
export function isPartOfSavedPage(name: string, exists: (name: string) => boolean): boolean {
  const parts = name.replaceAll("\\", "/").split("/");
  for (let depth = 0; depth < parts.length - 1; depth++) {
    const page = companions.exec(parts[depth]!)?.[1];
    if (page === undefined) continue;
    const beside = [...parts.slice(0, depth), page].join("/");
    if ([".html", ".htm", ".xhtml"].some((ending) => exists(`${beside}${ending}`))) return true;
  }
  return false;
}
