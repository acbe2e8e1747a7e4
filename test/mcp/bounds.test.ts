import { describe, expect, test } from "vitest";
import { longestQuote, partOf, placed } from "../../src/mcp/bounds.ts";

const addressOf = (document: string): string | null =>
  document === "d" ? "https://valdoria.example" : null;

describe("answers stay small", () => {
  test("a long quote is cut, and its place with it", () => {
    const quote = `${"a".repeat(longestQuote - 1)}😀${"b".repeat(500)}`;
    const place = { document: "d", start: 10, end: 10 + quote.length, quote };
    const cut = placed(place, addressOf) as typeof place & { wholeEnd: number };
    expect(cut.quote).toBe("a".repeat(longestQuote - 1));
    expect(cut.end - cut.start).toBe(cut.quote.length);
    expect(cut.wholeEnd).toBe(place.end);
  });

  test("a page that is not held has no address", () => {
    const place = { document: "gone", start: 0, end: 1, quote: "x" };
    expect(placed({ deep: [place] }, addressOf)).toEqual({ deep: [{ ...place, address: null }] });
  });

  test("long lists of words are counted", () => {
    const words = Array.from({ length: 30 }, (_, index) => `form ${index}`);
    expect((placed(words, addressOf) as string[]).at(-1)).toBe("… and 18 more");
  });

  test("a part ends where the answer is full, and has one item at least", () => {
    const items = Array.from({ length: 60 }, () => "x".repeat(1000));
    const { items: taken, next } = partOf(items, 100, 20);
    expect(taken.length).toBeLessThan(60);
    expect(next).toBe(20 + taken.length);
    expect(partOf(["x".repeat(90_000)], 1, 0)).toMatchObject({ next: null });
    expect(partOf([], 0, 0)).toMatchObject({ total: 0, next: null, items: [] });
  });
});
