import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type TransactionSettings,
} from "kysely";
import type { Engine } from "../engine.ts";
import { openStore } from "../open-store.ts";
import { StoreError, type Store } from "../store.ts";
import { sqliteFullText } from "./full-text.ts";

/** Milliseconds a process waits for another one's write to end. */
const patience = 20_000;

/** Name of the database in the workspace folder. */
export const databaseName = "workspace.db";

/** Whether to make the workspace where there is none. */
export interface OpenOptions {
  readonly create: boolean;
}

/**
 * Open the workspace in a folder, with SQLite: write-ahead log, every commit on disk before it counts.
 * @throws StoreError `NO_WORKSPACE` where there is none and none is to be made
 */
export async function openWorkspace(folder: string, options: OpenOptions): Promise<Store> {
  const file = join(folder, databaseName);
  if (!options.create && !existsSync(file)) {
    throw new StoreError(
      "NO_WORKSPACE",
      `There is no workspace in ${folder}. Make one with “readout add PATH…”, or name its folder with --workspace.`,
    );
  }
  const explain = (error: unknown): StoreError | null => explainSqlite(error, folder);
  try {
    if (options.create) mkdirSync(folder, { recursive: true });
    const dialect = await sqliteDialect(file);
    const engine: Engine = { dialect, bytes: "blob", fullText: sqliteFullText, explain };
    return await openStore(engine);
  } catch (error) {
    throw explain(error) ?? error;
  }
}

async function sqliteDialect(file: string): Promise<Dialect> {
  // Loaded here: `readout read` needs no database and starts faster without.
  const { default: Database } = await import("better-sqlite3");
  const database = new Database(file, { timeout: patience });
  try {
    await retryWhileBusy(() => database.pragma("journal_mode = WAL"));
    database.pragma("synchronous = FULL");
  } catch (error) {
    database.close();
    throw error;
  }
  const base = new SqliteDialect({ database });
  return {
    createDriver: () => new ImmediateDriver({ database }),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => base.createQueryCompiler(),
    createIntrospector: (db) => base.createIntrospector(db),
  };
}

/** Switching to the write-ahead log doesn't wait for other processes by itself. */
async function retryWhileBusy(work: () => void): Promise<void> {
  for (const until = Date.now() + patience; ;) {
    try {
      work();
      return;
    } catch (error) {
      if (codeOf(error) !== "SQLITE_BUSY" || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/**
 * Takes the write lock when a transaction begins: one that reads first and writes later fails at
 * once, without waiting, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const readOnly = settings?.accessMode === "read only";
    await connection.executeQuery(CompiledQuery.raw(readOnly ? "begin" : "begin immediate"));
  }
}

/** SQLite can change its schema in a transaction, so a migration happens whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

function explainSqlite(error: unknown, folder: string): StoreError | null {
  const code = codeOf(error);
  if (code === "SQLITE_NOTADB") {
    return new StoreError(
      "NOT_A_WORKSPACE",
      `${join(folder, databaseName)} is no Readout workspace. Name another folder with --workspace.`,
      error,
    );
  }
  if (code.startsWith("SQLITE_CORRUPT")) {
    return new StoreError(
      "WORKSPACE_DAMAGED",
      `The workspace in ${folder} is damaged. Restore it from a copy, or add its pages to a new one with --workspace.`,
      error,
    );
  }
  if (code.startsWith("SQLITE_BUSY")) {
    return new StoreError(
      "WORKSPACE_BUSY",
      `Another program keeps the workspace in ${folder} locked. Try again when it is done.`,
      error,
    );
  }
  if (code === "SQLITE_FULL") {
    return new StoreError(
      "DISK_FULL",
      `The disk that holds ${folder} is full. What was added before is kept; make room and add the rest again.`,
      error,
    );
  }
  if (/^(?:EACCES|EROFS|EPERM|ENOTDIR|EEXIST|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code)) {
    return new StoreError(
      "WORKSPACE_UNWRITABLE",
      `The workspace folder ${folder} can't be opened for writing. Check its permissions, or name another with --workspace.`,
      error,
    );
  }
  return null;
}
