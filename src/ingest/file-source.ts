import { createReadStream } from "node:fs";
import type { Setting, Source } from "./item.ts";

/** A file on disk as a source. */
export function fileSource(setting: Setting, file: string, size: number): Source {
  return {
    ...setting,
    size,
    file,
    stream: (from = 0) => createReadStream(file, { start: from }) as AsyncIterable<Uint8Array>,
  };
}
