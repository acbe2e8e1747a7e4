import type { DateBasis, DocumentKind } from "../document.ts";
import type { EncounterMode, EncounterStatus } from "../records.ts";

/** One party's version of an encounter: a document that is itself an account of it. */
export interface Account {
  readonly document: string;
  readonly party: string | null;
  readonly genre: DocumentKind;
  /** Document whose text this one repeats: one source of evidence, found in two places. */
  readonly copyOf: string | null;
}

/** A mention that belongs to the encounter: `layers.encounters[index]` of the document. */
export interface MentionRef {
  readonly document: string;
  readonly index: number;
}

/** Why two mentions were joined or kept apart, in words for people. */
export interface LinkEvidence {
  /** `link/…`; `link/apart-…` where something close was kept apart. */
  readonly rule: string;
  readonly detail: string;
}

/** An encounter across documents. */
export interface Encounter {
  /** Stable for the same evidence: date, participants and mode (`2022-06-15-chn-rus-phone`). */
  readonly id: string;
  readonly mode: EncounterMode;
  /** Everybody named, those who met first. */
  readonly participants: readonly string[];
  /** Those who met, without who was with them. */
  readonly principals: readonly string[];
  /** States and bodies they met for, sorted. */
  readonly sides: readonly string[];
  readonly place: string | null;
  readonly date: {
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly basis: DateBasis | "stated" | null;
  };
  readonly status: EncounterStatus;
  readonly level: string | null;
  readonly sequence: string | null;
  readonly summit: string | null;
  /** Encounter this one took place within (a meeting at a summit, talks during a visit). */
  readonly parent: string | null;
  readonly mentions: readonly MentionRef[];
  readonly accounts: readonly Account[];
  readonly evidence: readonly LinkEvidence[];
}
