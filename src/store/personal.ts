import type { Kysely, Transaction } from "kysely";
import { countChange } from "./documents.ts";
import type { Schema } from "./schema.ts";

/** Where a note or correction holds on to a text: exact quote and UTF-16 offsets of the clean text. */
export interface Anchor {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** An entry of the notebook: the person's own words, a quotation with its place, or both. */
export interface Note {
  readonly id: string;
  /** Order in the notebook; smaller comes first. */
  readonly position: number;
  readonly text: string;
  readonly anchor: Anchor | null;
  readonly addedAt: string;
}

/** What a person can correct. */
export type CorrectionKind =
  | "statement-reject"
  | "statement-speaker"
  | "statement-encounter"
  | "actor-merge"
  | "actor-rename"
  | "encounter-merge"
  | "encounter-split"
  | "encounter-date"
  | "phrase-accept"
  | "document-metadata"
  | "source-grade"
  | "hypothesis"
  | "hypothesis-evidence"
  | "hypothesis-weight"
  | "hypothesis-rating";

/** A person's correction, kept beside the machine's record. */
export interface Correction {
  readonly id: string;
  readonly kind: CorrectionKind;
  /**
   * What is corrected, graded or rated: an id, `document:start-end` for a statement, `document:field` for metadata, or for
   * an encounter its id with places of mentions (`app/encounters/corrections.ts`), so that it survives re-reading.
   */
  readonly target: string;
  /** The value put in its place; `null` where the kind says it all (a rejected statement). */
  readonly value: string | null;
  readonly anchor: Anchor | null;
  readonly addedAt: string;
  /** When it was taken back; `null` while it holds. */
  readonly undoneAt: string | null;
}

/** What a person adds to a workspace. */
export interface PersonalStore {
  notes(): Promise<Note[]>;
  /** Add a note, or replace the one with its id. */
  putNote(note: Note): Promise<void>;
  /** @returns whether there was one */
  removeNote(id: string): Promise<boolean>;
  /** All corrections, those taken back included, oldest first. */
  corrections(): Promise<Correction[]>;
  addCorrection(correction: Correction): Promise<void>;
  /** Take a correction back, or (with `null`) let it hold again. @returns whether there is one */
  undoCorrection(id: string, undoneAt: string | null): Promise<boolean>;
}

/** Tables of notebook and corrections. */
export async function createPersonal(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("notes")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("position", "double precision", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("anchor", "text")
    .addColumn("added_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("corrections")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("target", "text", (column) => column.notNull())
    .addColumn("value", "text")
    .addColumn("anchor", "text")
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("undone_at", "text")
    .execute();
}

/** Notebook and corrections on a database. `read` and `write` run one transaction each. */
export function personalStore(
  read: <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T>,
  write: <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T>,
): PersonalStore {
  return {
    notes: () =>
      read(async (db) => {
        const rows = await db.selectFrom("notes").selectAll().orderBy("position").execute();
        return rows.map((row) => ({
          id: row.id,
          position: row.position,
          text: row.body,
          anchor: anchorFrom(row.anchor),
          addedAt: row.added_at,
        }));
      }),
    putNote: (note) =>
      write(async (db) => {
        const row = {
          id: note.id,
          position: note.position,
          body: note.text,
          anchor: note.anchor === null ? null : JSON.stringify(note.anchor),
          added_at: note.addedAt,
        };
        await db
          .insertInto("notes")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      }),
    removeNote: (id) =>
      write(async (db) => {
        const result = await db.deleteFrom("notes").where("id", "=", id).executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
    corrections: () =>
      read(async (db) => {
        const rows = await db
          .selectFrom("corrections")
          .selectAll()
          .orderBy("added_at")
          .orderBy("id")
          .execute();
        return rows.map((row) => ({
          id: row.id,
          kind: row.kind as CorrectionKind,
          target: row.target,
          value: row.value,
          anchor: anchorFrom(row.anchor),
          addedAt: row.added_at,
          undoneAt: row.undone_at,
        }));
      }),
    addCorrection: (correction) =>
      write(async (db) => {
        await db
          .insertInto("corrections")
          .values({
            id: correction.id,
            kind: correction.kind,
            target: correction.target,
            value: correction.value,
            anchor: correction.anchor === null ? null : JSON.stringify(correction.anchor),
            added_at: correction.addedAt,
            undone_at: correction.undoneAt,
          })
          .execute();
        if (changesLinking(correction.kind)) await countChange(db);
      }),
    undoCorrection: (id, undoneAt) =>
      write(async (db) => {
        const result = await db
          .updateTable("corrections")
          .set({ undone_at: undoneAt })
          .where("id", "=", id)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return false;
        const { kind } = await db
          .selectFrom("corrections")
          .select("kind")
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
        if (changesLinking(kind)) await countChange(db);
        return true;
      }),
  };
}

/** Corrections that linking carries out. */
function changesLinking(kind: string): boolean {
  return kind === "document-metadata" || kind.startsWith("encounter-");
}

function anchorFrom(text: string | null): Anchor | null {
  return text === null ? null : (JSON.parse(text) as Anchor);
}
