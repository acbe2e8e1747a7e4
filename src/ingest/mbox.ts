import { inside, problem, type Found, type Source } from "./item.ts";
import { largestPage } from "./limits.ts";
import { byteLines } from "./lines.ts";

/** The messages of a mailbox file (mbox). A message begins at a “From ” line that follows an empty one. */
export async function* expandMbox(source: Source): AsyncGenerator<Found> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  let number = 0;
  let afterBlank = true;
  const take = (): Found | null => {
    if (number === 0 || size === 0) return null;
    const name = `#${number}`;
    if (size > largestPage) {
      const message = `This message has ${Math.round(size / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB.`;
      return {
        kind: "problem",
        problem: problem("FILE_TOO_LARGE", `${source.path}${name}`, message),
      };
    }
    const bytes = Buffer.concat(lines.flatMap((line) => [line, newline]));
    return {
      kind: "item",
      item: {
        ...inside(source, name, {
          mediaType: "message/rfc822",
          origin: { kind: "record", offset: start, length: size },
        }),
        bytes,
      },
    };
  };
  for await (const { offset, length, bytes } of byteLines(source.stream())) {
    if (afterBlank && bytes !== null && startsMessage(bytes)) {
      const found = take();
      if (found !== null) yield found;
      [lines, size, start] = [[], 0, offset];
      number++;
      afterBlank = false;
      continue;
    }
    size += length + 1;
    if (bytes !== null && size <= largestPage) lines.push(unquoted(bytes).slice());
    afterBlank = bytes !== null && bytes.length === 0;
  }
  const found = take();
  if (found !== null) yield found;
}

const newline = new Uint8Array([10]);

function startsMessage(line: Uint8Array): boolean {
  return line.length > 5 && Buffer.from(line.subarray(0, 5)).toString("latin1") === "From ";
}

/** `>From ` at the start of a line was quoted by the mailbox (mboxrd). */
function unquoted(line: Uint8Array): Uint8Array {
  return line[0] === 62 && /^>+From /.test(Buffer.from(line.subarray(0, 20)).toString("latin1"))
    ? line.subarray(1)
    : line;
}
