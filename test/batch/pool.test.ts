import { afterAll, describe, expect, test } from "vitest";
import { WorkerPool } from "../../src/app/batch/pool.ts";
import { settingOf, type Item } from "../../src/ingest/item.ts";
import { zip } from "../formats/fixtures/archives.ts";
import { pdf } from "../formats/fixtures/pdf.ts";
import { htmlPage, paragraphs, title, utf8 } from "../formats/fixtures/words.ts";

const item = (name: string, bytes: Uint8Array): Item => ({ ...settingOf(name, null), bytes });
const good = item("good.html", utf8(htmlPage(title, paragraphs)));
const wanted = { as: "document" } as const;
const pool = new WorkerPool({ tables: null, workers: 1, seconds: 3, megabytes: 256 });
afterAll(() => pool.close());

/** A PDF whose list of pages holds itself, a thousand times over. */
function endless(): Uint8Array {
  const text = Buffer.from(pdf([[{ text: "x", x: 10, y: 10 }]])).toString("latin1");
  return Buffer.from(
    text.replace(/\/Kids \[.*?\] \/Count 1/, `/Kids [${"2 0 R ".repeat(1000)}] /Count 99999999`),
    "latin1",
  );
}

/** Formatting elements left open in every paragraph: each is opened again in all that follow. */
function adopted(times: number): string {
  return `<html><body><article>${Array.from({ length: times }, (_, index) => `<p><b id=${index}><i><u><a href=x>${index}`).join("")}`;
}

describe("a page that takes all time or memory costs only itself", () => {
  test.each([
    [
      "elements nested 200,000 deep",
      item("deep.html", utf8("<div>".repeat(200_000) + paragraphs.join(" "))),
    ],
    ["a million elements", item("many.html", utf8(`<html><body>${"<p>x".repeat(1_000_000)}`))],
    ["elements adopted again and again", item("adopted.html", utf8(adopted(3000)))],
    ["a list of pages that holds itself", item("endless.pdf", endless())],
    ["forty megabytes in one line", item("line.txt", new Uint8Array(40_000_000).fill(97))],
    [
      "a thousand nested objects of JSON",
      item("deep.json", utf8(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`)),
    ],
    [
      "nested parts of a mail",
      item(
        "deep.eml",
        utf8(
          `MIME-Version: 1.0\nReceived: x\n${Array.from({ length: 5000 }, (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\n`).join("")}`,
        ),
      ),
    ],
    [
      "a Word file nested deep",
      item(
        "deep.docx",
        zip({
          "[Content_Types].xml": "<Types/>",
          "word/document.xml": `<w:document xmlns:w="w">${"<w:p>".repeat(100_000)}`,
        }),
      ),
    ],
    ["groups of RTF nested deep", item("deep.rtf", utf8(`{\\rtf1 ${"{".repeat(300_000)}x`))],
  ])("%s", { timeout: 60_000 }, async (_name, hostile) => {
    const [first, second] = await Promise.all([
      pool.read(hostile, wanted),
      pool.read(good, wanted),
    ]);
    // Read, or refused with a reason: nothing in between, and the next page is read.
    expect(
      first.refused === null
        ? first.page !== null || first.found.length > 0
        : first.refused.message.length > 20,
    ).toBe(true);
    expect(second.page?.document?.title).toBe(title);
  });

  test("what is told names the limit and the remedy", { timeout: 60_000 }, async () => {
    const tight = new WorkerPool({ tables: null, workers: 1, seconds: 1, megabytes: 200 });
    const slow = item("slow.html", utf8(adopted(20_000)));
    const { refused } = await tight.read(slow, wanted);
    await tight.close();
    expect(refused?.code).toMatch(/^PAGE_(?:TIMED_OUT|OUT_OF_MEMORY)$/);
    expect(refused?.message).toMatch(/was stopped\. (?:Save its article as plain text|Split it)/);
  });
});
