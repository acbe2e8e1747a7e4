import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { assemble } from "../../src/app/read.ts";
import { precisionOf, timelineOf } from "../../src/app/timeline/arrange.ts";
import type { Timeline, TimelineChoice } from "../../src/app/timeline/timeline.ts";
import type { Encounter } from "../../src/core/link/encounter.ts";
import { encountersToIcs } from "../../src/export/ics.ts";
import { timelineToCsv } from "../../src/export/timeline-csv.ts";
import { timelineToJson } from "../../src/export/timeline-json.ts";
import { timelineToSvg } from "../../src/export/timeline-svg.ts";
import { ticksOf } from "../../src/export/timeline-axis.ts";
import { inventedContext, read } from "../encounters/shown.ts";
import { run } from "../support/run-cli.ts";

const call = (who: string, whom: string): string =>
  `Readout of ${who}'s Call with ${whom}\n\n${who} spoke today with ${whom}. They discussed fish.`;

const pages = [
  read(call("President Irena Kostrova", "Prime Minister Tomas Eldridge"), {
    title: "Readout of President Irena Kostrova's Call <with> Prime Minister Tomas Eldridge",
    party: "XVA",
    published: "2022-06-15",
  }),
  read(call("Prime Minister Tomas Eldridge", "President Irena Kostrova"), {
    title: "=Readout of a call",
    party: "XME",
    published: "2022-06-15",
  }),
  read(call("Prime Minister Tomas Eldridge", "President Aldo Ferrin"), {
    party: "XME",
    published: "2022-07-20",
  }),
  read(
    "President Irena Kostrova met Prime Minister Tomas Eldridge in March 2021. President Irena Kostrova will visit Merania from 3 to 5 August 2022, her office said.",
    { published: "2022-07-21" },
  ),
];

function timeline(choice: TimelineChoice = {}): Timeline {
  return timelineOf(assemble(pages, [], 0, inventedContext()), choice);
}

const shown = ({ entries }: Timeline): string[] =>
  entries.map(
    ({ label, when, precision, status, published, unheard }) =>
      `${when} (${precision}) ${label} ${status} +${published.join("+")} -${unheard.join("-")}`,
  );

describe("timeline", () => {
  test("encounters in time order with the precision of their dates and whose account is held", () => {
    expect(shown(timeline())).toEqual([
      "in March 2021 (within) Irena Kostrova and Tomas Eldridge: meeting held + -XME-XVA",
      "2022-06-15 (day) Tomas Eldridge and Irena Kostrova: telephone call held +XME+XVA -",
      "2022-07-20 (day) Tomas Eldridge and Aldo Ferrin: telephone call held +XME -XOS",
      "2022-08-03 to 2022-08-05 (days) Irena Kostrova and Merania: visit announced + -XME-XVA",
    ]);
  });

  test("lanes by sides, most encounters first; the chart spans what accounts are held of", () => {
    const { lanes, span } = timeline();
    expect(lanes.map(({ label, entries }) => `${label} ${entries.length}`)).toEqual([
      "Merania – Valdoria 3",
      "Merania – Ostrand 1",
    ]);
    expect(span).toEqual({ earliest: "2022-06-15", latest: "2022-07-20" });
  });

  test.each<[string, TimelineChoice, number]>([
    ["a side", { sides: ["XOS"] }, 1],
    ["a pair", { sides: ["XME", "XVA"] }, 3],
    ["a person", { sides: ["XVA:irena-kostrova"] }, 3],
    ["modes", { modes: ["visit", "meeting"] }, 2],
    ["days", { from: "2022-07-01", to: "2022-07-31" }, 1],
    ["an interval that reaches into them", { to: "2021-03-10" }, 1],
    ["accounts of both", { accounts: 2 }, 1],
  ])("choice: %s", (_name, choice, count) => {
    const { entries, leftOut } = timeline(choice);
    expect(entries).toHaveLength(count);
    expect(leftOut).toBe(4 - count);
  });

  test.each<[Encounter["mode"], string | null, string | null, string]>([
    ["phone", "2022-06-15", "2022-06-15", "day"],
    ["phone", "2022-06-15", "2022-06-16", "within"],
    ["visit", "2022-06-15", "2022-06-17", "days"],
    ["visit", "2022-01-01", "2022-12-31", "within"],
    ["meeting", null, null, "open"],
    ["meeting", null, "2022-06-15", "open"],
  ])("precision of a %s from %s to %s: %s", (mode, earliest, latest, expected) => {
    const [entry] = timeline().entries;
    const encounter = { ...entry!.encounter, mode, date: { earliest, latest, basis: null } };
    expect(precisionOf(encounter)).toBe(expected);
  });
});

describe("exports of a timeline", () => {
  test("CSV: a row an encounter, formulas made text", () => {
    const lines = timelineToCsv(timeline()).trim().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^id,earliest,latest,precision,/);
    expect(lines[2]).toContain("2022-06-15,2022-06-15,day,");
    expect(lines[2]).toContain("XME; XVA,Merania; Valdoria");
  });

  test("JSON as its schema says", () => {
    const schema = new URL("../../schema/timeline.json", import.meta.url);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
    validate(JSON.parse(JSON.stringify(timelineToJson(timeline()))));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("iCalendar: whole days, tentative where only an interval is known", () => {
    const { entries, labelOf } = timeline();
    const { ics, leftOut } = encountersToIcs(entries, new Date("2024-01-01T00:00:00Z"), labelOf);
    const events = ics
      .split("BEGIN:VEVENT")
      .slice(1)
      .map((event) =>
        [...event.matchAll(/^(?:DTSTART|DTEND|STATUS)[^:]*:(.*)\r$/gm)].map(([, value]) => value),
      );
    expect(events).toEqual([
      ["20210301", "20210401", "TENTATIVE"],
      ["20220615", "20220616", "CONFIRMED"],
      ["20220720", "20220721", "CONFIRMED"],
      ["20220803", "20220806", "TENTATIVE"],
    ]);
    expect(leftOut).toEqual([]);
    expect(ics).toContain("UID:2022-06-15-xme-xva-phone@readout\r\n");
    expect(Math.max(...ics.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThan(76);
  });

  test("iCalendar leaves out what has no day or a wide interval", () => {
    const [entry] = timeline().entries;
    const wide = (earliest: string | null, latest: string | null) => ({
      ...entry!,
      encounter: { ...entry!.encounter, date: { earliest, latest, basis: null } },
    });
    const made = encountersToIcs(
      [wide("2021-01-01", "2021-12-31"), wide(null, null)],
      new Date(0),
      String,
    );
    expect(made.leftOut).toHaveLength(2);
    expect(made.ics).not.toContain("VEVENT");
  });

  test("SVG: named and described, every account a link, nothing of a page as markup", () => {
    const svg = timelineToSvg(timeline());
    expect(svg).toMatch(/^<svg [^>]*aria-labelledby="timeline-title timeline-desc"/);
    expect(svg).toContain("<desc id=");
    expect(svg).not.toContain("<with>");
    expect(svg).toContain("Merania – Valdoria");
    const links = [...svg.matchAll(/<a href="page\.txt"/g)];
    // Each of three accounts in its mark and in the list.
    expect(links).toHaveLength(6);
    expect([...svg.matchAll(/not in the chart/g)]).toHaveLength(2);
  });

  test("an empty timeline is still a chart, a table and a calendar", () => {
    const nothing = timeline({ sides: ["XXX"] });
    expect(timelineToSvg(nothing)).toContain("0 encounters");
    expect(timelineToCsv(nothing).trim().split("\n")).toHaveLength(1);
    expect(encountersToIcs(nothing.entries, new Date(0), String).ics).toContain("END:VCALENDAR");
  });

  test.each([
    ["2022-06-01", "2022-06-08", "1 Jun 2022", 8],
    ["2022-06-01", "2022-08-01", "1 Jun 2022", 9],
    ["2021-06-10", "2022-08-01", "Jul", 14],
    ["2018-06-10", "2022-08-01", "Jul", 17],
    ["1990-01-01", "2022-08-01", "1990", 17],
  ])("axis from %s to %s begins with %s", (earliest, latest, label, count) => {
    const ticks = ticksOf({ earliest, latest });
    expect(ticks[0]?.label).toBe(label);
    expect(ticks).toHaveLength(count);
  });
});

describe("readout timeline", () => {
  const samples = ["samples/pages", "--tables", "samples/tables"];

  test("a terminal has a line a pair and a line an encounter; chart and calendar are files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-"));
    const [svg, ics] = [join(folder, "t.svg"), join(folder, "t.ics")];
    const { code, out } = await run("timeline", ...samples, "--svg", svg, "--ics", ics);
    expect(code).toBe(0);
    expect(out).toMatch(/^Merania – Valdoria +·*●/m);
    expect(out).toMatch(/^● 2024-03-12 {2}.*telephone call/m);
    expect(readFileSync(svg, "utf8")).toMatch(/<\/svg>\n$/);
    expect(readFileSync(ics, "utf8")).toContain("DTSTART;VALUE=DATE:20240312");
  });

  test.each([
    [["--mode", "chat"], "there is no mode “chat”"],
    [["--from", "June"], "--from and --to take"],
    [["--accounts", "x"], "--accounts takes"],
    [["--csv", "--json"], "exclude each other"],
  ])("misuse: %j", async (options, message) => {
    const { code, err } = await run("timeline", ...samples, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
