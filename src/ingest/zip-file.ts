import { Buffer } from "node:buffer";
import type { Readable } from "node:stream";
import {
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  type Entry,
  type ZipFile,
} from "yauzl";
import {
  freeTotal,
  harmlessSize,
  largestPage,
  largestRatio,
  largestTotalRatio,
  mostEntries,
} from "./limits.ts";

/** Why an archive or an entry of it is not read; the message is for people. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly code: "ARCHIVE_DAMAGED" | "ARCHIVE_LIMIT" | "FILE_ENCRYPTED" | "FILE_TOO_LARGE";
  constructor(code: ZipError["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** An entry of an archive. */
export interface ZipEntry {
  /** As the archive writes it: hostile until cleaned. */
  readonly name: string;
  readonly folder: boolean;
  readonly link: boolean;
  readonly size: number;
  readonly raw: Entry;
}

/** An archive on disk or in memory, entry by entry, with limits on what it may unpack to. */
export class ZipArchive {
  readonly #file: ZipFile;
  readonly #size: number;
  #unpacked = 0;

  private constructor(file: ZipFile, size: number) {
    this.#file = file;
    this.#size = size;
  }

  /** @throws ZipError when it is no archive */
  static async open(
    from: { readonly file: string } | { readonly bytes: Uint8Array },
  ): Promise<ZipArchive> {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
    try {
      const file =
        "file" in from
          ? await openPromise(from.file, options)
          : await fromBufferPromise(
              Buffer.from(from.bytes.buffer, from.bytes.byteOffset, from.bytes.length),
              options,
            );
      return new ZipArchive(file, file.fileSize);
    } catch (error) {
      throw damaged(error);
    }
  }

  /**
   * Entries in the order of the archive's directory.
   * @throws ZipError where the directory breaks off
   */
  async *entries(): AsyncGenerator<ZipEntry> {
    let count = 0;
    try {
      for await (const raw of this.#file.eachEntry()) {
        if (++count > mostEntries)
          throw new ZipError(
            "ARCHIVE_LIMIT",
            `It has more than ${mostEntries} entries; the rest was not looked at.`,
          );
        const name = nameOf(raw);
        yield {
          name,
          folder: /[/\\]$/.test(name),
          // Unix file type in the upper half: 0xA is a symbolic link.
          link: raw.externalFileAttributes >>> 28 === 0xa,
          size: raw.uncompressedSize,
          raw,
        };
      }
    } catch (error) {
      throw damaged(error);
    }
  }

  /**
   * The bytes of an entry.
   * @throws ZipError when it is a bomb, too large, locked or damaged
   */
  async read(entry: ZipEntry, limit: number = largestPage): Promise<Uint8Array> {
    if (entry.size > limit)
      throw new ZipError(
        "FILE_TOO_LARGE",
        `${megabytes(entry.size)} MB; the limit is ${megabytes(limit)} MB a page.`,
      );
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.stream(entry)) chunks.push(chunk);
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  }

  /** The bytes of an entry in pieces, within the limits. @throws ZipError */
  async *stream(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    this.#check(entry);
    let stream: Readable | null = null;
    let size = 0;
    try {
      stream = await this.#file.openReadStreamPromise(entry.raw);
      for await (const chunk of stream) {
        const bytes = chunk as Buffer;
        size += bytes.length;
        this.#unpacked += bytes.length;
        if (size > harmlessSize && size > entry.raw.compressedSize * largestRatio) throw bomb();
        if (this.#unpacked > this.#size * largestTotalRatio + freeTotal) throw bomb();
        yield bytes;
      }
    } catch (error) {
      throw damaged(error);
    } finally {
      stream?.destroy();
    }
  }

  #check({ raw, size }: ZipEntry): void {
    if (raw.generalPurposeBitFlag & 1)
      throw new ZipError(
        "FILE_ENCRYPTED",
        "It is locked with a password. Unpack the archive yourself and add the files.",
      );
    if (raw.compressionMethod !== 0 && raw.compressionMethod !== 8)
      throw new ZipError(
        "ARCHIVE_DAMAGED",
        `It is packed by a method (${raw.compressionMethod}) that can't be read. Unpack the archive yourself and add the files.`,
      );
    if (size > harmlessSize && size > raw.compressedSize * largestRatio) throw bomb();
  }

  close(): void {
    this.#file.close();
  }
}

function bomb(): ZipError {
  return new ZipError(
    "ARCHIVE_LIMIT",
    "It unpacks to many times its size, as archives made to fill up a disk do; it was not unpacked.",
  );
}

function damaged(error: unknown): ZipError {
  if (error instanceof ZipError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ZipError(
    "ARCHIVE_DAMAGED",
    `The archive is damaged (${reason}). Get it again from its source.`,
    error,
  );
}

function nameOf(raw: Entry): string {
  const bytes = raw.fileNameRaw;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what the format prescribes (code page 437).
    return getFileNameLowLevel(raw.generalPurposeBitFlag, bytes, raw.extraFields, false);
  }
}

function megabytes(size: number): number {
  return Math.round(size / 1024 / 1024);
}

/**
 * Some parts of a small archive that is in memory (a DOCX, an EPUB).
 * @returns the parts by name; a part that isn't there is missing
 */
export async function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const archive = await ZipArchive.open({ bytes });
  try {
    const parts = new Map<string, Uint8Array>();
    for await (const entry of archive.entries()) {
      if (!entry.folder && wanted(entry.name)) parts.set(entry.name, await archive.read(entry));
    }
    return parts;
  } finally {
    archive.close();
  }
}
