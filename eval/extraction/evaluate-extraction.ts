import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { toPage } from "../../src/core/offset-map.ts";
import type { Page } from "../../src/core/page.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Measure, Report } from "../evaluation.ts";
import { scoreAccounts } from "./accounts.ts";
import { aebPages, fundusPages, type BenchmarkPage } from "./benchmark-pages.ts";
import { scoreMetadata, type MetadataScore } from "./metadata.ts";
import { scorePress } from "./press.ts";
import { cleanedAsBatch } from "./repeats.ts";
import { scrapeOf } from "./scrape.ts";
import { bodyScores, matchShingles, pageF1, type Matching } from "./shingles.ts";

/** Roles that make up the body of an article: title, standfirst, key points and captions are none of it. */
const bodyRoles: ReadonlySet<string> = new Set(["paragraph", "heading", "list-item", "dateline"]);

interface Run {
  readonly page: BenchmarkPage;
  readonly document: Document | null;
  readonly match: Matching;
}

interface Runs {
  readonly runs: readonly Run[];
  readonly thrown: number;
  /** User and system time of reading and cleaning, without the comparison. */
  readonly milliseconds: number;
}

/** Main text and metadata on benchmark pages, the press pages line by line, official accounts without metadata. */
export const extractionEvaluation: Evaluation = {
  name: "extraction",
  about: "article text and metadata of AEB and Fundus pages, press pages, official accounts",
  needs: ["pages/aeb", "pages/fundus", "press", "readouts", "series"],
  run: (data) => evaluateExtraction(data, loadContext()),
};

function evaluateExtraction(data: string, context: Context): Report {
  const details: string[] = [];
  const measures: Measure[] = [];
  const sets = [
    { name: "AEB", pages: aebPages(data), html: 95.2, text: 88.5 },
    { name: "Fundus", pages: fundusPages(data), html: 92.5, text: undefined },
  ];
  for (const set of sets) {
    const html = runAll(set.pages, context, htmlPage);
    measures.push(...bodyMeasures(`${set.name} body`, html, set.html));
    details.push(...worst(set.name, html));
    if (set.name === "Fundus") measures.push(...metadataMeasures(html.runs, context, details));
    measures.push(
      ...bodyMeasures(`${set.name} as text`, runAll(set.pages, context, textPage), set.text),
    );
  }
  measures.push(...batchMeasures(fundusPages(data), context));
  const press = scorePress(data, context);
  const accounts = scoreAccounts(data, context);
  return {
    measures: [...measures, ...press.measures, ...accounts.measures],
    details: [...press.details, ...details, ...accounts.details.slice(0, 40)],
  };
}

/** What the outlet's other pages add; a third of the outlets of Fundus have several. */
function batchMeasures(pages: readonly BenchmarkPage[], context: Context): Measure[] {
  return [
    ["Fundus body F1, read as one batch", htmlPage] as const,
    ["Fundus as text F1, read as one batch", textPage] as const,
  ].map(([name, prepare]) => {
    const documents = cleanedAsBatch(pages, prepare, context);
    const matches = pages.map(({ body }, index) =>
      matchShingles(body, bodyOf(documents[index] ?? null)),
    );
    return { name, value: bodyScores(matches).f1 };
  });
}

function htmlPage({ id, bytes, url }: BenchmarkPage): Page | null {
  const { page } = pageFromBytes(`${id}.html`, bytes);
  return page === null ? null : { ...page, given: { ...page.given, url } };
}

function textPage({ id, bytes }: BenchmarkPage): Page | null {
  const { page } = pageFromBytes(`${id}.html`, bytes);
  if (page === null) return null;
  return pageFromBytes(`${id}.txt`, new TextEncoder().encode(scrapeOf(page.source))).page;
}

function runAll(
  pages: readonly BenchmarkPage[],
  context: Context,
  prepare: (page: BenchmarkPage) => Page | null,
): Runs {
  let thrown = 0;
  let milliseconds = 0;
  const runs = pages.map((page): Run => {
    const before = process.cpuUsage();
    let document: Document | null = null;
    try {
      const prepared = prepare(page);
      document = prepared === null ? null : cleanPage(prepared, context, null);
    } catch {
      thrown++;
    }
    const used = process.cpuUsage(before);
    milliseconds += (used.user + used.system) / 1000;
    return { page, document, match: matchShingles(page.body, bodyOf(document)) };
  });
  return { runs, thrown, milliseconds: milliseconds / pages.length };
}

function bodyOf(document: Document | null): string {
  if (document === null) return "";
  return document.blocks
    .filter(({ role }) => bodyRoles.has(role))
    .map(({ start, end }) => document.text.slice(start, end))
    .join("\n");
}

function bodyMeasures(
  name: string,
  { runs, thrown, milliseconds }: Runs,
  target?: number,
): Measure[] {
  const { f1, precision, recall } = bodyScores(runs.map(({ match }) => match));
  const unread = runs.filter(({ page }) => !wasRead(page));
  const html = !name.endsWith("text");
  return [
    { name: `${name} F1`, value: f1, ...(target === undefined ? {} : { target }) },
    { name: `${name} precision`, value: precision },
    { name: `${name} recall`, value: recall },
    {
      name: `${name} F1, outlets not looked at`,
      value: bodyScores(unread.map(({ match }) => match)).f1,
    },
    { name: `${name}: pages that throw`, value: thrown, unit: "pages", target: 0, bound: "most" },
    ...(html
      ? [
          {
            name: `${name}: processor time`,
            value: milliseconds,
            unit: "ms a page",
            target: 20,
            bound: "most" as const,
          },
          { name: `${name}: characters traced`, value: traced(runs), target: 100 },
        ]
      : []),
  ];
}

/**
 * Rules were written with one half of the outlets in view, by a hash of their names; the other half tells how far
 * they carry.
 */
function wasRead({ url, metadata }: BenchmarkPage): boolean {
  let hash = 0;
  for (const letter of metadata?.outlet ?? new URL(url).hostname)
    hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % 2 === 0;
}

/** Share of visible characters of the clean texts that lead back to the page. */
function traced(runs: readonly Run[]): number {
  let all = 0;
  let found = 0;
  for (const { document } of runs) {
    if (document === null) continue;
    for (const { start, end } of document.blocks) {
      all += end - start;
      for (const run of document.offsets.runs) {
        const from = Math.max(start, run.clean);
        const to = Math.min(end, run.clean + run.cleanLength);
        if (to > from && toPage(document.offsets, { start: from, end: to }) !== null)
          found += to - from;
      }
    }
  }
  return all === 0 ? 0 : (found / all) * 100;
}

function worst(name: string, { runs }: Runs): string[] {
  return runs
    .filter(({ page }) => wasRead(page))
    .toSorted((a, b) => pageF1(a.match) - pageF1(b.match))
    .slice(0, 12)
    .map(
      ({ page, match }) =>
        `${name} ${page.id}: F1 ${pageF1(match).toFixed(2)}, extra ${match.extra.toFixed(2)}, missing ${match.missing.toFixed(2)}`,
    );
}

function metadataMeasures(runs: readonly Run[], context: Context, details: string[]): Measure[] {
  const scores: MetadataScore[] = [];
  for (const { page, document } of runs) {
    if (page.metadata === null || document === null) continue;
    const score = scoreMetadata(document, page, page.metadata, context);
    scores.push(score);
    const wrong = (["authors", "title", "outlet"] as const).filter((field) => !score[field]);
    const fields = score.date === "right" ? wrong : [...wrong, `date ${score.date}`];
    if (fields.length > 0 && wasRead(page)) details.push(`${page.id}: ${fields.join(", ")}`);
  }
  const share = (test: (score: MetadataScore) => boolean): number =>
    (scores.filter(test).length / runs.length) * 100;
  return [
    { name: "Fundus date right", value: share(({ date }) => date === "right"), target: 98.5 },
    { name: "Fundus date wrong", value: share(({ date }) => date === "wrong"), bound: "most" },
    { name: "Fundus authors exact", value: share(({ authors }) => authors), target: 88 },
    { name: "Fundus authors: some right", value: share(({ someAuthor }) => someAuthor) },
    {
      name: "Fundus authors: some not in the gold",
      value: share(({ invented }) => invented),
      bound: "most",
    },
    { name: "Fundus title exact", value: share(({ title }) => title) },
    {
      name: "Fundus outlets right of 258",
      value: scores.filter(({ outlet }) => outlet).length,
      unit: "pages",
      target: 245,
    },
  ];
}
