import type { PreparedPage } from "../../store/prepare.ts";
import { EvidenceError, type AddOutcome, type Store } from "../../store/store.ts";

/** Most pages of one transaction. */
const most = 8;

/** Milliseconds a page waits for others before it is written. */
const patience = 100;

interface Waiting {
  readonly page: PreparedPage;
  readonly resolve: (outcome: AddOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes pages a few at a time, in one transaction: the disk is waited for once. A page counts when
 * its promise resolves; what a kill loses is read again.
 */
export class PageWriter {
  readonly #store: Store;
  #queue: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws EvidenceError when a mark of the page doesn't lie in its text */
  add(page: PreparedPage): Promise<AddOutcome> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ page, resolve, reject });
      if (this.#queue.length >= most) void this.#flush();
      else this.#timer ??= setTimeout(() => void this.#flush(), patience);
    });
  }

  async #flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const group = this.#queue;
    this.#queue = [];
    try {
      const outcomes = await this.#store.addPrepared(group.map(({ page }) => page));
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index]!);
    } catch (error) {
      if (error instanceof EvidenceError) await this.#oneByOne(group);
      else for (const { reject } of group) reject(error);
    }
  }

  /** One page of the group is wrong: the others are not lost with it. */
  async #oneByOne(group: readonly Waiting[]): Promise<void> {
    for (const { page, resolve, reject } of group) {
      try {
        const [outcome] = await this.#store.addPrepared([page]);
        resolve(outcome!);
      } catch (error) {
        reject(error);
      }
    }
  }
}
