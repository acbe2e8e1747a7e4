import { mentionAt, mentionsIn } from "../actors/lookup.ts";
import type { Document, Range } from "../document.ts";

const firstPerson = /^(?:i|me|my|we|us|я|мы|我)$/iu;

/**
 * Who speaks a direct quotation, unless that was told by a pronoun and the quotation speaks of the same person: “He is
 * wanted by all,” he said. Nobody speaks of himself like that, so the pronoun means somebody else.
 * @returns the actors as given; none where the pronoun can't mean them
 */
export function otherThanQuoted(
  document: Document,
  source: Range | null,
  actors: readonly string[],
  content: readonly Range[],
): readonly string[] {
  const [actor, other] = actors;
  if (source === null || actor === undefined || other !== undefined) return actors;
  const speaker = mentionAt(document, source.start);
  if (speaker?.how !== "pronoun" || speaker.type !== "person") return actors;
  const spokenOf = content.some((part) =>
    mentionsIn(document, part).some(
      ({ start, end, how, type, ...mention }) =>
        mention.actor === actor &&
        type === "person" &&
        start >= part.start &&
        (how === "name" || how === "pronoun") &&
        !firstPerson.test(document.text.slice(start, end)),
    ),
  );
  return spokenOf || opensWithSomebody(document, content[0]) ? [] : actors;
}

/** The quotation begins with a “he” or “she” that is left open: it may be the same as the one before the cue. */
function opensWithSomebody(document: Document, content: Range | undefined): boolean {
  if (content === undefined) return false;
  const first = mentionsIn(document, content).find(({ start }) => start >= content.start);
  return (
    first?.how === "pronoun" &&
    first.type === "person" &&
    first.actor === null &&
    first.start - content.start <= 1
  );
}
