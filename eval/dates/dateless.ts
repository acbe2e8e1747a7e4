import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Published } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { annotateUpTo } from "../../src/core/pipeline.ts";

/** How pages are dated when their metadata and address are hidden. Shares in per cent of all pages. */
export interface DatelessScores {
  readonly group: string;
  readonly pages: number;
  /** Pages with a day or an interval. */
  readonly dated: number;
  /** Dated pages whose interval holds the true day, a day's tolerance for time zones. */
  readonly right: number;
  /** Pages dated to the very day, and right. */
  readonly exact: number;
  /** Mean length of the intervals in days. */
  readonly width: number;
  readonly errors: readonly string[];
}

interface Item {
  readonly id: string;
  readonly date: string;
  readonly text: string;
}

/** Items of one series taken, evenly spread. */
const perSeries = 150;

/** Date pages of the readouts and series corpora from their text alone. */
export function scoreDateless(corpora: string, context: Context): DatelessScores[] {
  const groups: { group: string; items: Item[] }[] = [];
  const readouts = join(corpora, "readouts");
  if (existsSync(readouts)) groups.push({ group: "readouts", items: readoutItems(readouts) });
  const series = join(corpora, "series");
  if (existsSync(series)) {
    for (const file of readdirSync(series).toSorted()) {
      groups.push({ group: file.replace(/-20.*/, ""), items: seriesItems(join(series, file)) });
    }
  }
  return groups.map(({ group, items }) => score(group, items, context));
}

function score(group: string, items: readonly Item[], context: Context): DatelessScores {
  let [dated, right, exact, width] = [0, 0, 0, 0];
  const errors: string[] = [];
  for (const item of items) {
    const { published } = annotateUpTo(cleanPage(pageOf(item), context, null), context, "date");
    if (published.earliest === null || published.latest === null) continue;
    dated++;
    width += days(published.earliest, published.latest) + 1;
    if (isRight(published, item.date)) right++;
    else
      errors.push(
        `${item.id} ${item.date}: ${published.earliest}..${published.latest} ${published.basis}`,
      );
    if (published.value === item.date) exact++;
  }
  const share = (count: number, of: number): number =>
    of === 0 ? 0 : Math.round((count / of) * 1000) / 10;
  return {
    group,
    pages: items.length,
    dated: share(dated, items.length),
    right: share(right, dated),
    exact: share(exact, items.length),
    width: dated === 0 ? 0 : Math.round((width / dated) * 10) / 10,
    errors,
  };
}

function isRight(published: Published, date: string): boolean {
  return days(published.earliest!, date) >= -1 && days(date, published.latest!) >= -1;
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function readoutItems(folder: string): Item[] {
  const items: Item[] = [];
  for (const event of readdirSync(folder).toSorted()) {
    if (!/^\d{4}-/.test(event)) continue;
    for (const file of readdirSync(join(folder, event)).toSorted()) {
      const raw = readFileSync(join(folder, event, file), "utf8");
      const date = /^published: (\d{4}-\d{2}-\d{2})/m.exec(raw)?.[1];
      const end = raw.indexOf("\n---", 4);
      if (date !== undefined && end > 0)
        items.push({ id: `${event}/${file}`, date, text: raw.slice(end + 5) });
    }
  }
  return items;
}

function seriesItems(file: string): Item[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const step = Math.max(1, Math.floor(lines.length / perSeries));
  return lines
    .filter((_line, index) => index % step === 0)
    .map((line) => JSON.parse(line) as { id: string; date: string; title: string; text: string })
    .map(({ id, date, title, text }) => ({ id, date, text: `${title}\n\n${text}` }));
}

function pageOf(item: Item): Page {
  return {
    id: item.id,
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    source: item.text,
    bodyStart: 0,
    given: {},
    tree: null,
    diagnostics: [],
  };
}
