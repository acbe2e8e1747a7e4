import { mentionsIn } from "../actors/lookup.ts";
import type { Document, Range } from "../document.ts";

/** How many paragraphs from the start may say who “we” are. */
const leading = 4;

/**
 * Who “we” are in a declaration that several sides make in the first person (“We, the leaders of …, reaffirm …”).
 * @param text - the text that `opening` is compared with, as long as `document.text`
 * @param opening - how the paragraph begins that says who speaks
 * @param goesOn - how other paragraphs of a joint statement begin
 * @returns the states named there, once each, empty where none is; `null` when the page is no such declaration
 */
export function declarersOf(
  document: Document,
  text: string,
  opening: RegExp,
  goesOn: RegExp,
): readonly string[] | null {
  const paragraphs = document.blocks.filter(
    ({ role }) => role === "paragraph" || role === "list-item",
  );
  const named = paragraphs
    .slice(0, leading)
    .find(({ start, end }) => opening.test(text.slice(start, Math.min(end, start + 900))));
  if (named !== undefined) return statesIn(document, named);
  const joint = document.kind === "joint-statement";
  return joint &&
    paragraphs.some(({ start, end }) => goesOn.test(text.slice(start, Math.min(end, start + 40))))
    ? []
    : null;
}

/** States of a paragraph: named themselves, or by who leads them (“the leaders of …”). */
function statesIn(document: Document, range: Range): readonly string[] {
  const states = mentionsIn(document, range)
    .filter(
      ({ type, how }) =>
        type === "group" || how === "role" || (type === "state" && how !== "demonym"),
    )
    .flatMap(({ actor, actors }) => (actors.length > 0 ? actors : actor === null ? [] : [actor]))
    .map((actor) => (/^(?:INT|new):/u.test(actor) ? actor : actor.split(":")[0]!));
  return [...new Set(states)];
}
