import { expandCatalogue } from "./catalogue/expand-catalogue.ts";
import { formatOf, isStreamed, type Format } from "./formats.ts";
import { brokenSource, expandGzip } from "./gzip.ts";
import { problem, sourceOf, type Found, type Item, type Source } from "./item.ts";
import { expandJsonLines } from "./json-lines.ts";
import { deepestNesting, largestPage } from "./limits.ts";
import { expandMbox } from "./mbox.ts";
import type { RevisitIndex } from "./warc/revisits.ts";
import { readAll, readHead } from "./streams.ts";
import { expandTar } from "./tar.ts";
import { expandZip } from "./zip.ts";

/** What a container gives in the end: items to open and problems to tell. */
export type Piece = Exclude<Found, { kind: "source" }>;

/** Bytes that tell a format. */
const telling = 4096;

/**
 * Everything in what was found that is an item to open or a problem to tell: containers that are
 * read piece by piece are expanded, at any depth up to the limit.
 */
export async function* expandFound(found: Found, revisits: RevisitIndex): AsyncGenerator<Piece> {
  if (found.kind === "problem") {
    yield found;
    return;
  }
  if (found.kind === "item") {
    const { item } = found;
    const format = formatOf(item.bytes, item.path, item.mediaType);
    if (!isStreamed(format) || item.bytes.length === 0) yield found;
    else yield* expandSource(sourceOf(item), format, revisits);
    return;
  }
  const { source } = found;
  try {
    const format = formatOf(
      await readHead(source.stream(), telling),
      source.path,
      source.mediaType,
    );
    if (isStreamed(format)) yield* expandSource(source, format, revisits);
    else yield await wholeItem(source);
  } catch (error) {
    yield brokenSource(source.path, error) as Piece;
  }
}

async function wholeItem(source: Source): Promise<Piece> {
  const { size } = source;
  const tooLarge = (): Piece => {
    const megabytes = size === null ? "More than 50" : String(Math.round(size / 1024 / 1024));
    const message = `${megabytes} MB; the limit is ${largestPage / 1024 / 1024} MB a page. Split it into pages.`;
    return { kind: "problem", problem: problem("FILE_TOO_LARGE", source.path, message) };
  };
  if (size !== null && size > largestPage) return tooLarge();
  try {
    const bytes = await readAll(source.stream(), largestPage);
    const { stream: _stream, file: _file, ...setting } = source;
    const item: Item = { ...setting, bytes };
    return { kind: "item", item };
  } catch (error) {
    if (error instanceof RangeError) return tooLarge();
    throw error;
  }
}

async function* expandSource(
  source: Source,
  format: Format,
  revisits: RevisitIndex,
): AsyncGenerator<Piece> {
  if (source.depth >= deepestNesting) {
    const message = `It lies in ${deepestNesting} archives, one in the other; it was not opened.`;
    yield { kind: "problem", problem: problem("ARCHIVE_LIMIT", source.path, message) };
    return;
  }
  try {
    for await (const inner of piecesOf(source, format, revisits))
      yield* expandFound(inner, revisits);
  } catch (error) {
    yield brokenSource(source.path, error) as Piece;
  }
}

async function* piecesOf(
  source: Source,
  format: Format,
  revisits: RevisitIndex,
): AsyncGenerator<Found> {
  switch (format) {
    case "zip":
      return yield* expandZip(source);
    case "tar":
      return yield* expandTar(source);
    case "gzip":
      return yield* expandGzip(source);
    case "json-lines":
      return yield* expandJsonLines(source);
    case "mbox":
      return yield* expandMbox(source);
    case "catalogue":
      return yield* expandCatalogue(source);
    case "warc":
      // Loaded when needed: the library is large.
      return yield* (await import("./warc/expand-warc.ts")).expandWarc(source, {
        revisits,
        listed: null,
      });
    case "wacz":
      return yield* (await import("./warc/expand-wacz.ts")).expandWacz(source, revisits);
    default:
      throw new Error(`“${format}” is no container`);
  }
}
