import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoteOf } from "../../src/core/brief/quotes.ts";
import type { Document } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";

function page(text: string, language = "en"): Document {
  return { id: "d", text, language, layers: emptyLayers, blocks: [] } as unknown as Document;
}

const long =
  "The two sides will widen their trade in grain and fish, as they agreed in the spring; they will also open a second crossing at the northern border, for lorries and for trains; and they will let the commission on the fishing grounds meet twice a year, in turn in Selmont and in Port Anselm.";

describe("quotations", () => {
  test.each([
    ["marks around the whole go", "“We are ready.”", "We are ready."],
    ["marks inside stay", "the “historic” step", "the “historic” step"],
    ["two quotations keep theirs", "“peace” and “settlement”", "“peace” and “settlement”"],
    ["an inner one at the end stays", "it calls this “a thaw”", "it calls this “a thaw”"],
    ["a comma at the end goes", "“We took the first step,”", "We took the first step"],
    ["numbers of a list go", "2. They will meet again.", "They will meet again."],
    ["a number that counts stays", "2 ships", "2 ships"],
    ["line breaks are blanks", "trade\n  and fish", "trade and fish"],
  ])("%s", (_name, text, shown) =>
    expect(quoteOf(page(text), { start: 0, end: text.length }).text).toBe(shown),
  );

  test("a long one ends with a clause, and says that it was cut", () => {
    const quote = quoteOf(page(long), { start: 0, end: long.length });
    expect(quote.text).toMatch(/for trains$/u);
    expect([quote.cutBefore, quote.cutAfter]).toEqual([false, true]);
  });

  test("what matters stays in", () => {
    const start = long.indexOf("Port Anselm");
    const focus = { start, end: start + "Port Anselm".length };
    const quote = quoteOf(page(long), { start: 0, end: long.length }, focus);
    expect(quote.text).toContain("Port Anselm");
    expect([quote.cutBefore, quote.cutAfter]).toEqual([true, false]);
  });

  test("commas of numbers and full stops of short forms are no ends", () => {
    const text = `Mr. Aldous of the U.S. said that 1,400 ${"tonnes of fish ".repeat(14).trimEnd()}, ${"or more ".repeat(20)}`;
    const quote = quoteOf(page(text), { start: 0, end: text.length });
    expect(quote.text).toMatch(/^Mr\. Aldous of the U\.S\. said that 1,400 tonnes.*fish$/u);
  });

  test("a list that goes on after the content says so", () => {
    const text = "the need for balanced, open, and fair trade";
    const quote = quoteOf(page(text), { start: 0, end: "the need for balanced".length });
    expect(quote.cutAfter).toBe(true);
  });

  test("whatever the text, the span holds what is shown", () => {
    const pieces = fc.constantFrom(
      "trade, ",
      "“fish” ",
      "。",
      "合作，",
      "😀",
      "Mr. ",
      "; ",
      "\n",
      "слово ",
      "—",
      "1,000 ",
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 120 }), fc.nat(), (parts, at) => {
        const text = parts.join("");
        const start = at % text.length;
        const focus = { start, end: Math.min(text.length, start + 3) };
        const { span, text: shown } = quoteOf(page(text), { start: 0, end: text.length }, focus);
        expect(text.slice(span.start, span.end)).toBe(span.quote);
        expect(span.quote.replace(/\s+/gu, " ")).toBe(shown);
        expect(span.end).toBeGreaterThan(span.start);
      }),
    );
  });

  test("a clause without end is cut at a word, in time", () => {
    const text = "fish ".repeat(40_000);
    const quote = quoteOf(
      page(text),
      { start: 0, end: text.length },
      { start: 90_000, end: 90_004 },
    );
    expect(quote.text.length).toBeLessThan(600);
    expect(quote.text).toContain("fish");
  });
});
