import { participantSides } from "../compare/sides.ts";
import type { Context } from "../context.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Encounter } from "../link/encounter.ts";
import type { BriefScope } from "./brief.ts";

/** Encounters told of in one brief: more would not fit four pages with their substance. */
const mostEncounters = 6;

/** Encounters of a scope, and those of them that a brief has room for. */
export interface Chosen {
  /** In time order. */
  readonly told: readonly Encounter[];
  /** Announced ones, for what to watch. */
  readonly announced: readonly Encounter[];
  /** In scope and with an account, but without room. */
  readonly left: readonly Encounter[];
  /** In scope, spoken of in passing: no page is an account of them. */
  readonly passing: readonly Encounter[];
}

/**
 * Choose the encounters of a brief: those of the sides asked for alone, then those with the accounts of two sides and
 * more, then the latest. Encounters that pages only speak of are told where many do, or where none in scope has an
 * account.
 */
export function chooseEncounters(
  encounters: readonly Encounter[],
  scope: BriefScope,
  context: Context,
): Chosen {
  const wanted = encounters.filter((encounter) => isWanted(encounter, scope, context));
  const announced = wanted.filter(
    ({ status, id }) => status === "announced" && id !== scope.encounter,
  );
  const taken = wanted.filter((encounter) => !announced.includes(encounter));
  const accounted = taken.filter(({ accounts }) => accounts.length > 0);
  const reported = taken.filter((encounter) => isReported(encounter, accounted, context));
  const pool = accounted.length > 0 ? [...accounted, ...reported] : taken;
  // What the two did alone says more of them than a summit of many.
  const isOfPair = (encounter: Encounter): boolean =>
    scope.pair.length > 0 && sidesOf(encounter, context).length === scope.pair.length;
  const ranked = pool.toSorted(
    (a, b) =>
      Number(isOfPair(b)) - Number(isOfPair(a)) ||
      Math.min(2, partiesOf(b)) - Math.min(2, partiesOf(a)) ||
      compareText(dayOf(b), dayOf(a)) ||
      b.mentions.length - a.mentions.length,
  );
  const told = ranked.slice(0, mostEncounters);
  return {
    told: encounters.filter((encounter) => told.includes(encounter)),
    announced,
    left: ranked.slice(mostEncounters),
    passing: taken.filter((encounter) => !pool.includes(encounter)),
  };
}

/** Pages that must tell of an encounter for it to be told of without an account. */
const fewestPages = 3;

/** Days that an encounter may have to be told of without an account. */
const mostDays = 3;

/** No page is an account of it, but several tell of it with its day, and no account of the same sides is of that day. */
function isReported(
  encounter: Encounter,
  accounted: readonly Encounter[],
  context: Context,
): boolean {
  const { accounts, mentions, date } = encounter;
  const { earliest, latest } = date;
  if (accounts.length > 0 || earliest === null || latest === null) return false;
  if (new Set(mentions.map(({ document }) => document)).size < fewestPages) return false;
  if (daysBetween(earliest, latest) >= mostDays) return false;
  const sides = sidesOf(encounter, context);
  return !accounted.some(
    (other) =>
      (other.date.earliest ?? "") <= latest &&
      (other.date.latest ?? "9999") >= earliest &&
      sidesOf(other, context).some((side) => sides.includes(side)),
  );
}

/** An encounter is in scope: it has the sides, and may lie in the time. */
export function isWanted(encounter: Encounter, scope: BriefScope, context: Context): boolean {
  if (scope.encounter !== null) return encounter.id === scope.encounter;
  const { earliest, latest } = encounter.date;
  if (scope.from !== null && (latest === null || latest < scope.from)) return false;
  if (scope.to !== null && (earliest === null || earliest.slice(0, scope.to.length) > scope.to))
    return false;
  if (scope.pair.length === 0) return true;
  const sides = sidesOf(encounter, context);
  return scope.pair.every((side) => sides.includes(side));
}

/** Sides that took part. */
export function sidesOf(encounter: Encounter, context: Context): string[] {
  return [...new Set([...encounter.sides, ...participantSides(encounter.participants, context)])];
}

function partiesOf(encounter: Encounter): number {
  return new Set(encounter.accounts.flatMap(({ party }) => (party === null ? [] : [party]))).size;
}

function dayOf({ date }: Encounter): string {
  return date.latest ?? date.earliest ?? "";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
