import { describe, expect, test } from "vitest";
import { assemble } from "../../src/app/read.ts";
import { select, type Wanted } from "../../src/app/selection.ts";
import { marksOf } from "../../src/export/marks.ts";
import { sampleContext } from "../support/accounts.ts";
import { pressPage, sampleReading } from "./readings.ts";

const reading = sampleReading();

test.each<[string, Wanted, number, string[]]>([
  ["all", {}, 3, ["2024-03-12-xme-xva-phone", "2024-05-21-xme-xva-meeting"]],
  ["an encounter", { encounter: "2024-03-12-xme-xva-phone" }, 1, ["2024-03-12-xme-xva-phone"]],
  [
    "a pair",
    { pair: ["XVA", "XME"] },
    3,
    ["2024-03-12-xme-xva-phone", "2024-05-21-xme-xva-meeting"],
  ],
  ["a pair that never met", { pair: ["XVA", "CHN"] }, 0, []],
  ["from a month", { from: "2024-04" }, 2, ["2024-05-21-xme-xva-meeting"]],
  ["to a year before", { to: "2023" }, 0, []],
  ["a day", { from: "2024-03-12", to: "2024-03-12" }, 1, ["2024-03-12-xme-xva-phone"]],
  ["a pair in a month", { pair: ["XME", "XVA"], to: "2024-03" }, 1, ["2024-03-12-xme-xva-phone"]],
])("%s", (_name, wanted, pages, encounters) => {
  const part = select(reading, wanted).reading;
  expect(part.documents).toHaveLength(pages);
  expect(part.encounters.map(({ id }) => id)).toEqual(encounters);
});

describe("a page that only speaks of an encounter", () => {
  const report = pressPage(
    "Irena Kostrova met with Tomas Eldridge in Port Anselm on 21 May 2024. The weather was fine in Selmont.\n\nForeign Minister Oda Brandt said that trade with other states would grow.",
    "Week in review",
    "2024-06-09",
  );
  const all = assemble([...reading.documents, report], [], 0, sampleContext());

  test("gives what it says of it, no more", () => {
    const part = select(all, { encounter: "2024-05-21-xme-xva-meeting" });
    const { marks } = marksOf(part);
    const quotes = marks
      .filter(({ document }) => document.id === report.id)
      .map(({ quote }) => quote);
    const allQuotes = marksOf(select(all, {})).marks.filter(
      ({ document }) => document.id === report.id,
    );
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.length).toBeLessThan(allQuotes.length);
    expect(quotes.join(" ")).not.toContain("Oda Brandt");
  });

  test("is told when nothing dates it and days were asked for", () => {
    const undated = {
      ...report,
      id: "undated",
      published: { value: null, earliest: null, latest: null, basis: null },
      layers: { ...report.layers, encounters: [] },
    };
    const part = select(
      { ...reading, documents: [...reading.documents, undated] },
      { from: "2024" },
    );
    expect(part.undated.map(({ id }) => id)).toEqual(["undated"]);
    expect(part.reading.documents.map(({ id }) => id)).not.toContain("undated");
  });
});
