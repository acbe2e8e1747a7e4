import type { Context } from "../../context.ts";
import { valueOf, valuesOf, type Row } from "../../tsv.ts";
import type { Found } from "../sheet.ts";
import { foldName } from "../title.ts";
import { aboveTitle } from "../letterhead.ts";
import { authorityOf } from "./authority-line.ts";
import { readManner } from "./manner.ts";
import { domainRow, hostOf, outletIndex, type OutletIndex } from "./outlet-index.ts";
import { namesOfState, stateNamed, stateOfDomain } from "./states.ts";

/** Who published a page, as far as the tables and the page itself tell. */
export interface Issuer {
  /** Id in `outlets.tsv`; `null` where the table does not know it. */
  readonly id: string | null;
  /** Name of the outlet. */
  readonly outlet: Found | null;
  /** Side whose official account it publishes; `null` for the press and where nothing tells. */
  readonly party: Found | null;
  /** Kind of outlet (`presidency`, `agency`, `newspaper` …). */
  readonly kind: string | null;
}

/** What an issuer is found by. */
export interface IssuerEvidence {
  /** Key or side that front matter names. */
  readonly key: Found | null;
  readonly urls: readonly Found[];
  readonly outlets: readonly Found[];
  /** What stands behind titles, where sites put their name. */
  readonly sites: readonly Found[];
  /** Lines around the text and the start of the text itself: letterhead, dateline, source. */
  readonly letterhead: readonly Found[];
  /** Where the text begins in the page. */
  readonly head: number;
  readonly title: string | null;
  /** First paragraphs. */
  readonly opening: string;
}

/** How much of a text is looked at for whom it tells of, in characters. */
export const openingLength = 1500;

/** Outlets of these kinds speak for their state only where they tell of it. */
const reporting: ReadonlySet<string> = new Set([
  "agency",
  "broadcaster",
  "newspaper",
  "magazine",
  "online",
]);

/**
 * Find who published a page: by the key front matter gives, the address, the outlet's name, a line that only this
 * outlet leaves, the address of an authority, the manner in which authorities tell of their own leaders.
 */
export function findIssuer(evidence: IssuerEvidence, context: Context): Issuer {
  const index = outletIndex(context);
  const byKey = evidence.key === null ? null : keyRow(evidence.key.value, index);
  if (evidence.key !== null && byKey !== null)
    return fromRow(byKey, evidence.key, true, evidence, context);
  const found = byUrl(evidence, index) ?? byName(evidence, index) ?? byMark(evidence, index);
  const key = evidence.key;
  const side = key === null ? null : sideOfKey(key.value, context);
  if (found !== null) {
    const issuer = fromRow(found.row, found.found, false, evidence, context);
    return side === null || key === null ? issuer : { ...issuer, party: { ...key, value: side } };
  }
  const party =
    side !== null && key !== null ? { ...key, value: side } : partyOfUnknown(evidence, context);
  return { id: null, outlet: namedOutlet(evidence), party, kind: null };
}

interface RowFound {
  readonly row: Row;
  readonly found: Found;
}

function keyRow(key: string, index: OutletIndex): Row | null {
  return index.byKey.get(key.trim().toLowerCase()) ?? index.byName.get(foldName(key)) ?? null;
}

function byUrl({ urls }: IssuerEvidence, index: OutletIndex): RowFound | null {
  for (const found of urls) {
    const row = domainRow(found.value, index);
    if (row !== null) return { row, found };
  }
  return null;
}

function byName({ outlets, sites }: IssuerEvidence, index: OutletIndex): RowFound | null {
  for (const found of [...outlets, ...sites]) {
    const row = index.byName.get(foldName(found.value));
    if (row !== undefined) return { row, found };
  }
  return null;
}

function byMark({ letterhead, head, urls }: IssuerEvidence, index: OutletIndex): RowFound | null {
  for (const found of letterhead) {
    const mark = index.marks.find(([text]) => found.value.includes(text));
    const row =
      mark?.[1] ??
      (urls.length === 0 ? namedRow(found, index) : null) ??
      brandRow(found, head, index);
    if (row !== null) return { row, found: { ...found, rule: "clean/letterhead" } };
  }
  return null;
}

/** A line, or the end of one, that names the source of a text. */
const sourceLine =
  /(?:来源|來源|信息来源)\s?[:：]\s?(\p{Script=Han}{2,20}?)(?:官网|官方网站|网站|網站)?$/u;

/** The authority whose name stands alone above the title, or whoever is named as the source, of a page without an address. */
function namedRow({ value, rule }: Found, index: OutletIndex): Row | null {
  const name = rule === aboveTitle ? value : sourceLine.exec(value.trim())?.[1];
  const row = name === undefined ? undefined : index.byName.get(foldName(name));
  return row === undefined || (rule === aboveTitle && isPress(row)) ? null : row;
}

/** Lines in which a site names itself: “© 2024 NAME”, “NAME Homepage”, “Source: NAME”, “…, NAME staff writer”. */
const brandLines: readonly RegExp[] = [
  /^(?:©|\(c\)|copyright)(?: ©)? ?\d{4}(?:[-–]\d{4})? ([^.,|]{2,50})/iu,
  /^(.{2,40}?)(?: [-–|] back to home.*| logo| home ?page)/iu,
  /^(?:sources?|источник|来源|來源|文章来源)\s?[:：]\s?([^,;/]{2,40}?)(?:\s(?:and|и) .{2,40}|\s[\d-]{6,10}.*)?$/iu,
  /^.{3,40}, (.{2,40}?) (?:staff writer|correspondent|reporter|writer|editor)$/iu,
];

/**
 * The press outlet that a line says the site is; authorities are named on other sites' lines as well.
 * @param head - where the text begins: above it, a name alone on its line is the site's, but for agencies
 */
function brandRow({ value, place }: Found, head: number, index: OutletIndex): Row | null {
  for (const pattern of brandLines) {
    const name = pattern.exec(value)?.[1];
    const row = name === undefined ? undefined : index.byName.get(foldName(name));
    if (row !== undefined && isPress(row)) return row;
  }
  if (place === null || place.start > head || value.length > 50) return null;
  const row = index.byName.get(foldName(value));
  return row !== undefined && isPress(row) && valueOf(row, "kind") !== "agency" ? row : null;
}

function isPress(row: Row): boolean {
  const kind = valueOf(row, "kind") ?? "";
  return reporting.has(kind) || kind === "think-tank";
}

function fromRow(
  row: Row,
  found: Found,
  stated: boolean,
  evidence: IssuerEvidence,
  context: Context,
): Issuer {
  const kind = valueOf(row, "kind");
  const side = valueOf(row, "party");
  const speaks =
    side !== null && (stated || !reporting.has(kind ?? "") || tellsOf(side, evidence, context));
  return {
    id: row["id"]!,
    outlet: { ...found, value: labelOf(row) },
    party: speaks ? { ...found, value: side } : null,
    kind,
  };
}

/** An outlet's English name; what tells namesakes apart in the table, “(Kenya)”, is left out. */
function labelOf(row: Row): string {
  return (valuesOf(row, "en")[0] ?? row["id"]!).replace(/\s+\([^)]*\)$/u, "");
}

/** Whether title or opening name a state or people of it. */
function tellsOf(state: string, { title, opening }: IssuerEvidence, context: Context): boolean {
  const text = `${title ?? ""}\n${opening}`;
  return namesOfState(state, context).some((name) => text.includes(name));
}

/** Front matter may name the side itself: an actor id, a state's code or name. */
function sideOfKey(key: string, context: Context): string | null {
  const prefix = /^([A-Z]{3})(?::|$)/.exec(key.trim())?.[1];
  if (prefix === "INT") return key.trim();
  return stateNamed(key, context) ?? (prefix === undefined ? null : stateNamed(prefix, context));
}

/** The side of a page whose outlet no table knows: an authority's domain, or the manner of its own account. */
function partyOfUnknown(evidence: IssuerEvidence, context: Context): Found | null {
  for (const found of evidence.urls) {
    const host = hostOf(found.value);
    const state = host === null ? null : stateOfDomain(host, context);
    if (state !== null) return { ...found, value: state, rule: "clean/government-domain" };
  }
  if (evidence.urls.length > 0 || evidence.outlets.length > 0) return null;
  for (const found of evidence.letterhead) {
    const state = found.rule === aboveTitle ? authorityOf(found.value, context) : null;
    if (state !== null) return { ...found, value: state, rule: "clean/letterhead" };
  }
  return readManner(evidence.title, evidence.opening, evidence.letterhead, context);
}

/** The outlet's name as the page gives it, else the host of its address. */
function namedOutlet({ outlets, urls }: IssuerEvidence): Found | null {
  const [named] = outlets;
  if (named !== undefined) return named;
  for (const found of urls) {
    const host = hostOf(found.value)?.replace(/^(?:www\d?|m|amp|mobile)\./, "");
    if (host !== undefined && host !== "")
      return { ...found, value: host, rule: "clean/host-of-address" };
  }
  return null;
}
