import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { expect, test } from "vitest";
import type { Document, Published } from "../../src/core/document.ts";
import { bibtexFormat } from "../../src/export/bibtex.ts";
import { cslJsonFormat } from "../../src/export/csl-json.ts";
import { referencesOf } from "../../src/export/references.ts";
import { risFormat } from "../../src/export/ris.ts";
import {
  exported,
  hostilePieces,
  hostileReading,
  options,
  sampleReading,
  whole,
} from "./readings.ts";

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly Record<string, string>[];
  readonly issued?: {
    readonly "date-parts": readonly (readonly number[])[];
    readonly circa?: boolean;
  };
  readonly [field: string]: unknown;
}

const reading = sampleReading();

/** The sample with its first page changed. */
function changed(changes: Partial<Document>): typeof reading {
  const [first, ...others] = reading.documents;
  return { ...reading, documents: [{ ...first!, ...changes }, ...others] };
}

async function cslOf(changes: Partial<Document>): Promise<CslItem> {
  const { content } = await exported(cslJsonFormat, changed(changes));
  return (JSON.parse(content as string) as CslItem[])[0]!;
}

async function bibtexOf(changes: Partial<Document>): Promise<Record<string, unknown>> {
  const { content } = await exported(bibtexFormat, changed(changes));
  const { entries, errors } = parseBibtex(content as string, { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(reading.documents.length);
  return entries[0]!.fields as unknown as Record<string, unknown>;
}

/** RIS as citation-js reads it: tag and values. */
async function risOf(changes: Partial<Document>): Promise<Record<string, string | string[]>> {
  const { content } = await exported(risFormat, changed(changes));
  const records = plugins.input.chain(content as string, { generateGraph: false }) as unknown[];
  expect(records).toHaveLength(reading.documents.length);
  return records[0] as Record<string, string | string[]>;
}

const from = (value: string | null, earliest: string, latest: string): Published => ({
  value,
  earliest,
  latest,
  basis: "header",
});

test.each<[string, Published, string, number[][], string]>([
  [
    "a day",
    from("2022-06-15", "2022-06-15", "2022-06-15"),
    "2022 jun 15",
    [[2022, 6, 15]],
    "2022/06/15",
  ],
  ["a month", from("2022-06", "2022-06-01", "2022-06-30"), "2022 jun -", [[2022, 6]], "2022/06/"],
  ["a year", from(null, "2022-01-01", "2022-12-31"), "2022 - -", [[2022]], "2022//"],
  [
    "days between",
    from(null, "2022-06-30", "2022-07-02"),
    "2022 - -",
    [
      [2022, 6, 30],
      [2022, 7, 2],
    ],
    "2022//",
  ],
  [
    "days of a month",
    from(null, "2022-06-02", "2022-06-05"),
    "2022 jun -",
    [
      [2022, 6, 2],
      [2022, 6, 5],
    ],
    "2022/06/",
  ],
  [
    "about New Year",
    from(null, "2022-12-30", "2023-01-13"),
    "- - -",
    [
      [2022, 12, 30],
      [2023, 1, 13],
    ],
    "-",
  ],
  ["open", { value: null, earliest: null, latest: null, basis: null }, "- - -", [], "-"],
])("a date is as exact as it is known: %s", async (_name, published, bibtex, csl, ris) => {
  const { content } = await exported(bibtexFormat, changed({ published }));
  const first = (content as string).split("\n}\n")[0]!;
  const field = (name: string): string =>
    new RegExp(`  ${name} = \\{?(\\w+)`).exec(first)?.[1] ?? "-";
  expect([field("year"), field("month"), field("day")].join(" ")).toBe(bibtex);
  expect((await cslOf({ published })).issued?.["date-parts"] ?? []).toEqual(csl);
  const file = (await exported(risFormat, changed({ published }))).content as string;
  expect(/DA {2}- (.*)\r/.exec(file.split("ER  -")[0]!)?.[1] ?? "-").toBe(ris);
});

test("an account is its office's, a press page its authors'", async () => {
  expect((await cslOf({})).author).toEqual([{ literal: "Presidency of Valdoria" }]);
  const press = {
    party: null,
    outlet: "The Selmont Courier",
    byline: ["Jane Roe", "Wang Xiaoming"],
  };
  const item = await cslOf(press);
  expect(item.author).toEqual([{ family: "Roe", given: "Jane" }, { literal: "Wang Xiaoming" }]);
  expect(item["container-title"]).toBe("The Selmont Courier");
  expect((await bibtexOf(press))["author"]).toEqual([
    expect.objectContaining({ lastName: "Roe", firstName: "Jane" }),
    expect.objectContaining({ name: "Wang Xiaoming" }),
  ]);
  // “Reporter” is what RIS calls the author of a newspaper article.
  expect((await risOf(press))["reporter"]).toEqual(["Roe, Jane", "Wang Xiaoming"]);
});

test.each(hostilePieces)("a title survives BibTeX and RIS: %j", async (title) => {
  const shown = referencesOf(whole(changed({ title })), options)[0]!.title;
  const bibtex = await bibtexOf({ title });
  expect(String(bibtex["title"]).normalize()).toBe(shown.normalize());
  const ris = await risOf({ title });
  expect(ris["title"]).toBe(shown);
});

test("hostile pages stay one reference each", async () => {
  const text = hostilePieces.join("\n");
  const hostile = hostileReading(text, [{ start: 0, end: 3 }]);
  const bibtex = await exported(bibtexFormat, hostile);
  const { entries, errors } = parseBibtex(bibtex.content as string);
  expect([entries.length, errors]).toEqual([1, []]);
  const ris = (await exported(risFormat, hostile)).content as string;
  expect(
    ris.split("\r\n").filter((line) => /^[A-Z][A-Z0-9] {2}- /.test(line) === (line === "")),
  ).toEqual([]);
  expect(ris.match(/^TY {2}- /gm)).toHaveLength(1);
});

test("keys are unique, plain, and stay", () => {
  const [first, ...others] = reading.documents;
  const twice = {
    ...reading,
    documents: [
      first!,
      { ...first!, id: "copy", sha256: `ff${first!.sha256.slice(2)}` },
      ...others,
    ],
  };
  const keys = referencesOf(whole(twice), options).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/);
  expect(keys.at(-1)).toBe("presidency-2024-03-12-telephone");
});

test("when a page was taken is told only where it is known", async () => {
  const taken = { accessed: () => "2024-05-30" };
  const bibtex = await exported(bibtexFormat, reading, {}, taken);
  expect(bibtex.content).toContain("urldate = {2024-05-30}");
  expect((await exported(risFormat, reading, {}, taken)).content).toContain("Y2  - 2024/05/30");
  expect((await exported(bibtexFormat, reading)).content).not.toContain("urldate");
});

test("CSL items have what the schema asks for, and nothing empty", async () => {
  const { content } = await exported(cslJsonFormat, reading);
  for (const item of JSON.parse(content as string) as CslItem[]) {
    expect(["webpage", "article-newspaper"]).toContain(item.type);
    for (const value of Object.values(item)) expect([null, "", []]).not.toContainEqual(value);
  }
});
