import type { GivenMetadata } from "../core/page.ts";
import { refused, type Item, type Opened } from "./item.ts";
import { readMailDate } from "./mail-date.ts";
import { makePage } from "./make-page.ts";
import { parseHtml } from "./parse-html.ts";

/** Media type of a JSON object that is one page: a line of JSON Lines, an entry of a feed. */
export const recordType = "application/vnd.readout.record+json";

/** Names of keys in records of press and readout collections → ours; the first that holds something counts. */
const names: Readonly<Record<keyof Omit<GivenMetadata, "authors">, readonly string[]>> = {
  title: ["title", "headline", "name"],
  subtitle: ["subtitle", "standfirst", "subheadline", "deck"],
  url: ["url", "link", "source_url", "canonical_url", "uri", "source"],
  outlet: ["outlet", "publisher", "site", "source_name", "publication"],
  published: [
    "published",
    "date",
    "date_published",
    "published_at",
    "publishedAt",
    "publication_date",
    "pub_date",
    "datetime",
  ],
  party: ["party"],
  language: ["lang", "language"],
  kind: ["kind", "type"],
  description: ["description", "summary", "abstract"],
};

const authorNames: readonly string[] = ["authors", "author", "byline"];
const textNames: readonly string[] = [
  "text",
  "body",
  "content_text",
  "fulltext",
  "full_text",
  "article",
  "maintext",
  "content",
  "transcript",
];
const htmlNames: readonly string[] = ["html", "content_html", "body_html", "raw_html"];

/** Open one record: its text (or HTML) as a page with the metadata beside it. */
export function openRecord(item: Item): Opened {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(item.bytes));
  } catch (error) {
    return refused(
      "FILE_DAMAGED",
      item.path,
      `This record is no JSON (${(error as Error).message.slice(0, 120)}).`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refused("FORMAT_UNKNOWN", item.path, "This record is no object with a text.");
  const record = value as Readonly<Record<string, unknown>>;
  const html = stringAt(record, htmlNames);
  const text = stringAt(record, textNames);
  const given = givenIn(record);
  const source = html ?? (text === null ? null : withTitle(text, given.title));
  if (source === null)
    return refused(
      "FILE_EMPTY",
      item.path,
      `This record has no text (none of ${textNames.slice(0, 4).join(", ")} … html).`,
    );
  const markup =
    html !== null || /<(?:p|div|br|h[1-6]|ul|table)\b[^>]{0,300}>/i.test(source.slice(0, 5000));
  return {
    kind: "page",
    page: makePage(item, {
      mediaType: recordType,
      source,
      tree: markup
        ? { ...parseHtml(source), whole: !/<(?:html|body)[\s>]/i.test(source.slice(0, 5000)) }
        : null,
      given,
    }),
  };
}

/** A text with its title above it, as pages have it: what titles say is read too. Unchanged where it begins with it. */
function withTitle(text: string, title: string | undefined): string {
  if (title === undefined) return text;
  const head = folded(text.slice(0, 2 * title.length + 200));
  return head.includes(folded(title)) ? text : `${title}\n\n${text}`;
}

function folded(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether an object looks like a record of a page: it has a text. */
export function isRecord(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return stringAt(record, htmlNames) !== null || stringAt(record, textNames) !== null;
}

function givenIn(record: Readonly<Record<string, unknown>>): GivenMetadata {
  const given: Record<string, string | readonly string[]> = {};
  for (const [key, candidates] of Object.entries(names)) {
    const value = stringAt(record, candidates);
    if (value !== null) given[key] = value;
  }
  const published = given["published"];
  if (typeof published === "string") given["published"] = readMailDate(published) ?? published;
  const authors = authorNames
    .map((name) => (Object.hasOwn(record, name) ? record[name] : null))
    .find((value) => value !== null && value !== undefined);
  const list = (Array.isArray(authors) ? authors : [authors]).filter(
    (author): author is string => typeof author === "string" && author.trim() !== "",
  );
  if (list.length > 0) given["authors"] = list;
  return given;
}

function stringAt(
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === "string" && value.trim() !== "") return value;
    if (
      typeof value === "number" &&
      /date|publish/i.test(key) &&
      value > 19_000_000 &&
      value < 21_000_000
    )
      return String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  }
  return null;
}
