import { extname } from "node:path";
import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { cleanEntryName } from "./entry-name.ts";
import { isPageName } from "./formats.ts";
import { inside, problem, type Found, type Source } from "./item.ts";
import { largestPage, mostEntries } from "./limits.ts";
import { Skipped } from "./skipped.ts";

/** The pages in a TAR archive. Links and devices are left out; nothing is written to disk. */
export async function* expandTar(source: Source): AsyncGenerator<Found> {
  const skipped = new Skipped();
  const unpack = extract();
  const input = Readable.from(source.stream());
  input.on("error", (error) => unpack.destroy(error)).pipe(unpack);
  let count = 0;
  try {
    for await (const entry of unpack) {
      const { name: raw, type, size } = entry.header;
      if (++count > mostEntries) {
        const message = `It has more than ${mostEntries} entries; the rest was not looked at.`;
        yield { kind: "problem", problem: problem("ARCHIVE_LIMIT", source.path, message) };
        break;
      }
      if (type === "directory") {
        entry.resume();
        continue;
      }
      const { name, unsafe } = cleanEntryName(raw);
      const setting = inside(source, `!/${name}`);
      if (type !== "file" && type !== "contiguous-file") skipped.add(type ?? "special file");
      else if (!isPageName(name)) skipped.add(extname(name).toLowerCase() || "without ending");
      else if (size > largestPage) {
        const message = `${Math.round(size / 1024 / 1024)} MB; the limit is ${largestPage / 1024 / 1024} MB a page.`;
        yield { kind: "problem", problem: problem("FILE_TOO_LARGE", setting.path, message) };
      } else {
        if (unsafe) {
          const message =
            "Its name in the archive points outside of it or hides characters; nothing is written to disk, and it was read under this name.";
          yield {
            kind: "problem",
            problem: problem("ENTRY_NAME_UNSAFE", setting.path, message, "warning"),
          };
        }
        const chunks: Uint8Array[] = [];
        for await (const chunk of entry) chunks.push(chunk as Buffer);
        yield { kind: "item", item: { ...setting, bytes: Buffer.concat(chunks) } };
        continue;
      }
      entry.resume();
    }
  } finally {
    input.destroy();
    unpack.destroy();
  }
  for (const report of skipped.report(source.path)) yield { kind: "problem", problem: report };
}
