import { sideOf } from "../actors/actor-table.ts";
import { mentionsIn } from "../actors/lookup.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Document, Range } from "../document.ts";
import type { QuestionScope } from "./questions.ts";

/** Most sides a question for all of them may be about; more is a list, not a question. */
const mostSides = 3;

/** Words for both sides of whom a page tells. */
const both =
  /(?<!\p{L})(?:both|the two|each other|one another|their (?:partnership|relationship|relations|ties|alliance|friendship)|bilateral|обе(?:их)? (?:стороны|страны|держав\p{L}*)|двух (?:стран|держав)|друг друга)(?!\p{L})|双方|两国|彼此/iu;

/** Whom a claim is about, and whether its own words name them or only the page as a whole. */
export interface ClaimSides {
  readonly sides: readonly string[];
  readonly basis: "stated" | "inferred";
}

/** Sides of an actor mention; media have none. */
function sidesOf(mention: ActorMention, context: Context): string[] {
  if (mention.type === "medium") return [];
  const actors = mention.actor === null ? mention.actors : [mention.actor];
  return actors.flatMap((actor) => sideOf(context, actor) ?? []);
}

/** The two sides a page is about: clearly more often spoken of than any third; `null` when there are none. */
export function pairOfPage(document: Document, context: Context): readonly string[] | null {
  const counts = new Map<string, number>();
  for (const mention of document.layers.actors)
    for (const side of new Set(sidesOf(mention, context)))
      counts.set(side, (counts.get(side) ?? 0) + 1);
  const [first, second, third] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (first === undefined || second === undefined) return null;
  if (second[1] * 4 < first[1] || (third !== undefined && third[1] * 1.3 > second[1])) return null;
  return [first[0], second[0]].toSorted();
}

/**
 * Whom a claim is about.
 * @param within - the stretch the claim stands in
 * @param at - its words
 * @param pair - the two sides the page is about
 * @returns sides sorted; `null` where its words name others than the page is about, or too many
 */
export function sidesOfClaim(
  document: Document,
  context: Context,
  scope: QuestionScope,
  within: Range,
  at: Range,
  pair: readonly string[] | null,
): ClaimSides | null {
  const sentence = document.layers.sentences.find(
    ({ start, end }) => start <= at.start && at.end <= end,
  )!;
  const mentionsOf = (range: Range): ActorMention[] =>
    mentionsIn(document, range).filter(
      ({ start, end }) => start >= range.start && end <= range.end,
    );
  const namedIn = (range: Range): string[] =>
    [...new Set(mentionsOf(range).flatMap((mention) => sidesOf(mention, context)))].toSorted();
  if (scope === "one") {
    const before = mentionsOf(within)
      .filter(({ end }) => end <= at.start)
      .toReversed();
    const sides = before.map((mention) => [...new Set(sidesOf(mention, context))]);
    const last = sides.find((found) => found.length > 0);
    return last?.length === 1 ? { sides: last, basis: "stated" } : null;
  }
  const named = namedIn(within);
  const mayInfer = pair !== null && both.test(document.text.slice(within.start, within.end));
  if (scope === "pair") {
    const told = named.length < 2 ? namedIn(sentence) : named;
    if (told.length === 2) return { sides: told, basis: "stated" };
    if (pair === null) return null;
    if (told.length > 2)
      return pair.every((side) => told.includes(side)) ? { sides: pair, basis: "stated" } : null;
    return mayInfer && told.every((side) => pair.includes(side))
      ? { sides: pair, basis: "inferred" }
      : null;
  }
  if (named.length > mostSides) return null;
  if (named.length > 0) return { sides: named, basis: "stated" };
  return mayInfer ? { sides: pair, basis: "inferred" } : null;
}
