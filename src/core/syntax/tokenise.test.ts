import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenise } from "./tokenise.ts";

const cut = (text: string): string[] =>
  tokenise(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

test.each([
  ["contractions", "We don’t, can't and cannot", "We|do|n’t|,|ca|n't|and|can|not"],
  ["possessives", "Valdoria’s and its allies’ envoys", "Valdoria|’s|and|its|allies|’|envoys"],
  ["a final stop", "They met Mr. Eldridge.", "They|met|Mr.|Eldridge|."],
  ["initials", "J. R. Marsh of the U.S. side", "J.|R.|Marsh|of|the|U.S.|side"],
  ["hyphens", "long-term, Sino-Valdorian talks", "long|-|term|,|Sino|-|Valdorian|talks"],
  ["prefixes", "pro-Valdorian non-aligned ex-minister", "pro-Valdorian|non-aligned|ex-minister"],
  ["a prefix with a possessive", "the co-chair’s mid-1990s plan", "the|co-chair|’s|mid-1990s|plan"],
  ["a word that is a prefix", "over - or under", "over|-|or|under"],
  ["units", "at 10am: 16bn over 3km", "at|10|am|:|16|bn|over|3|km"],
  ["figures", "1,200.5 in the 1990s, the 2nd of 3/4", "1,200.5|in|the|1990s|,|the|2nd|of|3/4"],
  ["dashes", "ready–or not—now -- yes", "ready|–|or|not|—|now|--|yes"],
  ["marks", "“What?!” he asked…", "“|What|?!|”|he|asked|…"],
  [
    "addresses",
    "see example.org, (https://example.org/a).",
    "see|example.org|,|(|https://example.org/a|)|.",
  ],
  ["mail", "write to press@example.org.", "write|to|press@example.org|."],
  ["a missing blank", "It ended.Then talks began", "It|ended|.|Then|talks|began"],
])("%s", (_, text, words) => {
  expect(cut(text)).toEqual(words.split("|"));
});

test("words cover everything but blanks, in order", () => {
  const character = fc.constantFrom(..."aB1 .-’'/!“é中\u{1F600}@_sn't");
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
      const text = characters.join("");
      const ranges = tokenise(text, 0, text.length);
      expect(ranges.map(({ start, end }) => text.slice(start, end)).join("")).toBe(
        text.replace(/\s/gu, ""),
      );
      for (const [at, { start, end }] of ranges.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(ranges[at - 1]?.end ?? 0);
      }
    }),
  );
});
