// node bench/linking.ts [--corpora DIR] [--most N]: linking the series after extraction, and how it grows, as Markdown.
// Reading the series takes some minutes; linking is timed by the processor time of one thread.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { accountDocument } from "../eval/encounters/account-page.ts";
import { seriesOf } from "../eval/pages.ts";
import type { Document } from "../src/core/document.ts";
import { linkPageOf, type LinkPage } from "../src/core/link/link-page.ts";
import { linkEncounters, linkPages } from "../src/core/link/link.ts";
import type { DateInterval } from "../src/core/records.ts";
import { addDays } from "../src/core/time/calendar.ts";
import { loadContext, packageRoot } from "../src/resources/load.ts";

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: join(packageRoot, "..", "shared", "corpora") },
    most: { type: "string", default: "30000" },
  },
});
const corpora = resolve(process.env["INIT_CWD"] ?? ".", values.corpora);
const most = Number(values.most);
const context = loadContext();

const series = [
  "series/whitehouse-readouts-2021-2026.jsonl",
  "series/kremlin-en-2021-10_2022-06.jsonl",
  "series/ukraine-president-en-2021-10_2022-06.jsonl",
];

/** Days by which copies are shifted: two months, so that visits and summits of copies do not meet. */
const shift = 61;

/** Processor seconds of some work. */
function seconds<T>(work: () => T): { readonly result: T; readonly time: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1e6 };
}

/** A page as if it had been published, and told of encounters, so many days later. */
function shifted(page: LinkPage, copy: number): LinkPage {
  if (copy === 0) return page;
  const later = <T extends DateInterval | null>(date: T): T =>
    (date === null
      ? null
      : {
          ...date,
          earliest: addDays(date.earliest, copy * shift),
          latest: addDays(date.latest, copy * shift),
        }) as T;
  const { earliest, latest } = page.published;
  const published = earliest === null || latest === null ? null : later({ earliest, latest });
  return {
    ...page,
    id: `${page.id}+${copy}`,
    copyOf: page.copyOf === null ? null : `${page.copyOf}+${copy}`,
    published: { ...page.published, ...published },
    mentions: page.mentions.map(({ index, mention }) => ({
      index,
      // Editions of summits stay where they are: a shifted one is a meeting like another.
      mention: { ...mention, date: later(mention.date), summit: null, atSummit: false },
    })),
  };
}

const documents: Document[] = [];
console.log("| series | pages | reading | linking, with copies found | encounters |");
console.log("| --- | --- | --- | --- | --- |");
for (const file of series) {
  const names = [...seriesOf(corpora, file).keys()].map((id) => `${file}#${id}`);
  const read = seconds(() =>
    names.map((name) => {
      const document = accountDocument(corpora, name, context);
      // Linking looks at no tokens; all of them at once would fill the memory.
      return { ...document, layers: { ...document.layers, tokens: [] } };
    }),
  );
  documents.push(...read.result);
  const linked = seconds(() => linkEncounters(read.result, context));
  console.log(
    `| ${file.slice(7, -6)} | ${names.length} | ${read.time.toFixed(0)} s | ${linked.time.toFixed(2)} s | ${linked.result.length} |`,
  );
}
const together = seconds(() => linkEncounters(documents, context));
console.log(
  `| together | ${documents.length} | | ${together.time.toFixed(2)} s | ${together.result.length} |`,
);

const pages = documents.map((document) => linkPageOf(document, null));
console.log(
  "\n| pages, dates shifted | mentions | linking | per page |\n| --- | --- | --- | --- |",
);
for (let wanted = Math.min(1875, pages.length); wanted <= most; wanted *= 2) {
  const grown = Array.from({ length: wanted }, (_, index) =>
    shifted(pages[index % pages.length]!, Math.floor(index / pages.length)),
  );
  const mentions = grown.reduce((sum, page) => sum + page.mentions.length, 0);
  const { time } = seconds(() => linkPages(grown, context));
  console.log(
    `| ${wanted} | ${mentions} | ${time.toFixed(2)} s | ${((time * 1e6) / wanted).toFixed(0)} µs |`,
  );
}
