import { mkdirSync } from "node:fs";
import { randomUUID } from "node:crypto";
import type { Comparison } from "../core/compare/comparison.ts";
import { actorLabel } from "../core/actors/actor-table.ts";
import type { Context } from "../core/context.ts";
import { summitLabel } from "../core/encounters/summit-labels.ts";
import type { Document, Layers } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { formsOf } from "../app/own-tables.ts";
import { reportedSilences, type ReportedSilence } from "../app/reported.ts";
import { encounterIds } from "../export/json.ts";
import { isOfEncounter, keptCorrection } from "../app/encounters/corrections.ts";
import { isHarmless } from "../app/batch/choose-reader.ts";
import { isAddress } from "../app/batch/collect.ts";
import { defaultLimits, WorkerPool } from "../app/batch/pool.ts";
import { directReader, type ItemReader } from "../app/batch/read-item.ts";
import { addPages, type AddSettings } from "../app/workspace/add.ts";
import { withFetcher } from "../app/workspace/with-fetcher.ts";
import { withCorrectedStatements } from "../app/workspace/corrected-statements.ts";
import { correctedStore, metadataTarget } from "../app/workspace/corrected-store.ts";
import { linkWorkspace } from "../app/workspace/linking.ts";
import { settingOf, type Item } from "../ingest/item.ts";
import { openWorkspace } from "../store/sqlite/open.ts";
import type { Correction, CorrectionKind, Anchor } from "../store/personal.ts";
import type { Store } from "../store/store.ts";
import { loadContext } from "../resources/load.ts";
import { tablesWithAccepted } from "./accepted-phrases.ts";
import { entryOf, type Entry, type StatementEntry } from "./catalogue.ts";
import { Comparisons } from "./comparisons.ts";
import { HeldCorrections } from "../app/workspace/held-corrections.ts";
import { plainLabel } from "./plain-label.ts";
import type { AddedLine, QuarantineLine, Status } from "./records.ts";

/** How many documents are taken into the lists before other requests get their turn. */
const slice = 20;
/** Layers that lists are made of. */
const listedLayers: readonly (keyof Layers)[] = [
  "actors",
  "statements",
  "silences",
  "encounters",
  "phrases",
  "topics",
  "assessments",
  "commitments",
  "figures",
];

/** How a workspace is opened; absent members mean no. */
export interface LibraryOptions {
  /** It is kept only until the server stops. */
  readonly temporary?: boolean;
  /** Folder of the user's own tables that the context was made with. */
  readonly tables?: string | null;
  /** Addresses of this machine and of private networks may be asked for. */
  readonly allowPrivate?: boolean;
}

/** A workspace opened for the workbench: the store, and in memory what its lists are made of. */
export class Library {
  context: Context;
  readonly store: Store;
  /** The store without the person's corrections. */
  readonly asRead: Store;
  readonly entries: Map<string, Entry> = new Map();
  /** All statements of current documents, newest document first. */
  statements: readonly StatementEntry[] = [];
  encounters: readonly Encounter[] = [];
  encounterById: ReadonlyMap<string, Encounter> = new Map();
  encounterOf: (document: string, mention: number | null) => string | null = () => null;
  reported: readonly ReportedSilence[] = [];
  quarantine: QuarantineLine[] = [];
  /** Corrections that hold. */
  corrections: HeldCorrections = new HeldCorrections([]);
  status: Omit<Status, "unsearched">;
  readonly comparisons: Comparisons;
  tables: string | null;
  readonly #options: { readonly allowPrivate: boolean };
  #workers: WorkerPool | null = null;
  /** The accepted phrases that the context was made with. */
  #accepted = "[]";
  #derived = new Map<string, unknown>();
  #reportedOf = new Map<
    string,
    readonly (ReportedSilence & { readonly mention: number | null })[]
  >();
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(store: Store, context: Context, folder: string, options: LibraryOptions) {
    this.asRead = store;
    this.store = correctedStore(store);
    this.tables = options.tables ?? null;
    this.context = context;
    this.#options = { allowPrivate: options.allowPrivate ?? false };
    this.status = {
      workspace: folder,
      temporary: options.temporary ?? false,
      state: "reading",
      done: 0,
      total: 0,
      message: null,
    };
    this.comparisons = new Comparisons(this);
  }

  /**
   * Open (or make) the workspace in a folder; lists fill while requests are answered.
   * @throws StoreError where the workspace can't be used
   */
  static async open(
    folder: string,
    context: Context,
    options: LibraryOptions = {},
  ): Promise<Library> {
    mkdirSync(folder, { recursive: true });
    const store = await openWorkspace(folder, { create: true });
    return new Library(store, context, folder, options);
  }

  /** Take all documents of the store into the lists. */
  async load(): Promise<void> {
    await this.#takeAccepted();
    const summaries = await this.store.list({});
    this.status = { ...this.status, state: "reading", done: 0, total: summaries.length };
    for (const [index, summary] of summaries.entries()) {
      const document = await this.store.document(summary.id, listedLayers);
      if (document !== null) this.#keep(document, summary);
      if (index % slice === slice - 1) {
        this.status = { ...this.status, done: index + 1 };
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await this.#readQuarantine();
    await this.relink();
  }

  /** Read files, folders and addresses into the workspace. Call `relink` when the batch is done. */
  async addPaths(paths: readonly string[]): Promise<AddedLine[]> {
    if (!paths.some(isAddress)) return await this.#add(paths, [], {});
    const { allowPrivate } = this.#options;
    return await withFetcher(this.store, { allowPrivate }, (fetcher) =>
      this.#add(paths, [], { fetcher, reader: this.#pool() }),
    );
  }

  /** Add one file from bytes. Call `relink` when the batch is done. */
  async addBytes(name: string, bytes: Uint8Array): Promise<AddedLine> {
    // What may take long, or for ever, is read where it can be stopped.
    const reader = isHarmless(name, bytes.length) ? directReader(this.context) : this.#pool();
    const lines = await this.#add([], [{ ...settingOf(name, null), bytes }], { reader });
    const [first] = lines;
    if (first === undefined)
      return { name, outcome: "known", document: null, message: "There is no page in this file." };
    const failed = lines.find((line) => line.outcome === "quarantined");
    const message = lines.length > 1 ? `${lines.length} pages in this file.` : first.message;
    return { ...(failed ?? first), name, message: failed?.message ?? message };
  }

  #pool(): ItemReader {
    const { tables } = this;
    this.#workers ??= new WorkerPool({ tables, workers: 1, ...defaultLimits });
    return this.#workers;
  }

  async #add(
    paths: readonly string[],
    items: readonly Item[],
    settings: AddSettings,
  ): Promise<AddedLine[]> {
    const { pages, diagnostics } = await addPages(
      this.store,
      paths,
      this.context,
      () => new Date(),
      {
        items,
        ...settings,
        tables: this.tables,
        linkLater: true,
        progress: ({ pages: done, files }) => {
          this.status = {
            ...this.status,
            state: "reading",
            done,
            total: Math.max(done, files.total),
          };
        },
      },
    );
    for (const { document: id } of pages) {
      if (id === null) continue;
      for (const summary of await this.store.versions(id)) {
        if (!summary.current) this.entries.delete(summary.id);
        else if (summary.id === id) this.#keep((await this.store.document(id))!, summary);
      }
    }
    await this.#readQuarantine();
    return pages.map(({ path, outcome, document }) => {
      const problem = diagnostics.find(
        (diagnostic) => diagnostic.document === path && diagnostic.severity === "error",
      );
      return {
        name: path,
        outcome: outcome === "failed" ? "quarantined" : outcome,
        document,
        message: outcome === "failed" ? (problem?.message ?? null) : null,
      };
    });
  }

  /** Read again what could not be read, or take it off the list. */
  async quarantineAgain(
    places: readonly string[],
    action: "retry" | "forget",
  ): Promise<AddedLine[]> {
    if (action === "forget") {
      await this.#inTurn(() => this.store.intake.release(places));
      await this.#readQuarantine();
      return [];
    }
    const sources = this.quarantine
      .filter((line) => places.includes(line.place))
      .map((line) => line.source);
    return await this.addPaths([...new Set(sources.filter((source) => source !== null))]);
  }

  async #readQuarantine(): Promise<void> {
    const lines = await this.store.intake.quarantined();
    this.quarantine = lines
      .map(({ path, ...line }) => ({ ...line, name: plainLabel(path) }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Link encounters anew where pages changed, and refresh what depends on them. */
  async relink(): Promise<void> {
    this.status = { ...this.status, state: "linking" };
    await this.#inTurn(() => linkWorkspace(this.store, this.context));
    this.corrections = new HeldCorrections(await this.store.personal.corrections());
    this.encounters = await this.store.encounters();
    this.encounterById = new Map(this.encounters.map((encounter) => [encounter.id, encounter]));
    this.encounterOf = encounterIds({ encounters: this.encounters });
    this.reported = [...this.entries.keys()].flatMap((id) =>
      (this.#reportedOf.get(id) ?? []).map((silence) => ({
        ...silence,
        encounter: this.encounterOf(id, silence.mention),
      })),
    );
    const newestFirst = [...this.entries.values()].toSorted((a, b) =>
      (b.summary.published.latest ?? "").localeCompare(a.summary.published.latest ?? ""),
    );
    this.statements = newestFirst.flatMap((entry) => entry.statements);
    this.#derived.clear();
    this.comparisons.renew();
    this.status = {
      ...this.status,
      state: "ready",
      done: this.entries.size,
      total: this.entries.size,
    };
  }

  /** Read with the phrases that the person accepted. */
  async #takeAccepted(): Promise<void> {
    const all = await this.store.personal.corrections();
    const phrases = JSON.stringify(all.filter(({ kind }) => kind === "phrase-accept"));
    if (phrases === this.#accepted) return;
    this.#accepted = phrases;
    const tables = tablesWithAccepted(this.status.workspace, this.tables, all);
    if (tables === null) return;
    this.tables = tables;
    this.context = loadContext(tables);
    await this.#workers?.close();
    this.#workers = null;
  }

  #keep(read: Document, summary: Parameters<typeof entryOf>[1]): void {
    const document = this.withForms(read);
    this.entries.set(document.id, entryOf(document, summary));
    const silences = reportedSilences([document], () => null);
    this.#reportedOf.set(
      document.id,
      silences.map((silence, index) => ({
        ...silence,
        mention: document.layers.silences[index]!.encounter,
      })),
    );
  }

  /** Accounts of an encounter compared; `null` when there is no such encounter. */
  async comparison(id: string): Promise<Comparison | null> {
    return await this.comparisons.of(id);
  }

  /** A document with the set phrases and topics of own tables that were written after it was read. */
  withForms(document: Document): Document {
    return this.derived("forms", () => formsOf(this.tables, this.context))(document);
  }

  /** A document without the statements that the person rejected, with the speakers the person set. */
  corrected(document: Document): Document {
    return withCorrectedStatements(document, (kind, target) => this.corrections.last(kind, target));
  }

  /** What a list is made of, made once until pages or corrections change. */
  derived<T>(name: string, make: () => T): T {
    if (!this.#derived.has(name)) this.#derived.set(name, make());
    return this.#derived.get(name) as T;
  }

  /** End what runs, and close the workspace. */
  async close(): Promise<void> {
    await this.comparisons.stop();
    await this.#workers?.close();
    await this.store.close();
  }

  /** Keep a correction, and apply it. */
  async correct(
    kind: CorrectionKind,
    target: string,
    value: string | null,
    anchor: Anchor | null,
  ): Promise<Correction> {
    const kept =
      isOfEncounter(kind) && value !== null
        ? await keptCorrection(this.store, this.encounters, kind, target, value)
        : { target, value };
    const correction: Correction = {
      id: randomUUID(),
      kind,
      ...kept,
      anchor,
      addedAt: new Date().toISOString(),
      undoneAt: null,
    };
    await this.#inTurn(() => this.store.personal.addCorrection(correction));
    await this.#renew(correction);
    await this.relink();
    return correction;
  }

  /** Take the page whose metadata a correction sets into the lists anew. */
  async #renew({ kind, target }: Correction): Promise<void> {
    if (kind === "phrase-accept") {
      this.#derived.clear();
      this.comparisons.forget();
      await this.load();
      return;
    }
    if (kind.startsWith("statement") || kind === "document-metadata") this.comparisons.forget();
    const id = kind === "document-metadata" ? metadataTarget(target)?.document : undefined;
    if (id === undefined) return;
    const document = await this.store.document(id);
    const summary = (await this.store.versions(id)).find((one) => one.id === id);
    if (document !== null && summary?.current === true) this.#keep(document, summary);
  }

  /** Take a correction back, or let it hold again. */
  async undo(id: string, holds: boolean): Promise<boolean> {
    const there = await this.#inTurn(() =>
      this.store.personal.undoCorrection(id, holds ? null : new Date().toISOString()),
    );
    if (!there) return false;
    const all = await this.store.personal.corrections();
    await this.#renew(all.find((correction) => correction.id === id)!);
    await this.relink();
    return true;
  }

  /** Label of an actor, topic or phrase, as the person renamed it. */
  labelOf(id: string): string {
    return (
      this.corrections.last("actor-rename", id)?.value ??
      this.#labels().get(id) ??
      summitLabel(this.context, id) ??
      actorLabel(this.context, id)
    );
  }

  #labels(): ReadonlyMap<string, string> {
    return this.context.derived(
      "server/labels",
      () =>
        new Map(
          ["knowledge/topics", "knowledge/phrases"].flatMap((table) =>
            this.context.rows(table).map((row): [string, string] => [row["id"]!, row["label"]!]),
          ),
        ),
    );
  }

  /** The actor that an id stands for after a person's merges. */
  actorFor(id: string): string {
    return this.corrections.actorFor(id);
  }

  /** Writes one after another: two requests never meet in the middle of one. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(work, work);
    this.#writing = turn.catch(() => {});
    return await turn;
  }
}
