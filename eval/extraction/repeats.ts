import { repeatsInBatch } from "../../src/app/batch/repeats.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import type { BenchmarkPage } from "./benchmark-pages.ts";

/**
 * Documents of a benchmark cleaned as one batch: lines that pages of an outlet share are dropped. Each page is told
 * its outlet, as the benchmark names it.
 */
export function cleanedAsBatch(
  pages: readonly BenchmarkPage[],
  prepare: (page: BenchmarkPage) => Page | null,
  context: Context,
): readonly (Document | null)[] {
  const prepared = pages.map((benchmark) => {
    const page = prepare(benchmark);
    const outlet = benchmark.metadata?.outlet;
    return page === null || outlet === undefined
      ? page
      : { ...page, given: { ...page.given, outlet } };
  });
  const alone = prepared.map((page) => (page === null ? null : cleanPage(page, context, null)));
  const repeats = repeatsInBatch(alone.filter((document) => document !== null));
  return alone.map((document, index) => {
    const shared = document === null ? undefined : repeats.get(document.sha256);
    return shared === undefined ? document : cleanPage(prepared[index]!, context, new Set(shared));
  });
}
