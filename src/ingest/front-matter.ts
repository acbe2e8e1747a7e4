import { createRequire } from "node:module";
import type { GivenMetadata } from "../core/page.ts";

const require = createRequire(import.meta.url);

/** Front matter of a page: what it says, where the text starts, and what was wrong with it. */
export interface FrontMatter {
  readonly given: GivenMetadata;
  readonly bodyStart: number;
  /** `null` when fine; else what is wrong, for a person. */
  readonly error: string | null;
}

const fence = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** Longest front matter looked for, in characters. */
const longest = 20_000;

/** Keys of web clippers and note programs → ours. */
const keys: Readonly<Record<string, keyof GivenMetadata>> = {
  title: "title",
  subtitle: "subtitle",
  source: "url",
  url: "url",
  link: "url",
  author: "authors",
  authors: "authors",
  byline: "authors",
  published: "published",
  date: "published",
  party: "party",
  lang: "language",
  language: "language",
  outlet: "outlet",
  site: "outlet",
  publisher: "outlet",
  kind: "kind",
  type: "kind",
  description: "description",
};

/**
 * Read YAML front matter as web clippers write it.
 * @returns nothing given and the text from its start when there is none; with malformed YAML the
 *   text after the closing fence is still read
 */
export function readFrontMatter(source: string): FrontMatter {
  const match = fence.exec(source.slice(0, longest));
  if (match === null) return { given: {}, bodyStart: 0, error: null };
  const bodyStart = match[0].length;
  // Loaded here: most pages have none.
  const { parseDocument } = require("yaml") as typeof import("yaml");
  const document = parseDocument(match[1]!, { schema: "failsafe", uniqueKeys: false });
  if (document.errors.length > 0) {
    const first = document.errors[0]!;
    return { given: {}, bodyStart, error: first.message.split("\n")[0] ?? first.code };
  }
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  if (value === null || value === "") return { given: {}, bodyStart, error: null };
  if (typeof value !== "object" || Array.isArray(value)) {
    return { given: {}, bodyStart, error: "It is not a list of keys and values." };
  }
  return { given: givenFrom(value as Record<string, unknown>), bodyStart, error: null };
}

function givenFrom(value: Record<string, unknown>): GivenMetadata {
  const given: Record<string, string | string[]> = {};
  for (const [key, field] of Object.entries(value)) {
    const lower = key.toLowerCase();
    const target = Object.hasOwn(keys, lower) ? keys[lower] : undefined;
    if (target === undefined || given[target] !== undefined) continue;
    if (target === "authors") {
      const authors = (Array.isArray(field) ? field : [field])
        .filter((author): author is string => typeof author === "string")
        .map((author) => author.replace(/^\[\[(.*)\]\]$/, "$1").trim())
        .filter((author) => author !== "");
      if (authors.length > 0) given["authors"] = authors;
    } else if (typeof field === "string" && field.trim() !== "") given[target] = field.trim();
  }
  return given;
}
