import type { Document } from "../document.ts";
import type { EncounterGrammar } from "./rules.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Party } from "./sides.ts";

/** How far into an account it says who else took part, from its start and from its end, in characters. */
const reach = 1500;

/**
 * Who else took part in an account's own encounter: persons of its sides named in a sentence that says
 * so (“also attended by”).
 */
export function attendanceOf(
  document: Document,
  views: readonly SentenceView[],
  sides: ReadonlySet<string>,
  grammar: EncounterGrammar,
): Party[] {
  const found: Party[] = [];
  for (const { sentence, chunks, text } of views) {
    const near = sentence.start < reach || sentence.start > document.text.length - reach;
    if (!near || !grammar.attendance.test(text.slice(sentence.start, sentence.end))) continue;
    for (const chunk of chunks) {
      if (chunk.kind !== "person") continue;
      found.push(
        ...chunk.parties.filter(
          ({ actor, side }) => actor !== null && side !== null && sides.has(side),
        ),
      );
    }
  }
  return found;
}
