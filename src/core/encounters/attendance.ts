import type { Document } from "../document.ts";
import type { EncounterGrammar } from "./rules.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Sighting } from "./sighting.ts";
import type { Party } from "./sides.ts";

/** How far into an account it says who else took part, from its start and from its end, in characters. */
const reach = 1500;

/**
 * Who else took part in an account's own encounter, as a sentence says (“also attended by”): persons of its sides, of
 * any side where many met or the account leaves open whom its own side met.
 */
export function attendanceOf(
  document: Document,
  views: readonly SentenceView[],
  { sides, mode, form }: Sighting,
  grammar: EncounterGrammar,
): Party[] {
  const found: Party[] = [];
  const isOpen = form === "summit" || mode === "multilateral" || sides.size !== 2;
  for (const { sentence, chunks, text } of views) {
    const near = sentence.start < reach || sentence.start > document.text.length - reach;
    if (!near || !grammar.attendance.test(text.slice(sentence.start, sentence.end))) continue;
    for (const chunk of chunks) {
      if (chunk.kind !== "person" || chunk.office) continue;
      found.push(
        ...chunk.parties.filter(
          ({ actor, side }) => actor !== null && side !== null && (isOpen || sides.has(side)),
        ),
      );
    }
  }
  return found;
}
