import { expect, test } from "vitest";
import { leanPattern } from "./lean-pattern.ts";

test.each([
  ["letters", "^(?:advertisement|реклама)$", "iu", "i", "РЕКЛАМА"],
  ["classes of letters", "^\\p{Lu}\\w+$", "u", "u", "Selne"],
  ["code points in braces", "^\\u{1F6A2} canal$", "iu", "iu", "🚢 Canal"],
  ["a character beyond U+FFFF", "^[🚢⚓]+$", "gu", "gu", "🚢"],
])("%s", (_name, source, flags, lean, text) => {
  const pattern = leanPattern(source, flags);
  expect(pattern.flags).toBe(lean);
  expect(pattern.test(text)).toBe(true);
});
