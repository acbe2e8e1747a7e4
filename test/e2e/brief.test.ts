import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const tables = ["--tables", join(root, "samples/tables")];
const folder = mkdtempSync(join(tmpdir(), "readout-"));
const pages = join(folder, "pages.txt");
writeFileSync(
  pages,
  "---\ntitle: Talks with Tomas Eldridge\npublished: 2024-05-21\nparty: valdoria\n---\n\nTalks with Tomas Eldridge\n\nIrena Kostrova held talks with Prime Minister of Merania Tomas Eldridge in Port Anselm on May 21, 2024. Irena Kostrova stressed the importance of trade.\n",
);

describe("readout brief", () => {
  test("prints text, Markdown or records that fit the schema", async () => {
    const text = await run("brief", pages, ...tables);
    expect(text.code).toBe(0);
    expect(text.out).toContain("WHAT HAPPENED");
    const markdown = await run("brief", pages, ...tables, "--md");
    expect(markdown.out).toMatch(/^\[\^1\]: /mu);
    const { out } = await run("brief", pages, ...tables, "--json");
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(join(root, "schema/brief.json"), "utf8")) as object,
    );
    expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null]);
  });

  test("the ending of the file chooses the format", async () => {
    const starts = { md: "# Meeting", html: "<!doctype html>", json: "{", docx: "PK" };
    for (const [ending, start] of Object.entries(starts)) {
      const file = join(folder, `brief.${ending}`);
      const { code, out, err } = await run("brief", pages, ...tables, "-o", file);
      expect([code, out]).toEqual([0, ""]);
      expect(err).toContain(file);
      expect(readFileSync(file, "latin1").startsWith(start)).toBe(true);
    }
  });

  test("a workspace gives the brief that its pages give", async () => {
    const workspace = join(folder, "workspace");
    const samples = join(root, "samples/pages");
    await run("add", samples, "--workspace", workspace, ...tables);
    const stored = await run("brief", "--workspace", workspace, ...tables, "--md");
    const read = await run("brief", samples, ...tables, "--md");
    const sentences = (text: string): string[] =>
      text.split("\n").filter((line) => line.startsWith("- "));
    expect(sentences(stored.out)).toEqual(sentences(read.out));
    expect(stored.out).toContain("## What is left unsaid");
  });

  test("files and what is printed go together", async () => {
    const html = join(folder, "both.html");
    const quiet = await run("brief", pages, ...tables, "--html", html);
    expect(quiet.out).toBe("");
    const loud = await run("brief", pages, ...tables, "--html", html, "--md");
    expect(loud.out).toContain("# Meeting");
  });

  test.each([
    ["nothing to read", ["brief"], "name pages"],
    ["two formats", ["brief", pages, "--md", "--json"], "exclude each other"],
    ["no such side", ["brief", pages, ...tables, "--pair", "Nowhere"], "no side “Nowhere”"],
    [
      "no encounter in the time",
      ["brief", pages, ...tables, "--to", "2020"],
      "There is 2024-05-21",
    ],
  ])("says what is wrong: %s", async (_name, args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});
