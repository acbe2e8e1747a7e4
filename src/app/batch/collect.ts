import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { expandFound, type Piece } from "../../ingest/expand.ts";
import { fileSource } from "../../ingest/file-source.ts";
import { problem, settingOf, type Found, type Item, type Source } from "../../ingest/item.ts";
import { largestPage } from "../../ingest/limits.ts";
import { listFiles, unreadable, type ListedFile } from "../../ingest/list-files.ts";
import { RevisitIndex, type Repeat } from "../../ingest/warc/revisits.ts";
import { readStandardInput } from "../../ingest/standard-input.ts";
import type { ItemReader, ItemResult, ReadPage, Wanted } from "./read-item.ts";

/** How far a batch has come. */
export interface BatchState {
  /** Pages done, those that failed included. */
  readonly pages: number;
  readonly failed: number;
  /** Share of the bytes to read that were read, 0…1. */
  readonly share: number;
  readonly files: { readonly done: number; readonly total: number };
}

/** Told after each page. */
export type Progress = (state: BatchState) => void;

/** Where a page stood in the batch: number of the file, then of the page in it, and so on. Sorts in reading order. */
export type Key = readonly number[];

/** What a batch asks of whoever wants its pages. */
export interface BatchHandler {
  readonly wanted: Wanted;
  /** What is wanted of one item, where that is not the same for all. */
  wantedOf?(item: Item): Wanted;
  /** What other pages tell of one that was read; it is read again with it. `null`: nothing. */
  repeats?(page: ReadPage): Promise<readonly string[] | null>;
  /** Whether these bytes need no reading: they are here already. */
  known?(item: Item, key: Key): Promise<boolean>;
  /** A page was read. `source`: the file or address that the user named. */
  done(item: Item, result: ItemResult, key: Key, source: string): Promise<void>;
  /** Something could not be read. `place`: what it is kept under. */
  failed(place: string | null, problem: Diagnostic, key: Key, source: string): Promise<void>;
  /** Something worth saying that is no failure. */
  told(problem: Diagnostic): void;
  /** The page that an item is a summary of, in its place; `null` when it is here. Absent: summaries are taken as they are. */
  follow?(item: Item): Promise<Found | null>;
}

/** What a batch starts from. */
export interface BatchInput {
  /** Files, folders, addresses or `-`. */
  readonly paths: readonly string[];
  /** Bytes that are here already, read after the paths. */
  readonly items?: readonly Item[];
  /** Gets an address; absent where none may be asked for. */
  readonly fetch?: (url: string) => Promise<Found | null>;
}

/** Whether a path is an address. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/**
 * Run a batch: list, expand, read, hand on. Pages are handed on as they come, in any order; memory
 * stays the same whatever the batch holds.
 * @returns revisits of web archives whose originals were seen
 */
export async function runBatch(
  input: BatchInput,
  reader: ItemReader,
  handler: BatchHandler,
  progress: Progress = () => {},
): Promise<readonly Repeat[]> {
  const batch = new Batch(reader, handler, progress);
  const files = input.paths.filter((path) => !isAddress(path));
  const listed = await listFiles(files);
  for (const diagnostic of listed.diagnostics) {
    if (diagnostic.severity === "error")
      await batch.fail(diagnostic, null, [-1], diagnostic.document);
    else handler.told(diagnostic);
  }
  const addresses = input.paths.filter(isAddress);
  batch.plan(listed.files, addresses.length + (input.items?.length ?? 0));
  for (const [index, file] of listed.files.entries()) await batch.file(file, [index]);
  for (const [index, url] of addresses.entries())
    await batch.address(url, input.fetch, [listed.files.length + index]);
  for (const [index, item] of (input.items ?? []).entries())
    await batch.item(item, [listed.files.length + addresses.length + index]);
  return await batch.finish();
}

class Batch {
  readonly #reader: ItemReader;
  readonly #handler: BatchHandler;
  readonly #progress: Progress;
  readonly #revisits = new RevisitIndex();
  readonly #running = new Set<Promise<void>>();
  #error: unknown = null;
  #pages = 0;
  #failed = 0;
  #bytes = 0;
  #allBytes = 0;
  #files = { done: 0, total: 0 };

  constructor(reader: ItemReader, handler: BatchHandler, progress: Progress) {
    this.#reader = reader;
    this.#handler = handler;
    this.#progress = progress;
  }

  plan(files: readonly ListedFile[], others: number): void {
    this.#allBytes = files.reduce((sum, file) => sum + file.size, 0);
    this.#files = { done: 0, total: files.length + others };
  }

  async file({ path }: ListedFile, key: Key): Promise<void> {
    try {
      if (path === "-") {
        const bytes = await readStandardInput();
        await this.#found({ kind: "item", item: { ...settingOf(path, null), bytes } }, key, path);
      } else
        await this.#found(
          await foundFile(path, (count) => void (this.#bytes += count)),
          key,
          resolve(path),
        );
    } catch (error) {
      if (error === this.#error) throw error;
      await this.fail(unreadable(path, error), resolve(path), key, resolve(path));
    }
    this.#files = { ...this.#files, done: this.#files.done + 1 };
  }

  async address(url: string, fetch: BatchInput["fetch"], key: Key): Promise<void> {
    const found =
      fetch === undefined
        ? {
            kind: "problem" as const,
            problem: problem(
              "URL_INVALID",
              url,
              "Addresses are only read into a workspace. Use “readout add”.",
            ),
          }
        : await fetch(url);
    // Nothing new at this address.
    if (found !== null) await this.#found(found, key, url);
    this.#files = { ...this.#files, done: this.#files.done + 1 };
  }

  async item(item: Item, key: Key): Promise<void> {
    await this.#found({ kind: "item", item }, key, item.place ?? item.path);
    this.#files = { ...this.#files, done: this.#files.done + 1 };
  }

  async #found(found: Found, key: Key, source: string): Promise<void> {
    let number = 0;
    for await (const piece of expandFound(found, this.#revisits))
      await this.#piece(piece, [...key, number++], source);
  }

  async #piece(piece: Piece, key: Key, source: string): Promise<void> {
    if (this.#error !== null) throw this.#error;
    if (piece.kind === "problem") {
      if (piece.problem.severity === "error") await this.fail(piece.problem, null, key, source);
      else this.#handler.told(piece.problem);
      return;
    }
    const { item } = piece;
    if (item.summaryOf !== null && this.#handler.follow !== undefined) {
      const page = await this.#handler.follow(item);
      if (page !== null) await this.#found(page, key, source);
      // A page that can't be had leaves at least its summary.
      if (page?.kind !== "problem") return;
    }
    if ((await this.#handler.known?.(item, key)) === true) return this.#count();
    await this.#reader.ready();
    const task = this.#read(item, key, source).catch(
      (error: unknown) => void (this.#error ??= error),
    );
    this.#running.add(task);
    void task.finally(() => this.#running.delete(task));
  }

  async #read(item: Item, key: Key, source: string): Promise<void> {
    const result = await this.#readOnce(item);
    if (result.refused !== null)
      await this.fail(result.refused, item.place ?? item.path, key, source);
    if (result.page !== null) {
      await this.#handler.done(item, result, key, source);
      this.#count();
    }
    for (const [index, found] of result.found.entries())
      await this.#found(found, [...key, index + 1], source);
  }

  /** Read an item, and again where other pages tell something of it. */
  async #readOnce(item: Item): Promise<ItemResult> {
    const wanted = this.#handler.wantedOf?.(item) ?? this.#handler.wanted;
    const result = await this.#reader.read(item, wanted);
    if (result.page === null || this.#handler.repeats === undefined) return result;
    const repeats = await this.#handler.repeats(result.page);
    return repeats === null ? result : await this.#reader.read(item, { ...wanted, repeats });
  }

  #count(): void {
    this.#pages++;
    this.#progress({
      pages: this.#pages,
      failed: this.#failed,
      share:
        this.#allBytes === 0
          ? this.#files.done / Math.max(1, this.#files.total)
          : Math.min(1, this.#bytes / this.#allBytes),
      files: this.#files,
    });
  }

  async fail(
    diagnostic: Diagnostic,
    place: string | null,
    key: Key,
    source: string,
  ): Promise<void> {
    this.#failed++;
    await this.#handler.failed(place ?? diagnostic.document, diagnostic, key, source);
    this.#count();
  }

  async finish(): Promise<readonly Repeat[]> {
    while (this.#running.size > 0) await Promise.all(this.#running);
    if (this.#error !== null) throw this.#error;
    const { repeats, problems } = this.#revisits.resolve();
    for (const open of problems) this.#handler.told(open);
    return repeats;
  }
}

/** A file: whole where it is small, else to be read piece by piece. */
async function foundFile(path: string, count: (bytes: number) => void): Promise<Found> {
  const place = resolve(path);
  const { size } = await stat(path);
  const setting = settingOf(path, place);
  if (size <= largestPage) {
    const bytes = await readFile(path);
    count(size);
    // A catalogue needs to know where it lies; archives are cheaper read from the disk.
    if (!/\.(?:ris|bib|rdf|zip|wacz)$/i.test(path))
      return { kind: "item", item: { ...setting, bytes } };
    return { kind: "source", source: fileSource(setting, path, size) };
  }
  const source = fileSource(setting, path, size);
  return { kind: "source", source: counted(source, count) };
}

function counted(source: Source, count: (bytes: number) => void): Source {
  return {
    ...source,
    async *stream(from = 0) {
      for await (const chunk of source.stream(from)) {
        count(chunk.length);
        yield chunk;
      }
    },
  };
}
