import { sideOf } from "../../core/actors/actor-table.ts";
import { lookupsOf } from "../../core/compare/lookups.ts";
import type { Context } from "../../core/context.ts";
import type { Document, Span } from "../../core/document.ts";
import {
  phrasesOverTime,
  type PeriodLength,
  type PhraseCourse,
} from "../../core/phrases/over-time.ts";

/** Which phrases, sides and times are wanted; absent members mean all. */
export interface PhraseFilter {
  /** Phrase ids, or words of their labels in any case. */
  readonly phrases?: readonly string[];
  readonly parties?: readonly string[];
  /** First and last day or month. */
  readonly from?: string;
  readonly to?: string;
  /** Fewest documents of a side that must use a phrase. */
  readonly least?: number;
}

/** A page that a use stands in, for links and tooltips. */
export interface PhrasePage {
  readonly title: string;
  readonly url: string | null;
  readonly path: string;
}

/** Set phrases over time, with what is needed to show them. */
export interface PhraseReport {
  readonly length: PeriodLength;
  /** Every period from the first to the last, without gaps. */
  readonly periods: readonly string[];
  /** Phrases that changed first, then the ones more documents use. */
  readonly courses: readonly PhraseCourse[];
  /** Documents without a party or without a date, which don't count. */
  readonly undated: number;
  readonly unclaimed: number;
  labelOf(id: string): string;
  pageOf(span: Span): PhrasePage;
}

/** Count the set phrases of documents over time. */
export function phraseReport(
  documents: readonly Document[],
  length: PeriodLength,
  filter: PhraseFilter,
  labelOf: (id: string) => string,
  context: Context,
): PhraseReport {
  const within = documents.filter((document) => {
    const date = document.published.value;
    if (date === null) return true;
    return (
      (filter.from === undefined || date >= filter.from) &&
      (filter.to === undefined || date.slice(0, filter.to.length) <= filter.to)
    );
  });
  const courses = phrasesOverTime(within, length, (actor) => sideOf(context, actor))
    .filter((course) => course.uses.length > 0)
    .filter((course) => isWanted(course, filter, labelOf));
  const pages = new Map(documents.map((document) => [document.id, pageOf(document)]));
  return {
    length,
    periods: allPeriods(courses),
    courses: inOrder(courses, (phrase) => lookupsOf(context).weightOf("phrase", phrase)),
    undated: within.filter(
      (document) => document.party !== null && document.published.value === null,
    ).length,
    unclaimed: within.filter((document) => document.party === null).length,
    labelOf,
    pageOf: (span) => pages.get(span.document)!,
  };
}

function isWanted(
  course: PhraseCourse,
  { phrases, parties, least }: PhraseFilter,
  labelOf: (id: string) => string,
): boolean {
  if (parties !== undefined && !parties.includes(course.party)) return false;
  if (phrases === undefined) return course.uses.length >= (least ?? 1);
  const label = labelOf(course.phrase).toLowerCase();
  return phrases.some((wanted) => wanted === course.phrase || label.includes(wanted.toLowerCase()));
}

function pageOf(document: Document): PhrasePage {
  return { title: document.title ?? document.path, url: document.url, path: document.path };
}

/** Phrases together; those with a change before those without, then by documents that use them, rare phrases weighing more. */
function inOrder(
  courses: readonly PhraseCourse[],
  weightOf: (phrase: string) => number,
): PhraseCourse[] {
  const byPhrase = [...Map.groupBy(courses, (course) => course.phrase).values()];
  const changes = (group: readonly PhraseCourse[]): number =>
    Math.min(
      1,
      group.reduce((sum, course) => sum + course.changes.length, 0),
    );
  const uses = (group: readonly PhraseCourse[]): number =>
    group.reduce((sum, course) => sum + course.uses.length, 0) * weightOf(group[0]!.phrase);
  return byPhrase
    .toSorted((a, b) => changes(b) - changes(a) || uses(b) - uses(a))
    .flatMap((group) => group.toSorted((a, b) => b.uses.length - a.uses.length));
}

/** Every month or year from the first to the last in which any side has documents. */
function allPeriods(courses: readonly PhraseCourse[]): string[] {
  const held = courses
    .flatMap((course) => course.periods.map((period) => period.period))
    .toSorted();
  const last = held.at(-1);
  const periods: string[] = [];
  for (let at = held[0]; at !== undefined && last !== undefined && at <= last; at = next(at))
    periods.push(at);
  return periods;
}

function next(period: string): string {
  const [year, month] = period.split("-").map(Number) as [number, number | undefined];
  if (month === undefined) return String(year + 1).padStart(4, "0");
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}`;
}
