import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-commitments-"));
  const page = (name: string, published: string, text: string): void =>
    writeFileSync(
      join(folder, name),
      `---\ntitle: The <b>week</b> in diplomacy\nkind: report\npublished: ${published}\n---\n${text}\n`,
    );
  page("one.txt", "2024-03-12", "Turkey and Egypt signed a trade agreement on Monday.");
  page("two.txt", "2023-01-05", "Turkey pledged to expand trade with Egypt.");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("JSON fits its schema, in time order", async () => {
  const { out } = await run("commitments", folder, "--json");
  const record = JSON.parse(out) as { commitments: { status: string; date: string }[] };
  const schema = new URL("../../schema/commitments.json", import.meta.url);
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
  validate(record);
  expect(validate.errors ?? []).toEqual([]);
  expect(record.commitments.map(({ status, date }) => [status, date])).toEqual([
    ["promised", "2023-01-05"],
    ["signed", "2024-03-12"],
  ]);
});

test("the matrix counts by stage; sides, stages and days narrow it", async () => {
  const { out } = await run("commitments", folder);
  expect(out).toMatch(/economic-trade-finance\s+1p 1s\s+1s/);
  expect((await run("commitments", folder, "--status", "signed")).out).not.toContain("promised:");
  expect((await run("commitments", folder, "--to", "2023")).out).not.toContain("signed:");
  expect((await run("commitments", folder, "--side", "NOR")).out).toBe("No commitment found.\n");
});

test("HTML, Markdown and CSV", async () => {
  const file = join(folder, "out.html");
  const { out } = await run("commitments", folder, "--csv", "--html", file);
  expect(out.trim().split("\n")).toHaveLength(3);
  const html = readFileSync(file, "utf8");
  expect(html).not.toContain("<b>week</b>");
  const links = [...html.matchAll(/href="#(p\d[^"]*)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(1);
  expect(links.every((id) => html.includes(`id="${id}"`))).toBe(true);
  expect((await run("commitments", folder, "--md")).out).toContain("| economic-trade-finance |");
});

test.each([
  [["commitments"], "name pages"],
  [["commitments", "x", "--status", "done"], "there is no stage"],
  [["commitments", "x", "--from", "yesterday"], "--from and --to"],
])("%j is told to be misuse", async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
