import { readItem, type ItemReader } from "../../src/app/batch/read-item.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import { openItem } from "../../src/ingest/open-item.ts";

/** Pages that are read whole; the others are opened and cleaned only, which is where formats differ. */
const every = 12;

/** A reader in this thread that leaves most pages unannotated, for a short run. */
export function quickReader(context: Context): ItemReader {
  let count = 0;
  return {
    async read(item, wanted) {
      if (count++ % every === 0) return await readItem(item, wanted, context);
      const opened = await openItem(item);
      if (opened.kind === "refused") return { page: null, found: [], refused: opened.problem };
      const page = opened.page ?? null;
      const document = page === null ? null : cleanPage(page, context, null);
      return {
        page:
          document === null
            ? null
            : {
                id: document.id,
                diagnostics: document.diagnostics,
                document,
                rows: null,
                kept: null,
              },
        found: opened.kind === "items" ? opened.found : [],
        refused: null,
      };
    },
    ready: async () => {},
    close: async () => {},
  };
}
