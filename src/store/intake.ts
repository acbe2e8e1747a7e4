import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** Something that could not be read, and why. */
export interface QuarantineLine {
  /** What it is kept under: the absolute path, an address, an entry of an archive. */
  readonly place: string;
  /** As the user named it, for people. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** The file or address to read again; `null` when it can't be had again (standard input). */
  readonly source: string | null;
  /** ISO time of the last attempt. */
  readonly at: string;
  readonly attempts: number;
}

/** One request for an address, and what came back. */
export interface FetchRecord {
  readonly url: string;
  /** Where redirects led. */
  readonly finalUrl: string;
  /** ISO time. */
  readonly at: string;
  readonly status: number;
  /** As they came, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body; `null` without one (304). */
  readonly sha256: string | null;
  /** The body, where no document holds the same bytes (a feed). */
  readonly body: Uint8Array | null;
  readonly outcome: "new" | "changed" | "unchanged" | "failed";
}

/** Something that is looked at again and again. */
export interface Watch {
  /** Address or absolute path. */
  readonly target: string;
  /** ISO time it was last looked at to the end; `null` before the first time. */
  readonly checkedAt: string | null;
  /** ISO time before which a server asked not to be bothered; `null` when it didn't. */
  readonly notBefore: string | null;
  /** What came of it, in a sentence. */
  readonly message: string | null;
}

/** What a workspace remembers of how its pages came in. */
export interface IntakeStore {
  /** Lines by place. */
  quarantined(): Promise<QuarantineLine[]>;
  /** Put a line on the list; one that is there counts one attempt more. */
  quarantine(lines: readonly Omit<QuarantineLine, "attempts">[]): Promise<void>;
  /** Take places off the list. @returns how many were on it */
  release(places: readonly string[]): Promise<number>;
  /** The last request for an address that brought or confirmed a body. */
  lastFetch(url: string): Promise<FetchRecord | null>;
  /** All requests for an address, newest first, without bodies. */
  fetches(url: string): Promise<FetchRecord[]>;
  recordFetch(record: FetchRecord): Promise<void>;
  watches(): Promise<Watch[]>;
  putWatch(watch: Watch): Promise<void>;
  /** @returns whether there was one */
  removeWatch(target: string): Promise<boolean>;
}

/** Tables of the intake. */
export async function createIntake(
  db: Kysely<Schema>,
  { bytes }: { readonly bytes: "blob" | "bytea" },
): Promise<void> {
  await db.schema
    .createTable("quarantine")
    .addColumn("place", "text", (column) => column.primaryKey().notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("source", "text")
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("fetches")
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("final_url", "text", (column) => column.notNull())
    .addColumn("status", "integer", (column) => column.notNull())
    .addColumn("headers", "text", (column) => column.notNull())
    .addColumn("sha256", "text")
    .addColumn("body", bytes)
    .addColumn("outcome", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("fetches_key", ["url", "at"])
    .execute();
  await db.schema
    .createTable("watches")
    .addColumn("target", "text", (column) => column.primaryKey().notNull())
    .addColumn("checked_at", "text")
    .addColumn("not_before", "text")
    .addColumn("message", "text")
    .execute();
}

/** The intake on a database. `read` and `write` run one transaction each. */
export function intakeStore(
  read: <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T>,
  write: <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T>,
): IntakeStore {
  return {
    quarantined: () =>
      read((db) => db.selectFrom("quarantine").selectAll().orderBy("place").execute()),
    quarantine: (lines) =>
      write(async (db) => {
        for (const line of lines)
          await db
            .insertInto("quarantine")
            .values({ ...line, attempts: 1 })
            .onConflict((conflict) =>
              conflict.column("place").doUpdateSet((row) => ({
                ...line,
                attempts: row("quarantine.attempts", "+", 1),
              })),
            )
            .execute();
      }),
    release: (places) =>
      write(async (db) => {
        let count = 0;
        for (const place of places) {
          const result = await db
            .deleteFrom("quarantine")
            .where("place", "=", place)
            .executeTakeFirst();
          count += Number(result.numDeletedRows);
        }
        return count;
      }),
    lastFetch: (url) =>
      read(async (db) => {
        const row = await db
          .selectFrom("fetches")
          .selectAll()
          .where("url", "=", url)
          .where("outcome", "!=", "failed")
          .where("status", "=", 200)
          .orderBy("at", "desc")
          .executeTakeFirst();
        return row === undefined ? null : fetchFrom(row);
      }),
    fetches: (url) =>
      read(async (db) => {
        const rows = await db
          .selectFrom("fetches")
          .selectAll()
          .where("url", "=", url)
          .orderBy("at", "desc")
          .execute();
        return rows.map((row) => ({ ...fetchFrom(row), body: null }));
      }),
    recordFetch: (record) =>
      write(async (db) => {
        // Only the newest body of an address without a document is kept.
        if (record.body !== null)
          await db
            .updateTable("fetches")
            .set({ body: null })
            .where("url", "=", record.url)
            .execute();
        const row = {
          url: record.url,
          at: record.at,
          final_url: record.finalUrl,
          status: record.status,
          headers: JSON.stringify(record.headers),
          sha256: record.sha256,
          body: record.body,
          outcome: record.outcome,
        };
        await db
          .insertInto("fetches")
          .values(row)
          .onConflict((conflict) => conflict.columns(["url", "at"]).doUpdateSet(row))
          .execute();
      }),
    watches: () =>
      read(async (db) => {
        const rows = await db.selectFrom("watches").selectAll().orderBy("target").execute();
        return rows.map((row) => ({
          target: row.target,
          checkedAt: row.checked_at,
          notBefore: row.not_before,
          message: row.message,
        }));
      }),
    putWatch: (watch) =>
      write(async (db) => {
        const row = {
          target: watch.target,
          checked_at: watch.checkedAt,
          not_before: watch.notBefore,
          message: watch.message,
        };
        await db
          .insertInto("watches")
          .values(row)
          .onConflict((conflict) => conflict.column("target").doUpdateSet(row))
          .execute();
      }),
    removeWatch: (target) =>
      write(async (db) => {
        const result = await db
          .deleteFrom("watches")
          .where("target", "=", target)
          .executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

function fetchFrom(row: Schema["fetches"]): FetchRecord {
  return {
    url: row.url,
    finalUrl: row.final_url,
    at: row.at,
    status: row.status,
    headers: JSON.parse(row.headers) as Record<string, string>,
    sha256: row.sha256,
    body: row.body,
    outcome: row.outcome as FetchRecord["outcome"],
  };
}
