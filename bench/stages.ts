import { cleanPage } from "../src/core/clean/clean-page.ts";
import type { Context } from "../src/core/context.ts";
import type { Document } from "../src/core/document.ts";
import { packFor } from "../src/core/lang/registry.ts";
import type { Page } from "../src/core/page.ts";
import { stages } from "../src/core/pipeline.ts";
import { pageFromBytes } from "../src/ingest/load-page.ts";

/** A page as it came. */
export interface RawPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Address that is known of it, `null` when none is. */
  readonly url: string | null;
}

/** Processor time, ms a page. */
export interface StageTimes {
  /** Bytes to a page: encoding, front matter, HTML tree. */
  readonly page: number;
  /** Page to a document: article and metadata. */
  readonly clean: number;
  /** The stages of annotation by name, in their order. */
  readonly annotate: ReadonlyMap<string, number>;
}

/**
 * Time each stage over pages, after a few that warm up: what a page costs in a long run.
 * @param annotated - also run the stages of annotation
 */
export function timeStages(
  pages: readonly RawPage[],
  context: Context,
  annotated: boolean,
): StageTimes {
  const spent = new Map<string, number>();
  for (const page of pages.slice(0, warmUp)) readOnce(page, context, annotated, new Map());
  for (const page of pages) readOnce(page, context, annotated, spent);
  const perPage = (name: string): number => (spent.get(name) ?? 0) / 1000 / pages.length;
  return {
    page: perPage("page"),
    clean: perPage("clean"),
    annotate: new Map(stages.map(({ name }) => [name, perPage(`annotate ${name}`)])),
  };
}

/** Pages that are read before time counts. */
const warmUp = 40;

function readOnce(
  raw: RawPage,
  context: Context,
  annotated: boolean,
  spent: Map<string, number>,
): void {
  const timed = <T>(name: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    spent.set(name, (spent.get(name) ?? 0) + user + system);
    return result;
  };
  const page = timed("page", () => pageOf(raw));
  if (page === null) return;
  let document: Document = timed("clean", () => cleanPage(page, context, null));
  const pack = packFor(document.language);
  if (!annotated || pack === null) return;
  for (const stage of stages)
    document = timed(`annotate ${stage.name}`, () => stage.run(document, context, pack));
}

function pageOf({ name, bytes, url }: RawPage): Page | null {
  const { page } = pageFromBytes(name, bytes);
  return page === null || url === null ? page : { ...page, given: { ...page.given, url } };
}
