import type { Chunk } from "./chunks.ts";
import type { SlotGrammar } from "./rules.ts";
import type { SentenceView } from "./sentence-view.ts";
import { sidesOf, type Party } from "./sides.ts";

/** The list of actors whose first one stands right after an offset. */
export function listFrom(
  view: SentenceView,
  after: number,
  all: boolean,
  slots: SlotGrammar,
): Chunk[] {
  const first = view.chunks.findIndex((chunk) => chunk.start >= after);
  if (first < 0) return [];
  const chunk = view.chunks[first]!;
  if (!slots.attributes.test(view.text.slice(after, chunk.start))) return [];
  if (chunk.kind === "place" || chunk.kind === "other") return [];
  if (chunk.chief && slots.servantOf.test(view.text.slice(after, chunk.start))) return [];
  return listRight(view, first, slots, all);
}

/**
 * The members of a list that begins with a chunk.
 * @param all - the list is known to have two members at least, whatever follows it
 */
export function listRight(
  view: SentenceView,
  first: number,
  slots: SlotGrammar,
  all: boolean = false,
): Chunk[] {
  const members = [view.chunks[first]!];
  let closed = 1;
  for (let index = first + 1; index < view.chunks.length; index++) {
    const next = view.chunks[index]!;
    const gap = view.text.slice(members.at(-1)!.end, next.start);
    if (!isParty(next) || !slots.list.test(gap)) break;
    const follows = view.text.slice(next.end, next.end + 24);
    // “between A, B and C took place”: the last of all who met.
    const last = members.length === 1 || (closed === 1 && slots.closing.test(gap));
    if (slots.predicate.test(follows) && !(all && last)) break;
    members.push(next);
    if (slots.closing.test(gap)) closed = members.length;
  }
  if (closed === 1 && isApposition(members)) return [members.at(-1)!];
  // A title may end in a list that was cut before its “and”.
  const ends = members.length > 2 && members.at(-1)!.end >= view.sentence.end - 1;
  return ends || isRow(view, members) ? members : members.slice(0, closed);
}

/** “a member of the party's bureau, head of its commission, Minister B”: offices and bodies of one side before a name. */
function isApposition(members: readonly Chunk[]): boolean {
  const last = members.at(-1)!;
  const offices = members.slice(0, -1);
  return (
    offices.length > 0 &&
    last.kind === "person" &&
    !last.office &&
    sidesOf(partiesOf(members)).size === 1 &&
    offices.every(({ office, kind }) => office || kind === "body")
  );
}

/** “A, B, C”: three persons or more with nothing but commas between them. */
function isRow(view: SentenceView, members: readonly Chunk[]): boolean {
  return (
    members.length > 2 &&
    members.every(
      (member, index) =>
        member.kind === "person" &&
        (index === 0 || view.text.slice(members[index - 1]!.end, member.start) === ", "),
    )
  );
}

/** The members of a list that ends with a chunk. */
export function listLeft(view: SentenceView, last: number, slots: SlotGrammar): Chunk[] {
  const members = [view.chunks[last]!];
  let open = false;
  for (let index = last - 1; index >= 0; index--) {
    const next = view.chunks[index]!;
    const gap = view.text.slice(next.end, members[0]!.start);
    if (!isParty(next) || !slots.list.test(gap)) break;
    if (!open && !slots.closing.test(gap)) break;
    open = true;
    members.unshift(next);
  }
  return members;
}

/** Whether a chunk can take part in an encounter; a town, a medium and a stranger body can't. */
export function isParty(chunk: Chunk): boolean {
  return chunk.kind !== "place" && chunk.kind !== "other";
}

/** Index of the last chunk that ends before an offset; -1 where there is none. */
export function lastBefore(view: SentenceView, offset: number): number {
  return view.chunks.findLastIndex((chunk) => chunk.end <= offset);
}

/** Whom chunks stand for, in their order. */
export function partiesOf(chunks: readonly Chunk[] | null): Party[] {
  return (chunks ?? []).flatMap((chunk) => [...chunk.parties]);
}

/** “between A and B”, “the two leaders”: both sides at once. */
export function isPair(chunks: readonly Chunk[]): boolean {
  return sidesOf(partiesOf(chunks)).size >= 2;
}
