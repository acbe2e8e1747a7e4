import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Range } from "../../src/core/document.ts";
import { codePointsOf } from "../../src/export/code-points.ts";
import { csvFormat } from "../../src/export/csv.ts";
import { jsonlFormat } from "../../src/export/jsonl.ts";
import { ploverFormat } from "../../src/export/plover.ts";
import { qdpxFormat, sourceText } from "../../src/export/qdpx.ts";
import { safeText } from "../../src/export/safe-text.ts";
import { w3cFormat } from "../../src/export/w3c.ts";
import { exported, hostilePieces, hostileReading } from "./readings.ts";

/** A hostile text with ranges that cut no character in two. */
const hostile = fc
  .array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(" "))
  .chain((text) => {
    const bounds = [...text].reduce<number[]>(
      (all, character) => [...all, all.at(-1)! + character.length],
      [0],
    );
    const range = fc
      .tuple(fc.nat(bounds.length - 2), fc.nat(bounds.length - 2))
      .map(([a, b]): Range => ({
        start: bounds[Math.min(a, b)]!,
        end: bounds[Math.max(a, b) + 1]!,
      }));
    return fc.tuple(fc.constant(text), fc.array(range, { minLength: 1, maxLength: 4 }));
  });

/** A piece of a text by code points, as Python or an R package would cut it. */
function cut(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join("");
}

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Spans anywhere in a record. */
function spansIn(value: unknown): readonly Quoted[] {
  if (typeof value !== "object" || value === null) return [];
  return "document" in value && "start" in value && "quote" in value
    ? [value as unknown as Quoted]
    : Object.values(value).flatMap(spansIn);
}

async function hold(
  property: (text: string, ranges: readonly Range[]) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(hostile, async ([text, ranges]) => property(text, ranges)),
    { numRuns: 60 },
  );
}

describe("exported places find their text again", () => {
  test("code points", () => {
    fc.assert(
      fc.property(hostile, ([text, ranges]) => {
        const at = codePointsOf(text);
        for (const { start, end } of ranges)
          expect(cut(text, at(start), at(end))).toBe(text.slice(start, end));
      }),
    );
  });

  test("csv: quotes, and no cell that a spreadsheet would run", async () => {
    await hold(async (text, ranges) => {
      const { content, count } = await exported(csvFormat, hostileReading(text, ranges));
      const rows = parse(content as string, { columns: true }) as Record<string, string>[];
      expect(rows).toHaveLength(count);
      for (const row of rows) {
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        const { start, end, start_code_point: from, end_code_point: to } = row;
        const quote = row["quote"]!.replace(/^'(?=[=+\-@\t\r])/, "");
        expect(quote).toBe(safeText(text).slice(Number(start), Number(end)));
        expect(quote).toBe(cut(safeText(text), Number(from), Number(to)));
      }
    });
  });

  test("jsonl: spans", async () => {
    await hold(async (text, ranges) => {
      const { content } = await exported(jsonlFormat, hostileReading(text, ranges));
      const lines = (content as string)
        .trimEnd()
        .split(/[\n\u2028\u2029\u0085]/)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const own = lines.find(({ record }) => record === "document")!["text"] as string;
      expect(own).toBe(text);
      const spans = lines.flatMap(spansIn);
      for (const { start, end, quote } of spans) expect(own.slice(start, end)).toBe(quote);
      expect(spans.length).toBeGreaterThan(ranges.length);
    });
  });

  test("w3c: quotes with their surroundings, and positions", async () => {
    await hold(async (text, ranges) => {
      const { content } = await exported(w3cFormat, hostileReading(text, ranges));
      expect(content).toBe((content as string).toWellFormed());
      const { first } = JSON.parse(content as string) as {
        first: { items: { target: { selector: Record<string, unknown>[] } }[] };
      };
      const own = safeText(text);
      for (const { target } of first.items) {
        const [quote, position] = target.selector as [
          { exact: string; prefix: string; suffix: string },
          { start: number; end: number },
        ];
        expect(cut(own, position.start, position.end)).toBe(quote.exact);
        expect(own).toContain(quote.prefix + quote.exact + quote.suffix);
      }
      expect(first.items.length).toBeGreaterThan(0);
    });
  });

  test("qdpx: selections in the plain text of the source", async () => {
    await hold(async (text, ranges) => {
      const { content } = await exported(qdpxFormat, hostileReading(text, ranges));
      const files = unzipSync(content as Uint8Array);
      const project = strFromU8(files["project.qde"]!);
      const path = /plainTextPath="internal:\/\/([^"]+)"/.exec(project)![1]!;
      const source = strFromU8(files[`Sources/${path}`]!);
      expect(source).not.toMatch(/\r|^\ufeff/);
      expect([...source]).toHaveLength([...text].length);
      const at = codePointsOf(text);
      const found = [...project.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(
        ([, start, end]) => cut(source, Number(start), Number(end)),
      );
      const wanted = ranges.map(({ start, end }) => cut(sourceText(text), at(start), at(end)));
      expect(new Set(found)).toEqual(new Set(wanted));
    });
  });

  test("plover: texts of events", async () => {
    await hold(async (text, ranges) => {
      const { content } = await exported(ploverFormat, hostileReading(text, ranges));
      const events = (content as string)
        .trimEnd()
        .split("\n")
        .map(
          (line) =>
            JSON.parse(line) as {
              event_text: string[];
              text_info: { start: number; end: number };
            },
        );
      for (const {
        event_text: [words],
        text_info: place,
      } of events)
        expect(cut(safeText(text), place.start, place.end)).toBe(words);
      expect(events.length).toBeGreaterThan(0);
    });
  });
});

test("what a format can't hold is told", async () => {
  const text = "control \u0001 and a lone \ud83d half";
  const reading = hostileReading(text, [{ start: 0, end: text.length }]);
  for (const format of [csvFormat, w3cFormat, qdpxFormat, ploverFormat]) {
    const { omitted } = await exported(format, reading);
    const told = omitted.map(({ what }) => what);
    expect([format.id, told]).toEqual([format.id, expect.arrayContaining(["character"])]);
  }
  for (const format of [jsonlFormat, w3cFormat, qdpxFormat]) {
    const { omitted } = await exported(format, reading);
    expect([format.id, omitted]).toEqual([
      format.id,
      expect.arrayContaining([expect.objectContaining({ what: "place", count: 1 })]),
    ]);
  }
});
