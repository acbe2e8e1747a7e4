import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-claims-"));
  const page = (name: string, author: string, text: string): void =>
    writeFileSync(
      join(folder, name),
      `---\ntitle: Notes of the week\nauthor: ${author}\nkind: opinion\npublished: 2024-03-12\n---\n${text}\n`,
    );
  page("one.txt", "Ada Merrow", "It is unlikely that India will give military aid to Iran.");
  page("two.txt", "=Bo Lund", "India is giving military aid to Iran.");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("JSON fits its schema and quotes the pages", async () => {
  const { code, out } = await run("claims", folder, "--json");
  expect(code).toBe(0);
  const record = JSON.parse(out) as { claims: { verdict: string; positions: unknown[] }[] };
  const schema = JSON.parse(
    readFileSync(new URL("../../schema/claims.json", import.meta.url), "utf8"),
  ) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  validate(record);
  expect(validate.errors ?? []).toEqual([]);
  expect(record.claims.map(({ verdict, positions }) => [verdict, positions.length])).toEqual([
    ["disputed", 2],
  ]);
});

test("CSV has a row an answer, without formulas", async () => {
  const { out } = await run("claims", folder, "--csv");
  const rows = out.trim().split("\n");
  expect(rows[0]).toMatch(/^claim,question,sides,verdict,stance,/);
  expect(rows.slice(1).map((row) => /,(yes|no|open),(?:yes|no),/.exec(row)?.[1])).toEqual([
    "yes",
    "no",
  ]);
  expect(out).not.toMatch(/(?:^|,)=/m);
});

test("the terminal and Markdown name page and paragraph", async () => {
  expect((await run("claims", folder)).out).toContain("[1 ¶2]");
  expect((await run("claims", folder, "--md")).out).toContain("(1 ¶2)");
});

test.each([
  [["claims"], "name pages"],
  [["claims", "x", "--question", "no-such"], "there is no question"],
  [["claims", "x", "--csv", "--json"], "exclude each other"],
])("%j is told to be misuse", async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
