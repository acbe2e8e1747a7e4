import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { joined, tarEntry, zip } from "../formats/fixtures/archives.ts";
import { ris } from "../formats/fixtures/lists.ts";
import { docx, epub, odt } from "../formats/fixtures/office.ts";
import { htmlPage, paragraphs, title, utf8 } from "../formats/fixtures/words.ts";
import { readBytes, readFiles } from "../formats/read-bytes.ts";

const megabyte = 1024 * 1024;
const page = htmlPage(title, paragraphs);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * megabyte).fill(32);

/** The ZIP with its one entry listed again and again: every listing unpacks anew. */
function listedAgain(archive: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  const start = bytes.readUInt32LE(end + 16);
  const directory = bytes.subarray(start, end);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(directory.length * times, 12);
  return Buffer.concat([
    bytes.subarray(0, start),
    ...Array.from({ length: times }, () => directory),
    tail,
  ]);
}

/** An archive in an archive in an archive … */
function nested(levels: number): Uint8Array {
  let inner: Uint8Array = zip({ "page.html": page });
  for (let level = 1; level < levels; level++) inner = zip({ "in.zip": inner });
  return inner;
}

describe("archives made to fill up memory or disk are not unpacked", () => {
  test.each([
    [
      "an entry that grows a thousandfold",
      "a.zip",
      zip({ "a.txt": zeros(40) }),
      "ARCHIVE_LIMIT",
      "many times its size",
    ],
    [
      "an entry larger than a page",
      "a.zip",
      zip({ "a.txt": zeros(60) }),
      "FILE_TOO_LARGE",
      "60 MB; the limit is 50 MB a page",
    ],
    [
      "one entry listed 60 times",
      "a.zip",
      listedAgain(zip({ "a.txt": zeros(3.9) }), 60),
      "ARCHIVE_LIMIT",
      "many times its size",
    ],
    ["six archives, one in the other", "a.zip", nested(6), "ARCHIVE_LIMIT", "lies in 4 archives"],
    [
      "a packed file of blanks",
      "a.txt.gz",
      gzipSync(zeros(120)),
      "FILE_TOO_LARGE",
      "the limit is 50 MB a page",
    ],
    [
      "packed lines of blanks",
      "a.jsonl.gz",
      gzipSync(zeros(160)),
      "ARCHIVE_LIMIT",
      "many times its size",
    ],
    [
      "a Word file",
      "a.docx",
      zip({ "[Content_Types].xml": "<x/>", "word/document.xml": zeros(60) }),
      "FILE_TOO_LARGE",
      "60 MB",
    ],
    [
      "a book",
      "a.epub",
      zip({ mimetype: "application/epub+zip", "a.xhtml": zeros(45) }),
      "ARCHIVE_LIMIT",
      "many times its size",
    ],
    [
      "a broken directory",
      "a.zip",
      zip({ "a.html": page }).subarray(0, 300),
      "ARCHIVE_DAMAGED",
      "The archive is damaged",
    ],
    [
      "no archive at all",
      "a.zip",
      "PK\x03\x04 nothing",
      "ARCHIVE_DAMAGED",
      "The archive is damaged",
    ],
  ])("%s", async (_name, name, bytes, code, message) => {
    const { documents, problems } = await readBytes(name, bytes);
    expect(documents).toEqual([]);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map((problem) => problem.message).join()).toContain(message);
  });

  test("what is harmless in such an archive is still read", async () => {
    const { documents, problems } = await readBytes(
      "a.zip",
      zip({ "bomb.txt": zeros(40), "page.html": page }),
    );
    expect(documents.map((document) => document.title)).toEqual([title]);
    expect(problems).toHaveLength(1);
  });
});

describe("entities don't expand, and nothing outside is asked for", () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h SYSTEM "file:///etc/passwd">]>`;
  const content = `<?xml version="1.0"?>${laughs}<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>${paragraphs[0]} &g; &h;</text:p></office:text></office:body></office:document-content>`;
  test.each([
    [
      "a feed",
      "a.rss",
      `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><title>t &g;</title><item><title>x &h;</title><description>${"A summary of the talks in Selmont. ".repeat(20)}&g;</description></item></channel></rss>`,
    ],
    [
      "an ODT",
      "a.odt",
      zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": content }),
    ],
    [
      "a Zotero export",
      "a.rdf",
      `<?xml version="1.0"?>${laughs}<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b"><bib:Memo rdf:about="#1"><rdf:value>${paragraphs[0]} &g; &h;</rdf:value></bib:Memo></rdf:RDF>`,
    ],
  ])("%s", async (_name, name, bytes) => {
    const { documents } = await readBytes(name, bytes);
    const text = documents.map((document) => document.text).join();
    expect(text.length).toBeLessThan(2000);
    expect(text).not.toContain("hahaha");
    expect(text).not.toContain("root:");
  });
});

describe("names that point elsewhere", () => {
  test.each([
    ["../../etc/cron.d/x.html", "a.zip!/etc/cron.d/x.html"],
    ["/etc/x.html", "a.zip!/etc/x.html"],
    ["C:\\Windows\\x.html", "a.zip!/Windows/x.html"],
    ["a/\u202elmth.exe.html", "a.zip!/a/lmth.exe.html"],
    ["\u001b[31mred.html", "a.zip!/[31mred.html"],
    ["__proto__/constructor.html", "a.zip!/__proto__/constructor.html"],
    ["CON.html", "a.zip!/CON.html"],
  ])("%j is read as %s, and nothing is written", async (name, path) => {
    const { documents, told } = await readBytes("a.zip", zip({ [name]: page }));
    expect(documents.map((document) => document.path)).toEqual([path]);
    const unsafe = path !== `a.zip!/${name}`;
    expect(told.map((problem) => problem.code)).toEqual(unsafe ? ["ENTRY_NAME_UNSAFE"] : []);
  });

  test("links and devices in a TAR are left out and counted", async () => {
    const bytes = joined(
      tarEntry("a.html", utf8(page)),
      tarEntry("b.html", new Uint8Array(), "2", "/etc/passwd"),
      tarEntry("c.html", new Uint8Array(), "3"),
      tarEntry("../../d.html", utf8(page.replace("Selmont", "Anselm"))),
      new Uint8Array(1024),
    );
    const { documents, told } = await readBytes("a.tar", bytes);
    expect(documents.map((document) => document.path)).toEqual(["a.tar!/a.html", "a.tar!/d.html"]);
    expect(told.map((problem) => problem.message).join()).toMatch(
      /2 that are no pages were left out: 1 \S+, 1 \S+/,
    );
  });

  test("links and pipes in a folder are not followed; a pipe that is named is refused", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-safety-"));
    writeFileSync(join(folder, "a.html"), page);
    symlinkSync("/etc/passwd", join(folder, "b.txt"));
    symlinkSync(folder, join(folder, "loop"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    const { documents, told } = await readFiles(folder);
    expect(documents).toHaveLength(1);
    expect(told.map((problem) => problem.message).join()).toContain("2 link, 1 device or pipe");
    const { problems } = await readFiles(join(folder, "pipe.txt"));
    expect(problems[0]!.message).toContain("This is a device or pipe, no file.");
  });

  test.each(["../secret.html", "/etc/hostname", "files/../../secret.html", "file:///etc/hostname"])(
    "an export that attaches %s gets nothing from outside its folder",
    async (file) => {
      const folder = mkdtempSync(join(tmpdir(), "readout-safety-"));
      writeFileSync(join(folder, "secret.html"), page);
      mkdirSync(join(folder, "export/files"), { recursive: true });
      writeFileSync(join(folder, "export", "a.ris"), ris(file));
      const { documents, problems } = await readFiles(join(folder, "export"));
      expect(documents).toEqual([]);
      expect(problems.map((problem) => problem.message)).toEqual([
        "This file lies outside of the export's folder and was not opened. Add it by itself.",
      ]);
    },
  );

  test("a locked entry is refused in words", async () => {
    const locked = Buffer.from(zip({ "a.html": page }));
    locked.writeUInt16LE(locked.readUInt16LE(6) | 1, 6);
    const directory = locked.indexOf(Buffer.from("PK\x01\x02"));
    locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8);
    const { problems } = await readBytes("a.zip", locked);
    expect(problems[0]).toMatchObject({ code: "FILE_ENCRYPTED" });
  });
});

test.each([
  ["a Word file cut short", "a.docx", docx().subarray(0, 900)],
  ["an ODT cut short", "a.odt", odt().subarray(0, 700)],
  ["a book cut short", "a.epub", epub().subarray(0, 900)],
  ["an old Word file", "a.doc", Buffer.from("d0cf11e0a1b11ae1000000", "hex")],
  ["slides", "a.pptx", zip({ "ppt/presentation.xml": "<p/>" })],
  ["a RAR archive", "a.zip", "Rar!\u001a\u0007\u0000"],
  ["a RIS file with nothing in it", "a.eml", "\u0000\u0001\u0002"],
])("%s is refused with a reason", async (_name, name, bytes) => {
  const { documents, problems } = await readBytes(name, bytes);
  expect(documents).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.code).toMatch(
    /^(?:FILE_DAMAGED|ARCHIVE_DAMAGED|FORMAT_UNKNOWN|FILE_BINARY|FILE_EMPTY)$/,
  );
  expect(problems[0]!.message.length).toBeGreaterThan(20);
});
