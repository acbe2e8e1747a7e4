import type { Document, DocumentKind, Published } from "../document.ts";
import type { EncounterMention } from "../records.ts";

/** What linking looks at of a document. */
export interface LinkPage {
  readonly id: string;
  readonly path: string;
  readonly language: string | null;
  readonly kind: DocumentKind;
  readonly party: string | null;
  readonly published: Published;
  /** Document whose text this one repeats; `null` for an original. */
  readonly copyOf: string | null;
  /** Ids of its set phrases and topics, each once, sorted: weak evidence that two accounts tell of one encounter. */
  readonly marks: readonly string[];
  readonly mentions: readonly LinkMention[];
}

/** A mention and its place in its document's layer. */
export interface LinkMention {
  readonly index: number;
  readonly mention: EncounterMention;
}

/**
 * What linking looks at of a document.
 * @param copyOf - the document whose text this one repeats
 */
export function linkPageOf(document: Document, copyOf: string | null): LinkPage {
  const { phrases, topics, encounters } = document.layers;
  return {
    id: document.id,
    path: document.path,
    language: document.language,
    kind: document.kind,
    party: document.party,
    published: document.published,
    copyOf,
    marks: [...new Set([...phrases, ...topics].map(({ id }) => id))].toSorted(),
    mentions: encounters.map((mention, index) => ({ index, mention })),
  };
}

/**
 * The block a mention is linked in; mentions of different blocks never join. Two sides make a block of their own,
 * editions of a summit another, everything with more sides or with an international body shares one.
 * @returns `null` for a mention that names fewer than two sides: it is no encounter between parties
 */
export function blockOf({ sides, summit, atSummit }: EncounterMention): string | null {
  if (atSummit && summit !== null) return summit;
  if (sides.length < 2) return null;
  const many = sides.length > 2 || sides.some((side) => side.startsWith("INT:"));
  return many ? "many" : sides.join(" ");
}
