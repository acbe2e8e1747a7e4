import type { Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import type { Engine } from "./engine.ts";
import { createIntake } from "./intake.ts";
import { createPersonal } from "./personal.ts";
import type { Schema } from "./schema.ts";
import { StoreError } from "./store.ts";

/**
 * Bring a workspace up to the present schema; quick when it is.
 * @throws StoreError `NEWER_WORKSPACE` when a newer Readout has written it
 */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const migrations = migrationsFor(engine);
  const known = Object.keys(migrations);
  const applied = await appliedMigrations(db);
  const newer = applied.find((name) => !known.includes(name));
  if (newer !== undefined) {
    throw new StoreError(
      "NEWER_WORKSPACE",
      `This workspace was written by a newer Readout (its schema has “${newer}”). Update Readout, or name another folder with --workspace.`,
    );
  }
  if (applied.length === known.length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}

function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    "0001-workspace": {
      up: async (db: Kysely<Schema>) => {
        await createDocuments(db, engine);
        await createEncounters(db);
        await engine.fullText.create(db);
      },
    },
    "0010-personal": { up: createPersonal },
    "0020-intake": { up: (db: Kysely<Schema>) => createIntake(db, engine) },
  };
}

async function createDocuments(db: Kysely<Schema>, { bytes }: Engine): Promise<void> {
  await db.schema
    .createTable("documents")
    .addColumn("document_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("media_type", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("party", "text")
    .addColumn("issuer", "text")
    .addColumn("title", "text")
    .addColumn("outlet", "text")
    .addColumn("published_value", "text")
    .addColumn("published_earliest", "text")
    .addColumn("published_latest", "text")
    .addColumn("published_basis", "text")
    .addColumn("text_length", "integer", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("current", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("documents_sha256").on("documents").column("sha256").execute();
  await db.schema.createIndex("documents_url").on("documents").column("url").execute();
  await db.schema
    .createTable("document_places")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("current", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("document_places_key", ["document_id", "place"])
    .execute();
  await db.schema.createIndex("places_place").on("document_places").column("place").execute();
  await db.schema
    .createTable("document_bytes")
    .addColumn("document_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("bytes", bytes === "blob" ? "blob" : "bytea", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("document_texts")
    .addColumn("document_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("details", bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("document_layers")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("layer", "text", (column) => column.notNull())
    .addColumn("body", bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint("document_layers_key", ["document_id", "layer"])
    .execute();
  await db.schema
    .createTable("passages")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("start_at", "integer", (column) => column.notNull())
    .addColumn("end_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("passages_key", ["document_id", "ordinal"])
    .execute();
}

async function createEncounters(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("encounters")
    .addColumn("encounter_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("place", "text")
    .addColumn("earliest", "text")
    .addColumn("latest", "text")
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("details", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("encounter_participants")
    .addColumn("encounter_id", "text", (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("encounter_participants_key", ["encounter_id", "ordinal"])
    .execute();
  await db.schema
    .createTable("encounter_mentions")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("mention", "integer", (column) => column.notNull())
    .addColumn("encounter_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("encounter_mentions_key", ["document_id", "mention", "encounter_id"])
    .execute();
  await db.schema
    .createTable("encounter_accounts")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("encounter_id", "text", (column) => column.notNull())
    .addColumn("party", "text")
    .addColumn("genre", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("encounter_accounts_key", ["document_id", "encounter_id"])
    .execute();
  await db.schema
    .createTable("workspace_state")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("pages", "integer", (column) => column.notNull())
    .addColumn("linked", "integer", (column) => column.notNull())
    .execute();
  await db.insertInto("workspace_state").values({ id: 1, pages: 0, linked: 0 }).execute();
}
