import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";
import { wilson90 } from "../../src/core/phrases/interval.ts";
import { phrasesOverTime, type PhraseCourse } from "../../src/core/phrases/over-time.ts";

/** A document of a party on a day that uses phrases; `>X` puts one in the mouth of X. */
function used(party: string | null, day: string | null, ...phrases: readonly string[]): Document {
  const id = `${party}-${day}-${phrases.join("+")}-${counter++}`;
  const text = phrases.join(" ");
  return {
    id,
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    language: "en",
    kind: "readout",
    party,
    issuer: null,
    url: null,
    title: null,
    subtitle: null,
    outlet: null,
    byline: [],
    published: { value: day, earliest: day, latest: day, basis: null },
    keyPoints: [],
    captions: [],
    text,
    blocks: [],
    dropped: [],
    offsets: {} as Document["offsets"],
    layers: {
      ...emptyLayers,
      phrases: phrases.map((phrase) => {
        const [id, speaker] = phrase.split(">");
        const start = text.indexOf(phrase);
        return {
          id: id!,
          start,
          end: start + phrase.length,
          rule: "test",
          speaker: speaker ?? null,
          party,
        };
      }),
    },
    diagnostics: [],
  };
}

let counter = 0;
const days = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
const sideOf = (actor: string): string | null => actor.split(":")[0] ?? null;
const over = (documents: readonly Document[]): PhraseCourse[] =>
  phrasesOverTime(documents, "month", sideOf);

describe("shares by period", () => {
  const courses = over([
    ...days("2022-01", 3).map((day) => used("AAA", day)),
    used("AAA", "2022-02-01", "p"),
    used("AAA", "2022-02-02"),
    used("AAA", "2022-02-03", "p", "p"),
    used("AAA", null, "p"),
    used(null, "2022-02-03", "p"),
    used("BBB", "2022-02-04", "p>AAA:somebody"),
  ]);
  test("count documents, not places, and only those of a side on a known day", () => {
    const [own] = courses;
    expect(own?.periods.map(({ period, using, documents }) => [period, using, documents])).toEqual([
      ["2022-01", 0, 3],
      ["2022-02", 2, 3],
    ]);
    expect(own?.total).toMatchObject({ using: 2, documents: 6 });
    expect(own?.uses.map(({ date }) => date)).toEqual(["2022-02-01", "2022-02-03"]);
    expect(own?.uses[1]?.spans).toHaveLength(2);
  });
  test("don't count what is put in another side's mouth", () => {
    const other = courses.find(({ party }) => party === "BBB");
    expect(other).toMatchObject({ uses: [], attributed: 1 });
    expect(other?.total.using).toBe(0);
  });
  test("by year", () => {
    const [own] = phrasesOverTime(
      [used("AAA", "2022-01-01", "p"), used("AAA", "2023-01-01")],
      "year",
      sideOf,
    );
    expect(own?.periods.map(({ period }) => period)).toEqual(["2022", "2023"]);
  });
});

describe("what became of a phrase", () => {
  const changes = (documents: readonly Document[], party: string): string[] =>
    over(documents)
      .filter((course) => course.party === party)
      .flatMap((course) =>
        course.changes.map(({ kind, date, from }) => `${kind} ${date} ${from ?? "-"}`),
      );
  const without = days("2022-01", 12).map((day) => used("AAA", day));
  const withIt = days("2022-02", 6).map((day) => used("AAA", day, "p"));
  const after = days("2022-03", 12).map((day) => used("AAA", day));

  test("new, and dropped", () => {
    expect(changes([...without, ...withIt, ...after], "AAA")).toEqual([
      "new 2022-02-01 -",
      "dropped 2022-02-06 -",
    ]);
  });
  test("adopted from a side that used it well before", () => {
    const other = days("2021-11", 3).map((day) => used("BBB", day, "p"));
    expect(changes([...other, ...without, ...withIt], "AAA")).toEqual(["adopted 2022-02-01 BBB"]);
  });
  test("not adopted where the other side began at the same time", () => {
    const other = days("2022-01", 12)
      .slice(9)
      .map((day) => used("BBB", day, "p"));
    expect(changes([...other, ...without, ...withIt], "AAA")).toEqual(["new 2022-02-01 -"]);
  });
  test("nothing is told of few documents", () => {
    expect(changes([...without.slice(0, 4), ...withIt], "AAA")).toEqual([]);
  });
  test("nothing is told of a phrase that is rare anyway", () => {
    const rare = days("2022-02", 20).map((day, index) =>
      used("AAA", day, ...(index % 10 === 0 ? ["p"] : [])),
    );
    expect(changes([...without, ...rare], "AAA")).toEqual([]);
  });
  test("nothing is told of one single use", () => {
    expect(changes([...without, used("AAA", "2022-02-01", "p"), ...after], "AAA")).toEqual([]);
  });
});

describe("wilson90", () => {
  test.each<[number, number, number, number]>([
    // Brown, Cai and DasGupta (2001) give the formula; values worked out by hand from it.
    [0, 10, 0, 0.213],
    [5, 10, 0.2692, 0.7308],
    [10, 10, 0.787, 1],
    [1, 100, 0.0022, 0.0436],
  ])("%i of %i", (successes, trials, low, high) => {
    const interval = wilson90(successes, trials);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
  test("holds the share, stays within 0 and 1, and narrows with more documents", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const successes = Math.round(trials * part);
          const { share, low, high } = wilson90(successes, trials);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          const more = wilson90(successes * 4, trials * 4);
          expect(more.high - more.low).toBeLessThan(high - low);
        },
      ),
    );
  });
});
