import type { Context } from "../context.ts";
import type { Range } from "../document.ts";
import type { GivenMetadata, Page } from "../page.ts";
import { chooseAuthors } from "./authors.ts";
import type { Markup } from "./html/markup.ts";
import { readWrittenDate, type WrittenDate } from "./page-date.ts";
import type { Found, Sheet } from "./sheet.ts";
import { withoutSite } from "./title.ts";

/** A date with where it was read, and days that turned out not to exist. */
export interface FoundDate {
  readonly date: WrittenDate;
  readonly found: Found;
}

/** What front matter, or the record a page came in, says: each value with its place in the page. */
export function givenFound(page: Page, field: keyof GivenMetadata): readonly Found[] {
  return valuesGiven(page.given[field]).map((value) => ({
    value,
    ...placeInFrontMatter(page, value),
  }));
}

/** What the surroundings of a page suggest (a feed's entry); the page itself outranks it. */
export function hintFound(page: Page, field: keyof GivenMetadata): readonly Found[] {
  return valuesGiven(page.hints?.[field]).map((value) => ({
    value,
    rule: "clean/hint",
    place: null,
  }));
}

function valuesGiven(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

function placeInFrontMatter(page: Page, value: string): { rule: string; place: Range | null } {
  const start = page.source.slice(0, page.bodyStart).indexOf(value);
  return start === -1
    ? { rule: "clean/given", place: null }
    : { rule: "clean/front-matter", place: { start, end: start + value.length } };
}

/**
 * The title that metadata gives: front matter, else Open Graph, JSON-LD, heading and document title, without
 * the name of the site.
 * @param sites - names by which the outlet is known
 */
export function chooseTitle(
  page: Page,
  markup: Markup | null,
  sites: readonly string[],
): Found | null {
  const [given] = givenFound(page, "title");
  if (given !== undefined) return { ...given, value: folded(given.value) };
  const headings = markup?.headings.map(({ value }) => value) ?? [];
  const titles = markup?.titles ?? [];
  const social = titles.find(({ rule }) => rule === "clean/meta-og-title");
  const candidates = [
    social,
    ...titles.filter((title) => title !== social),
    ...hintFound(page, "title"),
  ];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const value = withoutSite(folded(candidate.value), sites, headings);
    if (value !== "") return { ...candidate, value };
  }
  const [heading] = markup?.headings ?? [];
  return heading === undefined ? null : { ...heading, value: folded(heading.value) };
}

function folded(value: string): string {
  return value.replace(/\s+/gu, " ").trim();
}

/** Days that the page gives and that do not exist, with what gives them. */
export type InvalidDate = (written: string, found: Found) => void;

/**
 * The day of publication as the page's data give it: front matter, JSON-LD, meta tags, microdata, `<time>`.
 * @param invalid - told of days that don't exist
 */
export function chooseDate(
  candidates: readonly Found[],
  context: Context,
  language: string | null,
  invalid: InvalidDate = () => {},
): FoundDate | null {
  for (const found of candidates) {
    const reading = readWrittenDate(found.value, context, language);
    if (reading === null) continue;
    if (reading.date !== null) return { date: reading.date, found };
    invalid(reading.invalid, found);
  }
  return null;
}

/** Candidates for the day of publication that are data of the page, in order of trust. */
export function dateCandidates(page: Page, markup: Markup | null): readonly Found[] {
  return [
    ...givenFound(page, "published"),
    ...(markup?.published ?? []),
    ...hintFound(page, "published"),
  ];
}

/** The day of the last change that markup tells of. */
export function modifiedDate(
  markup: Markup | null,
  context: Context,
  language: string | null,
): FoundDate | null {
  return chooseDate(markup?.modified ?? [], context, language);
}

/** Words of a date line that tell of a later change. */
const update =
  /updat|modif|aktualisiert|mis à jour|actualizado|aggiornat|обновл|изменен|更新|修改|oppdatert|uppdaterad|stand:/iu;

/** Date lines above and around the text: those of publication before those of changes. */
export function dateLines(sheet: Sheet): readonly Found[] {
  const first = sheet.dates.filter(({ value }) => !update.test(value));
  return [...first, ...sheet.dates.filter(({ value }) => update.test(value))];
}

/** Who wrote the page, as front matter, markup and its lines say. */
export function readAuthors(
  page: Page,
  markup: Markup | null,
  sheet: Sheet,
  outlets: readonly string[],
  context: Context,
): readonly Found[] {
  const given = givenFound(page, "authors");
  const groups = given.length > 0 ? [given] : [...(markup?.authors ?? [])];
  const hints = hintFound(page, "authors");
  return chooseAuthors(groups, sheet.byline, hints.length > 0 ? [hints] : [], outlets, context);
}
