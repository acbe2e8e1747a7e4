import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { exportFormats } from "../../src/export/formats.ts";
import { packageRoot } from "../../src/resources/load.ts";
import { run } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = [
  join(packageRoot, "samples/pages/01-call-valdoria.md"),
  join(packageRoot, "samples/pages/03-meeting-valdoria.md"),
  "--tables",
  join(packageRoot, "samples/tables"),
];

describe("readout export", () => {
  test.each(exportFormats.map(({ id }) => id))("writes %s", async (format) => {
    const file = join(folder, `sample.${format}`);
    const { code, out, err } = await run("export", format, ...sample, "-o", file);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(/^\d+ \w+ written to /);
    expect(readFileSync(file).length).toBeGreaterThan(100);
  });

  test("without a file it writes to standard output, line ends and all", async () => {
    const { code, out } = await run(
      "export",
      "ics",
      ...sample,
      "--encounter",
      "2024-03-12-xme-xva-phone",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test("a byte order mark where it is asked for", async () => {
    const file = join(folder, "bom.csv");
    await run("export", "csv", ...sample, "--bom", "-o", file);
    expect([...readFileSync(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each<[string, string[], RegExp]>([
    ["no format", [], /name a format: csv, jsonl, .*ics\./],
    ["an unknown format", ["xlsx", ...sample], /no format “xlsx”; there are csv, jsonl, .*ics\./],
    ["no pages", ["csv"], /name pages .* or a --workspace/],
    [
      "an unknown encounter",
      ["csv", ...sample, "--encounter", "x"],
      /no encounter x on these pages/,
    ],
    ["half a pair", ["csv", ...sample, "--pair", "CHN"], /--pair takes two or more sides: CHN,RUS/],
    [
      "a day that is none",
      ["csv", ...sample, "--from", "May"],
      /“from” needs a day, month or year/,
    ],
    [
      "nothing to export",
      ["csv", ...sample, "--pair", "CHN,RUS"],
      /nothing to export as csv: no mark on the pages belongs to what was asked for/,
    ],
    [
      "no such folder",
      ["csv", ...sample, "-o", join(folder, "none", "x.csv")],
      /x\.csv can't be written: there is no such folder/,
    ],
    ["a folder", ["csv", ...sample, "-o", folder], /can't be written: it is a folder/],
  ])("%s", async (_name, args, message) => {
    const { code, out, err } = await run("export", ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  test("nothing is written where there is nothing to export", async () => {
    const file = join(folder, "nothing.csv");
    await run("export", "csv", ...sample, "--from", "2030", "-o", file);
    expect(existsSync(file)).toBe(false);
  });

  test("a terminal gets no binary file", async () => {
    let err = "";
    const code = await main(["export", "qdpx", ...sample], {
      out: () => {},
      bytes: () => {},
      err: (text) => void (err += text),
      terminal: true,
      colour: false,
      interactive: false,
      columns: 80,
    });
    expect(code).toBe(2);
    expect(err).toMatch(/qdpx is no text; name a file with -o/);
  });

  test("help names every format with its readers", async () => {
    const { out } = await run("help", "export");
    for (const { id, readers } of exportFormats)
      expect(out).toMatch(new RegExp(`  ${id} +[A-Z].*: ${readers.slice(0, 5)}`));
  });
});
