import { expect, test } from "vitest";
import { cell, rulesIn } from "./rules-in.ts";

test("finds rule objects with their example and source, also by a constant's name", () => {
  const text = `const counted = "read in letters";
const source = "own";
export const rules = [
  { id: "time/xx/day", pattern: /a/, example: "a \\"day\\"", source },
  { id: "time/xx/week", example: "a week", source: counted },
  { id: "time/xx/year", example: "a year", source: "the almanac" },
  { id: "no/example" },
];`;
  expect(rulesIn(text, "x.ts")).toEqual([
    { id: "time/xx/day", example: 'a "day"', source: "own", file: "x.ts" },
    { id: "time/xx/week", example: "a week", source: "read in letters", file: "x.ts" },
    { id: "time/xx/year", example: "a year", source: "the almanac", file: "x.ts" },
  ]);
});

test("cells keep no Markdown", () => {
  expect(cell("a|b <c> *d*\n_e_")).toBe("a\\|b \\<c\\> \\*d\\* \\_e\\_");
});
