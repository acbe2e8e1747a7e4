import type { Diagnostic } from "../../core/diagnostic.ts";
import type { MentionRef, Encounter } from "../../core/link/encounter.ts";
import type { LinkCorrection } from "../../core/link/corrections.ts";
import type { DateInterval, EncounterMention } from "../../core/records.ts";
import { daysInMonth, isoDay, monthInterval } from "../../core/time/calendar.ts";
import type { Correction, CorrectionKind } from "../../store/personal.ts";
import type { Store } from "../../store/store.ts";

/** Kinds of corrections of encounters. */
export type EncounterCorrectionKind = Extract<
  CorrectionKind,
  "encounter-merge" | "encounter-split" | "encounter-date"
>;

/** A correction that can't be made; the message names the way out. */
export class CorrectionError extends Error {
  override readonly name = "CorrectionError";
  readonly code: "UNKNOWN_ENCOUNTER" | "SAME_VALUE" | "VALUE_UNFIT" | "UNKNOWN_PAGE";
  constructor(code: CorrectionError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether a correction is one of encounters: they are carried out when linking. */
export function isOfEncounter(kind: CorrectionKind): kind is EncounterCorrectionKind {
  return kind === "encounter-merge" || kind === "encounter-split" || kind === "encounter-date";
}

/** Most mentions that name an encounter; accounts come first. */
const mostPlaces = 8;

/**
 * What to keep of a correction of an encounter. An encounter's id may change as pages come in, so it is kept with the
 * places of mentions of it: `ID@DOCUMENT:START-END,…`.
 * @param value - the other encounter's id to merge into, ids of the pages that mean another one (`|` between them), or
 *   a day, month or `FIRST/LAST`
 * @throws CorrectionError
 */
export async function keptCorrection(
  store: Store,
  encounters: readonly Encounter[],
  kind: EncounterCorrectionKind,
  target: string,
  value: string,
): Promise<{ readonly target: string; readonly value: string }> {
  const encounter = encounterOf(encounters, target);
  if (kind === "encounter-date") {
    if (intervalOf(value) === null)
      throw new CorrectionError(
        "VALUE_UNFIT",
        "A date is written 2022-06-15, 2022-06, or 2022-06-15/2022-06-17.",
      );
    return { target: await namedBy(store, encounter, () => true), value };
  }
  if (kind === "encounter-merge") {
    if (value === target)
      throw new CorrectionError("SAME_VALUE", "An encounter can't be merged with itself.");
    const other = encounterOf(encounters, value);
    return {
      target: await namedBy(store, encounter, () => true),
      value: await namedBy(store, other, () => true),
    };
  }
  const pages = new Set(value.split("|"));
  const apart = ({ document }: MentionRef): boolean => pages.has(document);
  const missing = [...pages].find(
    (page) => !encounter.mentions.some((one) => one.document === page),
  );
  if (missing !== undefined)
    throw new CorrectionError("UNKNOWN_PAGE", `No mention of ${target} is on a page “${missing}”.`);
  if (encounter.mentions.every(apart))
    throw new CorrectionError(
      "UNKNOWN_PAGE",
      "These are all pages that speak of this encounter. Name those that mean another one.",
    );
  return {
    target: await namedBy(store, encounter, (mention) => !apart(mention)),
    value: await namedBy(store, encounter, apart),
  };
}

/** The encounter's id in a kept target or value; the text itself where it has no places. */
export function encounterIdIn(kept: string): string {
  const at = kept.indexOf("@");
  return at === -1 ? kept : kept.slice(0, at);
}

/** Pages that a kept target or value names. */
export function pagesIn(kept: string): string[] {
  return [...new Set(placesIn(kept).map(({ document }) => document))];
}

/** A person's corrections of encounters for linking, and those that no page at hand answers to. */
export interface KnownCorrections {
  readonly corrections: readonly LinkCorrection[];
  readonly orphaned: readonly Correction[];
}

/** Look up what corrections that hold are about. */
export async function linkCorrections(
  store: Store,
  all: readonly Correction[],
): Promise<KnownCorrections> {
  const corrections: LinkCorrection[] = [];
  const orphaned: Correction[] = [];
  for (const correction of all) {
    const { kind, target, value, undoneAt } = correction;
    if (!isOfEncounter(kind) || undoneAt !== null || value === null) continue;
    const mentions = await mentionsAt(store, target);
    const others = kind === "encounter-date" ? [] : await mentionsAt(store, value);
    const date = intervalOf(value);
    if (mentions.length === 0 || (kind !== "encounter-date" && others.length === 0))
      orphaned.push(correction);
    else if (kind === "encounter-merge")
      corrections.push({ kind: "merge", mentions, into: others });
    else if (kind === "encounter-split")
      corrections.push({ kind: "split", mentions, apart: others });
    else if (date !== null) corrections.push({ kind: "date", mentions, date });
  }
  return { corrections, orphaned };
}

/** That a correction has nothing to hold on to any more. */
export function orphanedDiagnostic({ id, kind, target }: Correction): Diagnostic {
  return {
    code: "CORRECTION_ORPHANED",
    severity: "warning",
    document: encounterIdIn(target),
    span: null,
    message: `Your correction ${id.slice(0, 8)} (${kind}) is of pages that are no longer here. “readout correct undo ${id.slice(0, 8)}” takes it back.`,
  };
}

function encounterOf(encounters: readonly Encounter[], id: string): Encounter {
  const found = encounters.find((encounter) => encounter.id === id);
  if (found !== undefined) return found;
  throw new CorrectionError(
    "UNKNOWN_ENCOUNTER",
    `There is no encounter “${id.slice(0, 80)}”; “readout timeline” shows the ids.`,
  );
}

/** `2022-06-15`, `2022-06` or `FIRST/LAST` as an interval; `null` for anything else, days that don't exist included. */
function intervalOf(value: string): DateInterval | null {
  const [first, last = first, ...more] = value.split("/");
  const [from, to] = [edgesOf(first!), edgesOf(last!)];
  if (from === null || to === null || more.length > 0 || to.latest < from.earliest) return null;
  return { earliest: from.earliest, latest: to.latest };
}

function edgesOf(value: string): DateInterval | null {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12) return null;
  if (parts[3] === undefined) return monthInterval(year, month);
  const iso = day <= daysInMonth(year, month) ? isoDay(year, month, day) : null;
  return iso === null ? null : { earliest: iso, latest: iso };
}

interface MentionPlace {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

async function namedBy(
  store: Store,
  encounter: Encounter,
  keep: (mention: MentionRef) => boolean,
): Promise<string> {
  const accounts = new Set(encounter.accounts.map(({ document }) => document));
  const mentions = encounter.mentions
    .filter(keep)
    .toSorted((a, b) => Number(accounts.has(b.document)) - Number(accounts.has(a.document)));
  const places: string[] = [];
  for (const { document: id, index } of mentions) {
    if (places.length === mostPlaces) break;
    const mention = (await store.document(id, ["encounters"]))?.layers.encounters[index];
    if (mention !== undefined) places.push(`${id}:${mention.start}-${mention.end}`);
  }
  return `${encounter.id}@${places.join(",")}`;
}

function placesIn(kept: string): MentionPlace[] {
  const at = kept.indexOf("@");
  if (at === -1) return [];
  return [...kept.slice(at + 1).matchAll(/([^:,]+):(\d+)-(\d+)/g)].map(([, id, start, end]) => ({
    document: id!,
    start: Number(start),
    end: Number(end),
  }));
}

/** The mentions that stand at kept places now, in their order. */
async function mentionsAt(store: Store, kept: string): Promise<MentionRef[]> {
  const found: MentionRef[] = [];
  for (const place of placesIn(kept)) {
    const encounters = (await store.document(place.document, ["encounters"]))?.layers.encounters;
    const old = encounters?.findIndex((mention) => touches(mention, place)) ?? -1;
    if (encounters === undefined || old === -1) continue;
    const versions = await store.versions(place.document);
    if (versions.find(({ id }) => id === place.document)?.current !== false) {
      found.push({ document: place.document, index: old });
      continue;
    }
    const now = versions.find(({ current }) => current);
    if (now === undefined) continue;
    const renewed = await store.document(now.id, ["encounters"]);
    const index = counterpart(encounters[old]!, renewed?.layers.encounters ?? []);
    if (index !== null) found.push({ document: now.id, index });
  }
  return found;
}

function touches(mention: EncounterMention, { start, end }: MentionPlace): boolean {
  return mention.places.some((place) => place.start < end && place.end > start);
}

/** The one mention of a newer version that says of the same sides the same as an older one did. */
function counterpart(old: EncounterMention, now: readonly EncounterMention[]): number | null {
  const alike = now.flatMap((mention, index) =>
    mention.mode === old.mode &&
    mention.main === old.main &&
    mention.sides.join(" ") === old.sides.join(" ")
      ? [index]
      : [],
  );
  return alike.length === 1 ? alike[0]! : null;
}
