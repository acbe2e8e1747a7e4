import { mentionsIn } from "../actors/lookup.ts";
import type { Document, Range } from "../document.ts";

/** Topics spoken of in a range, in text order, each once. */
export function topicsIn(document: Document, { start, end }: Range): string[] {
  const found = document.layers.topics.filter((topic) => topic.start >= start && topic.end <= end);
  return [...new Set(found.map(({ id }) => id))];
}

/** Actors spoken of in a range, in text order, each once; of a group its members. */
export function actorsIn(document: Document, range: Range): string[] {
  const found = mentionsIn(document, range).flatMap(({ actor, actors }) =>
    actor === null ? actors : [actor],
  );
  return [...new Set(found)];
}
