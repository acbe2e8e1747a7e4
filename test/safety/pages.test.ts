import { createServer } from "node:http";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";
import { zip } from "../formats/fixtures/archives.ts";
import { mhtml } from "../formats/fixtures/mail.ts";
import { docx } from "../formats/fixtures/office.ts";
import { htmlPage, paragraphs, title } from "../formats/fixtures/words.ts";
import { readBytes } from "../formats/read-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-safety-"));
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** What no line shown to a person may hold: control characters, and marks that change direction. */
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe("nothing of a page runs or is asked for", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  let base = "";
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const traps = (to: string): string =>
    `<script src="${to}/script.js"></script><script>globalThis.readoutWasHere = true; fetch("${to}/fetch")</script><img src="${to}/image.png" onerror="fetch('${to}/error')"><link rel="stylesheet" href="${to}/style.css"><iframe src="${to}/frame"></iframe><svg><script>globalThis.readoutWasHere = true</script><image href="${to}/svg.png"/></svg><object data="${to}/object"></object><video src="${to}/video"></video><meta http-equiv="refresh" content="0;url=${to}/refresh">`;

  test("in HTML, SVG, MHTML and Word files, to the written brief", async () => {
    const html = write("traps.html", htmlPage(title, [...paragraphs, traps(base)], traps(base)));
    write(
      "traps.mhtml",
      mhtml().replace("<article>", `<article>${traps(base).replaceAll("=", "=3D")}`),
    );
    const remote = `<w:p><w:r><w:drawing><a:blip r:link="rId9"/></w:drawing></w:r></w:p>`;
    write("traps.docx", docx([...paragraphs, remote]));
    const brief = join(folder, "brief.html");
    const { code } = await run(
      "read",
      html,
      join(folder, "traps.mhtml"),
      join(folder, "traps.docx"),
      "--workers",
      "0",
      "--html",
      brief,
    );
    expect(code).toBe(0);
    expect(asked).toEqual([]);
    expect("readoutWasHere" in globalThis).toBe(false);
    expect(readFileSync(brief, "utf8")).not.toContain(base);
  });
});

describe("names of prototypes' members are names like any other", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  test.each([
    [
      "front matter",
      "a.md",
      `---\n${names.map((name) => `${name}: x`).join("\n")}\noutlet: __proto__\nauthor: constructor\nparty: toString\nkind: __proto__\nlang: hasOwnProperty\n---\n${paragraphs.join("\n\n")}`,
    ],
    [
      "a record",
      "a.jsonl",
      `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "title": "toString", "outlet": "__proto__", "authors": ["constructor", "valueOf"], "text": ${JSON.stringify(paragraphs.join("\n\n"))}}\n`,
    ],
    [
      "a feed",
      "a.rss",
      `<rss version="2.0"><channel><title>__proto__</title><item><title>constructor</title><guid>__proto__</guid><description>${paragraphs.join(" ").repeat(2)}</description></item></channel></rss>`,
    ],
    [
      "markup",
      "a.html",
      htmlPage(
        "constructor",
        paragraphs,
        `<meta name="__proto__" content="x"><meta name="author" content="constructor"><meta property="og:site_name" content="__proto__"><script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"x"},"author":{"name":"toString"}}</script>`,
      ),
    ],
    [
      "a BibTeX export",
      "a.bib",
      `@article{__proto__,\n  title = {constructor},\n  __proto__ = {x},\n  constructor = {y}\n}\n`,
    ],
  ])("in %s", async (_name, name, bytes) => {
    const { documents, problems } = await readBytes(name, bytes);
    expect(problems).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(({} as { headline?: unknown }).headline).toBeUndefined();
    for (const document of documents) expect(document.text).toContain("Irena Kostrova");
  });

  test("in the commands", async () => {
    const page = write(
      "proto.md",
      `---\ntitle: constructor\noutlet: __proto__\nauthor: toString\nparty: __proto__\npublished: constructor\n---\n${paragraphs.join("\n\n")}`,
    );
    const workspace = join(folder, "__proto__");
    expect((await run("add", page, "--workspace", workspace)).code).toBe(0);
    for (const args of [
      ["list"],
      ["search", "constructor"],
      ["list", "--party", "__proto__"],
      ["quarantine"],
      ["watch", "list"],
    ])
      expect((await run(...args, "--workspace", workspace)).code).toBe(0);
    expect((await run("help", "__proto__")).code).toBe(0);
    expect((await run("constructor")).err).toContain("there is no command “constructor”");
  });
});

describe("what a terminal would obey is not shown", () => {
  const hostile = "\u001b]0;owned\u0007\u001b[2J\u009b31mRed\u202e gnp.exe\u2066";
  const workspace = join(folder, "terminal");
  const page = write(
    "hostile.md",
    `---\ntitle: "${"\\u001b]0;owned\\u0007\\u009b31mRed\\u202e gnp.exe"}"\nauthor: "\\u001b[31mA. Writer"\noutlet: "\\u202eoutlet"\n---\n${hostile}\n\n“${hostile} We agree,” Irena Kostrova said in Selmont.\n\n${paragraphs.join("\n\n")}\n`,
  );
  write("broken\u001b[31m\u202e.pdf", "%PDF-1.7 \u001b[31m broken");
  write("empty\u009b31m.txt", "");
  const archive = write(
    "names.zip",
    zip({ "\u001b]0;x\u0007\u202e.html": htmlPage(hostile, paragraphs) }),
  );

  test.each([
    ["read", [page, archive, "--workers", "0"]],
    ["read --json", [page, archive, "--workers", "0", "--json"]],
    ["read --md", [page, archive, "--workers", "0", "--md"]],
    ["compare", [page]],
    ["inspect --stage clean", [page]],
    ["inspect --stage statements --json", [page]],
    ["add", [folder, "--workers", "0", "--workspace", workspace]],
    ["add --json", [folder, "--workers", "0", "--workspace", workspace]],
    ["list", ["--workspace", workspace]],
    ["list --json", ["--workspace", workspace]],
    ["search agree", ["--workspace", workspace]],
    ["search agree --json", ["--workspace", workspace]],
    ["quarantine", ["--workspace", workspace]],
    ["quarantine --json", ["--workspace", workspace]],
    ["read missing\u001b[31m\u202e.txt", []],
    ["show zz\u001b[31m\u202e", ["--workspace", workspace]],
    ["bad\u001b[31m\u202ecommand", []],
  ])("by %j", async (command, args) => {
    const { out, err } = await run(...command.split(" "), ...args);
    for (const line of `${out}\n${err}`.split("\n")) expect(line).not.toMatch(dangerous);
    expect(out.length + err.length).toBeGreaterThan(10);
  });

  test("in the pages of the workspace, one by one", async () => {
    const { out } = await run("list", "--workspace", workspace);
    for (const line of out.trim().split("\n")) {
      const shown = await run("show", line.slice(0, 12), "--workspace", workspace);
      const text = await run("show", line.slice(0, 12), "--text", "--workspace", workspace);
      for (const shownLine of `${shown.out}\n${text.out}`.split("\n"))
        expect(shownLine).not.toMatch(dangerous);
    }
  });
});
