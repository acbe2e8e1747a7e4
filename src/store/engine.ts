import type { Dialect, Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import type { SearchRequest, StoreError } from "./store.ts";

/** What an engine answers to a search: a passage by its place in its document. */
export interface FullTextHit {
  readonly document: string;
  readonly ordinal: number;
  readonly score: number;
}

/** Terms of a passage as one line each, separated by blanks, position by position. */
export interface FullTextRow {
  readonly ordinal: number;
  readonly forms: string;
  readonly lemmas: string;
}

/** Full-text search of an engine. All calls run inside the store's transaction. */
export interface FullText {
  create(db: Kysely<Schema>): Promise<void>;
  write(db: Kysely<Schema>, document: string, rows: readonly FullTextRow[]): Promise<void>;
  search(db: Kysely<Schema>, request: SearchRequest): Promise<FullTextHit[]>;
}

/** Everything that differs between engines. */
export interface Engine {
  readonly dialect: Dialect;
  /** Column type for bytes. */
  readonly bytes: "blob" | "bytea";
  readonly fullText: FullText;
  /** An engine's own error in words with a remedy; `null` when it is none of the known ones. */
  explain(error: unknown): StoreError | null;
}
