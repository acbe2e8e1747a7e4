import type { Chunk } from "./chunks.ts";
import { isParty, lastBefore, listLeft, listRight } from "./lists.ts";
import type { SlotGrammar } from "./rules.ts";
import { isLight, type SentenceView } from "./sentence-view.ts";
import type { Trigger } from "./triggers.ts";

/** Whoever the clause before an offset is about: its first actors that no preposition governs. */
export function clauseSubject(
  view: SentenceView,
  before: number,
  slots: SlotGrammar,
): Chunk[] | null {
  const head = view.text
    .slice(view.sentence.start, before)
    .replace(/“[^”]*”|«[^»]*»/gu, (quoted) => " ".repeat(quoted.length));
  const from = view.sentence.start + Math.max(0, head.search(/[^;:!?«»“”]*$/u));
  for (const [index, chunk] of view.chunks.entries()) {
    if (chunk.start < from || !isParty(chunk) || chunk.kind === "nation") continue;
    if (chunk.end > before) return null;
    const lead = view.text.slice(Math.max(from, chunk.start - 30), chunk.start);
    if (!slots.oblique.test(lead)) return listRight(view, index, slots);
  }
  return null;
}

/** The nearest actors before an offset that can be the subject there. */
export function subjectOf(view: SentenceView, before: number, slots: SlotGrammar): Chunk[] | null {
  const lead = view.text.slice(Math.max(view.sentence.start, before - 60), before);
  const same = slots.sameSubject.exec(lead);
  if (same !== null) return clauseSubject(view, before - (lead.length - same.index), slots);
  for (let index = lastBefore(view, before); index >= 0; index--) {
    const chunk = view.chunks[index]!;
    if (before - chunk.end > 220) return null;
    if (!isParty(chunk) || chunk.kind === "nation" || isPartOfPlace(view, index)) continue;
    // “A's rival went to …”: not A.
    if (/^['’]s?\s/u.test(view.text.slice(chunk.end, chunk.end + 3))) continue;
    const members = listLeft(view, index, slots);
    const gap = view.text.slice(chunk.end, before);
    if (/^,? (?:who|который|которая|которые) (?:\p{L}+ )?$/u.test(gap)) return members;
    if (slots.clause.test(gap.replace(/, [^,]{0,80},/gu, " "))) return null;
    const previous = view.chunks[index - members.length];
    // “in Rome A also held”: the preposition governs the place.
    const from = previous?.kind === "place" ? previous.end : view.sentence.start;
    const head = view.text.slice(Math.max(from, members[0]!.start - 30), members[0]!.start);
    if (!slots.oblique.test(head)) return members;
    index -= members.length - 1;
  }
  return null;
}

/** “in New Delhi, India”: the state a town lies in. */
function isPartOfPlace(view: SentenceView, index: number): boolean {
  const [town, state] = [view.chunks[index - 1], view.chunks[index]!];
  return (
    state.kind === "state" &&
    town?.kind === "place" &&
    /^, (?:the )?$/u.test(view.text.slice(town.end, state.start))
  );
}

/** “received B”: the object right after the verb. */
export function objectOf(view: SentenceView, trigger: Trigger, slots: SlotGrammar): Chunk[] | null {
  let first = view.chunks.findIndex((chunk) => chunk.start >= trigger.end);
  let chunk = view.chunks[first];
  // “received in the Kremlin B”: the object comes after the place.
  if (
    chunk?.kind === "place" &&
    trigger.rule.mode !== "visit" &&
    isLight(view, trigger.end, chunk.start, slots.light)
  )
    chunk = view.chunks[++first];
  if (chunk === undefined || chunk.kind === "other") return null;
  const from = view.chunks[first - 1]?.kind === "place" ? view.chunks[first - 1]!.end : 0;
  if (!slots.objectAfter.test(view.text.slice(Math.max(trigger.end, from), chunk.start)))
    return null;
  if (chunk.kind === "place") return trigger.rule.mode === "visit" ? [chunk] : null;
  const members = listRight(view, first, slots);
  const follows = view.text.slice(members.at(-1)!.end, members.at(-1)!.end + 24);
  return slots.objectNot.test(follows) ? null : members;
}
