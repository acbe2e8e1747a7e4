import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";
import { jsonLines, rss } from "../formats/fixtures/lists.ts";
import { columns } from "../formats/fixtures/pdf.ts";
import { warcGz, zip } from "../formats/fixtures/archives.ts";
import {
  htmlPage,
  paragraphs,
  secondParagraphs,
  secondTitle,
  title,
} from "../formats/fixtures/words.ts";
import { says, startSite, type Site } from "../fetch/site.ts";

let folder = "";
/** In this thread: starting workers takes longer than reading these few pages. */
const readout = async (command: string, ...args: string[]): ReturnType<typeof run> => {
  const reads = ["add", "watch", "quarantine"].includes(command);
  const own = reads ? ["--workers", "0"] : [];
  return await run(command, ...args, ...own, "--workspace", join(folder, "workspace"));
};
const json = async (command: string, ...args: string[]): Promise<Record<string, unknown[]>> =>
  JSON.parse((await readout(command, ...args, "--json")).out) as Record<string, unknown[]>;
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-batch-"));
});

describe("a batch of many formats", () => {
  test("all pages are there, none twice; again changes nothing; what failed is on the list until it can be read", async () => {
    write("a.html", htmlPage(title, paragraphs));
    write("copy-of-a.html", htmlPage(title, paragraphs));
    write("b.pdf", columns());
    write("c.warc.gz", warcGz());
    write("d.jsonl", jsonLines());
    write("e.zip", zip({ "f.html": htmlPage(secondTitle, secondParagraphs), "logo.png": "x" }));
    const broken = write("g.pdf", "%PDF-1.7 broken");
    const first = await readout("add", folder);
    expect(first.code).toBe(1);
    // In the web archive both pages have the bytes of a.html and f.html; the revisit repeats the first.
    expect(first.out).toMatch(/5 added, 4 already here, 2 not read\. The workspace holds 5 pages/);
    expect(first.err).toContain("g.pdf: This is no PDF that can be read");
    expect(first.err).toContain("d.jsonl#3: This record is no JSON");
    const second = await readout("add", folder);
    expect(second.out).toMatch(/0 added, 9 already here, 2 not read\. The workspace holds 5 pages/);
    const list = await readout("quarantine");
    expect(list.code).toBe(1);
    expect(list.out).toMatch(/g\.pdf {2}FILE_DAMAGED · \d{4}-\d\d-\d\d · tried 2 times/);
    writeFileSync(broken, columns());
    write("d.jsonl", jsonLines().replace('{"text": "broken\n', ""));
    expect((await readout("quarantine", "retry", "g.pdf")).out).toContain(
      "0 added, 1 already here",
    );
    expect((await readout("quarantine")).out).not.toContain("g.pdf");
    expect((await readout("quarantine", "forget", "d.jsonl")).out).toBe("1 taken off the list.\n");
    expect((await readout("quarantine")).out).toBe("Nothing is in quarantine.\n");
  });

  test("the same records whatever the number of workers", async () => {
    for (let number = 0; number < 12; number++)
      write(`${number}.html`, htmlPage(`${title} ${number}`, paragraphs));
    write("z.jsonl", jsonLines());
    const read = async (workers: string): Promise<unknown> => {
      const { out } = await run("read", folder, "--json", "--workers", workers);
      return JSON.parse(out);
    };
    expect(await read("2")).toEqual(await read("0"));
  });
});

describe("addresses", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());
  beforeEach(() => {
    site.asked.length = 0;
    site.answers.clear();
  });
  const url = (path: string): string => `http://127.0.0.1:${site.port}${path}`;

  test("are refused without --allow-private, with the way out", async () => {
    const { code, err } = await readout("add", url("/page"));
    expect(code).toBe(1);
    expect(err).toContain(
      "an address of this machine or of a private network. If that is meant, use --allow-private.",
    );
    expect(site.asked).toEqual([]);
  });

  test("a page that changed becomes a version; one with the same words doesn't", async () => {
    const answer = (texts: readonly string[], stamp: string): void =>
      void site.answers.set(
        "/page",
        says(htmlPage(title, texts, `<meta name="stamp" content="${stamp}">`)),
      );
    const add = async (): Promise<string> =>
      (await readout("add", url("/page"), "--allow-private")).out;
    answer(paragraphs, "1");
    expect(await add()).toContain("1 added");
    expect(await add()).toContain("0 added, 0 already here");
    answer(paragraphs, "2");
    expect(await add()).toContain("0 added, 1 already here");
    answer([...paragraphs, secondParagraphs[0]!], "3");
    expect(await add()).toContain("1 added");
    const { documents } = await json("list", "--all");
    expect(documents).toHaveLength(2);
    expect(
      documents!.filter((document) => (document as { current: boolean }).current),
    ).toHaveLength(1);
    expect((documents![0] as { url: string }).url).toBe(url("/page"));
  });

  test("a page that can't be had is in quarantine until it can", async () => {
    expect((await readout("add", url("/late"), "--allow-private")).err).toContain(
      "The site answers 404: there is no such page (any more).",
    );
    site.answers.set("/late", says(htmlPage(title, paragraphs)));
    expect((await readout("quarantine", "retry", "--allow-private")).out).toContain("1 added");
    expect((await readout("quarantine")).out).toBe("Nothing is in quarantine.\n");
  });

  test("a feed gives its entries; --follow the pages behind its summaries, once", async () => {
    const feed = rss().replaceAll("https://courier.example", url(""));
    site.answers.set("/feed.xml", says(feed, { "content-type": "application/rss+xml" }));
    site.answers.set("/2", says(htmlPage(secondTitle, secondParagraphs)));
    const plain = await readout("add", url("/feed.xml"), "--allow-private");
    expect(plain.out).toContain("2 added");
    expect(plain.err).toContain("1 of its 2 entries hold a summary only; --follow fetches");
    rmSync(join(folder, "workspace"), { recursive: true });
    const followed = await readout("add", url("/feed.xml"), "--allow-private", "--follow");
    expect(followed.out).toContain("2 added");
    expect(
      (await json("list"))["documents"]!.map((document) => (document as { path: string }).path),
    ).toContain(url("/2"));
    site.answers.set(
      "/feed.xml",
      says(`${feed}<!-- changed -->`, { "content-type": "application/rss+xml" }),
    );
    site.asked.length = 0;
    await readout("add", url("/feed.xml"), "--allow-private", "--follow");
    expect(site.asked.map(({ path }) => path)).not.toContain("/2");
  });

  test("watch --once looks at feeds and folders, and knows after a stop what it has seen", async () => {
    site.answers.set(
      "/feed.xml",
      says(rss(), { "content-type": "application/rss+xml", etag: '"1"' }),
    );
    write("page.html", htmlPage(secondTitle, paragraphs));
    utimesSync(join(folder, "page.html"), new Date(0), new Date(0));
    const watch = async (): Promise<string> =>
      (await readout("watch", url("/feed.xml"), folder, "--once", "--allow-private")).out;
    const first = await watch();
    expect(first).toContain("/feed.xml: 2 added, 0 already here");
    expect(first).toContain(`${folder}: 1 added`);
    const second = await watch();
    expect(second).toContain("/feed.xml: 0 added");
    expect(site.asked.at(-1)!.headers["if-none-match"]).toBe('"1"');
    expect((await readout("watch", "list")).out).toContain("/feed.xml  0 added");
    expect((await readout("watch", "forget", url("/feed.xml"))).code).toBe(0);
    expect((await readout("watch", "list")).out).not.toContain("/feed.xml");
  });

  test("a site that fails is told and asked again", async () => {
    site.answers.set("/feed.xml", says("", { "retry-after": "60" }, 503));
    const { code, out } = await readout("watch", url("/feed.xml"), "--once", "--allow-private");
    expect(code).toBe(1);
    expect(out).toContain("1 not read");
    expect((await readout("watch", "list")).out).toContain("it is overloaded; try again later");
  });
});
