import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { hashOf, readGold, type GoldPage } from "../gold/gold.ts";
import type { Measure } from "../evaluation.ts";
import { corpusPage } from "../pages.ts";

/** Lines of a press page, numbered from 1, by what they are; labels of `reference/extraction-notes.md` 4.3. */
interface PressPage extends GoldPage {
  readonly body: readonly number[];
  /** Page chrome, and pull quotes that repeat the body. */
  readonly drop: readonly number[];
  readonly caption: readonly number[];
  readonly title: number;
  readonly keyPoints: readonly number[];
  /** Hashes of the names in lower case. */
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly kind: string;
  readonly truncated: boolean;
}

/** What is right and wrong on the five press pages. */
export function scorePress(
  data: string,
  context: Context,
): { measures: Measure[]; details: string[] } {
  const details: string[] = [];
  const count = { chromeKept: 0, bodyLost: 0, titles: 0, keyPoints: 0, authors: 0, invented: 0 };
  const right = { outlet: 0, kind: 0, truncated: 0 };
  const gold = readGold<PressPage>("press-lines");
  for (const page of gold) {
    const source = corpusPage(data, page.page);
    const document = cleanPage(source, context, null);
    const starts = lineStarts(source.source);
    const roleOf = (line: number): string | null =>
      roleIn(document, starts[line - 1]!, (starts[line] ?? source.source.length + 1) - 1);
    const missed = (what: string, line: number): void =>
      void details.push(`${page.page}:${line} ${what} (${roleOf(line) ?? "dropped"})`);
    for (const line of page.drop)
      if (roleOf(line) !== null) {
        count.chromeKept++;
        missed("chrome kept", line);
      }
    for (const line of page.body)
      if (roleOf(line) !== "paragraph") {
        count.bodyLost++;
        missed("body lost", line);
      }
    for (const line of page.keyPoints) if (roleOf(line) === "key-point") count.keyPoints++;
    if (roleOf(page.title) === "title") count.titles++;
    const names = document.byline.map((name) => hashOf(name.toLowerCase()));
    count.authors += page.authors.filter((author) => names.includes(author)).length;
    count.invented += names.filter((name) => !page.authors.includes(name)).length;
    if (document.issuer === page.outlet) right.outlet++;
    else details.push(`${page.page} outlet ${document.issuer} instead of ${page.outlet}`);
    if (document.kind === page.kind) right.kind++;
    else details.push(`${page.page} kind ${document.kind} instead of ${page.kind}`);
    const told = document.diagnostics.some(({ code }) => code === "TEXT_TRUNCATED");
    if (told === page.truncated) right.truncated++;
  }
  const lines = (
    name: string,
    value: number,
    target: number,
    bound: "least" | "most",
  ): Measure => ({
    name: `press: ${name}`,
    value,
    target,
    bound,
    unit: "lines",
  });
  return {
    measures: [
      lines("chrome kept", count.chromeKept, 0, "most"),
      lines("body lost", count.bodyLost, 0, "most"),
      lines("titles found of 5", count.titles, 5, "least"),
      lines("key points found of 4", count.keyPoints, 4, "least"),
      lines("authors found of 2", count.authors, 2, "least"),
      lines("authors invented", count.invented, 0, "most"),
      { name: "press: outlet right or unknown", value: percent(right.outlet, gold), target: 100 },
      { name: "press: kind right", value: percent(right.kind, gold), target: 100 },
      { name: "press: truncation told right", value: percent(right.truncated, gold), target: 100 },
    ],
    details,
  };
}

function percent(count: number, of: readonly unknown[]): number {
  return (count / of.length) * 100;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
}

/** Role of the block that stands on a line of the page; `null` when it was dropped. */
function roleIn(document: Document, start: number, end: number): string | null {
  for (const block of document.blocks) {
    const place = toPage(document.offsets, block);
    if (place !== null && place.end > start && place.start < end) return block.role;
  }
  return null;
}
