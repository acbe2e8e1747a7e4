import type { DateInterval, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";

/** Modes that accounts confuse: a call by video is a call to one side and a meeting to the other. */
const kinds: Readonly<Record<EncounterMode, readonly string[]>> = {
  meeting: ["present"],
  multilateral: ["present"],
  video: ["present", "remote"],
  phone: ["remote"],
  visit: ["visit"],
  letter: ["letter"],
  ceremony: ["ceremony"],
  "joint-statement": ["statement"],
  exercise: ["exercise"],
  other: ["present", "remote", "visit", "letter", "ceremony", "statement"],
};

/** Modes that two accounts may give one encounter; a visit and the talks within it are two encounters. */
export function sameMode(a: EncounterMode, b: EncounterMode): boolean {
  return kinds[a].some((kind) => kinds[b].includes(kind));
}

/** Intervals with a day in common: within one page dates are taken at their word. */
export function overlap(a: DateInterval, b: DateInterval): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Intervals that meet, give or take a day between capitals. */
export function meets(a: DateInterval, b: DateInterval): boolean {
  return daysBetween(a.latest, b.earliest) <= 1 && daysBetween(b.latest, a.earliest) <= 1;
}
