import { keptLines, repeatsOf, type KeptLines } from "../../core/clean/repeats.ts";
import type { Store } from "../../store/store.ts";
import type { ReadPage } from "../batch/read-item.ts";
import { mostCompared } from "../batch/repeats.ts";

interface KnownPage {
  readonly id: string;
  readonly lines: KeptLines;
}

/**
 * What a workspace knows of outlets: lines that their pages share. Only pages count that were there before the
 * batch, so that the order in which its pages are read changes nothing.
 */
export class KnownOutlets {
  readonly #store: Store;
  readonly #before: string;
  readonly #pages = new Map<string, Promise<readonly KnownPage[]>>();

  /** @param before - ISO time; pages added from then on don't count */
  constructor(store: Store, before: string) {
    this.#store = store;
    this.#before = before;
  }

  /** Lines of a page that pages of its outlet have too; `null` when there are none. */
  async repeats({ id, kept }: ReadPage): Promise<readonly string[] | null> {
    if (kept === null) return null;
    const known = this.#pages.get(kept.outlet) ?? this.#read(kept.outlet);
    this.#pages.set(kept.outlet, known);
    const others = (await known).filter((page) => page.id !== id);
    const repeats = repeatsOf(
      kept,
      others.map(({ lines }) => lines),
    );
    return repeats.size === 0 ? null : [...repeats];
  }

  async #read(outlet: string): Promise<readonly KnownPage[]> {
    const summaries = await this.#store.list({ outlet });
    const pages: KnownPage[] = [];
    for (const { id } of summaries
      .filter(({ addedAt }) => addedAt < this.#before)
      .slice(-mostCompared)) {
      const document = await this.#store.document(id, []);
      const lines = document === null ? null : keptLines(document);
      if (lines?.outlet === outlet) pages.push({ id, lines });
    }
    return pages;
  }
}
