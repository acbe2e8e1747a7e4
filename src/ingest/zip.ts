import { extname } from "node:path";
import { cleanEntryName } from "./entry-name.ts";
import { isPageName, streamedName } from "./formats.ts";
import { inside, problem, type Found, type Source } from "./item.ts";
import { isPartOfSavedPage } from "./saved-from.ts";
import { Skipped } from "./skipped.ts";
import { readAll, skipTo } from "./streams.ts";
import { ZipArchive, ZipError, type ZipEntry } from "./zip-file.ts";

/** The pages in a ZIP archive, entry by entry. Nothing is written to disk. */
export async function* expandZip(source: Source): AsyncGenerator<Found> {
  const archive = await openArchive(source);
  const skipped = new Skipped();
  try {
    const entries: ZipEntry[] = [];
    for await (const entry of archive.entries()) if (!entry.folder) entries.push(entry);
    const names = new Set(entries.map((entry) => entry.name));
    for (const entry of entries) {
      if (entry.link) skipped.add("link");
      else if (isPartOfSavedPage(entry.name, (name) => names.has(name)))
        skipped.add("part of a saved page");
      else if (!isPageName(entry.name))
        skipped.add(extname(entry.name).toLowerCase() || "without ending");
      else yield* entryFound(archive, entry, source);
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { kind: "problem", problem: problem(error.code, source.path, error.message) };
  } finally {
    archive.close();
  }
  for (const report of skipped.report(source.path)) yield { kind: "problem", problem: report };
}

/** The archive of a source: on disk where it is, else in memory. @throws ZipError */
export async function openArchive(source: Source): Promise<ZipArchive> {
  if (source.file !== null) return await ZipArchive.open({ file: source.file });
  return await ZipArchive.open({ bytes: await readAll(source.stream(), Infinity) });
}

/** An entry as an item, or as a source where its format is read piece by piece. */
export async function* entryFound(
  archive: ZipArchive,
  entry: ZipEntry,
  source: Source,
): AsyncGenerator<Found> {
  const { name, unsafe } = cleanEntryName(entry.name);
  const setting = inside(source, `!/${name}`);
  if (unsafe) {
    const message =
      "Its name in the archive points outside of it or hides characters; nothing is written to disk, and it was read under this name.";
    yield {
      kind: "problem",
      problem: problem("ENTRY_NAME_UNSAFE", setting.path, message, "warning"),
    };
  }
  if (streamedName(name)) {
    yield {
      kind: "source",
      source: {
        ...setting,
        size: entry.size,
        file: null,
        stream: (from = 0) => skipTo(archive.stream(entry), from),
      },
    };
    return;
  }
  try {
    yield { kind: "item", item: { ...setting, bytes: await archive.read(entry) } };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { kind: "problem", problem: problem(error.code, setting.path, error.message) };
  }
}
