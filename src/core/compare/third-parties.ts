import { actorTable } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Document } from "../document.ts";
import type { Find, RowSource } from "./rows.ts";
import { participantSides } from "./sides.ts";

/** How telling it is that one account speaks of a third state or body and another doesn't. */
const thirdPartyWeight = 0.5;

/** What stands before a state that only says where a city is: “in Port Anselm, ”. */
const addressBefore = /\b(?:in|at|near) (?:\p{Lu}[\p{L}.’'-]*\s)*\p{Lu}[\p{L}.’'-]*,\s$/u;

/**
 * Third states and international bodies spoken of: a topic row each, under the actor's id. One that a topic of these
 * accounts speaks of (“the Iranian nuclear programme”) has none: the topic says it better.
 * @param own - sides of the encounter and of the accounts; they and all who speak for them are no third party
 */
export function thirdParties(
  documents: readonly Document[],
  own: ReadonlySet<string>,
  context: Context,
): RowSource {
  const table = actorTable(context);
  const sideOf = (mention: ActorMention): string | null =>
    mention.actor === null || mention.type === "medium" || mention.type === "place"
      ? null
      : (participantSides([mention.actor], context)[0] ?? null);
  // “俄美接触” speaks of both.
  const sidesOf = (mention: ActorMention): readonly string[] => {
    if (mention.rule.endsWith("/pair")) return participantSides(mention.actors, context);
    const side = sideOf(mention);
    return side === null ? [] : [side];
  };
  const spokenOf = new Set<string>();
  for (const document of documents)
    for (const mention of document.layers.actors)
      if (insideTopic(document, mention)) for (const side of sidesOf(mention)) spokenOf.add(side);
  return {
    kind: "topic",
    findsIn: (document) =>
      document.layers.actors.flatMap((mention): Find[] => {
        const { start, end } = mention;
        if (addressBefore.test(document.text.slice(Math.max(0, start - 60), start))) return [];
        return sidesOf(mention)
          .filter((side) => !own.has(side) && !spokenOf.has(side) && table.actors.has(side))
          .map((id) => ({ id, start, end }));
      }),
    ancestorsOf: () => [],
    labelOf: (id) => table.actors.get(id)?.label ?? id,
    domainOf: () => "political-diplomatic",
    weightOf: () => thirdPartyWeight,
  };
}

function insideTopic(document: Document, mention: ActorMention): boolean {
  return document.layers.topics.some(
    (topic) => topic.start < mention.end && mention.start < topic.end,
  );
}
