import { describe, expect, test } from "vitest";
import { parseTable, valueOf, valuesOf } from "./tsv.ts";

describe("parseTable", () => {
  test("reads header, rows, comments and CRLF", () => {
    const rows = parseTable("t", "# from a list\nid\ten\r\nA\tone|two\r\n\nB\t-\n");
    expect(rows.map((row) => row["id"])).toEqual(["A", "B"]);
    expect(valuesOf(rows[0]!, "en")).toEqual(["one", "two"]);
    expect(valueOf(rows[1]!, "en")).toBeNull();
    expect(valuesOf(rows[1]!, "zh")).toEqual([]);
  });
  test("names the table and the line of a bad row", () => {
    expect(() => parseTable("actors", "id\nA\tB\n")).toThrow("actors.tsv line 2");
  });
  test("is safe with prototype keys", () => {
    const rows = parseTable("t", "id\t__proto__\nA\tB\n");
    expect(rows[0]!["toString"]).toBeUndefined();
  });
});
