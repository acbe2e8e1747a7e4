import { Gunzip } from "fflate";
import type { Source } from "../item.ts";

/** A stretch of an archive, unpacked, and where it stands in the file. */
export interface Stretch {
  readonly bytes: Uint8Array;
  /** Offset in the file: of the stretch itself, or of the gzip member that it is unpacked from. */
  readonly offset: number;
  /** A gzip member begins with it. */
  readonly member: boolean;
}

/** Bytes unpacked at a time: the library copies what is left of them at every member's end. */
const slice = 16 * 1024;

/**
 * The bytes of a web archive from an offset on, unpacked where it is gzip (one member a record).
 * @throws where a member is damaged
 */
export async function* unpacked(source: Source, from: number): AsyncGenerator<Stretch> {
  let ready: Stretch[] = [];
  let packed: boolean | null = null;
  let offset = from;
  let memberAt = from;
  let begins = true;
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length === 0) return;
    ready.push({ bytes, offset: memberAt, member: begins });
    begins = false;
  });
  gunzip.onmember = (at) => {
    memberAt = from + at;
    begins = true;
  };
  for await (const chunk of source.stream(from)) {
    packed ??= chunk[0] === 0x1f && chunk[1] === 0x8b;
    if (packed) {
      for (let at = 0; at < chunk.length; at += slice) {
        gunzip.push(chunk.subarray(at, at + slice));
        const pieces = ready;
        ready = [];
        yield* pieces;
      }
    } else yield { bytes: chunk, offset, member: false };
    offset += chunk.length;
  }
}
