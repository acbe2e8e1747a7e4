import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { problem, type Item } from "../../ingest/item.ts";
import { crashed, type ItemReader, type ItemResult, type Wanted } from "./read-item.ts";
import type { WorkerAnswer, WorkerRequest, WorkerSettings } from "./worker.ts";

/** Limits of a pool of workers. */
export interface PoolSettings extends WorkerSettings {
  readonly workers: number;
  /** Seconds a page may take. */
  readonly seconds: number;
  /** Memory a page may take, MB of heap. */
  readonly megabytes: number;
}

/** Memory of one worker at work, MB: tables, syntax model, word lists and a page. Measured in `bench`. */
const workerMemory = 230;

/** Memory that all workers together may take by default, MB. */
const poolMemory = 600;

/** Workers by default: as many as there are cores, and as memory for them. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(poolMemory / workerMemory)));
}

/** Seconds and MB a page gets by default. The slowest honest page of our corpora takes 2 s. */
export const defaultLimits = { seconds: 30, megabytes: 400 } as const;

/** MB for short-lived objects: more saves little time and costs every worker three times as much. */
const youngMemory = 8;

/**
 * When the process takes more than this, a worker is replaced after its page: a new one holds no
 * fragments of old pages. MB of resident memory for each worker, and for the main thread.
 */
const relief = { worker: 270, main: 130 } as const;

/** Pages a worker reads at least before it is replaced: starting one takes as long as thirty pages. */
const leastPages = 250;

interface Job {
  readonly request: WorkerRequest;
  readonly resolve: (result: ItemResult) => void;
}

/** A worker with the job it is at. */
class Seat {
  readonly #settings: PoolSettings;
  readonly #onFree: () => void;
  #worker: Worker | null = null;
  #ready = false;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Pages read since the worker started. */
  #pages = 0;

  constructor(settings: PoolSettings, onFree: () => void) {
    this.#settings = settings;
    this.#onFree = onFree;
  }

  get free(): boolean {
    return this.#job === null;
  }

  give(job: Job): void {
    this.#job = job;
    this.#worker ??= this.#start();
    if (this.#ready) this.#post(job);
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await worker?.terminate();
  }

  #start(): Worker {
    const own = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
    const { tables, megabytes } = this.#settings;
    const worker = new Worker(new URL(own, import.meta.url), {
      workerData: { tables } satisfies WorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMemory },
    });
    this.#ready = false;
    this.#pages = 0;
    worker.on("message", (answer: WorkerAnswer) => {
      if (worker !== this.#worker) return;
      if ("ready" in answer) {
        this.#ready = true;
        if (this.#job !== null) this.#post(this.#job);
      } else {
        this.#relieve();
        this.#finish(answer.result);
      }
    });
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#lost(error);
    });
    worker.on("exit", () => {
      if (worker === this.#worker) this.#lost(new Error("the worker stopped"));
    });
    return worker;
  }

  #post(job: Job): void {
    this.#worker!.postMessage(job.request);
    // After a stall of this thread the answer may be waiting beside the timer: it gets its turn first.
    this.#timer = setTimeout(
      () => setImmediate(() => setImmediate(() => this.#timedOut(job))),
      this.#settings.seconds * 1000,
    );
  }

  #timedOut(job: Job): void {
    if (this.#job !== job) return;
    const { seconds } = this.#settings;
    const message = `Reading this page took more than ${seconds} s and was stopped. Save its article as plain text, or try again with a higher --page-seconds.`;
    this.#replace(problem("PAGE_TIMED_OUT", this.#path(), message));
  }

  #lost(error: unknown): void {
    const code = (error as NodeJS.ErrnoException).code;
    const message = `Reading this page took more than ${this.#settings.megabytes} MB of memory and was stopped. Split it, or save its article as plain text.`;
    this.#replace(
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? problem("PAGE_OUT_OF_MEMORY", this.#path(), message)
        : crashed(this.#path(), error),
    );
  }

  #path(): string {
    return this.#job?.request.item.path ?? "";
  }

  #relieve(): void {
    this.#pages++;
    if (this.#pages < leastPages) return;
    const limit = relief.main + relief.worker * this.#settings.workers;
    if (process.memoryUsage.rss() < limit * 1_000_000) return;
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  /** The worker is lost with its page: the next page gets a new one. */
  #replace(refused: ItemResult["refused"]): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#finish({ page: null, found: [], refused });
  }

  #finish(result: ItemResult): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = null;
    job?.resolve(result);
    this.#onFree();
  }
}

/**
 * Reads items in worker threads, each at its own page. A page that hangs, or takes all memory, costs
 * itself: its worker is stopped and another one takes its place.
 */
export class WorkerPool implements ItemReader {
  readonly #seats: Seat[];
  readonly #queue: Job[] = [];
  #waiting: (() => void)[] = [];

  constructor(settings: PoolSettings) {
    this.#seats = Array.from(
      { length: settings.workers },
      () => new Seat(settings, () => this.#next()),
    );
  }

  read(item: Item, wanted: Wanted): Promise<ItemResult> {
    return new Promise((resolve) => {
      this.#queue.push({ request: { item, wanted }, resolve });
      this.#next();
    });
  }

  /** One page waits for each worker, no more: memory stays the same whatever the batch. */
  async ready(): Promise<void> {
    while (this.#queue.length >= this.#seats.length)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #next(): void {
    for (const seat of this.#seats) {
      if (!seat.free) continue;
      const job = this.#queue.shift();
      if (job === undefined) break;
      seat.give(job);
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  async close(): Promise<void> {
    await Promise.all(this.#seats.map((seat) => seat.end()));
  }
}
