import type { SourceGrade } from "../core/grades/grades.ts";
import type { DeskBrief } from "../core/brief/brief.ts";
import type { Selection } from "../app/selection.ts";

/** What an exporter needs to know beside the records. */
export interface ExportOptions {
  /** When the file is made, ISO 8601 in UTC; the one thing in it that differs between two exports of the same. */
  readonly now: string;
  /** Begin with a byte order mark, which Excel needs to read UTF-8 in a CSV file. */
  readonly bom: boolean;
  /** ISO day a page was taken from its address; `null` where nobody noted it. */
  accessed(document: string): string | null;
  /** A person's grades of sources; empty where nobody graded any. */
  readonly grades: readonly SourceGrade[];
  /** The brief of the part (`readout brief`), for formats that are a text; there is none without an encounter. */
  brief(): DeskBrief | Promise<DeskBrief>;
}

/** Something that has no place in a format, or not in the form it was in. */
export interface Omission {
  readonly count: number;
  /** What it is, in the singular; its plural ends in `s`. */
  readonly what: string;
  /** Why, as a clause that can follow “since”. */
  readonly why: string;
}

/** A file as an exporter makes it. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** How many records are in it. */
  readonly count: number;
  /** What they are, in the singular; its plural ends in `s`. */
  readonly what: string;
  /** What was left out or changed, worst first. */
  readonly omitted: readonly Omission[];
}

/** A format that a reading can be exported in. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** Which tools read it, for help texts and menus. */
  readonly readers: string;
  /** Ending of its files, with the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Pure: the same part and options give the same file. */
  export(part: Selection, options: ExportOptions): Exported | Promise<Exported>;
}

/** “3 encounters”, “1 page”. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** An omission in words: “3 encounters, since nothing dates them”. */
export function omissionWords({ count, what, why }: Omission): string {
  return `${countOf(count, what)}, since ${why}`;
}

/** Omissions of which there are any. */
export function some(...omissions: readonly Omission[]): Omission[] {
  return omissions.filter(({ count }) => count > 0);
}

/** Pages a selection by days left out since nothing dates them. */
export function undatedPages(part: Selection): Omission {
  return {
    count: part.undated.length,
    what: "page",
    why: "no date is known and days were asked for",
  };
}

/** Places of encounters and silences on pages that are not held. */
export function orphanedPlaces(part: Selection): Omission {
  return {
    count: part.orphaned,
    what: "place",
    why: "the page is not held (any more)",
  };
}
