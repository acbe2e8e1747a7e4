import type { Kysely, Transaction } from "kysely";
import type { DocumentKind } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { encounterFrom, encounterRow } from "./rows.ts";
import type { EncounterRow, Schema } from "./schema.ts";

/** Values of one statement are limited by engines. */
const batch = 500;

/** Put these encounters in the place of all that were there. Runs inside a transaction. */
export async function replaceEncounters(
  db: Transaction<Schema>,
  encounters: readonly Encounter[],
): Promise<void> {
  await db.deleteFrom("encounters").execute();
  await db.deleteFrom("encounter_participants").execute();
  await db.deleteFrom("encounter_mentions").execute();
  await db.deleteFrom("encounter_accounts").execute();
  await inBatches(encounters.map(encounterRow), (rows) =>
    db.insertInto("encounters").values(rows).execute(),
  );
  const participants = encounters.flatMap(({ id, participants: actors }) =>
    actors.map((actor, ordinal) => ({ encounter_id: id, ordinal, actor })),
  );
  await inBatches(participants, (rows) =>
    db.insertInto("encounter_participants").values(rows).execute(),
  );
  const mentions = encounters.flatMap(({ id, mentions: all }) =>
    all.map(({ document, index }) => ({
      document_id: document,
      mention: index,
      encounter_id: id,
    })),
  );
  await inBatches(mentions, (rows) => db.insertInto("encounter_mentions").values(rows).execute());
  const accounts = encounters.flatMap(({ id, accounts: all }) =>
    all.map(({ document, party, genre }) => ({
      document_id: document,
      encounter_id: id,
      party,
      genre,
    })),
  );
  await inBatches(accounts, (rows) => db.insertInto("encounter_accounts").values(rows).execute());
}

async function inBatches<Row>(
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await insert(rows.slice(from, from + batch));
}

/** Encounters in time order; with `document`, those it mentions. */
export async function readEncounters(
  db: Kysely<Schema>,
  document: string | undefined,
): Promise<Encounter[]> {
  let query = db.selectFrom("encounters").selectAll().orderBy("ordinal");
  if (document !== undefined) {
    query = query.where("encounter_id", "in", (inner) =>
      inner
        .selectFrom("encounter_mentions")
        .select("encounter_id")
        .where("document_id", "=", document),
    );
  }
  const encounters: Encounter[] = [];
  for (const row of await query.execute()) encounters.push(await readEncounter(db, row));
  return encounters;
}

async function readEncounter(db: Kysely<Schema>, row: EncounterRow): Promise<Encounter> {
  const participants = await db
    .selectFrom("encounter_participants")
    .select("actor")
    .where("encounter_id", "=", row.encounter_id)
    .orderBy("ordinal")
    .execute();
  const mentions = await db
    .selectFrom("encounter_mentions")
    .select(["document_id", "mention"])
    .where("encounter_id", "=", row.encounter_id)
    .orderBy("document_id")
    .orderBy("mention")
    .execute();
  const accounts = await db
    .selectFrom("encounter_accounts")
    .select(["document_id", "party", "genre"])
    .where("encounter_id", "=", row.encounter_id)
    .orderBy("document_id")
    .execute();
  return encounterFrom(
    row,
    participants.map((participant) => participant.actor),
    mentions.map((mention) => ({ document: mention.document_id, index: mention.mention })),
    accounts.map((account) => ({
      document: account.document_id,
      party: account.party,
      genre: account.genre as DocumentKind,
      copyOf: null,
    })),
  );
}
