import { intervalLabel, listOf, modeNames } from "../app/brief/labels.ts";
import type { Reading } from "../app/reading.ts";
import type { Selection } from "../app/selection.ts";
import { stateOf } from "../core/actors/actor-table.ts";
import type { Document, DocumentKind, Published } from "../core/document.ts";
import { daysInMonth } from "../core/time/calendar.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { ExportOptions } from "./format.ts";
import { webAddress } from "./identifiers.ts";
import { nameOf, type Name } from "./names.ts";
import { oneLine } from "./safe-text.ts";

/** A date as far as it is known: year; year and month; year, month and day. */
export type PartialDate = readonly [number, number?, number?];

/** A page as a bibliography lists it. Texts are on one line. */
export interface Reference {
  /** ASCII, the same whenever the same pages are exported. */
  readonly key: string;
  readonly document: Document;
  /** Written by journalists or commentators, not issued by an office. */
  readonly press: boolean;
  readonly authors: readonly Name[];
  readonly title: string;
  /** Outlet of a press page. */
  readonly container: string | null;
  /** Office that issued an account. */
  readonly publisher: string | null;
  /** As far as it is known; where that is an interval, what its first and last day have in common. */
  readonly issued: PartialDate | null;
  /** First and last day, where only an interval is known that is no month or year. */
  readonly between: readonly [PartialDate, PartialDate] | null;
  /** The date was inferred, not stated. */
  readonly circa: boolean;
  readonly accessed: PartialDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly genre: string;
  readonly keywords: readonly string[];
  /** Encounters it is an account of, and the hash that tells this version of the page. */
  readonly notes: readonly string[];
}

const genres: Readonly<Record<DocumentKind, string>> = {
  readout: "Readout",
  "joint-statement": "Joint statement",
  remarks: "Remarks",
  briefing: "Press briefing",
  report: "Press report",
  opinion: "Commentary",
  other: "Page",
};

/** The pages of a part of a reading as references, in its order. */
export function referencesOf(part: Selection, options: ExportOptions): Reference[] {
  const { reading } = part;
  const bare = reading.documents.map((document) => referenceOf(document, reading, options));
  const uses = new Map<string, number>();
  for (const { key } of bare) uses.set(key, (uses.get(key) ?? 0) + 1);
  return bare.map((one) =>
    uses.get(one.key) === 1
      ? one
      : { ...one, key: `${one.key}-${one.document.sha256.slice(0, 6)}` },
  );
}

function referenceOf(document: Document, reading: Reading, options: ExportOptions): Reference {
  const { published, party, issuer, outlet } = document;
  const press = party === null;
  const office = press
    ? null
    : oneLine(issuer === null ? (outlet ?? reading.labelOf(party)) : reading.labelOf(issuer));
  const by = document.byline.map(oneLine).filter((name) => name !== "");
  const state = issuer === null ? null : stateOf(issuer);
  const title = oneLine(document.title ?? "");
  const { issued, between } = dateOf(published);
  const encounters = reading.encounters.filter(({ accounts }) =>
    accounts.some((account) => account.document === document.id),
  );
  const reference = {
    document,
    press,
    authors:
      by.length > 0
        ? by.map((name) => nameOf(name, state))
        : office === null
          ? []
          : [{ literal: office }],
    title: title === "" ? "[No title]" : title,
    container: press && outlet !== null ? oneLine(outlet) : null,
    publisher: office,
    issued,
    between,
    circa: published.basis === "inferred",
    accessed: partsOf(options.accessed(document.id)),
    url: webAddress(document),
    language: document.language,
    genre: genres[document.kind],
    keywords: [
      ...(party === null ? [] : [reading.labelOf(party)]),
      ...encounters.map(({ id }) => id),
    ].map(oneLine),
    notes: [
      ...encounters.map((encounter) => `Account of ${encounterWords(encounter, reading)}`),
      ...(between === null
        ? []
        : [`Published between ${published.earliest} and ${published.latest}`]),
      ...(published.basis === "inferred" ? ["Date inferred from the text"] : []),
      `SHA-256 of the page: ${document.sha256}`,
    ].map(oneLine),
  };
  return { key: keyOf(reference), ...reference };
}

/** “telephone call of Xi Jinping and Vladimir Putin, 2022-06-15 (2022-06-15-chn-rus-phone)”. */
export function encounterWords(encounter: Encounter, reading: Reading): string {
  const who = listOf(encounter.principals.map((id) => reading.labelOf(id)));
  const when = intervalLabel(encounter.date.earliest, encounter.date.latest) ?? "date open";
  return `${modeNames[encounter.mode]}${who === "" ? "" : ` of ${who}`}, ${when} (${encounter.id})`;
}

/** What is known of a date: its day, its month, its year, or the days it lies between. */
function dateOf({ value, earliest, latest }: Published): Pick<Reference, "issued" | "between"> {
  if (value !== null) return { issued: partsOf(value), between: null };
  if (earliest === null || latest === null) return { issued: null, between: null };
  if (earliest === latest) return { issued: partsOf(earliest), between: null };
  const same = [7, 4].find((length) => earliest.slice(0, length) === latest.slice(0, length));
  const issued = same === undefined ? null : partsOf(earliest.slice(0, same));
  const whole =
    earliest.endsWith("-01") &&
    (same === 7
      ? latest === lastDayOf(earliest)
      : earliest.endsWith("-01-01") && latest.endsWith("-12-31"));
  return { issued, between: whole ? null : [partsOf(earliest)!, partsOf(latest)!] };
}

/** Last day of the month of a day. */
function lastDayOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return `${day.slice(0, 7)}-${daysInMonth(year, month)}`;
}

function partsOf(date: string | null): PartialDate | null {
  const parts = date?.split("T")[0]!.split("-").map(Number) ?? [];
  return parts.length === 0 || parts.some(Number.isNaN) ? null : (parts as unknown as PartialDate);
}

/** `kremlin-2022-06-15-telephone`: who published it, when, first telling word of the title. */
function keyOf(reference: Omit<Reference, "key">): string {
  const { document, issued, title } = reference;
  const who = slugs(document.issuer?.split(":").at(-1) ?? document.outlet ?? document.party ?? "")
    .slice(0, 3)
    .join("-");
  const when = issued === null ? "nd" : issued.map((part) => pad(part!)).join("-");
  const word = slugs(title).find(
    (one) => one.length > 3 && !/^(?:with|from|that|this|about|after|their)$/.test(one),
  );
  return [who === "" ? "page" : who, when, word ?? document.sha256.slice(0, 6)].join("-");
}

/** Words of a text in plain ASCII letters and digits. */
function slugs(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** A part of a date with two digits at least. */
export function pad(part: number): string {
  return String(part).padStart(2, "0");
}
