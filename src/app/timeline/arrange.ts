import { intervalLabel, listOf, modeNames } from "../brief/labels.ts";
import type { Reading } from "../reading.ts";
import type { Document } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { DateInterval, EncounterMode } from "../../core/records.ts";
import { daysBetween, monthInterval, yearInterval } from "../../core/time/calendar.ts";
import type {
  DatePrecision,
  Timeline,
  TimelineAccount,
  TimelineChoice,
  TimelineEntry,
  TimelineLane,
} from "./timeline.ts";

/** Modes that go on for days; the interval of any other is one that it lies in. */
const lasting: ReadonlySet<EncounterMode> = new Set(["visit", "multilateral", "exercise"]);

/** Longest time that a visit, summit or exercise is taken to last, in days. */
const longest = 14;

/** Names given in full; more are counted. */
const mostNames = 5;

/** Arrange the encounters of a reading in time. */
export function timelineOf(reading: Reading, choice: TimelineChoice = {}): Timeline {
  const byId = new Map(reading.documents.map((document) => [document.id, document]));
  const known = new Map(reading.encounters.map((encounter) => [encounter.id, encounter]));
  const wanted = reading.encounters.filter((encounter) => isWanted(encounter, choice));
  const entries = wanted.map((encounter) => entryOf(encounter, known, byId, reading));
  return {
    entries,
    lanes: lanesOf(entries, reading),
    span: spanOf(entries),
    leftOut: reading.encounters.length - wanted.length,
    labelOf: (id) => reading.labelOf(id),
  };
}

/** How well a date is known. */
export function precisionOf({
  date: { earliest, latest },
  mode,
  summit,
}: Encounter): DatePrecision {
  if (earliest === null || latest === null) return "open";
  if (earliest === latest) return "day";
  const lasts = lasting.has(mode) || (mode === "video" && summit !== null);
  return lasts && daysBetween(earliest, latest) <= longest ? "days" : "within";
}

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );

function whenOf(encounter: Encounter): string {
  const { earliest, latest } = encounter.date;
  if (earliest === null || latest === null) return intervalLabel(earliest, latest) ?? "date open";
  if (precisionOf(encounter) !== "within") return intervalLabel(earliest, latest)!;
  const [year, month] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7))];
  if (sameInterval(encounter.date, yearInterval(year))) return `in ${year}`;
  if (sameInterval(encounter.date, monthInterval(year, month)))
    return `in ${monthNames[month - 1]} ${year}`;
  return `between ${earliest} and ${latest}`;
}

function sameInterval(date: Encounter["date"], { earliest, latest }: DateInterval): boolean {
  return date.earliest === earliest && date.latest === latest;
}

/** Widest interval that a chart shows, in days. */
const widest = 366;

/** Whether a chart of these days can show an encounter. */
export function isWithin(
  { precision, encounter: { date } }: TimelineEntry,
  span: DateInterval | null,
): boolean {
  if (span === null || precision === "open") return false;
  if (daysBetween(date.earliest!, date.latest!) > widest) return false;
  return date.latest! >= span.earliest && date.earliest! <= span.latest;
}

function spanOf(entries: readonly TimelineEntry[]): DateInterval | null {
  const dated = entries.filter((entry) =>
    isWithin(entry, { earliest: "0000-01-01", latest: "9999-12-31" }),
  );
  const told = dated.filter(({ accounts }) => accounts.length > 0);
  const dates = (told.length > 0 ? told : dated).map(({ encounter }) => encounter.date);
  if (dates.length === 0) return null;
  return {
    earliest: dates.map((date) => date.earliest!).toSorted()[0]!,
    latest: dates
      .map((date) => date.latest!)
      .toSorted()
      .at(-1)!,
  };
}

function isWanted(encounter: Encounter, choice: TimelineChoice): boolean {
  const { earliest, latest } = encounter.date;
  if (choice.modes !== undefined && !choice.modes.includes(encounter.mode)) return false;
  if (choice.from !== undefined && (latest === null || latest < choice.from)) return false;
  if (choice.to !== undefined && (earliest === null || earliest > choice.to)) return false;
  if (partiesOf(encounter).length < (choice.accounts ?? 0)) return false;
  const there = [...encounter.sides, ...encounter.participants];
  return (choice.sides ?? []).every((side) =>
    there.some((id) => id === side || id.startsWith(`${side}:`)),
  );
}

function entryOf(
  encounter: Encounter,
  known: ReadonlyMap<string, Encounter>,
  byId: ReadonlyMap<string, Document>,
  reading: Reading,
): TimelineEntry {
  const published = partiesOf(encounter);
  const parent = encounter.parent === null ? undefined : known.get(encounter.parent);
  return {
    encounter,
    label: labelOf(encounter, reading),
    when: whenOf(encounter),
    precision: precisionOf(encounter),
    mode: encounter.mode,
    status: encounter.status,
    place: encounter.place === null ? null : reading.labelOf(encounter.place),
    within: parent === undefined ? null : labelOf(parent, reading),
    accounts: accountsOf(encounter, byId),
    published,
    unheard: encounter.sides.filter((side) => !published.includes(side)),
    pages: new Set(encounter.mentions.map(({ document }) => document)).size,
  };
}

function labelOf(encounter: Encounter, reading: Reading): string {
  const { summit, mode } = encounter;
  const all = encounter.principals.length > 0 ? encounter.principals : encounter.participants;
  const names = all.slice(0, mostNames).map((id) => reading.labelOf(id));
  const more = all.length - names.length;
  const who = listOf(more > 0 ? [...names, `${more} more`] : names);
  const what =
    summit !== null && (mode === "multilateral" || mode === "video")
      ? reading.labelOf(summit)
      : null;
  if (who === "") return what ?? modeNames[mode];
  return `${who}: ${what ?? modeNames[mode]}`;
}

/** Sides whose account is held, in the order of the sides that met. */
function partiesOf({ accounts, sides }: Encounter): string[] {
  const parties = new Set(accounts.map(({ party }) => party).filter((party) => party !== null));
  return [...sides.filter((side) => parties.delete(side)), ...[...parties].toSorted()];
}

function accountsOf(
  { accounts, sides }: Encounter,
  byId: ReadonlyMap<string, Document>,
): TimelineAccount[] {
  const found = accounts.flatMap(({ document: id, party, genre, copyOf }) => {
    const document = byId.get(id);
    if (document === undefined || party === null) return [];
    const { title, path, url, language } = document;
    return [
      { document: id, party, genre, title: title ?? "(no title)", path, url, language, copyOf },
    ];
  });
  const rank = ({ party }: TimelineAccount): number => (sides.indexOf(party) + 99) % 99;
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}

function lanesOf(entries: readonly TimelineEntry[], reading: Reading): TimelineLane[] {
  const dated = entries.filter(({ precision }) => precision !== "open");
  const groups = Map.groupBy(dated, ({ encounter: { sides } }) =>
    sides.length > 2 ? "" : sides.join(" "),
  );
  return [...groups]
    .map(([key, own]): TimelineLane => {
      const sides = key === "" ? [] : key.split(" ");
      const label =
        key === "" ? "Several sides" : sides.map((side) => reading.labelOf(side)).join(" – ");
      return { label, sides, entries: own };
    })
    .toSorted(
      (a, b) =>
        Number(a.sides.length === 0) - Number(b.sides.length === 0) ||
        b.entries.length - a.entries.length ||
        (a.label < b.label ? -1 : 1),
    );
}
