import { expect, test } from "vitest";
import type { Encounter } from "../../src/core/link/encounter.ts";
import { actOf, codeOfEncounter, scaleOf } from "../../src/export/plover-codes.ts";
import { ploverFormat } from "../../src/export/plover.ts";
import { exported, sampleReading } from "./readings.ts";

interface Event {
  readonly id: string;
  readonly date: string;
  readonly actor: readonly { readonly code: string; readonly name: string }[];
  readonly recipient?: readonly { readonly code: string }[];
  readonly event: readonly string[];
  readonly mode?: readonly string[];
  readonly [field: string]: unknown;
}

async function eventsOf(): Promise<Event[]> {
  const { content } = await exported(ploverFormat, sampleReading());
  return (content as string)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Event);
}

/** Names of fields in the manual's tables, and Readout's additions. */
const fields = new Set(
  "id date enddate actor recipient event mode context quad_code event_scale link event_text text_info cite_info coder coded_date comment by_account_of date_basis".split(
    " ",
  ),
);

test("every event has what the manual requires, and no field of another name", async () => {
  const events = await eventsOf();
  expect(events.length).toBeGreaterThan(3);
  for (const event of events) {
    expect(event.id).not.toBe("");
    expect(event.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(event.actor.length).toBeGreaterThan(0);
    for (const { code } of event.actor) expect(code).toMatch(/^[A-Z]{3}$/);
    expect(event.event).toHaveLength(1);
    for (const field of Object.keys(event)) expect(fields).toContain(field);
  }
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

test("an encounter is one event of all who met; a host is the recipient", async () => {
  const events = await eventsOf();
  const call = events.find(({ id }) => id === "2024-03-12-xme-xva-phone")!;
  expect([call.event, call.mode, call.recipient]).toEqual([["CONSULT"], ["phone"], undefined]);
  expect(call.actor.map(({ code }) => code).toSorted()).toEqual(["XME", "XVA"]);
  const meeting = events.find(({ id }) => id === "2024-05-21-xme-xva-meeting")!;
  expect([
    meeting.mode,
    meeting.actor.map(({ code }) => code),
    meeting.recipient!.map(({ code }) => code),
  ]).toEqual([["visit"], ["XVA"], ["XME"]]);
});

test("acts are coded with who vouches for them, mere talk is told as left out", async () => {
  const events = await eventsOf();
  const told = (code: string): Event[] => events.filter(({ event }) => event[0] === code);
  expect(told("SUPPORT").length).toBeGreaterThan(0);
  expect(told("REQUEST")[0]!["by_account_of"]).toEqual(["Cabinet Office of Merania"]);
  const { omitted } = await exported(ploverFormat, sampleReading());
  expect(omitted.map(({ why }) => why)).toContain("PLOVER codes acts, no mere talk");
});

const encounter = sampleReading().encounters[0]!;

test.each<[string, Partial<Encounter>, string | null, string | null]>([
  ["a call", { mode: "phone" }, null, "CONSULT phone"],
  ["a video call", { mode: "video" }, null, "CONSULT phone"],
  ["a meeting, place open", { mode: "meeting" }, null, "CONSULT -"],
  ["a meeting at one side's", { mode: "meeting" }, "XVA", "CONSULT visit"],
  ["a meeting at a third side's", { mode: "meeting" }, "CHN", "CONSULT third-party"],
  ["a meeting at a summit", { mode: "meeting", summit: "g20-2023" }, "CHN", "CONSULT multilateral"],
  ["announced", { mode: "meeting", status: "announced" }, null, "AGREE -"],
  ["cancelled", { mode: "visit", status: "cancelled" }, null, "REJECT meet"],
  ["postponed", { mode: "visit", status: "postponed" }, null, null],
  ["a joint exercise", { mode: "exercise" }, null, "COOPERATE -"],
  ["a letter", { mode: "letter" }, null, null],
])("%s", (_name, changes, host, code) => {
  const found = codeOfEncounter({ ...encounter, summit: null, ...changes }, host);
  expect(found === null ? null : `${found.type} ${found.mode ?? "-"}`).toBe(code);
});

test.each([
  ["promise", "promise", "AGREE"],
  ["demand", "invite", "AGREE"],
  ["ask", "邀请", "AGREE"],
  ["warn", "warn", null],
  ["demand", "ask", null],
  ["deny", "reject", "REJECT"],
  ["deny", "doubt", null],
  ["intend", "hope", null],
  ["state", "say", null],
  [null, "", null],
])("a cue of class %s (%s) is %s", (cueClass, cue, act) => {
  expect(actOf(cueClass, cue)).toBe(act);
});

test("scales are those of the mode where it has one", () => {
  expect(scaleOf({ type: "CONSULT", mode: "visit" })).toEqual({ quad: 1, scale: 4 });
  expect(scaleOf({ type: "CONSULT", mode: null })).toEqual({ quad: 1, scale: 2.5 });
  expect(scaleOf({ type: "RUMOUR", mode: null })).toBe(null);
});
