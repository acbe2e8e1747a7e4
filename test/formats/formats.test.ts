import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { cleanPlaces, placeLabel } from "../../src/core/places.ts";
import * as archives from "./fixtures/archives.ts";
import * as lists from "./fixtures/lists.ts";
import * as mail from "./fixtures/mail.ts";
import * as office from "./fixtures/office.ts";
import { columns, pdf } from "./fixtures/pdf.ts";
import {
  htmlPage,
  paragraphs,
  secondParagraphs,
  secondTitle,
  title,
  utf8,
} from "./fixtures/words.ts";
import { expectLawful } from "./laws.ts";
import { run } from "../support/run-cli.ts";
import { readBytes, readFiles } from "./read-bytes.ts";

const first = { title, text: paragraphs };
const second = { title: secondTitle, text: secondParagraphs };
const page = utf8(htmlPage(title, paragraphs));

describe("every format gives its pages with their places", () => {
  test.each([
    ["HTML", "a.html", page, [{ ...first, path: "a.html" }]],
    [
      "Markdown",
      "a.md",
      `# ${title}\n\n${paragraphs.join("\n\n")}\n`,
      [{ ...first, path: "a.md" }],
    ],
    [
      "DOCX",
      "a.docx",
      office.docx(),
      [{ ...first, path: "a.docx", place: "word/document.xml ¶1" }],
    ],
    ["ODT", "a.odt", office.odt(), [{ ...first, path: "a.odt", place: "content.xml ¶1" }]],
    ["RTF", "a.rtf", office.rtf(), [{ ...first, path: "a.rtf", title: null, place: "text ¶1" }]],
    [
      "EPUB",
      "a.epub",
      office.epub(),
      [
        {
          ...first,
          path: "a.epub!/OEBPS/text/one.xhtml",
          byline: ["Mara Oduya"],
          published: "2024-11-02",
        },
        { ...second, path: "a.epub!/OEBPS/text/two.xhtml", place: "OEBPS/text/two.xhtml" },
      ],
    ],
    [
      "EML with an attachment",
      "a.eml",
      mail.eml(),
      [
        { ...first, path: "a.eml", published: "2024-05-21", place: "text/html" },
        { ...second, path: "a.eml!/release-2.html" },
      ],
    ],
    [
      "MHTML",
      "a.mhtml",
      mail.mhtml(),
      [{ ...first, path: "a.mhtml", url: "https://courier.example/news/selmont" }],
    ],
    [
      "mailbox",
      "a.mbox",
      mail.mbox(),
      [
        { ...first, path: "a.mbox#1", published: "2024-05-21" },
        { ...second, path: "a.mbox#2" },
      ],
    ],
    [
      "RSS",
      "a.xml",
      lists.rss(),
      [
        {
          ...first,
          path: "a.xml#item 1",
          url: "https://courier.example/1",
          published: "2024-05-21",
          byline: ["Mara Oduya"],
          place: "item 1",
        },
        {
          title: secondTitle,
          text: secondParagraphs.slice(0, 1),
          path: "a.xml#item 2",
          published: "2024-05-22",
        },
      ],
    ],
    [
      "Atom",
      "a.atom",
      lists.atom(),
      [
        {
          ...first,
          path: "a.atom#item 1",
          byline: ["Mara Oduya", "Ilan Brandt"],
          published: "2024-05-21",
        },
      ],
    ],
    [
      "JSON Feed",
      "a.json",
      lists.jsonFeed(),
      [{ ...second, path: "a.json#item 1", published: "2024-05-22" }],
    ],
    [
      "JSON Lines",
      "a.jsonl",
      lists.jsonLines(),
      [
        {
          ...first,
          path: "a.jsonl#1",
          url: "https://presidency.valdoria.example/a",
          published: "2024-05-21",
          place: "record at byte 0",
        },
        { ...second, path: "a.jsonl#4" },
      ],
    ],
    [
      "JSON Lines, packed",
      "a.jsonl.gz",
      gzipSync(lists.jsonLines()),
      [
        { ...first, path: "a.jsonl#1" },
        { ...second, path: "a.jsonl#4" },
      ],
    ],
    [
      "ZIP in a ZIP",
      "a.zip",
      archives.zip({
        "in/b.zip": archives.zip({ "c.html": page }),
        "logo.png": "PNG",
        "d.txt": `${secondTitle}\n\n${secondParagraphs.join("\n\n")}`,
      }),
      [
        { ...first, path: "a.zip!/in/b.zip!/c.html" },
        { ...second, path: "a.zip!/d.txt" },
      ],
    ],
    [
      "TAR",
      "a.tar",
      archives.tar(),
      [
        { ...first, path: "a.tar!/notes/first.html" },
        { ...second, path: "a.tar!/notes/second.txt" },
      ],
    ],
    [
      "TAR, packed",
      "a.tar.gz",
      gzipSync(archives.tar()),
      [
        { ...first, path: "a.tar!/notes/first.html" },
        { ...second, path: "a.tar!/notes/second.txt" },
      ],
    ],
    [
      "WARC",
      "a.warc",
      archives.joined(...archives.warcRecords()),
      [
        {
          ...first,
          path: "a.warc@0",
          url: "https://presidency.valdoria.example/news/1",
          place: "record at byte 0",
        },
        { ...second, path: /^a\.warc@\d+$/, url: "https://cabinet.merania.example/2" },
      ],
    ],
    ["WARC, packed", "a.warc.gz", archives.warcGz(), [{ ...first, path: "a.warc.gz@0" }, second]],
    ["WACZ", "a.wacz", archives.wacz(), [{ ...first, path: "a.wacz!/archive/data.warc.gz@0" }]],
  ] as [string, string, Uint8Array | string, Expected[]][])(
    "%s",
    async (_name, name, bytes, expected) => {
      const { documents, items } = await readBytes(name, bytes);
      expect(documents.map((document) => document.path)).toHaveLength(expected.length);
      for (const [index, wanted] of expected.entries()) {
        const document = documents[index]!;
        for (const text of wanted.text) expect(document.text).toContain(text);
        const { text: _text, path = /./, place, ...facts } = wanted;
        expect(document.path).toMatch(path);
        const found = {
          title: document.title,
          url: document.url,
          published: document.published.value,
          byline: document.byline,
        };
        expect(found).toMatchObject(facts);
        const first = cleanPlaces(document)[0];
        expect(first === undefined ? undefined : placeLabel(first.place)).toBe(
          place ?? (first === undefined ? undefined : placeLabel(first.place)),
        );
        await expectLawful(document, items.get(document.id)!);
      }
    },
  );
});

interface Expected {
  readonly title?: string | null;
  readonly text: readonly string[];
  readonly path?: string | RegExp;
  readonly url?: string;
  readonly published?: string;
  readonly byline?: readonly string[];
  readonly place?: string;
}

describe("what is no text of the page stays out", () => {
  test.each([
    ["a Word file's properties", "a.docx", office.docx(), "Template of last year"],
    ["a comment of an ODT", "a.odt", office.odt(), "a comment"],
    ["deleted text of an ODT", "a.odt", office.odt(), "deleted words"],
    ["a head of an RTF", "a.rtf", office.rtf(), "running head"],
    ["hidden text of an RTF", "a.rtf", office.rtf(), "hidden words"],
    ["a frame of an MHTML", "a.mhtml", mail.mhtml(), "Buy a boat"],
    ["the quoting of a mailbox", "a.mbox", mail.mbox(), ">From Selmont"],
  ])("%s", async (_name, name, bytes, words) => {
    const { documents } = await readBytes(name, bytes);
    expect(documents[0]!.text).not.toContain(words);
    expect(documents[0]!.title).not.toBe(words);
  });

  test("Cyrillic of an old code page in RTF is read by its font", async () => {
    const { documents } = await readBytes("a.rtf", office.rtf());
    expect(documents[0]!.text).toContain("Президент провела переговоры.");
  });
});

describe("PDF", () => {
  test("columns in reading order, words joined, heads and notes apart, page and box of each line", async () => {
    const { documents, items } = await readBytes("review.pdf", columns());
    const document = documents[0]!;
    expect(document.title).toBe("A Meeting in Selmont");
    expect(document.text).toContain("would remain internationally recognised");
    expect(document.text).toContain("left the same evening. A joint commission");
    expect(document.text).toContain(
      "The talks went on for two hours, and ended without a statement.",
    );
    expect(document.text).toContain("since the treaty of the year 1998.");
    expect(document.text).not.toContain("Review of Foreign Affairs");
    expect(document.dropped.map(({ text, rule }) => [text, rule])).toContainEqual([
      "1",
      "pdf/note-mark",
    ]);
    const at = document.text.indexOf("Neither side");
    const run = cleanPlaces(document).find(({ start, end }) => start <= at && at < end)!;
    expect(run.place).toMatchObject({ kind: "page", page: 2 });
    await expectLawful(document, items.get(document.id)!);
  });
});

test("a page that a browser printed keeps its address, not the marks at its edges", async () => {
  const lines = paragraphs.flatMap((text) => text.match(/.{1,80}(?:\s|$)/g) ?? []);
  const bytes = pdf([
    [
      { text: "5/22/24, 9:15 AM", x: 24, y: 820, size: 8 },
      { text: "The Selmont Courier", x: 300, y: 820, size: 8 },
      { text: title, x: 40, y: 780, size: 18 },
      ...lines.map((text, row) => ({ text: text.replace(/[“”]/g, '"'), x: 40, y: 750 - row * 14 })),
      { text: "https://courier.example/news/selmont", x: 24, y: 20, size: 8 },
      { text: "1/1", x: 560, y: 20, size: 8 },
    ],
  ]);
  const { documents } = await readBytes("printed.pdf", bytes);
  expect(documents[0]).toMatchObject({ url: "https://courier.example/news/selmont", title });
  expect(documents[0]!.text).not.toMatch(/9:15|courier\.example/);
});

describe("files that belong together", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-formats-"));
  const write = (name: string, content: string): void => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write(
    "saved/Talks.html",
    `<!-- saved from url=(0027)https://courier.example/one -->\n${htmlPage(title, paragraphs)}`,
  );
  write(
    "saved/Talks_files/frame.html",
    htmlPage("Advertisement", ["Buy a boat, and buy it today: this offer ends soon."]),
  );
  write("own_files/second.html", htmlPage(secondTitle, secondParagraphs));
  for (const [kind, name, content] of [
    ["ris", "export.ris", lists.ris("files/1/page.html")],
    ["bib", "export.bib", lists.bibtex("files/1/page.html")],
    ["rdf", "export.rdf", lists.zoteroRdf("files/1/page.html")],
  ] as const) {
    write(`${kind}/${name}`, content);
    write(
      `${kind}/files/1/page.html`,
      "<html><body><article><p>" + paragraphs.join("</p><p>") + "</p></article></body></html>",
    );
  }

  test("a “complete” save is one page and knows its address", async () => {
    const { documents, told } = await readFiles(join(folder, "saved"));
    expect(documents.map((document) => document.url)).toEqual(["https://courier.example/one"]);
    expect(told.map((problem) => problem.message).join()).toContain("1 folder of a saved page");
  });

  test("a folder that is only called so is read", async () => {
    expect((await readFiles(join(folder, "own_files"))).documents).toHaveLength(1);
  });

  test.each(["ris", "bib", "rdf"])(
    "a %s export gives its attached page what it knows of it",
    async (kind) => {
      const { documents } = await readFiles(join(folder, kind));
      const attached = documents.filter((document) => document.path.endsWith("page.html"))[0]!;
      expect(attached).toMatchObject({
        title,
        url: "https://courier.example/1",
        published: { value: "2024-05-21" },
      });
      expect(attached.byline[0]).toBe("Mara Oduya");
      const notes = documents.filter((document) => document.text.includes("My own note"));
      expect(notes).toHaveLength(kind === "rdf" ? 1 : 0);
    },
  );
});

test("an entry of a feed stays the same page while the feed around it changes", async () => {
  const ids = async (comments: number): Promise<string[]> =>
    (await readBytes("a.xml", lists.rss(comments))).documents.map((document) => document.id);
  expect(await ids(400)).toEqual(await ids(3));
});

test("a revisit of a web archive stands for the page it repeats", async () => {
  const { told } = await readBytes("a.warc.gz", archives.warcGz());
  expect(told.map((problem) => problem.code)).not.toContain("REVISIT_UNRESOLVED");
  const alone = await readBytes("b.warc", archives.warcRecords()[5]!);
  expect(alone.told.map((problem) => problem.message)[0]).toContain("an archive that is not here");
});

test("the brief and the search name the printed page of a PDF", async () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-pdf-"));
  const file = join(folder, "review.pdf");
  writeFileSync(file, columns());
  const brief = await run("read", file, "--workers", "0");
  expect(brief.out).toMatch(/\[1\s¶2\sp\.\s1\]/u);
  const workspace = ["--workspace", join(folder, "workspace")];
  await run("add", file, "--workers", "0", ...workspace);
  expect((await run("search", "reporters", ...workspace)).out).toMatch(/¶2 p\. 1/u);
});
