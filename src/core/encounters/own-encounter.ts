import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { meets, sameMode } from "./agreement.ts";
import { personsAgree } from "./join-sightings.ts";
import { ownEdition, ownMode, ownPlace } from "./own-circumstances.ts";
import { agreesWith, leadLength } from "./own-leads.ts";
import {
  isSpokespersons,
  nobodys,
  ownParties,
  ownSide,
  titled,
  withGuestSide,
} from "./own-parties.ts";
import type { EncounterGrammar } from "./rules.ts";
import type { Sighting } from "./sighting.ts";
import { isRemote } from "./sightings.ts";
import { sidesOf } from "./sides.ts";

const accountKinds: ReadonlySet<string> = new Set([
  "readout",
  "joint-statement",
  "remarks",
  "briefing",
]);

/** The encounter an official account is about: what its title or first sentences tell, with both sides. */
export function ownEncounter(
  document: Document,
  sightings: readonly Sighting[],
  grammar: EncounterGrammar,
  context: Context,
): Sighting | null {
  const { party } = document;
  if (party === null && document.kind !== "joint-statement") return null;
  if (isSpokespersons(document, context)) return null;
  const isAccount = accountKinds.has(document.kind);
  const heads = sightings
    .filter(
      (sighting) =>
        (sighting.heading || sighting.start < leadLength(document)) &&
        !sighting.earlier &&
        sighting.mode !== "exercise",
    )
    .map((sighting) =>
      sighting.heading ? titled(document, sighting, grammar.slots, context) : sighting,
    )
    .map((sighting) => (isOtherEdition(sighting, document) ? withoutEdition(sighting) : sighting));
  const side = ownSide(document, context);
  const best = bestLead(heads, side, document);
  const opening = heads.find(({ explicit, parties }) => explicit && parties.length > 0);
  // A statement is its own side's, and an account opens with whom it is about.
  const foreign =
    side !== nobodys && document.kind === "joint-statement" && best?.sides.has(side) === false;
  const later =
    best !== null &&
    opening !== undefined &&
    opening.sides.has(side) &&
    opening.start < best.start &&
    !personsAgree(opening.parties, best.parties);
  const whole = foreign || later ? null : best;
  // A fact sheet or reaction is an account only of what it names with both sides, right after the event.
  if (document.kind === "remarks" && whole === null && !heads.some(({ heading }) => heading))
    return null;
  if (!isAccount && (whole === null || !isRecent(whole, document))) return null;
  const first =
    whole ??
    heads.find(({ heading }) => heading) ??
    (later ? opening : heads[0]) ??
    issued(document);
  if (first === undefined || first === null) return null;
  const parties = withGuestSide(
    document,
    ownParties(document, first, whole, heads, grammar.slots, context),
    context,
  );
  const { earliest, latest } = document.published;
  const published = earliest === null || latest === null ? null : { earliest, latest };
  const status = statusTold(first, heads);
  const planned = status === "announced";
  const dating = heads.filter(
    (lead) =>
      lead.date !== null &&
      lead.status === status &&
      (planned || nearPublication(lead.date, document)) &&
      (lead === first || isSameDay(lead, first, document)),
  );
  // Of a summit's days an account tells of its own.
  const dated = first.form === "summit" ? narrowest(dating) : dating[0];
  const stated = dated === undefined ? statedDay(first) : null;
  const told = dated?.date ?? stated ?? (planned || first.reference ? null : published);
  // At a summit of several days an account is of the day it came out on.
  const day = !planned && first.form !== "summit" && dated?.dateRange === null;
  const date = day && inside(published, told) ? published : told;
  const leads = heads.filter(
    (lead) => lead === first || lead.date === null || date === null || meets(lead.date, date),
  );
  const mode = ownMode(document, leads, first, grammar, sidesOf(parties).size);
  return {
    ...first,
    status,
    mode,
    parties,
    sides: sidesOf(parties),
    explicit: true,
    pronominal: false,
    opens: true,
    place: isRemote(mode) ? null : ownPlace(document, leads, first),
    date,
    dateBasis: dated?.dateBasis ?? (date === null ? null : stated === null ? "inferred" : "stated"),
    datedBy: date === null ? null : (dated?.datedBy ?? (stated === null ? "page" : "text")),
    dateRange: dated?.dateRange ?? null,
    edition: isRemote(mode) && first.form !== "summit" ? null : ownEdition(leads, first),
    sequence:
      leads.find((lead) => agreesWith(lead, first) && lead.sequence !== null)?.sequence ?? null,
  };
}

/** The day that the lead itself states, also one long before the page came out. */
function statedDay({ explicit, date, dateBasis, datedBy }: Sighting): DateInterval | null {
  return explicit && dateBasis === "stated" && datedBy === "text" ? date : null;
}

function inside(day: DateInterval | null, days: DateInterval | null): boolean {
  if (day === null || days === null) return false;
  return days.earliest <= day.earliest && day.latest <= days.latest;
}

/** What heads an account of these days is no edition of another time: the tables lack it. */
function isOtherEdition({ heading, form, edition, status }: Sighting, document: Document): boolean {
  const named = heading && form === "summit" && edition !== null && status === "held";
  return named && !nearPublication(edition, document);
}

function withoutEdition(sighting: Sighting): Sighting {
  return { ...sighting, edition: null, place: null, date: null, dateBasis: null, datedBy: null };
}

/** A title names its encounter without a tense (“Statement on the President's call with …”): the first sentence has it. */
function statusTold(first: Sighting, heads: readonly Sighting[]): Sighting["status"] {
  if (!first.heading || first.date !== null) return first.status;
  const next = heads.find(
    (lead) =>
      !lead.heading &&
      lead.explicit &&
      (first.mode === null || lead.mode === null || sameMode(first.mode, lead.mode)) &&
      [...first.sides].every((side) => lead.sides.has(side)) &&
      personsAgree(first.parties, lead.parties),
  );
  return next?.status ?? first.status;
}

/** The lead that names both sides: in the title before the text, one that took place before one to come. */
function bestLead(leads: readonly Sighting[], side: string, document: Document): Sighting | null {
  const both = leads.filter(
    (lead) =>
      lead.opens && (lead.sides.size >= 2 || (lead.edition !== null && lead.form === "summit")),
  );
  const told = both.filter(
    (lead) =>
      isTimely(lead, document) &&
      // A speech that tells of a meeting is none of it.
      (document.kind !== "remarks" ||
        lead.heading ||
        lead.form === "summit" ||
        opens(document, lead)) &&
      (document.kind === "joint-statement" || lead.mode !== "joint-statement") &&
      !contradicts(lead, leads, document),
  );
  // “during his visit he met”, “ahead of the summit they spoke”: the account is of what was done there.
  const done = told.filter((lead) => !lead.aside && lead.sides.has(side));
  const order = (lead: Sighting): number =>
    Number(!lead.heading) * 2 + Number(lead.mode === "letter");
  const chosen = done.length > 0 ? told.filter((lead) => !lead.aside) : told;
  return chosen.toSorted((a, b) => order(a) - order(b) || a.start - b.start)[0] ?? null;
}

/** Whether a lead stands before the first words that somebody speaks. */
function opens(document: Document, { start }: Sighting): boolean {
  const spoken = /(?<![\p{L}])(?:I|my|мы|я|нас|我|我们)(?![\p{L}])/u.exec(document.text);
  return spoken === null || start < spoken.index;
}

/** What took place did so around the day of publication; what is to come does within weeks. */
function isTimely(lead: Sighting, document: Document): boolean {
  const { latest } = document.published;
  if (lead.date === null || latest === null || lead.form !== "summit") return true;
  return lead.status === "announced"
    ? (lead.heading || lead.start < leadLength(document) / 3) &&
        daysBetween(latest, lead.date.earliest) <= 30
    : nearPublication(lead.date, document);
}

/** A title that says whom one met leaves it to the first sentence after it to name both sides. */
function contradicts(lead: Sighting, leads: readonly Sighting[], document: Document): boolean {
  const title = leads.find(({ heading, explicit }) => heading && explicit);
  if (title === undefined || lead.heading) return false;
  if (title.mode !== null && lead.mode !== null && !sameMode(title.mode, lead.mode)) return true;
  const others = [...title.sides].filter((side) => side !== document.party);
  if (others.some((side) => !lead.sides.has(side))) return true;
  if (others.length > 0 && !personsAgree(title.parties, lead.parties)) return true;
  const first = document.layers.sentences.find(({ start }) => start > title.end);
  return first !== undefined && lead.start >= first.end && title.sides.size > 0;
}

function isRecent(lead: Sighting, document: Document): boolean {
  const named = lead.heading || lead.start < leadLength(document) / 2;
  return named && (lead.date === null || nearPublication(lead.date, document));
}

/** A joint statement whose first sentences speak of no encounter is one itself. */
function issued(document: Document): Sighting | null {
  const title = document.blocks.find(({ role }) => role === "title") ?? document.blocks[0];
  if (document.kind !== "joint-statement" || title === undefined) return null;
  return {
    start: title.start,
    end: title.end,
    rule: "encounter/joint-statement",
    form: "noun",
    mode: "joint-statement",
    parties: [],
    sides: new Set(),
    near: new Set(),
    explicit: true,
    pronominal: false,
    general: false,
    opens: true,
    earlier: false,
    current: false,
    place: null,
    date: null,
    dateBasis: null,
    datedBy: null,
    dateRange: null,
    status: "held",
    sequence: null,
    edition: null,
    heading: title.role === "title",
    reference: false,
    aside: false,
  };
}

function narrowest(leads: readonly Sighting[]): Sighting | undefined {
  const width = ({ date }: Sighting): number => daysBetween(date!.earliest, date!.latest);
  return leads.toSorted((a, b) => width(a) - width(b))[0];
}

/**
 * A further lead that dates the encounter of the first: the same by all its words, or on the day of publication. On a
 * page of unknown day only the first sentence of the text does.
 */
function isSameDay(lead: Sighting, first: Sighting, document: Document): boolean {
  if (!agreesWith(lead, first) || daysBetween(lead.date!.earliest, lead.date!.latest) > 3)
    return false;
  const { earliest, latest } = document.published;
  if (earliest === null || latest === null) {
    const next = document.layers.sentences.find(({ start }) => start > first.end);
    return lead.explicit && next !== undefined && lead.start < next.end;
  }
  if (meets(lead.date!, { earliest, latest })) return true;
  return lead.explicit && (first.mode === null || lead.mode === null || lead.mode === first.mode);
}

/** An account is published within days of its encounter. */
function nearPublication(date: DateInterval, document: Document): boolean {
  const { earliest, latest } = document.published;
  if (earliest === null || latest === null) return true;
  return daysBetween(date.latest, earliest) <= 5 && daysBetween(latest, date.earliest) <= 1;
}
