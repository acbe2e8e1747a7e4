import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportFormats } from "../../src/export/formats.ts";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";
import { run } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-export-server-"));
const tables = join(packageRoot, "samples", "tables");
let library: Library;
let app: FastifyInstance;

beforeAll(async () => {
  library = await Library.open(folder, loadContext(tables));
  await library.addPaths([join(packageRoot, "samples", "pages")]);
  await library.load();
  app = await createApp(library);
}, 60_000);
afterAll(async () => {
  await app.close();
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string): Promise<{
  status: number;
  text: string;
  headers: Record<string, unknown>;
}> {
  const response = await app.inject({ url, headers: { host: "localhost" } });
  return { status: response.statusCode, text: response.body, headers: response.headers };
}

async function rowsOf(query = ""): Promise<Record<string, string>[]> {
  const { status, text } = await ask(`/api/export/csv${query}`);
  expect(status).toBe(200);
  return parse(text, { columns: true, bom: true }) as Record<string, string>[];
}

test.each(exportFormats)("$id comes as a file to keep", async ({ id, extension, mediaType }) => {
  const { status, headers } = await ask(`/api/export/${id}`);
  expect(status).toBe(200);
  expect(String(headers["content-type"])).toContain(mediaType.split(";")[0]);
  expect(headers["content-disposition"]).toBe(`attachment; filename="readout${extension}"`);
});

test("formats are listed, with who reads them", async () => {
  const { text } = await ask("/api/export");
  const listed = (JSON.parse(text) as { id: string }[]).map(({ id }) => id);
  expect(listed).toEqual(exportFormats.map(({ id }) => id));
});

test("a part, with what was left out in the header", async () => {
  const all = await rowsOf();
  const part = await rowsOf("?encounter=2024-03-12-xme-xva-phone&bom=true");
  expect(part.length).toBeGreaterThan(0);
  expect(part.length).toBeLessThan(all.length);
  const { headers } = await ask("/api/export/csv?pair=XVA,XME&from=2024-05");
  expect(headers["content-disposition"]).toBe('attachment; filename="readout-XVA-XME-2024-05.csv"');
  expect(headers["x-readout-omitted"]).toMatch(/silences?, since/);
});

test.each([
  ["/api/export/xlsx", 404, /no format “xlsx”; there are csv, jsonl/],
  ["/api/export/csv?encounter=nope", 404, /no encounter “nope”/],
  ["/api/export/csv?from=2030", 404, /no mark in this workspace/],
  ["/api/export/csv?from=May", 400, /does not fit its description/],
])("%s is %i", async (url, status, message) => {
  const answer = await ask(url);
  expect(answer.status).toBe(status);
  expect((JSON.parse(answer.text) as { message: string }).message).toMatch(message);
});

test("a person's corrections hold, from the workbench and from the command line", async () => {
  const statement = (await rowsOf()).find(({ layer }) => layer === "statement")!;
  const target = `${statement["document"]}:${statement["start"]}-${statement["end"]}`;
  const speaker = (rows: Record<string, string>[]): string | undefined =>
    rows.find(
      (row) =>
        row["layer"] === "statement" &&
        `${row["document"]}:${row["start"]}-${row["end"]}` === target,
    )?.["actors"];
  await library.correct("statement-speaker", target, "XME:tomas-eldridge", null);
  await library.correct("actor-rename", "XME:tomas-eldridge", "T. Eldridge", null);
  expect(speaker(await rowsOf())).toBe("T. Eldridge");
  const { out } = await run("export", "csv", "--workspace", folder, "--tables", tables);
  expect(speaker(parse(out, { columns: true }) as Record<string, string>[])).toBe("T. Eldridge");
  await library.correct("statement-reject", target, null, null);
  expect(speaker(await rowsOf())).toBeUndefined();
});
