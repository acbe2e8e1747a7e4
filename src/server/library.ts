import { mkdirSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { compareEncounter } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import type { SilenceRecord } from "../core/compare/silence-record.ts";
import { actorLabel } from "../core/actors/actor-table.ts";
import type { Context } from "../core/context.ts";
import { summitLabel } from "../core/encounters/summit-labels.ts";
import type { Document } from "../core/document.ts";
import { linkEncounters } from "../core/link/link.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { earlierAccounts } from "../app/compare.ts";
import { formsOf } from "../app/own-tables.ts";
import { checkedSilence, reportedSilences, type ReportedSilence } from "../app/reported.ts";
import { encounterIds } from "../export/json.ts";
import { addPages } from "../app/workspace/add.ts";
import { correctedStore, metadataTarget } from "../app/workspace/corrected-store.ts";
import { settingOf, type Item } from "../ingest/item.ts";
import { openWorkspace } from "../store/sqlite/open.ts";
import type { Correction, CorrectionKind, Anchor } from "../store/personal.ts";
import type { Store } from "../store/store.ts";
import { entryOf, type Entry, type StatementEntry } from "./catalogue.ts";
import type { AddedLine, QuarantineLine, Status } from "./records.ts";

/** How many documents are taken into the lists before other requests get their turn. */
const slice = 20;

/** A workspace opened for the workbench: the store, and in memory what its lists are made of. */
export class Library {
  readonly context: Context;
  readonly store: Store;
  readonly entries: Map<string, Entry> = new Map();
  /** All statements of current documents, newest document first. */
  statements: readonly StatementEntry[] = [];
  encounters: readonly Encounter[] = [];
  encounterOf: (document: string, mention: number | null) => string | null = () => null;
  reported: readonly ReportedSilence[] = [];
  quarantine: QuarantineLine[] = [];
  /** Corrections that hold. */
  corrections: readonly Correction[] = [];
  status: Status;
  #comparisons = new Map<string, Promise<Comparison | null>>();
  #reportedOf = new Map<
    string,
    readonly (ReportedSilence & { readonly mention: number | null })[]
  >();
  #writing: Promise<unknown> = Promise.resolve();
  readonly #tables: string | null;

  private constructor(
    store: Store,
    context: Context,
    folder: string,
    temporary: boolean,
    tables: string | null,
  ) {
    this.store = store;
    this.#tables = tables;
    this.context = context;
    this.status = {
      workspace: folder,
      temporary,
      state: "reading",
      done: 0,
      total: 0,
      message: null,
    };
  }

  /**
   * Open (or make) the workspace in a folder; lists fill while requests are answered.
   * @param tables - folder of the user's own tables that `context` was made with
   * @throws StoreError where the workspace can't be used
   */
  static async open(
    folder: string,
    context: Context,
    temporary: boolean,
    tables: string | null = null,
  ): Promise<Library> {
    mkdirSync(folder, { recursive: true });
    const store = correctedStore(await openWorkspace(folder, { create: true }));
    return new Library(store, context, folder, temporary, tables);
  }

  /** Take all documents of the store into the lists. */
  async load(): Promise<void> {
    const summaries = await this.store.list({});
    this.status = { ...this.status, state: "reading", done: 0, total: summaries.length };
    for (const [index, summary] of summaries.entries()) {
      const document = await this.store.document(summary.id);
      if (document !== null) this.#keep(document, summary);
      if (index % slice === slice - 1) {
        this.status = { ...this.status, done: index + 1 };
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await this.#readQuarantine();
    await this.relink();
  }

  /** Read files and folders into the workspace. */
  async addPaths(paths: readonly string[]): Promise<AddedLine[]> {
    return await this.#add(paths, []);
  }

  /** Add one file from bytes. Call `relink` when the batch is done. */
  async addBytes(name: string, bytes: Uint8Array): Promise<AddedLine> {
    const lines = await this.#add([], [{ ...settingOf(name, null), bytes }]);
    const [first] = lines;
    if (first === undefined)
      return { name, outcome: "known", document: null, message: "There is no page in this file." };
    const failed = lines.find((line) => line.outcome === "quarantined");
    const message = lines.length > 1 ? `${lines.length} pages in this file.` : first.message;
    return { ...(failed ?? first), name, message: failed?.message ?? message };
  }

  async #add(paths: readonly string[], items: readonly Item[]): Promise<AddedLine[]> {
    const { pages, diagnostics } = await addPages(
      this.store,
      paths,
      this.context,
      () => new Date(),
      {
        items,
        // The server's own thread answers requests meanwhile only between pages; few files are quick.
        ...(items.length > 0 ? { workers: 0 } : {}),
        tables: this.#tables,
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

  async #readQuarantine(): Promise<void> {
    const lines = await this.store.intake.quarantined();
    this.quarantine = lines
      .map(({ path: name, code, message, at }) => ({ name, code, message, at }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Link encounters anew where pages changed, and refresh what depends on them. */
  async relink(): Promise<void> {
    this.status = { ...this.status, state: "linking" };
    if (await this.store.needsLinking()) {
      await this.#inTurn(() =>
        this.store.relink((documents) => linkEncounters(documents, this.context)),
      );
    }
    this.corrections = (await this.store.personal.corrections()).filter(
      (correction) => correction.undoneAt === null,
    );
    this.encounters = mergeEncounters(await this.store.encounters(), this.corrections);
    this.encounterOf = encounterIds({ encounters: this.encounters });
    this.reported = [...this.entries.keys()].flatMap((id) =>
      (this.#reportedOf.get(id) ?? []).map((silence) => ({
        ...silence,
        encounter: this.encounterOf(id, silence.mention),
      })),
    );
    this.#comparisons.clear();
    const newestFirst = [...this.entries.values()].toSorted((a, b) =>
      (b.summary.published.latest ?? "").localeCompare(a.summary.published.latest ?? ""),
    );
    this.statements = newestFirst.flatMap((entry) => entry.statements);
    this.status = {
      ...this.status,
      state: "ready",
      done: this.entries.size,
      total: this.entries.size,
    };
  }

  #keep(document: Document, summary: Parameters<typeof entryOf>[1]): void {
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
    const known = this.#comparisons.get(id);
    if (known !== undefined) return await known;
    const made = this.#compare(id);
    this.#comparisons.set(id, made);
    return await made;
  }

  async #compare(id: string): Promise<Comparison | null> {
    const encounter = this.encounters.find((candidate) => candidate.id === id);
    if (encounter === undefined) return null;
    const documents = new Map<string, Document>();
    const renew = formsOf(this.#tables, this.context);
    const before = this.encounters.filter(
      (other) =>
        other.date.latest !== null &&
        other.date.latest < (encounter.date.earliest ?? "") &&
        other.participants.some((actor) => encounter.participants.includes(actor)),
    );
    for (const { document } of [encounter, ...before].flatMap((one) => one.accounts)) {
      if (documents.has(document)) continue;
      const read = await this.store.document(document);
      if (read !== null) documents.set(document, renew(read));
    }
    const earlier = earlierAccounts(encounter, before, documents, this.context);
    return compareEncounter({ encounter, documents, earlier }, this.context);
  }

  /** Silences: reported by pages, then those that comparison finds. */
  async silences(): Promise<SilenceRecord[]> {
    const found: SilenceRecord[] = [];
    for (const silence of this.reported) found.push(await this.#checked(silence));
    for (const encounter of this.encounters) {
      if (new Set(encounter.accounts.map((account) => account.party)).size < 2) continue;
      const comparison = await this.comparison(encounter.id);
      found.push(...(comparison?.silences ?? []));
    }
    return found;
  }

  async #checked(silence: ReportedSilence): Promise<ReportedSilence> {
    const encounter = this.encounters.find((candidate) => candidate.id === silence.encounter);
    if (encounter === undefined || silence.span === null) return silence;
    const documents = new Map<string, Document>();
    for (const id of [
      silence.span.document,
      ...encounter.accounts.map(({ document }) => document),
    ]) {
      const document = await this.store.document(id);
      if (document !== null) documents.set(id, document);
    }
    return checkedSilence(silence, encounter, documents, this.context);
  }

  /** Keep a correction, and apply it. */
  async correct(
    kind: CorrectionKind,
    target: string,
    value: string | null,
    anchor: Anchor | null,
  ): Promise<Correction> {
    const correction: Correction = {
      id: randomUUID(),
      kind,
      target,
      value,
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
    const renamed = this.corrections.findLast(
      (correction) => correction.kind === "actor-rename" && correction.target === id,
    );
    return (
      renamed?.value ??
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
    let at = id;
    for (let step = 0; step < 10; step++) {
      const merged = this.corrections.findLast(
        (correction) => correction.kind === "actor-merge" && correction.target === at,
      );
      if (merged?.value === undefined || merged.value === null || merged.value === id) break;
      at = merged.value;
    }
    return at;
  }

  /** Writes one after another: two requests never meet in the middle of one. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(work, work);
    this.#writing = turn.catch(() => {});
    return await turn;
  }
}

/** Folder of a workspace that lives only as long as the server. */
export function temporaryFolder(base: string): string {
  return join(base, `readout-${randomUUID()}`);
}

/** Encounters with a person's merges and dates applied. */
function mergeEncounters(
  encounters: readonly Encounter[],
  corrections: readonly Correction[],
): Encounter[] {
  const into = new Map(
    corrections
      .filter((correction) => correction.kind === "encounter-merge" && correction.value !== null)
      .map((correction) => [correction.target, correction.value!]),
  );
  const dates = new Map(
    corrections
      .filter((correction) => correction.kind === "encounter-date" && correction.value !== null)
      .map((correction) => [correction.target, correction.value!]),
  );
  const known = new Map(encounters.map((encounter) => [encounter.id, encounter]));
  const result: Encounter[] = [];
  for (const encounter of encounters) {
    const target = into.get(encounter.id);
    if (target !== undefined && known.has(target) && !into.has(target)) continue;
    const absorbed = encounters.filter(
      (other) => into.get(other.id) === encounter.id && !into.has(encounter.id),
    );
    const date = dates.get(encounter.id);
    result.push({
      ...encounter,
      date: date === undefined ? encounter.date : { earliest: date, latest: date, basis: "given" },
      mentions: [...encounter.mentions, ...absorbed.flatMap((other) => other.mentions)],
      accounts: [...encounter.accounts, ...absorbed.flatMap((other) => other.accounts)],
    });
  }
  return result;
}
