import { timelineOf } from "../app/timeline/arrange.ts";
import type { Selection } from "../app/selection.ts";
import {
  orphanedPlaces,
  some,
  type Exported,
  type ExportFormat,
  type ExportOptions,
} from "./format.ts";
import { encountersToIcs } from "./ics.ts";

/** Encounters as days of a calendar. */
export const icsFormat: ExportFormat = {
  id: "ics",
  label: "Calendar",
  readers: "Outlook, Apple Calendar, Google Calendar, Thunderbird",
  extension: ".ics",
  mediaType: "text/calendar; charset=utf-8",
  export: toCalendar,
};

function toCalendar(part: Selection, options: ExportOptions): Exported {
  const { entries, labelOf } = timelineOf(part.reading, {});
  const { ics, leftOut } = encountersToIcs(entries, new Date(options.now), labelOf);
  const undated = leftOut.filter(({ precision }) => precision === "open").length;
  return {
    content: ics.endsWith("\r\n") ? ics : `${ics}\r\n`,
    count: entries.length - leftOut.length,
    what: "encounter",
    omitted: some(
      { count: undated, what: "encounter", why: "no date is known, or only its first or last day" },
      {
        count: leftOut.length - undated,
        what: "encounter",
        why: "the date is known only within more than a month",
      },
      orphanedPlaces(part),
    ),
  };
}
