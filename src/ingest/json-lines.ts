import { inside, problem, type Found, type Source } from "./item.ts";
import { largestPage } from "./limits.ts";
import { byteLines } from "./lines.ts";
import { recordType } from "./record.ts";

/** The pages in a JSON Lines file: one a line. */
export async function* expandJsonLines(source: Source): AsyncGenerator<Found> {
  for await (const { number, offset, length, bytes } of byteLines(source.stream())) {
    const name = `#${number}`;
    if (bytes === null) {
      const message = `This line has ${Math.round(length / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB a page.`;
      yield {
        kind: "problem",
        problem: problem("FILE_TOO_LARGE", `${source.path}${name}`, message),
      };
      continue;
    }
    if (isBlank(bytes)) continue;
    yield {
      kind: "item",
      item: {
        ...inside(source, name, {
          mediaType: recordType,
          origin: { kind: "record", offset, length },
        }),
        bytes: bytes.slice(),
      },
    };
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
