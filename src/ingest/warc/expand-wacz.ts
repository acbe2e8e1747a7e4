import type { Found, Source } from "../item.ts";
import { inside, problem } from "../item.ts";
import type { RevisitIndex } from "./revisits.ts";
import { expandWarc, type WarcOptions } from "./expand-warc.ts";
import { openArchive } from "../zip.ts";
import { skipTo } from "../streams.ts";
import { ZipError, type ZipArchive, type ZipEntry } from "../zip-file.ts";

/** The pages in a WACZ: its web archives, for the pages that its own lists name. */
export async function* expandWacz(source: Source, revisits: RevisitIndex): AsyncGenerator<Found> {
  const archive = await openArchive(source);
  try {
    const warcs: ZipEntry[] = [];
    const listed = new Set<string>();
    for await (const entry of archive.entries()) {
      if (/^archive\/.+\.warc(?:\.gz)?$/i.test(entry.name)) warcs.push(entry);
      else if (/^pages\/.+\.jsonl$/i.test(entry.name))
        for (const url of await listedPages(archive, entry)) listed.add(url);
    }
    if (warcs.length === 0) {
      yield {
        kind: "problem",
        problem: problem(
          "ARCHIVE_DAMAGED",
          source.path,
          "There is no web archive in this WACZ file.",
        ),
      };
    }
    // A list that names none of the records says nothing: all are taken then.
    let pages = 0;
    const lists = listed.size === 0 ? [null] : [listed, null];
    for (const list of lists) {
      if (pages > 0) break;
      for await (const found of expandAll(archive, warcs, source, { revisits, listed: list })) {
        if (found.kind === "item") pages++;
        yield found;
      }
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { kind: "problem", problem: problem(error.code, source.path, error.message) };
  } finally {
    archive.close();
  }
}

async function* expandAll(
  archive: ZipArchive,
  warcs: readonly ZipEntry[],
  source: Source,
  options: WarcOptions,
): AsyncGenerator<Found> {
  for (const entry of warcs) {
    const warc: Source = {
      ...inside(source, `!/${entry.name}`),
      size: entry.size,
      file: null,
      stream: (from = 0) => skipTo(archive.stream(entry), from),
    };
    yield* expandWarc(warc, options);
  }
}

async function listedPages(archive: ZipArchive, entry: ZipEntry): Promise<string[]> {
  const lines = new TextDecoder().decode(await archive.read(entry)).split("\n");
  return lines.flatMap((line) => {
    try {
      const { url } = JSON.parse(line) as { url?: unknown };
      return typeof url === "string" ? [url, new URL(url).href] : [];
    } catch {
      // A line that is no page (the header, an empty one) names none.
      return [];
    }
  });
}
