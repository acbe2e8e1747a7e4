import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readPaths } from "../../src/app/read.ts";
import type { Reading } from "../../src/app/reading.ts";
import { exportFormats, formatById } from "../../src/export/formats.ts";
import { packageRoot } from "../../src/resources/load.ts";
import { sampleContext } from "../support/accounts.ts";
import { exported } from "./readings.ts";

const text = readFileSync(join(packageRoot, "docs", "exports.md"), "utf8");
/** Blocks that show a file: format and lines. */
const blocks = [...text.matchAll(/^```(\S+)\n([^]*?)^```$/gm)]
  .map(([, format, lines]): [string, string[]] => [format!, lines!.trimEnd().split("\n")])
  .filter(([format]) => formatById(format) !== undefined);

let reading: Reading;
beforeAll(async () => {
  const pages = join(packageRoot, "samples", "pages");
  reading = await readPaths([pages], sampleContext(), undefined, { workers: 0 });
}, 60_000);

test("every format is told of", () => {
  for (const { id, readers } of exportFormats) {
    expect(text).toContain(`\`${id}\``);
    expect(readers).not.toBe("");
  }
  expect(blocks.length).toBeGreaterThan(5);
});

test.each(blocks)("the example of %s is what the sample gives", async (format, lines) => {
  const { content } = await exported(formatById(format)!, reading);
  const file = (content as string).replace(/\r\n /g, "").replace(/\r\n/g, "\n");
  let at = 0;
  for (const part of lines.flatMap((line) => line.split("…")).filter((one) => one.trim() !== "")) {
    const found = file.indexOf(part, at);
    expect(`${part} ${found >= 0}`).toBe(`${part} true`);
    at = found;
  }
});

test("the columns of CSV are listed", async () => {
  const { content } = await exported(formatById("csv")!, reading);
  const [head] = (content as string).split("\r\n");
  const listed = /Columns: ([^]*?)\./.exec(text)![1]!.match(/\w+/g);
  expect(head!.split(",")).toEqual(listed);
});
