import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const samples = join(root, "samples/pages");
const tables = ["--tables", join(root, "samples/tables")];

describe("readout read", () => {
  test("--json keeps the record contract, every quote at its place", async () => {
    const { code, out } = await run("read", samples, ...tables, "--json");
    expect(code).toBe(0);
    const records = JSON.parse(out) as Record<string, { span?: unknown }[]>;
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(join(root, "schema/read.json"), "utf8")),
    );
    validate(records);
    expect(validate.errors ?? []).toEqual([]);
    const texts = new Map(
      (records["documents"] as unknown as { id: string; text: string }[]).map((document) => [
        document.id,
        document.text,
      ]),
    );
    interface Quoted {
      readonly document: string;
      readonly start: number;
      readonly end: number;
      readonly quote: string;
    }
    const quoted = (value: unknown): readonly Quoted[] => {
      if (typeof value !== "object" || value === null) return [];
      const { document, start, quote } = value as Partial<Quoted>;
      return document !== undefined && start !== undefined && quote !== undefined
        ? [value as Quoted]
        : Object.values(value).flatMap(quoted);
    };
    const quotes = quoted(records);
    expect(quotes.length).toBeGreaterThan(100);
    for (const { document, start, end, quote } of quotes) {
      expect(texts.get(document)?.slice(start, end)).toBe(quote);
    }
  });

  test("the same records in any order of the pages", async () => {
    const names = [
      "06-courier-report.txt",
      "03-meeting-valdoria.md",
      "04-meeting-merania.txt",
      "01-call-valdoria.md",
    ].map((name) => join(samples, name));
    const encounters = async (paths: string[]): Promise<unknown> => {
      const { out } = await run("read", ...paths, ...tables, "--json");
      const records = JSON.parse(out) as {
        encounters: { id: string; participants: string[]; date: unknown; accounts: unknown }[];
      };
      return records.encounters.map(({ id, participants, date, accounts }) => ({
        id,
        participants,
        date,
        accounts,
      }));
    };
    expect(await encounters(names.toReversed())).toEqual(await encounters(names));
  });

  test("the brief names encounters, speakers, accounts and places", async () => {
    const { out } = await run("read", samples, ...tables);
    expect(out).toContain("Tomas Eldridge and Irena Kostrova: telephone call");
    expect(out).toMatch(/By the account of Presidency of\s+Valdoria/);
    expect(out).toMatch(/\[1 ¶3\]/);
  });

  test("--html writes one file that loads nothing", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "readout-")), "brief.html");
    const { code } = await run("read", samples, ...tables, "--html", file);
    expect(code).toBe(0);
    const html = readFileSync(file, "utf8");
    expect(html).not.toMatch(/(?:src|href)="https?:/);
    expect(html).not.toMatch(/<link|<img|@import|url\(/);
    expect(html).toContain('id="page-1"');
  });

  test("text from pages can't become markup", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-"));
    const page = join(folder, "hostile.txt");
    writeFileSync(
      page,
      "Title <script>alert(1)</script>\n\nMara Oduya said that “<img src=x onerror=alert(1)>” was on the table.\n",
    );
    const file = join(folder, "brief.html");
    await run("read", page, "--html", file);
    const html = readFileSync(file, "utf8");
    expect(html).not.toContain("<img");
    expect(html.match(/<script>/g)).toHaveLength(1);
  });
});

describe("bad input", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-"));
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  /** A file that only says it is large: nothing is written. */
  const large = (name: string, size: number): string => {
    const path = write(name, "Talks.");
    truncateSync(path, size);
    return path;
  };
  const good = write(
    "good.txt",
    "Mara Oduya said that the border talks would go on in the spring.\n",
  );

  test.each([
    ["a path that isn't there", join(folder, "none.txt"), 1, "FILE_NOT_FOUND"],
    ["an empty file", write("empty.txt", ""), 1, "FILE_EMPTY"],
    ["a file of blanks", write("blank.txt", " \n\n "), 1, "FILE_EMPTY"],
    [
      "a picture",
      write("photo.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0)),
      1,
      "FILE_BINARY",
    ],
    ["a file of more than 50 MB", large("large.txt", 51 * 2 ** 20), 1, "FILE_TOO_LARGE"],
    ["a folder without pages", mkdtempSync(join(tmpdir(), "readout-empty-")), 1, "FOLDER_EMPTY"],
    [
      "front matter that is no YAML",
      write("bad.md", "---\ntitle: [open\n---\nMara Oduya said that the talks would go on.\n"),
      0,
      "FRONT_MATTER_INVALID",
    ],
    [
      "HTML without an article",
      write("bare.html", "<html><body><nav>Home</nav></body></html>"),
      0,
      "ARTICLE_NOT_FOUND",
    ],
    [
      "an impossible date",
      write(
        "date.md",
        "---\npublished: 2022-02-31\n---\nMara Oduya said that the talks would go on.\n",
      ),
      0,
      "DATE_INVALID",
    ],
  ])("%s: a clear word, the other pages still read", async (_name, path, code, expected) => {
    const result = await run("read", path, good, "--json");
    expect(result.code).toBe(code);
    const records = JSON.parse(result.out) as {
      documents: { path: string }[];
      diagnostics: { code: string; message: string }[];
    };
    expect(records.diagnostics.map((diagnostic) => diagnostic.code)).toContain(expected);
    expect(records.documents.map((document) => document.path)).toContain(good);
  });

  test.each([
    [
      "windows-1251",
      Uint8Array.from([
        0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2, 0x20, 0xef, 0xf0, 0xee, 0xe2, 0xb8,
        0xeb, 0x20, 0xe2, 0xf1, 0xf2, 0xf0, 0xe5, 0xf7, 0xf3, 0x2e,
      ]),
      "Президент провёл встречу.",
    ],
    [
      "GB18030",
      Uint8Array.from([
        0xcd, 0xdf, 0xb6, 0xfb, 0xb6, 0xe0, 0xc0, 0xef, 0xd1, 0xc7, 0xd7, 0xdc, 0xcd, 0xb3, 0xd0,
        0xc7, 0xc6, 0xda, 0xd2, 0xbb, 0xbe, 0xd9, 0xd0, 0xd0, 0xc1, 0xcb, 0xbb, 0xe1, 0xcc, 0xb8,
        0xa3, 0xac, 0xcb, 0xab, 0xb7, 0xbd, 0xbe, 0xcd, 0xd4, 0xcb, 0xba, 0xd3, 0xce, 0xca, 0xcc,
        0xe2, 0xbd, 0xbb, 0xbb, 0xbb, 0xc1, 0xcb, 0xd2, 0xe2, 0xbc, 0xfb, 0xa3, 0xac, 0xcd, 0xac,
        0xd2, 0xe2, 0xd4, 0xda, 0xb4, 0xba, 0xcc, 0xec, 0xbc, 0xcc, 0xd0, 0xf8, 0xcc, 0xb8, 0xc5,
        0xd0, 0xa1, 0xa3,
      ]),
      "瓦尔多里亚总统星期一举行了会谈，双方就运河问题交换了意见，同意在春天继续谈判。",
    ],
    [
      "windows-1251 that says it is UTF-8",
      Uint8Array.from([
        ...Buffer.from('<html><meta charset="utf-8"><p>'),
        0xcf,
        0xf0,
        0xe5,
        0xe7,
        0xe8,
        0xe4,
        0xe5,
        0xed,
        0xf2,
        0x20,
        0xef,
        0xf0,
        0xee,
        0xe2,
        0xb8,
        0xeb,
        0x20,
        0xe2,
        0xf1,
        0xf2,
        0xf0,
        0xe5,
        0xf7,
        0xf3,
        0x2e,
      ]),
      "Президент провёл встречу.",
    ],
    [
      "UTF-16 without a mark",
      Uint8Array.from(Buffer.from("The talks went on.", "utf16le")),
      "The talks went on.",
    ],
  ])("%s is read as it was meant", async (name, bytes, text) => {
    const { out } = await run("read", write(`${name}.txt`, bytes), "--json");
    const records = JSON.parse(out) as { documents: { text: string }[] };
    expect(records.documents[0]?.text).toContain(text);
  });

  test("an unknown command and a missing argument exit with 2", async () => {
    expect((await run("raed", good)).code).toBe(2);
    expect((await run("read")).code).toBe(2);
    expect((await run("read", good, "--jsn")).code).toBe(2);
  });
});

describe("readout compare", () => {
  test("finds what each side leaves out and keeps its contract", async () => {
    const { out } = await run("compare", samples, ...tables, "--json");
    const records = JSON.parse(out) as {
      comparisons: {
        encounter: string;
        rows: {
          kind: string;
          id: string;
          verdict: string;
          cells: Record<string, { status: string }>;
        }[];
      }[];
    };
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(join(root, "schema/compare.json"), "utf8")),
    );
    validate(records);
    expect(validate.errors ?? []).toEqual([]);
    const meeting = records.comparisons.find(
      (comparison) =>
        comparison.encounter.startsWith("2024-05-21") && comparison.encounter.endsWith("meeting"),
    );
    const row = (id: string): string | undefined =>
      meeting?.rows.find((candidate) => candidate.id === id)?.verdict;
    expect(row("human-rights")).toBe("one-sided");
    expect(row("free-trade-agreement") ?? row("trade-agreements")).not.toBe("one-sided");
  });

  test("identical accounts differ in nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-"));
    const text =
      "The Republic of Valdoria and the Kingdom of Merania reaffirm their respect for the territorial integrity of both states. Both sides support the peaceful settlement of disputes on the basis of international law and the United Nations Charter. They oppose any change of the status quo by force.\n";
    for (const party of ["valdoria", "merania"]) {
      writeFileSync(
        join(folder, `${party}.md`),
        `---\ntitle: Joint Statement of Valdoria and Merania\nparty: ${party}\npublished: 2024-05-21\n---\n\n${text}`,
      );
    }
    const { out } = await run("compare", folder, ...tables, "--json");
    const records = JSON.parse(out) as { comparisons: { rows: { verdict: string }[] }[] };
    expect(records.comparisons).toHaveLength(1);
    expect(records.comparisons[0]?.rows.length).toBeGreaterThan(2);
    expect(records.comparisons[0]?.rows.filter((row) => row.verdict !== "shared")).toEqual([]);
  });
});
