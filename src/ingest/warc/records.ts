import type { Source } from "../item.ts";
import { largestPage } from "../limits.ts";
import { unpacked, type Stretch } from "./unpacked.ts";

/** A record of a web archive. */
export interface WarcRecord {
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** What it holds (with the HTTP head of a response); `null` where it was not wanted, or larger than a page may be. */
  readonly block: Uint8Array | null;
  readonly length: number;
}

/** A place in an archive that is damaged. */
export interface Damage {
  readonly damagedAt: number;
}

/** Longest head of a record, in bytes. */
const longestHead = 64 * 1024;

/**
 * The records of a WARC file, in one pass (ISO 28500). Damage is told, and costs the record it is in:
 * reading goes on with the next one.
 * @param wanted - whether a record's block is kept, by its headers
 */
export async function* warcRecords(
  source: Source,
  wanted: (headers: ReadonlyMap<string, string>) => boolean,
): AsyncGenerator<WarcRecord | Damage> {
  let from: number | null = 0;
  while (from !== null) {
    const window = new Window(unpacked(source, from));
    let broken: number | null = null;
    try {
      for (;;) {
        const record = await readRecord(window, wanted);
        if (record === null) break;
        if ("damagedAt" in record) {
          broken = Math.max(from, record.damagedAt);
          break;
        }
        yield record;
      }
    } catch {
      // A gzip member that can't be unpacked, or a file that can't be read further.
      broken = Math.max(from, window.offset);
    } finally {
      await window.close();
    }
    if (broken === null) return;
    yield { damagedAt: broken };
    from = await nextRecord(source, broken + 1);
  }
}

async function readRecord(
  window: Window,
  wanted: (headers: ReadonlyMap<string, string>) => boolean,
): Promise<WarcRecord | Damage | null> {
  if (!(await window.skipBlanks())) return null;
  const { offset } = window;
  const damage: Damage = { damagedAt: offset };
  const head = await window.takeHead();
  if (head === null || !/^WARC\/\d/.test(head)) return damage;
  const headers = headersIn(head);
  const written = headers.get("content-length")?.trim() ?? "";
  if (!/^\d{1,15}$/.test(written)) return damage;
  const length = Number(written);
  const keep = wanted(headers) && length <= largestPage;
  const block = await window.take(length, keep);
  if (block === null) return damage;
  return { offset, headers, block: keep ? block : null, length };
}

function headersIn(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** What was unpacked and not read yet. */
class Window {
  readonly #stretches: AsyncGenerator<Stretch>;
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  /** Offset in the file of the stretch at hand. */
  #base = 0;
  #packed = false;

  constructor(stretches: AsyncGenerator<Stretch>) {
    this.#stretches = stretches;
  }

  /** Where reading stands in the file; in gzip, the member that is read. */
  get offset(): number {
    return this.#packed ? this.#base : this.#base + this.#at;
  }

  async close(): Promise<void> {
    await this.#stretches.return(undefined);
  }

  async #more(): Promise<boolean> {
    const next = await this.#stretches.next();
    if (next.done === true) return false;
    this.#bytes = next.value.bytes;
    this.#at = 0;
    this.#base = next.value.offset;
    this.#packed ||= next.value.member;
    return true;
  }

  /** Skip line ends between records. @returns whether anything follows */
  async skipBlanks(): Promise<boolean> {
    for (;;) {
      while (this.#at < this.#bytes.length) {
        const byte = this.#bytes[this.#at]!;
        if (byte !== 10 && byte !== 13) return true;
        this.#at++;
      }
      if (!(await this.#more())) return false;
    }
  }

  /** The head of a record, its blank line left behind; `null` when there is no end to it. */
  async takeHead(): Promise<string | null> {
    let head = "";
    for (;;) {
      const part = Buffer.from(this.#bytes.subarray(this.#at, this.#at + longestHead)).toString(
        "latin1",
      );
      const before = head.length;
      head += part;
      const end = /\r?\n\r?\n/.exec(head.slice(Math.max(0, before - 4)));
      if (end !== null) {
        const stop = Math.max(0, before - 4) + end.index;
        this.#at += stop + end[0].length - before;
        return Buffer.from(head.slice(0, stop), "latin1").toString("utf8");
      }
      if (head.length > longestHead) return null;
      this.#at += part.length;
      if (this.#at >= this.#bytes.length && !(await this.#more())) return null;
    }
  }

  /** So many bytes; empty when they are not to be kept; `null` when the file ends before. */
  async take(length: number, keep: boolean): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let left = length;
    while (left > 0) {
      const part = this.#bytes.subarray(this.#at, this.#at + left);
      if (keep && part.length > 0) parts.push(part);
      this.#at += part.length;
      left -= part.length;
      if (left > 0 && !(await this.#more())) return null;
    }
    return Buffer.concat(parts);
  }
}

/** Offset of the next gzip member or record after a damaged place; `null` when there is none. */
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
