import type { Document } from "../../core/document.ts";
import type { Store } from "../../store/store.ts";

/**
 * When pages were taken from their addresses: the day of the last request that brought or confirmed these bytes.
 * @returns ISO days by document id; pages that were added from files have none
 */
export async function accessDays(
  store: Store,
  documents: readonly Pick<Document, "id" | "path" | "sha256" | "url">[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  for (const { id, path, url, sha256 } of documents) {
    for (const address of new Set([path, url])) {
      if (address === null || !/^https?:/.test(address)) continue;
      const fetched = await store.intake.lastFetch(address);
      if (fetched?.sha256 === sha256) days.set(id, fetched.at.slice(0, 10));
    }
  }
  return days;
}
