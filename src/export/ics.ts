import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { TimelineEntry } from "../app/timeline/timeline.ts";
import { modeNames } from "../app/brief/labels.ts";
import { countOf } from "./format.ts";
import { oneLine, safeText } from "./safe-text.ts";
import { addDays } from "../core/time/calendar.ts";

/** Longest interval that a calendar can show for an encounter whose day is not known, in days: a month. */
const widest = 31;

/** What a calendar holds, and the encounters it can't. */
export interface Calendar {
  /** iCalendar (RFC 5545). */
  readonly ics: string;
  /** Encounters without a date, or with one too wide for a calendar. */
  readonly leftOut: readonly TimelineEntry[];
}

/**
 * Encounters as a calendar: a whole-day event each, under the id that linking gives it, so that a newer file takes the
 * place of an older. Where only an interval is known the event spans it, is tentative and says so.
 * @param stamp - when the calendar is made
 * @param labelOf - English label of a side
 */
export function encountersToIcs(
  entries: readonly TimelineEntry[],
  stamp: Date,
  labelOf: (id: string) => string,
): Calendar {
  const calendar = ical({ name: "Encounters", prodId: { company: "Readout", product: "Readout" } });
  const leftOut: TimelineEntry[] = [];
  for (const entry of entries) {
    const { encounter, precision } = entry;
    const { earliest, latest } = encounter.date;
    if (earliest === null || latest === null || latest >= addDays(earliest, widest)) {
      leftOut.push(entry);
      continue;
    }
    const url = entry.accounts.find((account) => account.url !== null)?.url ?? null;
    calendar.createEvent({
      id: `${encounter.id}@readout`,
      stamp,
      start: midnight(earliest),
      // RFC 5545 3.6.1: the end of a whole-day event is the day after its last.
      end: midnight(addDays(latest, 1)),
      allDay: true,
      summary: oneLine(summaryOf(entry)),
      description: safeText(descriptionOf(entry, labelOf)),
      status: statusOf(entry),
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: modeNames[encounter.mode] }],
      ...(entry.place === null ? {} : { location: oneLine(entry.place) }),
      ...(url === null ? {} : { url: plainAddress(url) }),
      x: [
        { key: "X-READOUT-PRECISION", value: precision },
        { key: "X-READOUT-BASIS", value: encounter.date.basis ?? "none" },
      ],
    });
  }
  if (leftOut.length > 0)
    calendar.description(
      `Left out: ${countOf(leftOut.length, "encounter")}, since no day or a wide interval is known`,
    );
  return { ics: calendar.toString(), leftOut };
}

/** An address without the characters that the library would put a backslash before. */
function plainAddress(url: string): string {
  return encodeURI(safeText(url))
    .replace(/%25/g, "%")
    .replaceAll(",", "%2C")
    .replaceAll(";", "%3B");
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function summaryOf({ label, status, precision, when }: TimelineEntry): string {
  const became = status === "held" ? "" : `[${status}] `;
  return `${became}${label}${precision === "within" ? ` (${when})` : ""}`;
}

function statusOf({ status, precision }: TimelineEntry): ICalEventStatus {
  if (status === "cancelled" || status === "postponed") return ICalEventStatus.CANCELLED;
  return status === "held" && precision !== "within"
    ? ICalEventStatus.CONFIRMED
    : ICalEventStatus.TENTATIVE;
}

function descriptionOf(entry: TimelineEntry, labelOf: (id: string) => string): string {
  const { encounter, accounts, unheard, within, pages } = entry;
  return [
    `Took part: ${encounter.participants.map(labelOf).join(", ")}`,
    ...(within === null ? [] : [`Within: ${within}`]),
    ...accounts.map(
      ({ party, genre, title, url, path }) =>
        `Account of ${labelOf(party)} (${genre}): ${title} – ${url ?? path}`,
    ),
    ...(unheard.length === 0 ? [] : [`No account held of: ${unheard.map(labelOf).join(", ")}`]),
    `Pages that speak of it: ${pages}`,
  ].join("\n");
}
