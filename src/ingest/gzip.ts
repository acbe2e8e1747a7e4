import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { freeTotal, harmlessSize, largestRatio, largestTotalRatio } from "./limits.ts";
import { problem, type Found, type Source } from "./item.ts";
import { ZipError } from "./zip-file.ts";

/** What a gzip file holds, under its name without `.gz`. */
export async function* expandGzip(source: Source): AsyncGenerator<Found> {
  const name = source.path.replace(/\.t?gz(?:ip)?$/i, (ending) =>
    ending.toLowerCase() === ".tgz" ? ".tar" : "",
  );
  yield {
    kind: "source",
    source: {
      ...source,
      path: name,
      mediaType: null,
      size: null,
      file: null,
      depth: source.depth + 1,
      stream: (from = 0) => gunzip(source, from),
    },
  };
}

/** Unpacked bytes, within the limits. @throws ZipError when it is a bomb or damaged */
export async function* gunzip(source: Source, from = 0): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream()) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const unzip = Readable.from(counted())
    .on("error", (error) => unzip.destroy(error))
    .pipe(createGunzip());
  try {
    for await (const chunk of unzip) {
      const bytes = chunk as Buffer;
      const before = unpacked;
      unpacked += bytes.length;
      // The stream reads ahead, so what was packed is known a little late: both limits are generous.
      if (unpacked > harmlessSize && unpacked > packed * largestRatio + freeTotal)
        throw new ZipError(
          "ARCHIVE_LIMIT",
          "It unpacks to many times its size, as archives made to fill up a disk do; it was not unpacked.",
        );
      if (unpacked > packed * largestTotalRatio * 10 + freeTotal)
        throw new ZipError(
          "ARCHIVE_LIMIT",
          "It unpacks to many times its size; it was not unpacked further.",
        );
      if (unpacked > from) yield before >= from ? bytes : bytes.subarray(from - before);
    }
  } catch (error) {
    if (error instanceof ZipError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ZipError(
      "ARCHIVE_DAMAGED",
      `The file is damaged (${reason}); what came before was read.`,
      error,
    );
  } finally {
    unzip.destroy();
  }
}

/** A diagnostic for what broke while a source was read. */
export function brokenSource(path: string, error: unknown): Found {
  if (error instanceof ZipError)
    return { kind: "problem", problem: problem(error.code, path, error.message) };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: "problem",
    problem: problem("ARCHIVE_DAMAGED", path, `It can't be read further (${reason}).`),
  };
}
