import { decodeBytes } from "./decode.ts";
import { openFeed } from "./feed.ts";
import { inside, problem, refused, type Found, type Item, type Opened } from "./item.ts";
import { openRecord, isRecord, recordType } from "./record.ts";

/** Most records of one JSON file that are read. */
const mostRecords = 100_000;

/** Open a JSON file: a feed, one record with a text, or a list of them. */
export async function openJson(item: Item): Promise<Opened> {
  let value: unknown;
  try {
    value = JSON.parse(decodeBytes(item.bytes, item.charset).text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refused(
      "FILE_DAMAGED",
      item.path,
      `This is no JSON (${(error as Error).message.slice(0, 120)}).`,
    );
  }
  if (isFeed(value)) return await openFeed(item);
  if (isRecord(value)) return openRecord(item);
  const records = Array.isArray(value) ? value : listIn(value);
  if (!records.some(isRecord))
    return refused(
      "FORMAT_UNKNOWN",
      item.path,
      "This JSON holds no records with a text (a key “text”, “body”, “content” or “html”).",
    );
  const found = records.slice(0, mostRecords).flatMap((record, index): Found[] => {
    const name = `#${index + 1}`;
    if (!isRecord(record)) {
      const message = "This record has no text.";
      return [{ kind: "problem", problem: problem("FILE_EMPTY", `${item.path}${name}`, message) }];
    }
    const setting = inside(item, name, {
      mediaType: recordType,
      origin: { kind: "item", item: index + 1 },
    });
    return [
      {
        kind: "item",
        item: { ...setting, bytes: new TextEncoder().encode(JSON.stringify(record)) },
      },
    ];
  });
  return { kind: "items", found };
}

function isFeed(value: unknown): boolean {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === "string" && version.startsWith("https://jsonfeed.org/");
}

/** The one list that an object wraps (`{"articles": […]}`). */
function listIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return (
    Object.values(value).find(
      (inner): inner is unknown[] => Array.isArray(inner) && inner.some(isRecord),
    ) ?? []
  );
}
