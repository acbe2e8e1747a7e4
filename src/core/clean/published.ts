import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { DateBasis, DocumentKind, Published } from "../document.ts";
import { chooseDate, type FoundDate } from "./metadata.ts";
import { daysIn } from "./page-date.ts";
import type { Found } from "./sheet.ts";

/** Tells a problem of the page. */
export type Report = (
  code: Diagnostic["code"],
  severity: Diagnostic["severity"],
  message: string,
) => void;

/** Days that metadata and text may lie apart without a word: time zones, print dates. */
const mostApart = 2;

/** When a page was published, and where that was read. */
export interface ReadDate {
  readonly published: Published;
  readonly evidence: FoundDate | null;
}

/**
 * The day of publication: what the page's data say, else its date lines.
 * @param data - front matter and markup, the more trustworthy first
 * @param lines - date lines and datelines of the text
 */
export function readPublished(
  data: readonly Found[],
  lines: readonly Found[],
  language: string | null,
  context: Context,
  report: Report,
): ReadDate {
  const stated = chooseDate(data, context, language, (written) =>
    report(
      "DATE_INVALID",
      "warning",
      `The page gives “${written}” as its date; there is no such day.`,
    ),
  );
  const line = chooseDate(lines, context, language, (written) =>
    report("DATE_INVALID", "warning", `The page says “${written}”; there is no such day.`),
  );
  if (stated !== null && line !== null && daysApart(stated.date.value, line.date.value) > mostApart)
    report(
      "DATE_CONFLICT",
      "warning",
      `Its metadata says ${stated.date.value}, its text ${line.date.value}; the metadata is used.`,
    );
  if (stated !== null) return { published: dated(stated.date.value, "metadata"), evidence: stated };
  if (line !== null) {
    const basis = line.found.rule === "clean/dateline" ? "dateline" : "header";
    return { published: dated(line.date.value, basis), evidence: line };
  }
  return {
    published: { value: null, earliest: null, latest: null, basis: null },
    evidence: null,
  };
}

/** A day at the start or the end of a title: “2024年4月18日…记者会”, “Press briefing by …, March 23, 2023”. */
const dayAtEdge =
  /^\d{4}年\d{1,2}月\d{1,2}日|(?:\p{L}{3,12}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,12} \d{4})(?: года)?$/u;

/** A day behind a colon: “PM call with President Kostrova of Valdoria: 4 March 2023”. */
const dayBehindColon = /(?<=: )(?:\d{1,2} \p{L}{3,12} \d{4}|\p{L}{3,12} \d{1,2}, \d{4})$/u;

/**
 * The day that the title of a briefing, or of an official page behind a colon, gives: it came out that day. No other title
 * is trusted with it.
 */
export function dayInTitle(kind: DocumentKind, title: Found | null): readonly Found[] {
  if (title === null || kind === "opinion" || kind === "report") return [];
  const day = (kind === "briefing" ? dayAtEdge : dayBehindColon).exec(title.value)?.[0];
  return day === undefined ? [] : [{ value: day, rule: "clean/day-in-title", place: title.place }];
}

/** A day or month of publication with the days it may mean. */
export function dated(value: string, basis: DateBasis): Published {
  if (value.length === 10) return { value, earliest: value, latest: value, basis };
  const [year, month] = value.split("-").map(Number) as [number, number];
  return { value, earliest: `${value}-01`, latest: `${value}-${daysIn(year, month)}`, basis };
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
