import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { settingOf } from "../../src/ingest/item.ts";
import { openRecord } from "../../src/ingest/record.ts";
import { corpusPage, seriesOf } from "../pages.ts";

/** A page of the corpora as ingest hands it on; a record of a series is opened as a line of its file is. */
export function accountPage(data: string, name: string): Page {
  const [file, id] = name.split("#") as [string, string | undefined];
  if (id === undefined) return corpusPage(data, name);
  const record = JSON.stringify(seriesOf(data, file).get(id));
  const opened = openRecord({ ...settingOf(name, null), bytes: new TextEncoder().encode(record) });
  if (opened.kind !== "page") throw new Error(`${file} has no record “${id}”`);
  return { ...opened.page, path: name };
}

/** The same, read. */
export function accountDocument(data: string, name: string, context: Context): Document {
  return annotate(cleanPage(accountPage(data, name), context, null), context);
}
