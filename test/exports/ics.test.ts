import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { Encounter } from "../../src/core/link/encounter.ts";
import { icsFormat } from "../../src/export/calendar-file.ts";
import { exported, hostilePieces, hostileReading, sampleReading } from "./readings.ts";

async function eventsOf(encounters?: readonly Partial<Encounter>[]): Promise<{
  events: ICAL.Event[];
  told: readonly string[];
  content: string;
}> {
  const reading = sampleReading();
  const [first] = reading.encounters;
  const { content, omitted } = await exported(icsFormat, {
    ...reading,
    encounters:
      encounters === undefined
        ? reading.encounters
        : encounters.map((changes, index) => ({ ...first!, id: `encounter-${index}`, ...changes })),
  });
  const calendar = new ICAL.Component(ICAL.parse(content as string) as unknown[]);
  return {
    events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)),
    told: omitted.map(({ count, why }) => `${count} ${why}`),
    content: content as string,
  };
}

test("encounters are all-day events with an id that stays", async () => {
  const { events, content } = await eventsOf();
  const shown = events.map((event) => [
    event.uid,
    event.startDate.toString(),
    event.duration.toString(),
  ]);
  expect(shown).toEqual([
    ["2024-03-12-xme-xva-phone@readout", "2024-03-12", "P1D"],
    ["2024-05-21-xme-xva-meeting@readout", "2024-05-21", "P1D"],
  ]);
  expect(events[0]!.summary).toContain("Irena Kostrova");
  expect(content.split("\r\n").every((line) => !line.includes("\n"))).toBe(true);
  for (const line of content.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

test.each<[string, Partial<Encounter>, string, string, string]>([
  [
    "a month",
    { date: { earliest: "2024-02-01", latest: "2024-02-29", basis: "stated" } },
    "2024-02-01",
    "P29D",
    "in February 2024",
  ],
  [
    "a visit",
    { mode: "visit", date: { earliest: "2024-02-01", latest: "2024-02-03", basis: "stated" } },
    "2024-02-01",
    "P3D",
    "visit",
  ],
  ["cancelled", { status: "cancelled" }, "2024-03-12", "P1D", "cancelled"],
])("%s", async (_name, changes, start, duration, words) => {
  const { events } = await eventsOf([changes]);
  expect(events[0]!.startDate.toString()).toBe(start);
  expect(events[0]!.duration.toString()).toBe(duration);
  expect(events[0]!.summary).toContain(words);
});

test("what has no day is told, in the file too", async () => {
  const { events, told, content } = await eventsOf([
    {},
    { date: { earliest: null, latest: null, basis: null } },
    { date: { earliest: "2024-01-01", latest: "2024-12-31", basis: "stated" } },
  ]);
  expect(events).toHaveLength(1);
  expect(told).toEqual([
    "1 no date is known, or only its first or last day",
    "1 the date is known only within more than a month",
  ]);
  expect(content.replace(/\r\n /g, "")).toContain("Left out: 2 encounters, since no day");
});

test("hostile words stay inside their property", async () => {
  for (const piece of hostilePieces) {
    const reading = hostileReading(piece, [{ start: 0, end: piece.length }]);
    const { content } = await exported(icsFormat, reading);
    const calendar = new ICAL.Component(ICAL.parse(content as string) as unknown[]);
    const events = calendar.getAllSubcomponents("vevent");
    expect(events).toHaveLength(1);
    expect(String(events[0]!.getFirstPropertyValue("description"))).toContain(
      "Pages that speak of it: ",
    );
  }
});
