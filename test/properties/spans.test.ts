import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Range } from "../../src/core/document.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { readText, shippedContext } from "../support/read-text.ts";

/** Pieces that press pages are made of, the awkward ones included. */
const pieces = [
  "Advertisement",
  "Mara Oduya said that the border talks would go on.",
  "“We will stay,” said Xi Jinping, “and we will not pay.",
  "习近平6月15日下午同俄罗斯总统普京通电话。",
  "Владимир Путин провёл переговоры с Си Цзиньпином 31 февраля 2025 года.",
  "• A key point about the canal, analysts say",
  "Photo: AP",
  "\u00a0no-break\u00a0blanks\u00a0",
  "astral 😀 characters 𝒳",
  "&amp; entities &lt;b&gt; &nbsp;",
  "\u202eright to left\u202c",
  "__proto__ constructor toString",
  "'''' \"\"\"\" ““““ ’’’’",
  "",
  "01:54",
];

function spansOf(document: Document): Range[] {
  const { layers } = document;
  return [
    ...document.blocks,
    ...layers.sentences,
    ...layers.tokens,
    ...layers.times,
    ...layers.actors,
    ...layers.statements.flatMap((statement) => [
      statement,
      ...statement.content,
      ...(statement.source === null ? [] : [statement.source]),
    ]),
    ...layers.silences,
    ...layers.encounters.flatMap((encounter) => encounter.places),
    ...layers.phrases,
    ...layers.topics,
  ];
}

describe("laws of spans", () => {
  test("every mark lies in the text and blocks never overlap, whatever the page", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        fc.constantFrom("\n", "\n\n", " "),
        fc.constantFrom("page.txt", "page.html"),
        (parts, glue, name) => {
          const source = name.endsWith("html")
            ? `<html><body><article>${parts.map((part) => `<p>${part}</p>`).join(glue)}</article></body></html>`
            : parts.join(glue);
          fc.pre(source.trim() !== "");
          const document = readText(source, name);
          for (const { start, end } of spansOf(document)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(document.text.length);
          }
          for (const [index, block] of document.blocks.entries()) {
            expect(block.start).toBeGreaterThanOrEqual(document.blocks[index - 1]?.end ?? 0);
          }
          expect(
            document.diagnostics.filter((diagnostic) => diagnostic.code === "STAGE_FAILED"),
          ).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("every kept character leads back to the page", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const source = parts.join("\n");
          fc.pre(source.trim() !== "");
          const { page } = pageFromBytes("page.txt", new TextEncoder().encode(source));
          const document = cleanPage(page!, shippedContext(), null);
          for (const block of document.blocks) {
            const place = toPage(document.offsets, block);
            expect(place).not.toBeNull();
            const fold = (text: string): string =>
              text.replace(/[\s\u200e\u200f\u202a-\u202e]/gu, "");
            expect(fold(page!.source.slice(place!.start, place!.end))).toBe(
              fold(document.text.slice(block.start, block.end)),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
