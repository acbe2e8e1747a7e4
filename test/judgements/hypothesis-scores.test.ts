import { describe, expect, test } from "vitest";
import {
  consensus,
  consistency,
  diagnosticity,
  disagreement,
  inconsistency,
  weightedInconsistency,
  type Rating,
} from "../../src/core/hypotheses/scores.ts";

const cell = (text: string): Rating[] => (text === "" ? [] : (text.split(" ") as Rating[]));

describe("scores, by hand", () => {
  test.each([
    ["one very inconsistent, low and high cancel", [["II", "low", "high"]], -2],
    [
      "medium",
      [
        ["I", "medium", "medium"],
        ["CC", "high", "high"],
      ],
      -1,
    ],
    ["both high double", [["I", "high", "high"]], -2],
    ["nobody rated", [["", "high", "high"]], 0],
  ] as const)("PARC: %s", (_name, row, expected) => {
    const cells = row.map(([text, credibility, relevance]) => ({
      cell: cell(text),
      credibility,
      relevance,
    }));
    expect(weightedInconsistency(cells)).toBeCloseTo(expected, 10);
  });

  test.each([
    ["II", 4, 0],
    ["CC", 0, 4],
    ["I C", 0, 0],
    ["II I", 2.25, 0],
    ["NA", 0, 0],
    ["NA II", 1, 0],
    ["", 0, 0],
  ])("Open Synthesis: %s", (text, against, forIt) => {
    expect(inconsistency([cell(text)])).toBeCloseTo(against, 10);
    expect(consistency([cell(text)])).toBeCloseTo(forIt, 10);
  });

  test.each([
    ["CC C", "C"],
    ["C N", "C"],
    ["N I", "I"],
    ["NA NA C", "NA"],
    ["NA C", "C"],
    ["", null],
  ])("consensus of %s, halves to even", (text, expected) => {
    expect(consensus(cell(text))).toBe(expected);
  });

  test("diagnosticity is the population deviation, disagreement the sample one", () => {
    expect(diagnosticity([cell("CC"), cell("II")])).toBeCloseTo(2, 10);
    expect(diagnosticity([cell("C"), cell("")])).toBe(0);
    expect(disagreement(cell("CC II"))).toBeCloseTo(Math.sqrt(8), 10);
    expect(disagreement(cell("NA C"))).toBeCloseTo(Math.SQRT1_2, 10);
    expect(disagreement(cell("C"))).toBe(0);
  });
});
