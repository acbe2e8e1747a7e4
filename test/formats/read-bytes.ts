import { runBatch } from "../../src/app/batch/collect.ts";
import { directReader } from "../../src/app/batch/read-item.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import type { Document } from "../../src/core/document.ts";
import { settingOf, type Item } from "../../src/ingest/item.ts";
import { shippedContext } from "../support/read-text.ts";

/** What reading some bytes gave. */
export interface ReadBytes {
  readonly documents: readonly Document[];
  /** Each with the item it was read from. */
  readonly items: ReadonlyMap<string, Item>;
  readonly problems: readonly Diagnostic[];
  /** Problems that are no failures. */
  readonly told: readonly Diagnostic[];
}

/** Read bytes as if they were a file of this name. */
export async function readBytes(
  name: string,
  bytes: Uint8Array | string,
  own: Partial<Item> = {},
): Promise<ReadBytes> {
  const item: Item = {
    ...settingOf(name, `/archive/${name}`),
    ...own,
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
  };
  return await readAll({ paths: [], items: [item] });
}

/** Read files and folders. */
export async function readFiles(...paths: readonly string[]): Promise<ReadBytes> {
  return await readAll({ paths });
}

async function readAll(input: Parameters<typeof runBatch>[0]): Promise<ReadBytes> {
  const documents: Document[] = [];
  const items = new Map<string, Item>();
  const problems: Diagnostic[] = [];
  const told: Diagnostic[] = [];
  await runBatch(input, directReader(shippedContext()), {
    wanted: { as: "document" },
    async done(read, { page }) {
      documents.push(page!.document!);
      items.set(page!.id, read);
    },
    async failed(_place, problem) {
      problems.push(problem);
    },
    told: (problem) => void told.push(problem),
  });
  return { documents, items, problems, told };
}
