import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { jsonlFormat } from "../../src/export/jsonl.ts";
import { packageRoot } from "../../src/resources/load.ts";
import { exported, hostilePieces, hostileReading, sampleReading } from "./readings.ts";

function schemaOf(name: string): object {
  return JSON.parse(readFileSync(join(packageRoot, "schema", name), "utf8")) as object;
}

const validate = new Ajv({ strict: false, formats: { "date-time": true } })
  .addSchema(schemaOf("read.json"))
  .compile(schemaOf("export.json"));

async function linesOf(reading = sampleReading(), wanted = {}): Promise<Record<string, unknown>[]> {
  const { content } = await exported(jsonlFormat, reading, wanted);
  return (content as string)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("every line fits the schema; the first tells of the file", async () => {
  const hostile = hostilePieces.join(" ");
  for (const reading of [
    sampleReading(),
    hostileReading(hostile, [{ start: 0, end: hostile.length }]),
  ]) {
    const lines = await linesOf(reading);
    for (const line of lines) {
      validate(line);
      expect([line["record"], validate.errors ?? []]).toEqual([line["record"], []]);
    }
    expect(lines[0]).toMatchObject({ record: "export", records: lines.length - 1 });
  }
});

test("the schema refuses a record that is none", () => {
  expect(validate({ record: "rumour" })).toBe(false);
  expect(validate({ record: "statement", id: "x" })).toBe(false);
});

test("a part has the records of the part", async () => {
  const all = await linesOf();
  const part = await linesOf(sampleReading(), { encounter: "2024-03-12-xme-xva-phone" });
  const of = (lines: typeof all, record: string): unknown[] =>
    lines.filter((line) => line["record"] === record);
  expect(of(all, "document")).toHaveLength(3);
  expect(of(part, "document")).toHaveLength(1);
  expect(of(part, "encounter")).toHaveLength(1);
  expect(of(part, "statement").length).toBeLessThan(of(all, "statement").length);
});
