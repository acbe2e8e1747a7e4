import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../resources/load.ts";
import type { Store } from "../../store/store.ts";
import { PageFetcher } from "./fetch-page.ts";

/** Work with a fetcher for a workspace; its connections are closed after. */
export async function withFetcher<T>(
  store: Store,
  settings: { readonly allowPrivate: boolean },
  work: (fetcher: PageFetcher) => Promise<T>,
): Promise<T> {
  // Loaded here: most commands ask for nothing.
  const { Fetcher } = await import("../../ingest/fetch/fetcher.ts");
  const fetcher = new Fetcher({ ...settings, version: version() });
  try {
    return await work(new PageFetcher(fetcher, store, () => new Date()));
  } finally {
    await fetcher.close();
  }
}

function version(): string {
  const { version: own } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    version: string;
  };
  return own;
}
