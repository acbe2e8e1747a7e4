import { cleanPage } from "../../core/clean/clean-page.ts";
import { keptLines, type KeptLines } from "../../core/clean/repeats.ts";
import type { Context } from "../../core/context.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import type { Document } from "../../core/document.ts";
import type { Page } from "../../core/page.ts";
import { annotate } from "../../core/pipeline.ts";
import { problem, type Found, type Item } from "../../ingest/item.ts";
import { openItem } from "../../ingest/open-item.ts";
import { preparePage, type PreparedPage } from "../../store/prepare.ts";
import { passageTerms } from "../../store/search-terms.ts";

/** What is wanted of a page: the document itself, or rows for the store. */
export type Wanted =
  | ({ readonly as: "document" } & Surroundings)
  | ({ readonly as: "rows"; readonly addedAt: string } & Surroundings);

/** What is known of a page from others. */
interface Surroundings {
  /** Lines that other pages of its outlet have too (`repeatsOf`); absent when none are known. */
  readonly repeats?: readonly string[];
}

/** What reading an item gives. Plain data: it crosses from a worker to the main thread. */
export interface ItemResult {
  /** The page as wanted; `null` where it could not be read, or holds others only. */
  readonly page: ReadPage | null;
  /** What else it holds (attachments, entries of a feed). */
  readonly found: readonly Found[];
  /** Why there is neither page nor anything inside; `null` otherwise. */
  readonly refused: Diagnostic | null;
}

/** A page that was read. */
export interface ReadPage {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Without its tokens: they are most of a document's memory, and nothing after its annotation asks for them. */
  readonly document: Document | null;
  readonly rows: PreparedPage | null;
  /** What it kept, to be compared with other pages of its outlet; `null` for official accounts. */
  readonly kept: KeptLines | null;
}

/** Reads items: here, or in workers. */
export interface ItemReader {
  /** Read one item. Never rejects: what goes wrong is told in the result. */
  read(item: Item, wanted: Wanted): Promise<ItemResult>;
  /** Resolves when one more item may be handed over. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Open, clean and annotate an item. Never throws. */
export async function readItem(item: Item, wanted: Wanted, context: Context): Promise<ItemResult> {
  try {
    const opened = await openItem(item);
    if (opened.kind === "refused") return { page: null, found: [], refused: opened.problem };
    const page = opened.page ?? null;
    return {
      page: page === null ? null : finish(page, item, wanted, context),
      found: opened.kind === "items" ? opened.found : [],
      refused: null,
    };
  } catch (error) {
    return { page: null, found: [], refused: crashed(item.path, error) };
  }
}

/** A page whose reader failed: a fault of ours, told as such. */
export function crashed(path: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return problem("PAGE_CRASHED", path, `Reading this page failed (${reason}). Please report it.`);
}

function finish(page: Page, item: Item, wanted: Wanted, context: Context): ReadPage {
  const repeats = wanted.repeats === undefined ? null : new Set(wanted.repeats);
  const document = annotate(cleanPage(page, context, repeats), context);
  const { id, diagnostics } = document;
  const kept = keptLines(document);
  if (wanted.as === "document") {
    const layers = { ...document.layers, tokens: [] };
    return { id, diagnostics, document: { ...document, layers }, rows: null, kept };
  }
  const rows = preparePage({
    document,
    bytes: item.bytes,
    place: item.place,
    addedAt: wanted.addedAt,
    passages: passageTerms(document, context),
  });
  return { id, diagnostics, document: null, rows, kept };
}

/** Reads items in this thread, one after another. */
export function directReader(context: Context): ItemReader {
  return {
    read: (item, wanted) => readItem(item, wanted, context),
    ready: async () => {},
    close: async () => {},
  };
}
