import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { phrasesToCsv } from "../../src/export/phrases-csv.ts";

const root = join(import.meta.dirname, "../..");
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));

test("every dependency is pinned", () => {
  const { dependencies, devDependencies } = read("package.json") as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("no dependency that ships runs a script at installation", () => {
  const { packages } = read("package-lock.json") as {
    packages: Record<string, { hasInstallScript?: boolean; dev?: boolean }>;
  };
  const scripted = Object.entries(packages).filter(
    ([, { hasInstallScript }]) => hasInstallScript === true,
  );
  // Node itself comes as a package for development; its script links the binary of a package beside it.
  expect(
    scripted.filter(([name, { dev }]) => !(dev === true && /\/(?:node|fsevents)$/.test(name))),
  ).toEqual([]);
});

test("a cell of CSV that a spreadsheet would run is text", () => {
  const hostile = ['=HYPERLINK("http://a.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
  const report = {
    labelOf: (id: string) => id,
    courses: hostile.map((phrase) => ({
      phrase,
      party: phrase,
      periods: [{ period: phrase, documents: 1, using: 1, share: 1, low: 0, high: 1 }],
    })),
  };
  const csv = phrasesToCsv(report as unknown as Parameters<typeof phrasesToCsv>[0]);
  for (const cell of csv.split("\r\n").slice(1).join(",").split(","))
    expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
});
