import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { promisify } from "node:util";
import { largestPage } from "./limits.ts";

/** Media type and charset of a `Content-Type` header. */
export function readContentType(header: string | null | undefined): {
  readonly mediaType: string | null;
  readonly charset: string | null;
} {
  if (header === null || header === undefined) return { mediaType: null, charset: null };
  const mediaType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header)?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(header)?.[1] ?? null;
  return { mediaType, charset };
}

/**
 * A body without its content coding (gzip, deflate, br, zstd), never larger than a page may be.
 * @throws where it is damaged, larger, or in a coding that is not known
 */
export async function decodeBody(bytes: Uint8Array, coding: string | null): Promise<Uint8Array> {
  const options = { maxOutputLength: largestPage };
  let body = bytes;
  const codings = (coding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (codings.length > 2) throw new Error("it is packed more than twice");
  for (const name of codings.toReversed()) {
    switch (name) {
      case "gzip":
      case "x-gzip":
        body = await promisify(gunzip)(body, options);
        break;
      case "deflate":
        // Some servers send the bare stream.
        body = await promisify((body[0]! & 0x0f) === 8 ? inflate : inflateRaw)(body, options);
        break;
      case "br":
        body = await promisify(brotliDecompress)(body, options);
        break;
      case "zstd":
        body = await promisify(zstdDecompress)(body, options);
        break;
      default:
        throw new Error(`it is packed as “${name}”, which can't be read`);
    }
  }
  return body;
}

/** A body without its chunk sizes (`Transfer-Encoding: chunked`); one that isn't chunked comes back as it is. */
export function dechunk(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    if (end === -1 || end - at > 64) break;
    const line = Buffer.from(bytes.subarray(at, end)).toString("latin1");
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) break;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + (bytes[end + 1 + length] === 13 ? 2 : 1);
  }
  // No chunks at all: the header was wrong, as in archives that keep it beside a decoded body.
  return parts.length === 0 ? bytes : Buffer.concat(parts);
}
