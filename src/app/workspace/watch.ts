import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Context } from "../../core/context.ts";
import { listFiles } from "../../ingest/list-files.ts";
import type { Watch } from "../../store/intake.ts";
import type { Store } from "../../store/store.ts";
import { isAddress } from "../batch/collect.ts";
import { addPages, type AddedBatch, type AddSettings } from "./add.ts";
import type { PageFetcher } from "./fetch-page.ts";

/** How targets are watched. */
export interface WatchSettings {
  readonly adding: AddSettings & { readonly fetcher: PageFetcher };
  /** Minutes between two looks at an address. */
  readonly minutes: number;
  /** Seconds between two looks at a folder. */
  readonly seconds: number;
  /** Look at each target once and end. */
  readonly once: boolean;
  /** Told after each look. */
  readonly onLook: (target: string, batch: AddedBatch, message: string) => void;
  /** Ends the watch after the page at hand. */
  readonly signal: AbortSignal;
  /** Waits; stands in for real time in tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const nothing: AddedBatch = { pages: [], diagnostics: [], untold: 0 };

/** A file changed less than this ago may still be being written. Milliseconds. */
const settled = 2000;

/** A site that fails is asked less and less often, down to once in so many minutes. */
const slowest = 24 * 60;

/**
 * Keep a workspace current: look at feeds, pages and folders again and again, add what is new.
 * What was looked at and when is kept in the workspace, so that a watch goes on where it stopped.
 */
export async function watchTargets(
  store: Store,
  targets: readonly string[],
  context: Context,
  now: () => Date,
  settings: WatchSettings,
): Promise<void> {
  const watcher = new Watcher(store, context, now, settings);
  const places = targets.map((target) => (isAddress(target) ? target : resolve(target)));
  for (const target of places) await watcher.start(target);
  const pause = settings.pause ?? sleep;
  for (;;) {
    for (const target of places) {
      if (settings.signal.aborted) return;
      await watcher.lookIfDue(target);
    }
    if (settings.once || settings.signal.aborted) return;
    const wait = Math.min(...places.map((target) => watcher.dueIn(target)));
    await pause(Math.max(250, wait), settings.signal);
  }
}

class Watcher {
  readonly #store: Store;
  readonly #context: Context;
  readonly #now: () => Date;
  readonly #settings: WatchSettings;
  readonly #due = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  /** Size and time of change of files that were added, by path: unchanged ones are not read again. */
  readonly #seen = new Map<string, string>();

  constructor(store: Store, context: Context, now: () => Date, settings: WatchSettings) {
    this.#store = store;
    this.#context = context;
    this.#now = now;
    this.#settings = settings;
  }

  /** A target that was looked at not long ago (before a stop) is not due yet. */
  async start(target: string): Promise<void> {
    const known = (await this.#store.intake.watches()).find((watch) => watch.target === target);
    const checked =
      known?.checkedAt == null ? 0 : Date.parse(known.checkedAt) + this.#interval(target);
    const notBefore = known?.notBefore == null ? 0 : Date.parse(known.notBefore);
    const folder = !isAddress(target);
    this.#due.set(target, folder || this.#settings.once ? notBefore : Math.max(checked, notBefore));
  }

  dueIn(target: string): number {
    return this.#due.get(target)! - this.#now().getTime();
  }

  async lookIfDue(target: string): Promise<void> {
    if (this.dueIn(target) > 0) return;
    const batch = isAddress(target) ? await this.#add([target]) : await this.#lookAtFiles(target);
    const watch = this.#nextLook(target, batch);
    await this.#store.intake.putWatch(watch);
    this.#settings.onLook(target, batch, watch.message ?? "");
  }

  async #add(paths: readonly string[]): Promise<AddedBatch> {
    return await addPages(this.#store, paths, this.#context, this.#now, this.#settings.adding);
  }

  /** Files that are new or changed since the last look, and are not being written. */
  async #lookAtFiles(target: string): Promise<AddedBatch> {
    const { files, diagnostics } = await listFiles([target]);
    const missing = diagnostics.filter(
      (problem) => problem.code === "FILE_NOT_FOUND" || problem.code === "FILE_UNREADABLE",
    );
    if (missing.length > 0)
      return {
        ...nothing,
        pages: [{ path: target, outcome: "failed", document: null }],
        diagnostics: missing,
      };
    const fresh: string[] = [];
    for (const { path } of files) {
      const state = await stat(path).catch(() => null);
      if (state === null || this.#now().getTime() - state.mtimeMs < settled) continue;
      const mark = `${state.size} ${state.mtimeMs}`;
      if (this.#seen.get(path) === mark) continue;
      this.#seen.set(path, mark);
      fresh.push(path);
    }
    return fresh.length === 0 ? nothing : await this.#add(fresh);
  }

  #nextLook(target: string, batch: AddedBatch): Watch {
    const now = this.#now().getTime();
    const failure = this.#settings.adding.fetcher.failures.get(target);
    const failures = failure === undefined ? 0 : (this.#failures.get(target) ?? 0) + 1;
    this.#failures.set(target, failures);
    const own = this.#interval(target);
    const backoff = Math.min(slowest * 60_000, own * 2 ** Math.min(10, failures));
    const asked = (failure?.retryAfter ?? 0) * 1000;
    const wait = failures === 0 ? own : Math.max(backoff, asked);
    this.#due.set(target, now + wait);
    const added = batch.pages.filter((page) => page.outcome === "added").length;
    const failed = batch.pages.filter((page) => page.outcome === "failed").length;
    const message = failure?.message ?? `${added} added${failed > 0 ? `, ${failed} not read` : ""}`;
    return {
      target,
      checkedAt: new Date(now).toISOString(),
      notBefore: failures === 0 ? null : new Date(now + wait).toISOString(),
      message,
    };
  }

  #interval(target: string): number {
    return isAddress(target) ? this.#settings.minutes * 60_000 : this.#settings.seconds * 1000;
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}
