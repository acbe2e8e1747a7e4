import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { cleanPage } from "../src/core/clean/clean-page.ts";
import type { Context } from "../src/core/context.ts";
import type { Document } from "../src/core/document.ts";
import type { Page } from "../src/core/page.ts";
import { annotate } from "../src/core/pipeline.ts";
import { pageFromBytes } from "../src/ingest/load-page.ts";

/**
 * A page of the corpora as ingest would hand it on.
 * @param name - a file under `data` (`readouts/2022-06-15_putin-xi-call/kremlin.txt`), also a gzipped one
 *   (`….html.gz`), or a record of a series by its id (`series/kremlin-en-2021-10_2022-06.jsonl#ID`), whose text is the source
 * @throws when there is no such page
 */
export function corpusPage(data: string, name: string): Page {
  const [file, record] = name.split("#") as [string, string | undefined];
  if (record === undefined) {
    const bytes = readFileSync(join(data, file));
    const { page, diagnostics } = name.endsWith(".gz")
      ? pageFromBytes(name.slice(0, -3), gunzipSync(bytes))
      : pageFromBytes(name, bytes);
    if (page === null) throw new Error(`${name}: ${diagnostics[0]?.message ?? "unreadable"}`);
    return page;
  }
  const found = seriesOf(data, file).get(record);
  if (found === undefined) throw new Error(`${file} has no record “${record}”`);
  return recordPage(name, found);
}

/** A record of `series/*.jsonl`. */
export interface SeriesRecord {
  readonly id: string;
  readonly date: string;
  readonly party: string;
  readonly lang: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

const loaded = new Map<string, ReadonlyMap<string, SeriesRecord>>();

/** Records of a series by id, in the order of the file. */
export function seriesOf(data: string, file: string): ReadonlyMap<string, SeriesRecord> {
  const path = join(data, file);
  let records = loaded.get(path);
  if (records === undefined) {
    records = new Map(
      readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as SeriesRecord)
        .map((record) => [record.id, record]),
    );
    loaded.set(path, records);
  }
  return records;
}

/** A record as a page: its text is the source, the rest is given. */
export function recordPage(name: string, record: SeriesRecord): Page {
  const sha256 = createHash("sha256").update(`${name}\n${record.text}`).digest("hex");
  return {
    id: sha256.slice(0, 12),
    path: name,
    sha256,
    mediaType: "text/plain",
    encoding: "utf-8",
    source: record.text,
    bodyStart: 0,
    given: {
      title: record.title,
      url: record.url,
      published: record.date,
      party: record.party,
      language: record.lang,
    },
    tree: null,
    diagnostics: [],
  };
}

/** A page of the corpora, read: clean and annotated. */
export function corpusDocument(data: string, name: string, context: Context): Document {
  return annotate(cleanPage(corpusPage(data, name), context, null), context);
}
