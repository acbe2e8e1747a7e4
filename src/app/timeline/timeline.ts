import type { DocumentKind } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { DateInterval, EncounterMode, EncounterStatus } from "../../core/records.ts";

/**
 * How well the date of an encounter is known: `day`; `days`, it lasted over all of them (a visit, a summit); `within`,
 * it lay somewhere in the interval; `open`, no date.
 */
export type DatePrecision = "day" | "days" | "within" | "open";

/** A page that is an account of an encounter. */
export interface TimelineAccount {
  readonly document: string;
  readonly party: string;
  readonly genre: DocumentKind;
  readonly title: string;
  readonly path: string;
  readonly url: string | null;
  readonly language: string | null;
  /** Its text repeats that of this document: one source in two places. */
  readonly copyOf: string | null;
}

/** An encounter as a timeline shows it. */
export interface TimelineEntry {
  readonly encounter: Encounter;
  /** “Vladimir Putin and Xi Jinping: telephone call”. */
  readonly label: string;
  /** “2022-06-15”, “2022-09-14 to 2022-09-16”, “in July 2021”, “between 2022-02-04 and 2022-02-20”. */
  readonly when: string;
  readonly precision: DatePrecision;
  readonly mode: EncounterMode;
  readonly status: EncounterStatus;
  readonly place: string | null;
  /** What it took place within, where these pages tell of that as well. */
  readonly within: string | null;
  readonly accounts: readonly TimelineAccount[];
  /** Sides of which an account is held, and those of which none is. */
  readonly published: readonly string[];
  readonly unheard: readonly string[];
  /** How many pages speak of it, accounts included. */
  readonly pages: number;
}

/** Encounters of the same sides. */
export interface TimelineLane {
  /** “China – Russia”, or that several sides met. */
  readonly label: string;
  readonly sides: readonly string[];
  /** In time order. */
  readonly entries: readonly TimelineEntry[];
}

/** Encounters in time. */
export interface Timeline {
  /**
   * The days that a chart spans: those of encounters of which an account is held, else of all that are dated to a year
   * at least; `null` where there is none.
   */
  readonly span: DateInterval | null;
  /** In time order, undated ones last. */
  readonly entries: readonly TimelineEntry[];
  /** Dated encounters by the sides that met; those with most encounters first, several sides last. */
  readonly lanes: readonly TimelineLane[];
  /** Encounters that the choice left out. */
  readonly leftOut: number;
  /** English label of a side. */
  readonly labelOf: (id: string) => string;
}

/** Which encounters are wanted; absent members mean all. */
export interface TimelineChoice {
  /** Each of these sides took part. */
  readonly sides?: readonly string[];
  readonly modes?: readonly EncounterMode[];
  /** First and last day. */
  readonly from?: string;
  readonly to?: string;
  /** At least so many sides whose account is held. */
  readonly accounts?: number;
}
