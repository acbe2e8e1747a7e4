import type { Document, Range } from "../../../document.ts";
import { overlaps } from "../../../statements/quotes.ts";
import type { Proposal } from "./proposal.ts";

/** Rules by how sure they are of their content's edges: of two proposals with one cue the first counts. */
const preference = [
  "quoted",
  "quotation",
  "quoted-as-saying",
  "clause",
  "question",
  "parenthesis",
  "inverted",
  "as-noted",
  "according-to",
  "impersonal",
  "request",
  "infinitive",
  "gerund",
  "as",
  "passive",
  "matter",
  "noun-phrase",
  "noun-cue",
];

/** One proposal a cue: the surest. None whose source or cue lies in its own content. */
export function withoutDoubles(document: Document, proposals: readonly Proposal[]): Proposal[] {
  const ordered = proposals
    .filter((proposal) => isSound(document, proposal))
    .map((proposal, index) => ({ proposal, rank: rankOf(proposal), index }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  const taken = new Map<number, Range[]>();
  const kept: Proposal[] = [];
  for (const { proposal } of ordered) {
    const cue = proposal.cue;
    if (cue !== null) {
      const cues = taken.get(proposal.frame) ?? [];
      if (cues.some((other) => overlaps(other, cue))) continue;
      taken.set(proposal.frame, [...cues, cue]);
    }
    kept.push(proposal);
  }
  return kept;
}

function rankOf({ rule }: Proposal): number {
  const at = preference.indexOf(rule.slice(rule.lastIndexOf("/") + 1));
  return at === -1 ? preference.length : at;
}

function isSound(document: Document, { source, cue, content }: Proposal): boolean {
  return (
    content.some((part) => /\p{L}{2}/u.test(document.text.slice(part.start, part.end))) &&
    content.every(
      (part) =>
        (source === null || !overlaps(part, source)) && (cue === null || !overlaps(part, cue)),
    )
  );
}
