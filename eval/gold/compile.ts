// node eval/gold/compile.ts DRAFT.json [--data DIR] > eval/gold/NAME.json
// Turns a draft with quotes into gold with offsets and hashes. A draft is a list of pages, each with `page`
// (as `corpusPage` takes it) and any members; wherever it holds {"quote": "…"} the quote is looked up in the
// page: {"quote", "nth": 2} takes its second occurrence, {"quote", "after": "…"} the first after those words.
// A quote that is not there, or stands there several times without `nth` or `after`, is an error.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { corpusPage } from "../pages.ts";
import { hashOf, type GoldSpan } from "./gold.ts";

interface Quoted {
  readonly quote: string;
  readonly nth?: number;
  readonly after?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: join("..", "shared", "corpora") } },
});
const draft = JSON.parse(readFileSync(positionals[0]!, "utf8")) as { page: string }[];
const problems: string[] = [];
const gold = draft.map((entry) => {
  const page = corpusPage(resolve(values.data), entry.page);
  const { page: name, ...rest } = entry;
  const resolved = resolveQuotes(rest, page.source, name);
  return { page: name, sha256: page.sha256, ...(resolved as object) };
});
if (problems.length > 0) {
  for (const line of problems) console.error(line);
  process.exit(1);
}
console.log(JSON.stringify(gold, null, 1));

function resolveQuotes(value: unknown, source: string, page: string): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveQuotes(item, source, page));
  if (typeof value !== "object" || value === null) return value;
  if ("quote" in value) return spanOf(value as Quoted, source, page);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveQuotes(item, source, page)]),
  );
}

function spanOf({ quote, nth, after }: Quoted, source: string, page: string): GoldSpan | null {
  let from = 0;
  if (after !== undefined) {
    const at = source.indexOf(after);
    if (at < 0) return fail(page, `“${after}” (after) is not there`);
    from = at + after.length;
  }
  let start = source.indexOf(quote, from);
  for (let count = 1; count < (nth ?? 1) && start >= 0; count++)
    start = source.indexOf(quote, start + 1);
  if (start < 0) return fail(page, `“${quote}” is not there`);
  if (nth === undefined && after === undefined && source.indexOf(quote, start + 1) >= 0)
    return fail(page, `“${quote}” stands there several times: add nth or after`);
  return { start, end: start + quote.length, hash: hashOf(quote) };
}

function fail(page: string, message: string): null {
  problems.push(`${page}: ${message}`);
  return null;
}
