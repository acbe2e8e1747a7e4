// A thread that reads pages: loads the tables once, then answers one item at a time.
import { parentPort, workerData } from "node:worker_threads";
import { settingOf, type Item } from "../../ingest/item.ts";
import { loadContext } from "../../resources/load.ts";
import { readItem, type ItemResult, type Wanted } from "./read-item.ts";

/** What a worker is started with. */
export interface WorkerSettings {
  /** Folder of the user's own tables. */
  readonly tables: string | null;
}

/** What a worker is asked. */
export interface WorkerRequest {
  readonly item: Item;
  readonly wanted: Wanted;
}

/** What a worker says: that it is ready for its first item, or what reading one gave. */
export type WorkerAnswer = { readonly ready: true } | { readonly result: ItemResult };

/** Reads through all stages; invented. */
const warmUp: Item = {
  ...settingOf("warm-up.txt", null),
  bytes: new TextEncoder().encode(
    "Talks in Selmont\n\nOn 21 May 2024 President Irena Kostrova told reporters that “the talks were useful” for both sides.",
  ),
};

const port = parentPort;
if (port !== null) {
  const context = loadContext((workerData as WorkerSettings).tables);
  // The first page of a worker would pay for unpacking the model and compiling everything.
  await readItem(warmUp, { as: "document" }, context);
  port.on("message", (request: WorkerRequest) => {
    void readItem(request.item, request.wanted, context).then((result) =>
      port.postMessage({ result } satisfies WorkerAnswer),
    );
  });
  port.postMessage({ ready: true } satisfies WorkerAnswer);
}
