import type { Found, Item } from "../../ingest/item.ts";
import { problem, settingOf } from "../../ingest/item.ts";
import { sha256Of } from "../../ingest/make-page.ts";
import { FetchError } from "../../ingest/fetch/fetch-error.ts";
import { parseAddress, type Fetcher } from "../../ingest/fetch/fetcher.ts";
import type { FetchRecord } from "../../store/intake.ts";
import type { Store } from "../../store/store.ts";

/** Header under which the record of a followed page keeps which entry of a feed led to it. */
const entryHeader = "readout-entry";

/** Asks for addresses for a workspace: only for what is new there, and keeps a record of each request. */
export class PageFetcher {
  readonly #fetcher: Fetcher;
  readonly #store: Store;
  readonly #now: () => Date;
  /** Requests whose pages are still being read: they count once the page is kept. */
  readonly #pending = new Map<string, FetchRecord>();
  /** What went wrong last at an address. */
  readonly failures: Map<string, FetchError> = new Map();

  constructor(fetcher: Fetcher, store: Store, now: () => Date) {
    this.#fetcher = fetcher;
    this.#store = store;
    this.#now = now;
  }

  /**
   * What is at an address: a page or container to read, a problem, or `null` when nothing changed
   * since it was read last.
   */
  async fetch(url: string): Promise<Found | null> {
    return await this.#tryAsk(url, null);
  }

  /**
   * The page that an entry of a feed links to.
   * @returns `null` when it was read before for this very entry
   */
  async follow(entry: Item): Promise<Found | null> {
    return await this.#tryAsk(entry.summaryOf!, entry);
  }

  /** What was asked for at this address is kept now, as a page, as several, or on the quarantine list. */
  async confirm(url: string, unchanged = false): Promise<void> {
    const record = this.#pending.get(url);
    if (record === undefined) return;
    this.#pending.delete(url);
    const own = record.sha256 !== null && (await this.#store.idOf(record.sha256)) !== null;
    await this.#store.intake.recordFetch({
      ...record,
      body: own || unchanged ? null : record.body,
      outcome: unchanged && record.outcome === "changed" ? "unchanged" : record.outcome,
    });
  }

  /** Everything that was asked for is kept. */
  async confirmAll(): Promise<void> {
    for (const url of this.#pending.keys()) await this.confirm(url);
  }

  async #tryAsk(url: string, entry: Item | null): Promise<Found | null> {
    let address = url;
    try {
      address = parseAddress(url).href;
      return await this.#ask(address, entry);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      this.failures.set(address, error);
      if (error.code !== "URL_INVALID")
        await this.#store.intake.recordFetch({
          url: address,
          finalUrl: address,
          at: this.#now().toISOString(),
          status: error.status ?? 0,
          headers: {},
          sha256: null,
          body: null,
          outcome: "failed",
        });
      return { kind: "problem", problem: problem(error.code, address, error.message) };
    }
  }

  async #ask(url: string, entry: Item | null): Promise<Found | null> {
    const last = await this.#store.intake.lastFetch(url);
    // What was not kept after all (stopped, or on the quarantine list) is asked for anew.
    const kept =
      last?.sha256 != null &&
      (last.body !== null || (await this.#store.idOf(last.sha256)) !== null);
    const entryHash = entry === null ? null : sha256Of(entry.bytes);
    if (kept && entryHash !== null && last.headers[entryHeader] === entryHash) return null;
    const validators = kept
      ? { etag: last.headers["etag"] ?? null, lastModified: last.headers["last-modified"] ?? null }
      : null;
    const fetched = await this.#fetcher.fetch(url, validators);
    this.failures.delete(url);
    const sha256 = fetched.body === null ? (last?.sha256 ?? null) : sha256Of(fetched.body);
    const same = kept && sha256 === last.sha256;
    const record: FetchRecord = {
      url,
      finalUrl: fetched.finalUrl,
      at: this.#now().toISOString(),
      status: fetched.status === 304 ? 200 : fetched.status,
      headers: {
        ...(fetched.status === 304 ? last?.headers : {}),
        ...fetched.headers,
        ...(entryHash === null ? {} : { [entryHeader]: entryHash }),
      },
      sha256,
      body: same ? last.body : fetched.body,
      outcome: last === null ? "new" : same ? "unchanged" : "changed",
    };
    this.#pending.set(url, record);
    if (fetched.body === null || same) {
      await this.confirm(url);
      return null;
    }
    const setting = settingOf(url, url);
    const item: Item = {
      ...setting,
      mediaType: fetched.mediaType,
      charset: fetched.charset,
      given: { url: fetched.finalUrl },
      hints: entry === null ? {} : { ...entry.hints, ...entryFacts(entry) },
      bytes: fetched.body,
    };
    return { kind: "item", item };
  }
}

/** Date and authors that a feed's entry gives for the page it links to. */
function entryFacts(entry: Item): Item["hints"] {
  const { published, authors } = JSON.parse(new TextDecoder().decode(entry.bytes)) as Item["hints"];
  return {
    ...(typeof published === "string" ? { published } : {}),
    ...(Array.isArray(authors) && authors.length > 0 ? { authors } : {}),
  };
}
