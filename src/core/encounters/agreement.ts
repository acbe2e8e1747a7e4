import type { DateInterval, EncounterMode } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";

/** Modes that two accounts may give one encounter. */
export function sameMode(a: EncounterMode, b: EncounterMode): boolean {
  if (a === b || a === "other" || b === "other") return true;
  const kind = (mode: EncounterMode): string =>
    mode === "phone" || mode === "video"
      ? "remote"
      : mode === "meeting" || mode === "visit" || mode === "ceremony"
        ? "present"
        : mode;
  if (kind(a) === kind(b)) return true;
  return (
    (a === "video" && (b === "meeting" || b === "multilateral")) ||
    (b === "video" && (a === "meeting" || a === "multilateral"))
  );
}

/** Intervals with a day in common: within one page dates are taken at their word. */
export function overlap(a: DateInterval, b: DateInterval): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Intervals that meet, give or take a day between capitals. */
export function meets(a: DateInterval, b: DateInterval): boolean {
  return daysBetween(a.latest, b.earliest) <= 1 && daysBetween(b.latest, a.earliest) <= 1;
}
