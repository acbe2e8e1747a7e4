import { WARCParser, type WARCRecord } from "warcio";
import { decodeBody, dechunk, readContentType } from "./http-body.ts";
import { inside, problem, type Found, type Source } from "./item.ts";
import { largestPage } from "./limits.ts";
import type { RevisitIndex } from "./revisits.ts";
import { Skipped } from "./skipped.ts";

/** Media types of responses that are pages. Feeds and data that pages load are none. */
const pageTypes: ReadonlySet<string> = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/pdf",
  "application/rtf",
  "text/rtf",
  "application/epub+zip",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]);

/** What a web archive is read for. */
export interface WarcOptions {
  readonly revisits: RevisitIndex;
  /** Addresses of the pages that its list names; `null` to take all. */
  readonly listed: ReadonlySet<string> | null;
}

/** The pages in a WARC file, record by record. Damage costs the record it is in. */
export async function* expandWarc(source: Source, options: WarcOptions): AsyncGenerator<Found> {
  const skipped = new Skipped();
  let from = 0;
  for (;;) {
    const reached = { at: from, consumed: from };
    yield* recordsFrom(source, reached, options, skipped);
    if (source.size === null || reached.consumed >= source.size) break;
    const next = await nextRecord(source, reached.at + 1);
    const where = next === null ? "The rest" : "One record";
    const message = `${where} can't be read: the archive is damaged at byte ${reached.at}.`;
    yield {
      kind: "problem",
      problem: problem("ARCHIVE_DAMAGED", `${source.path}@${reached.at}`, message),
    };
    if (next === null) break;
    from = next;
  }
  for (const report of skipped.report(source.path)) yield { kind: "problem", problem: report };
}

/** Records from an offset on, until the end or the first damage. */
async function* recordsFrom(
  source: Source,
  reached: { at: number; consumed: number },
  options: WarcOptions,
  skipped: Skipped,
): AsyncGenerator<Found> {
  const start = reached.at;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream(start)) {
      reached.consumed += chunk.length;
      yield chunk;
    }
  };
  const parser = new WARCParser(counted());
  try {
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      reached.at = start + parser.offset;
      if (!/^WARC\/\d/.test(record.warcHeaders.statusline)) {
        reached.consumed = start;
        return;
      }
      yield* recordFound(record, reached.at, source, options, skipped);
    }
  } catch {
    // What is damaged is told by the caller, who knows how far it came.
    reached.consumed = Math.min(reached.consumed, (source.size ?? Infinity) - 1);
  }
}

async function* recordFound(
  record: WARCRecord,
  offset: number,
  source: Source,
  { revisits, listed }: WarcOptions,
  skipped: Skipped,
): AsyncGenerator<Found> {
  const type = record.warcType;
  if (type !== "response" && type !== "resource" && type !== "revisit") return;
  const url = record.warcTargetURI ?? "";
  if (!/^https?:/i.test(url)) return skipped.add("record that is no web page");
  const status = type === "response" ? Number(record.httpHeaders?.statusCode ?? 0) : 200;
  if (status !== 200 && status !== 203)
    return skipped.add(status >= 300 && status < 400 ? "redirect" : "error page");
  const header = (
    type === "response" ? record.httpHeaders?.headers : record.warcHeaders.headers
  )?.get("content-type");
  const { mediaType, charset } = readContentType(header);
  const name = `@${offset}`;
  const setting = inside(source, name, {
    mediaType,
    charset,
    given: { url },
    origin: { kind: "record", offset, length: null },
  });
  const digest = record.warcHeader("WARC-Payload-Digest") ?? null;
  if (type === "revisit") {
    revisits.revisit(digest, setting);
    return;
  }
  if (mediaType !== null && !pageTypes.has(mediaType)) return skipped.add(mediaType);
  if (/\/robots\.txt$/i.test(url)) return skipped.add("robots.txt");
  if (listed !== null && !listed.has(url))
    return skipped.add("frame or page that the archive's list does not name");
  const raw = await readLimited(record);
  if (raw === null) {
    const message = `More than ${largestPage / 1024 / 1024} MB; the limit is ${largestPage / 1024 / 1024} MB a page.`;
    yield { kind: "problem", problem: problem("FILE_TOO_LARGE", setting.path, message) };
    return;
  }
  try {
    const http = record.httpHeaders?.headers;
    const body = /chunked/i.test(http?.get("transfer-encoding") ?? "") ? dechunk(raw) : raw;
    const bytes = await decodeBody(body, http?.get("content-encoding") ?? null);
    if (bytes.length === 0) return skipped.add("empty response");
    if (digest !== null && setting.place !== null) revisits.original(digest, setting.place);
    yield { kind: "item", item: { ...setting, bytes } };
  } catch (error) {
    const message = `This record can't be read (${(error as Error).message}).`;
    yield { kind: "problem", problem: problem("FILE_DAMAGED", setting.path, message) };
  }
}

/** The payload as it is in the archive; `null` when it is larger than a page may be. */
async function readLimited(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record.reader as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Read on to the record's end, but keep no more.
    if (size <= largestPage) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > largestPage ? null : Buffer.concat(chunks);
}

/** Offset of the next gzip member or WARC record after a damaged place; `null` when there is none. */
async function nextRecord(source: Source, from: number): Promise<number | null> {
  const marks = [Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from("WARC/1.")];
  let tail: Uint8Array = new Uint8Array();
  let offset = from;
  for await (const chunk of source.stream(from)) {
    const window = Buffer.concat([tail, chunk]);
    const places = marks.map((mark) => window.indexOf(mark)).filter((place) => place !== -1);
    if (places.length > 0) return offset - tail.length + Math.min(...places);
    tail = window.subarray(Math.max(0, window.length - 8));
    offset += chunk.length;
  }
  return null;
}
