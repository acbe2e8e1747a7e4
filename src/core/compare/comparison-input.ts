import type { Document } from "../document.ts";
import type { Account, Encounter } from "../link/encounter.ts";

/** Accounts of one encounter, and what is known from before it. */
export interface ComparisonInput {
  readonly encounter: Pick<Encounter, "id" | "participants" | "accounts">;
  /** Documents by id; those of the accounts are enough. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Accounts of earlier encounters of the same sides, oldest first: for what was dropped. */
  readonly earlier?: readonly EarlierAccount[];
}

/** An account of an earlier encounter of the same sides. */
export interface EarlierAccount extends Account {
  readonly text: Document;
}
