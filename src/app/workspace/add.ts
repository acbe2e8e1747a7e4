import { resolve } from "node:path";
import type { Context } from "../../core/context.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { linkWorkspace } from "./linking.ts";
import { listFiles } from "../../ingest/list-files.ts";
import type { Item } from "../../ingest/item.ts";
import { sha256Of } from "../../ingest/make-page.ts";
import type { PreparedPage } from "../../store/prepare.ts";
import { EvidenceError, type AddOutcome, type Store } from "../../store/store.ts";
import { chooseReader, type ReadingSettings } from "../batch/choose-reader.ts";
import { isAddress, runBatch, type Progress } from "../batch/collect.ts";
import { crashed, type ItemReader, type ItemResult } from "../batch/read-item.ts";
import type { PageFetcher } from "./fetch-page.ts";
import { KnownOutlets } from "./known-outlets.ts";
import { PageWriter } from "./page-writer.ts";

/** What became of one page of a batch. */
export interface AddedPage {
  readonly path: string;
  /** `failed`: it could not be read, a diagnostic says why; it is on the quarantine list. */
  readonly outcome: AddOutcome | "failed";
  /** Id of the document; `null` when it could not be read. */
  readonly document: string | null;
}

/** What adding a batch gave. */
export interface AddedBatch {
  readonly pages: readonly AddedPage[];
  /** Warnings and errors, the first thousands; every failure is on the quarantine list too. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there were. */
  readonly untold: number;
}

/** Most diagnostics of a batch that are held in memory. */
const mostDiagnostics = 5000;

/** How a batch is added; absent members mean the defaults. */
export interface AddSettings extends ReadingSettings {
  /** Who reads; it stays open. Absent: one that fits the paths. */
  readonly reader?: ItemReader;
  /** Bytes that are here already, to be added after the paths. */
  readonly items?: readonly Item[];
  readonly progress?: Progress;
  /** Asks for addresses; absent where none may be asked for. */
  readonly fetcher?: PageFetcher;
  /** Fetch the pages that summaries in feeds link to. */
  readonly follow?: boolean;
  /** Told of each page as it is added. */
  readonly onPage?: (page: AddedPage) => void;
  /** Leave linking to a later call. */
  readonly linkLater?: boolean;
}

/**
 * Add pages to a workspace, one transaction each, and link the encounters anew.
 *
 * Stopped at any moment, what was added stays; the same call again goes on where it stopped.
 * @param now - the time that is kept as the time of adding
 */
export async function addPages(
  store: Store,
  paths: readonly string[],
  context: Context,
  now: () => Date,
  settings: AddSettings = {},
): Promise<AddedBatch> {
  const { fetcher } = settings;
  const adder = new Adder(store, now, settings);
  const addedAt = now().toISOString();
  const outlets = new KnownOutlets(store, addedAt);
  const files = paths.filter((path) => !isAddress(path));
  const listed = await listFiles(files);
  const reader =
    settings.reader ??
    (await chooseReader(
      files.length < paths.length ? paths : listed.files.map((file) => file.path),
      context,
      settings,
    ));
  try {
    const repeats = await runBatch(
      {
        paths,
        items: settings.items ?? [],
        ...(fetcher === undefined ? {} : { fetch: async (url) => await fetcher.fetch(url) }),
      },
      reader,
      {
        wanted: { as: "rows", addedAt },
        known: (item) => adder.known(item),
        repeats: (page) => outlets.repeats(page),
        done: (item, result, _key, source) => adder.done(item, result, source),
        failed: (place, problem, _key, source) => adder.failed(place, problem, source),
        told: (problem) => adder.told(problem),
        ...(settings.follow === true && fetcher !== undefined
          ? { follow: async (item: Item) => await fetcher.follow(item) }
          : {}),
      },
      settings.progress,
    );
    for (const { setting, of } of repeats) await adder.repeat(setting.place, setting.path, of);
    await fetcher?.confirmAll();
  } finally {
    if (settings.reader === undefined) await reader.close();
  }
  if (settings.linkLater !== true) await linkWorkspace(store, context);
  return { pages: adder.pages, diagnostics: adder.diagnostics, untold: adder.untold };
}

class Adder {
  readonly pages: AddedPage[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Diagnostics beyond the limit. */
  untold = 0;
  readonly #store: Store;
  readonly #writer: PageWriter;
  readonly #now: () => Date;
  readonly #settings: AddSettings;
  readonly #documents = new Map<string, string>();
  #quarantined: Set<string> | null = null;

  constructor(store: Store, now: () => Date, settings: AddSettings) {
    this.#store = store;
    this.#writer = new PageWriter(store);
    this.#now = now;
    this.#settings = settings;
  }

  /** Who reads; it stays open. Absent: one that fits the paths. */
  readonly reader?: ItemReader;
  /** Bytes that are here already need no reading; they are current at this place again. */
  async known(item: Item): Promise<boolean> {
    const id = await this.#store.idOf(sha256Of(item.bytes));
    if (id === null) return false;
    const outcome = item.place === null ? "known" : await this.#store.place(id, item.place);
    await this.#took(item.path, item.place, outcome, id);
    return true;
  }

  async done(item: Item, { page }: ItemResult, source: string): Promise<void> {
    const rows = page?.rows;
    if (page === null || rows == null) return;
    if (item.place !== null && isAddress(item.place) && (await this.#sameText(item.place, rows))) {
      // Other bytes around the same words (a counter, an advertisement): no new version.
      const id = (await this.#store.currentAt(item.place))!.id;
      await this.#settings.fetcher?.confirm(item.place, true);
      await this.#took(item.path, item.place, "known", id);
      return;
    }
    try {
      const outcome = await this.#writer.add(rows);
      this.#tellAll(page.diagnostics);
      await this.#took(item.path, item.place, outcome, page.id);
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      await this.failed(item.place, crashed(item.path, error), source);
    }
  }

  told(problem: Diagnostic): void {
    this.#tellAll([problem]);
  }

  /** Information stands in the documents; what is worth a look is kept here, up to a limit. */
  #tellAll(problems: readonly Diagnostic[]): void {
    for (const problem of problems) {
      if (problem.severity === "info" && problem.code !== "ITEMS_SKIPPED") continue;
      if (this.diagnostics.length < mostDiagnostics) this.diagnostics.push(problem);
      else this.untold++;
    }
  }

  async #sameText(place: string, { row, text }: PreparedPage): Promise<boolean> {
    const current = await this.#store.currentAt(place);
    return (
      current !== null &&
      current.text === text.text &&
      current.title === row.title &&
      current.published === row.published_value
    );
  }

  async failed(place: string | null, problem: Diagnostic, source: string): Promise<void> {
    this.#tellAll([problem]);
    const line = {
      place: place ?? problem.document,
      path: problem.document,
      code: problem.code,
      message: problem.message,
      source: source === "-" ? null : isAddress(source) ? source : resolve(source),
      at: this.#now().toISOString(),
    };
    await this.#store.intake.quarantine([line]);
    (await this.#list()).add(line.place);
    await this.#settings.fetcher?.confirm(line.place);
    this.#tell({ path: problem.document, outcome: "failed", document: null });
  }

  /** The document at one place stands at another too. */
  async repeat(place: string | null, path: string, of: string): Promise<void> {
    const id = this.#documents.get(of);
    if (id === undefined || place === null) return;
    await this.#took(path, place, await this.#store.place(id, place), id);
  }

  async #took(path: string, place: string | null, outcome: AddOutcome, id: string): Promise<void> {
    if (place !== null) {
      this.#documents.set(place, id);
      await this.#settings.fetcher?.confirm(place);
    }
    const list = await this.#list();
    const was = [place, path].filter((name): name is string => name !== null && list.has(name));
    if (was.length > 0) {
      await this.#store.intake.release(was);
      for (const name of was) list.delete(name);
    }
    this.#tell({ path, outcome, document: id });
  }

  /** Places on the quarantine list, read once. */
  async #list(): Promise<Set<string>> {
    this.#quarantined ??= new Set(
      (await this.#store.intake.quarantined()).map((line) => line.place),
    );
    return this.#quarantined;
  }

  #tell(page: AddedPage): void {
    this.pages.push(page);
    this.#settings.onPage?.(page);
  }
}
