import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, isAbsolute, sep } from "node:path";
import { decodeBytes } from "../decode.ts";
import { fileSource } from "../file-source.ts";
import { inside, problem, settingOf, type Found, type Source } from "../item.ts";
import { largestPage } from "../limits.ts";
import { Skipped } from "../skipped.ts";
import { readAll } from "../streams.ts";
import { readBibtex } from "./bibtex.ts";
import type { CatalogueEntry } from "./entry.ts";
import { recordType } from "../record.ts";
import { readRis } from "./ris.ts";
import { readZoteroRdf } from "./zotero-rdf.ts";

/** The pages that a reference manager's export (RIS, BibTeX, Zotero RDF) names: attached files with what the export says of them, and notes. */
export async function* expandCatalogue(source: Source): AsyncGenerator<Found> {
  const text = decodeBytes(await readAll(source.stream(), largestPage)).text;
  const skipped = new Skipped();
  for (const [index, entry] of entriesIn(text).entries()) {
    if (entry.files.length + entry.notes.length === 0) skipped.add("entry without a file");
    for (const file of entry.files) yield* attachment(source, file, entry);
    for (const [number, note] of entry.notes.entries()) {
      if (note.trim() === "") continue;
      const setting = inside(source, `#${index + 1} note ${number + 1}`, {
        mediaType: recordType,
        origin: { kind: "item", item: index + 1 },
      });
      const bytes = new TextEncoder().encode(JSON.stringify({ content: note }));
      yield { kind: "item", item: { ...setting, bytes } };
    }
  }
  for (const report of skipped.report(source.path)) yield { kind: "problem", problem: report };
}

function entriesIn(text: string): CatalogueEntry[] {
  if (/^\s*(?:\ufeff)?</.test(text.slice(0, 200))) return readZoteroRdf(text);
  return /^\s*(?:\ufeff)?TY {2}- /.test(text.slice(0, 2000)) ||
    /\nTY {2}- /.test(text.slice(0, 20_000))
    ? readRis(text)
    : readBibtex(text);
}

/** An attached file, if it lies in the export's own folder. */
async function* attachment(
  source: Source,
  named: string,
  { given }: CatalogueEntry,
): AsyncGenerator<Found> {
  const path = named.replace(/^file:\/\/(?=\/)/, "");
  const told = (code: Parameters<typeof problem>[0], message: string): Found => ({
    kind: "problem",
    problem: problem(code, `${source.path}: ${named}`, message),
  });
  if (source.file === null) {
    yield told(
      "FILE_NOT_FOUND",
      "The export lies in an archive; unpack it, so that its attached files can be found.",
    );
    return;
  }
  try {
    const folder = await realpath(dirname(source.file));
    const file = await realpath(isAbsolute(path) ? path : join(folder, path));
    const way = relative(folder, file);
    if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) {
      yield told(
        "ENTRY_NAME_UNSAFE",
        "This file lies outside of the export's folder and was not opened. Add it by itself.",
      );
      return;
    }
    const state = await stat(file);
    if (!state.isFile()) yield told("FILE_UNREADABLE", "This is no file.");
    else
      yield {
        kind: "source",
        source: fileSource(
          { ...settingOf(join(dirname(source.path), way), file), given, depth: source.depth + 1 },
          file,
          state.size,
        ),
      };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    yield missing
      ? told("FILE_NOT_FOUND", "The export names this file, but it is not there.")
      : told("FILE_UNREADABLE", `It can't be opened (${(error as Error).message}).`);
  }
}
