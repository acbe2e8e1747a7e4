import { chooseEncounters, isWanted, sidesOf } from "../core/brief/scope.ts";
import type { BriefScope, DeskBrief } from "../core/brief/brief.ts";
import { writeBrief } from "../core/brief/write-brief.ts";
import { actorTable } from "../core/actors/actor-table.ts";
import { compareEncounter } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import type { Context } from "../core/context.ts";
import type { SourceGrade } from "../core/grades/grades.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { earlierAccounts } from "./compare.ts";
import type { Reading } from "./reading.ts";

/** A scope that cannot be: an unknown side, a day that is none, an encounter that the pages don't have. */
export class ScopeError extends Error {
  override readonly name = "ScopeError";
}

/** What was typed of a scope. */
export interface TypedScope {
  readonly pair?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly encounter?: string | undefined;
}

/**
 * The brief of a reading.
 * @param grades - a person's grades of sources, shown with the pages cited
 * @throws ScopeError where nothing is in scope, in words that say what there is
 */
export function deskBrief(
  reading: Pick<Reading, "documents" | "encounters" | "silences">,
  scope: BriefScope,
  context: Context,
  grades: readonly SourceGrade[] = [],
): DeskBrief {
  const documents = new Map(reading.documents.map((document) => [document.id, document]));
  const wanted = reading.encounters.filter((encounter) => isWanted(encounter, scope, context));
  if (wanted.length === 0) throw new ScopeError(nothingInScope(reading.encounters, scope, context));
  const comparisons = new Map<string, Comparison>();
  for (const encounter of chooseEncounters(reading.encounters, scope, context).told) {
    if (encounter.accounts.length === 0) continue;
    const earlier = earlierAccounts(encounter, reading.encounters, documents, context);
    comparisons.set(encounter.id, compareEncounter({ encounter, documents, earlier }, context));
  }
  return writeBrief(
    { encounters: reading.encounters, documents, comparisons, silences: reading.silences, grades },
    scope,
    context,
  );
}

/**
 * Ids of the documents that a brief of a scope needs: pages that speak of its encounters, and accounts of the same
 * sides' other encounters, for words that changed.
 */
export function briefDocuments(
  encounters: readonly Encounter[],
  scope: BriefScope,
  context: Context,
): string[] {
  const { told, announced } = chooseEncounters(encounters, scope, context);
  const sidesKey = (encounter: Encounter): string =>
    sidesOf(encounter, context).toSorted().join(" ");
  const sides = new Set(told.map(sidesKey));
  const spoken = [...told, ...announced].flatMap(({ mentions }) => mentions);
  const kin = encounters
    .filter((encounter) => sides.has(sidesKey(encounter)))
    .flatMap(({ accounts }) => accounts);
  return [...new Set([...spoken, ...kin].map(({ document }) => document))];
}

/**
 * A scope from what was typed: sides by id or English name, days, months or years.
 * @throws ScopeError
 */
export function scopeFrom(typed: TypedScope, context: Context): BriefScope {
  const { from = null, to = null, encounter = null } = typed;
  for (const [name, day] of [
    ["from", from],
    ["to", to],
  ] as const)
    if (day !== null && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(day))
      throw new ScopeError(
        `“${name}” needs a day, month or year such as 2022-06-15, 2022-06 or 2022.`,
      );
  if (from !== null && to !== null && from.slice(0, to.length) > to)
    throw new ScopeError(`the time from ${from} to ${to} is empty: it ends before it begins.`);
  const pair = (typed.pair ?? "")
    .split(",")
    .map((side) => side.trim())
    .filter((side) => side !== "")
    .map((side) => sideNamed(side, context));
  return { pair: [...new Set(pair)], from, to, encounter };
}

function sideNamed(typed: string, context: Context): string {
  const { actors } = actorTable(context);
  const id = typed.toUpperCase();
  if (actors.has(id)) return id;
  if (actors.has(typed)) return typed;
  for (const actor of actors.values())
    if (actor.type !== "person" && actor.label.toLowerCase() === typed.toLowerCase())
      return actor.side ?? actor.id;
  throw new ScopeError(
    `there is no side “${typed}”; write the code of a state (CHN, RUS) or its English name.`,
  );
}

/** Encounters named before the rest is counted. */
const mostNamed = 8;

/** Why nothing is in scope, and what there is. */
function nothingInScope(
  encounters: readonly Encounter[],
  scope: BriefScope,
  context: Context,
): string {
  if (encounters.length === 0)
    return "no encounter was found on these pages, so there is nothing to brief on; “readout read” shows what they have.";
  const near = encounters.filter((encounter) => {
    const sides = sidesOf(encounter, context);
    return scope.pair.length === 0 || scope.pair.some((side) => sides.includes(side));
  });
  const pool = (near.length > 0 ? near : encounters).toSorted(
    (a, b) => b.accounts.length - a.accounts.length,
  );
  const ids = pool.slice(0, mostNamed).map(({ id }) => id);
  const more = pool.length - ids.length;
  const what =
    scope.encounter === null
      ? "no encounter on these pages is in this scope"
      : `there is no encounter ${scope.encounter} on these pages`;
  return `${what}. There is ${ids.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
