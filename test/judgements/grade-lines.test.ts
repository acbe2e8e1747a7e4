import { expect, test } from "vitest";
import { gradesToTerminal } from "../../src/cli/grade-lines.ts";
import { gradesOfPages, type SourceGrade } from "../../src/core/grades/grades.ts";

const grade = (outlet: string, claims: SourceGrade["claims"], reason: string): SourceGrade => ({
  outlet,
  claims,
  source: "B",
  information: "2",
  reason,
});

const grades = [
  grade("anselm post", "judgements", "guesses"),
  grade("XVA:presidency", "all", "own words only"),
  grade("anselm post", "all", "late"),
  grade("XME:cabinet", "all", "not on these pages"),
];

const pages = [
  { issuer: "XVA:presidency", outlet: "Presidency of Valdoria" },
  { issuer: null, outlet: "Anselm Post" },
];

test("grades of the pages' sources, in the order of the pages, for all claims first", () => {
  expect(gradesOfPages(grades, pages).map(({ reason }) => reason)).toEqual([
    "own words only",
    "late",
    "guesses",
  ]);
});

test("a line each with kind of claim and reason", () => {
  expect(
    gradesToTerminal(gradesOfPages(grades, pages), (id) => id)
      .split("\n")
      .slice(3, 6),
  ).toEqual([
    "    • XVA:presidency: B2: own words only",
    "    • anselm post: B2: late",
    "    • anselm post: B2 for judgements: guesses",
  ]);
});

test("nothing where nobody graded", () => {
  expect(gradesToTerminal(gradesOfPages([], pages), (id) => id)).toBe("");
});
