import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "readout-"));
const options = ["--workspace", join(folder, "workspace"), "--tables", join(samples, "tables")];

const readout = (...args: string[]): ReturnType<typeof run> => run(...args, ...options);

let first = { code: -1, out: "", err: "" };
beforeAll(async () => {
  first = await readout("add", join(samples, "pages"));
});

describe("a workspace", () => {
  test("add reads the pages and says what it holds", () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain("9 added, 0 already here");
  });

  test("adding again changes nothing", async () => {
    expect((await readout("add", join(samples, "pages"))).out).toContain("0 added, 9 already here");
  });

  test("list shows pages by date, and takes a side", async () => {
    const lines = (await readout("list")).out.trim().split("\n");
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/2024-03-12 {2,}en {2,}readout/);
    expect((await readout("list", "--party", "XVA")).out.trim().split("\n")).toHaveLength(2);
  });

  test("search finds inflected words in a passage, and says where", async () => {
    const { out } = await readout("search", "journalist", "concern", "--json");
    const { passages } = JSON.parse(out) as {
      passages: { paragraph: number; passage: { quote: string }; hits: { quote: string }[] }[];
    };
    expect(passages).toHaveLength(1);
    expect(passages[0]!.paragraph).toBe(2);
    expect(passages[0]!.hits.map((hit) => hit.quote)).toEqual(["concerns", "journalists"]);
  });

  test("search says when nothing is found or asked", async () => {
    expect((await readout("search", "zeppelin")).out).toBe("Nothing found.\n");
    const { code, err } = await readout("search", "…");
    expect(code).toBe(2);
    expect(err).toContain("name at least one word");
  });

  test("show takes the beginning of an id", async () => {
    const id = (await readout("list")).out.slice(0, 12);
    expect((await readout("show", id.slice(0, 8))).out).toContain("telephone call");
    expect((await readout("show", id, "--text")).out).toMatch(/^ {3}1 {2}/);
    expect((await readout("show", "zzz")).err).toContain("there is no page “zzz”");
  });

  test("a changed page becomes a new version, the old one is kept", async () => {
    const page = join(folder, "page.txt");
    writeFileSync(page, "Talks in Selmont\n\nThe two sides agreed to meet again in the autumn.\n");
    const old = (await readout("add", page)).out.slice(0, 12);
    writeFileSync(page, "Talks in Selmont\n\nThe two sides agreed to meet again in the winter.\n");
    const second = (await readout("add", page)).out.slice(0, 12);
    expect(second).not.toBe(old);
    expect((await readout("list")).out).not.toContain(old);
    expect((await readout("list", "--all")).out).toMatch(new RegExp(`${old}.*\\(replaced\\)`, "u"));
    expect((await readout("show", second)).out).toMatch(
      new RegExp(`${old} {2}added[\\s\\S]*\\(current\\)`, "u"),
    );
  });

  test("a page that can't be read is named; the others are added", async () => {
    const empty = join(folder, "empty.txt");
    writeFileSync(empty, "");
    const { code, out, err } = await readout("add", empty, join(samples, "pages"));
    expect(code).toBe(1);
    expect(out).toContain("9 already here, 1 not read");
    expect(err).toContain("empty.txt: The file is empty.");
  });
});

test("no workspace: a word and the way out", async () => {
  const { code, err } = await run("list", "--workspace", join(folder, "nothing"));
  expect(code).toBe(2);
  expect(err).toContain("Make one with “readout add PATH…”");
});
