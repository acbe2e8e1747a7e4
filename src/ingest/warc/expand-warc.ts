import { decodeBody, dechunk, readContentType } from "../http-body.ts";
import { inside, problem, type Found, type Source } from "../item.ts";
import { largestPage } from "../limits.ts";
import { Skipped } from "../skipped.ts";
import { warcRecords, type WarcRecord } from "./records.ts";
import type { RevisitIndex } from "./revisits.ts";

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

/** Damaged places that are told one by one; an archive with more is hardly one. */
const mostDamages = 100;

/** The pages in a WARC file, record by record. Damage costs the record it is in. */
export async function* expandWarc(source: Source, options: WarcOptions): AsyncGenerator<Found> {
  const skipped = new Skipped();
  let damages = 0;
  for await (const record of warcRecords(source, (headers) => wantedTypes.has(typeOf(headers)))) {
    if ("damagedAt" in record) {
      if (++damages > mostDamages) break;
      const message = `A record can't be read: the archive is damaged at byte ${record.damagedAt}.`;
      const path = `${source.path}@${record.damagedAt}`;
      yield { kind: "problem", problem: problem("ARCHIVE_DAMAGED", path, message) };
    } else yield* recordFound(record, source, options, skipped);
  }
  for (const report of skipped.report(source.path)) yield { kind: "problem", problem: report };
}

const wantedTypes: ReadonlySet<string> = new Set(["response", "resource", "revisit"]);

function typeOf(headers: ReadonlyMap<string, string>): string {
  return headers.get("warc-type")?.toLowerCase() ?? "";
}

async function* recordFound(
  { offset, headers, block, length }: WarcRecord,
  source: Source,
  { revisits, listed }: WarcOptions,
  skipped: Skipped,
): AsyncGenerator<Found> {
  const type = typeOf(headers);
  if (!wantedTypes.has(type)) return;
  // Some writers put the address between angle brackets.
  const url = (headers.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");
  if (!/^https?:/i.test(url)) return skipped.add("record that is no web page");
  const name = `@${offset}`;
  const digest = headers.get("warc-payload-digest") ?? null;
  const origin = { kind: "record", offset, length: null } as const;
  if (type === "revisit") {
    revisits.revisit(digest, inside(source, name, { given: { url }, origin }));
    return;
  }
  if (block === null) {
    const message = `${Math.round(length / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB a page.`;
    yield { kind: "problem", problem: problem("FILE_TOO_LARGE", `${source.path}${name}`, message) };
    return;
  }
  const answer = type === "response" ? readAnswer(block) : { status: 200, headers, body: block };
  if (answer.status !== 200 && answer.status !== 203)
    return skipped.add(answer.status >= 300 && answer.status < 400 ? "redirect" : "error page");
  const { mediaType, charset } = readContentType(answer.headers.get("content-type"));
  if (mediaType !== null && !pageTypes.has(mediaType)) return skipped.add(mediaType);
  if (/\/robots\.txt$/i.test(url)) return skipped.add("robots.txt");
  if (listed !== null && !listed.has(url))
    return skipped.add("frame or page that the archive's list does not name");
  const setting = inside(source, name, { mediaType, charset, given: { url }, origin });
  try {
    const chunked = /chunked/i.test(answer.headers.get("transfer-encoding") ?? "");
    const body = chunked ? dechunk(answer.body) : answer.body;
    const bytes = await decodeBody(body, answer.headers.get("content-encoding") ?? null);
    if (bytes.length === 0) return skipped.add("empty response");
    if (digest !== null && setting.place !== null) revisits.original(digest, setting.place);
    yield { kind: "item", item: { ...setting, bytes } };
  } catch (error) {
    const message = `This record can't be read (${(error as Error).message}).`;
    yield { kind: "problem", problem: problem("FILE_DAMAGED", setting.path, message) };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** An HTTP answer as it is kept: status line, headers, body. */
function readAnswer(block: Uint8Array): Answer {
  const start = Buffer.from(block.subarray(0, 65_536)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(start);
  const head = end === null ? start : start.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return {
    status: Number(/^HTTP\/\S+\s+(\d{3})/.exec(head)?.[1] ?? 0),
    headers,
    body: end === null ? new Uint8Array() : block.subarray(end.index + end[0].length),
  };
}
