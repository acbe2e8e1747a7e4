import type { GivenMetadata } from "../core/page.ts";
import { decodeBytes } from "./decode.ts";
import { inside, problem, refused, type Found, type Item, type Opened } from "./item.ts";
import { readMailDate } from "./mail-date.ts";
import { recordType } from "./record.ts";

/** Most entries of one feed that are read. */
const mostEntries = 5000;

/** An entry of less text than this is a summary of the page it links to. Characters. */
const summaryLength = 500;

/** An entry of a feed, whatever its format. */
interface Entry {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly authors: readonly string[];
  /** HTML, or text. */
  readonly content: string;
}

/**
 * Open a feed (RSS, RDF, Atom, JSON Feed): its entries become pages. Their bytes are the entry's own
 * record as UTF-8 JSON, so that an entry stays the same page while the feed around it changes.
 */
export async function openFeed(item: Item): Promise<Opened> {
  const { parseFeed } = await import("feedsmith");
  const source = decodeBytes(item.bytes, item.charset).text;
  let feed;
  try {
    feed = parseFeed(source, { maxItems: mostEntries });
  } catch (error) {
    return refused(
      "FILE_DAMAGED",
      item.path,
      `This feed can't be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  const outlet = plain(text(feed.feed, "title"));
  const language = text(feed.feed, "language");
  const hints: GivenMetadata = {
    ...(outlet === null ? {} : { outlet }),
    ...(language === null ? {} : { language }),
  };
  const entries = entriesOf(feed.feed);
  if (entries.length === 0)
    return refused("FILE_EMPTY", item.path, "There is no entry in this feed.");
  const found: Found[] = [];
  let summaries = 0;
  let bare = 0;
  for (const [index, entry] of entries.entries()) {
    const length = entry.content.replace(/<[^>]*>/g, " ").trim().length;
    const whole = length >= summaryLength;
    if (!whole) summaries++;
    if (length === 0 && entry.url === null) bare++;
    else found.push({ kind: "item", item: entryItem(item, entry, index, whole, hints) });
  }
  if (summaries > 0) {
    const message = `${summaries} of its ${entries.length} entries hold a summary only; --follow fetches the pages they link to.`;
    found.push({
      kind: "problem",
      problem: problem("FEED_SUMMARY_ONLY", item.path, message, "warning"),
    });
  }
  if (bare > 0) {
    const message = `${bare} of its ${entries.length} entries have neither text nor link.`;
    found.push({
      kind: "problem",
      problem: problem("ITEMS_SKIPPED", item.path, message, "warning"),
    });
  }
  return { kind: "items", found };
}

function entryItem(
  feed: Item,
  entry: Entry,
  index: number,
  whole: boolean,
  hints: GivenMetadata,
): Item {
  const place = `#${entry.id ?? entry.url ?? entry.title ?? index + 1}`;
  return {
    ...inside(feed, `#item ${index + 1}`, {
      mediaType: recordType,
      hints,
      origin: { kind: "item", item: index + 1 },
      summaryOf: whole ? null : entry.url,
    }),
    place: feed.place === null ? null : `${feed.place}${place}`,
    bytes: new TextEncoder().encode(JSON.stringify(entry)),
  };
}

type Loose = Readonly<Record<string, unknown>>;

/** The entries of a parsed feed in one shape: RSS and RDF `items`, Atom `entries`, JSON Feed `items`. */
function entriesOf(feed: unknown): Entry[] {
  const loose = record(feed);
  const list = loose["items"] ?? loose["entries"];
  return (Array.isArray(list) ? list : [])
    .slice(0, mostEntries)
    .map((entry) => entryOf(record(entry)));
}

function entryOf(entry: Loose): Entry {
  const dc = record(entry["dc"]);
  const links = list(entry["links"]).map(record);
  const link =
    text(entry, "link") ??
    text(entry, "url") ??
    text(
      links.find((candidate) => (candidate["rel"] ?? "alternate") === "alternate") ?? {},
      "href",
    );
  const guid = entry["guid"];
  const id =
    text(entry, "id") ?? text(record(guid), "value") ?? (typeof guid === "string" ? guid : null);
  const url =
    [link, id].find((candidate) => candidate !== null && /^https?:\/\//i.test(candidate)) ?? null;
  const date =
    text(entry, "pubDate") ??
    text(entry, "published") ??
    text(entry, "date_published") ??
    text(dc, "date") ??
    text(record(list(dc["dates"])[0]), "value") ??
    first(dc["dates"]) ??
    text(entry, "updated");
  const names = [
    ...list(entry["authors"]),
    ...list(entry["author"]),
    ...list(dc["creators"]),
    ...list(dc["creator"]),
  ];
  return {
    id,
    title: plain(textOf(entry["title"])),
    url,
    published: date === null ? null : readMailDate(date),
    authors: [...new Set(names.map(nameOf).filter((name) => name !== null))].slice(0, 20),
    content: contentOf(entry),
  };
}

/** The fullest text an entry carries. */
function contentOf(entry: Loose): string {
  const candidates = [
    text(record(entry["content"]), "encoded"),
    textOf(entry["content"]),
    text(entry, "content_html"),
    text(entry, "content_text"),
    textOf(entry["description"]),
    textOf(entry["summary"]),
  ];
  return candidates.reduce<string>(
    (best, next) => ((next ?? "").length > best.length ? next! : best),
    "",
  );
}

function nameOf(person: unknown): string | null {
  const name = typeof person === "string" ? person : text(record(person), "name");
  if (name === null) return null;
  // RSS authors are written “mail@example.org (Name)”.
  const inBrackets = /@\S+\s+\(([^)]{2,80})\)/.exec(name)?.[1];
  const found = plain(inBrackets ?? name);
  return found === null || /@|^https?:/.test(found) ? null : found;
}

function record(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function first(value: unknown): string | null {
  const one = list(value)[0];
  return typeof one === "string" ? one : null;
}

function text(from: unknown, key: string): string | null {
  return textOf(Object.hasOwn(record(from), key) ? record(from)[key] : null);
}

/** Text itself, or the `value` of a text construct of Atom. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  const inner = record(value)["value"];
  return typeof inner === "string" && inner.trim() !== "" ? inner : null;
}

/** A title or name without markup and entities. */
function plain(value: string | null): string | null {
  if (value === null) return null;
  const bare = value
    .replace(/<[^>]{0,500}>/g, " ")
    .replace(/&(?:amp|#38);/g, "&")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#0?39|#x27);/g, "'")
    .replace(/&(?:nbsp|#160);/g, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? null : bare;
}
