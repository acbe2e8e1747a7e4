import type { Kysely, Transaction } from "kysely";
import type { DocumentKind } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { encounterFrom, encounterRow } from "./rows.ts";
import type { Schema } from "./schema.ts";

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
  const rows = await query.execute();
  if (rows.length === 0) return [];
  // Of all encounters their parts are read at once; those of one document are few.
  const ids = document === undefined ? null : rows.map(({ encounter_id: id }) => id);
  const parts = await readParts(db, ids);
  return rows.map((row) => {
    const id = row.encounter_id;
    const participants = parts.participants.get(id) ?? [];
    const mentions = parts.mentions.get(id) ?? [];
    const accounts = parts.accounts.get(id) ?? [];
    return encounterFrom(
      row,
      participants.map(({ actor }) => actor),
      mentions.map((mention) => ({ document: mention.document_id, index: mention.mention })),
      accounts.map((account) => ({
        document: account.document_id,
        party: account.party,
        genre: account.genre as DocumentKind,
        copyOf: null,
      })),
    );
  });
}

interface Parts {
  readonly participants: ReadonlyMap<string, readonly { readonly actor: string }[]>;
  readonly mentions: ReadonlyMap<string, readonly Schema["encounter_mentions"][]>;
  readonly accounts: ReadonlyMap<string, readonly Schema["encounter_accounts"][]>;
}

/** Participants, mentions and accounts by encounter; of these encounters only, or of all. */
async function readParts(db: Kysely<Schema>, ids: readonly string[] | null): Promise<Parts> {
  let participants = db.selectFrom("encounter_participants").selectAll().orderBy("ordinal");
  let mentions = db
    .selectFrom("encounter_mentions")
    .selectAll()
    .orderBy("document_id")
    .orderBy("mention");
  let accounts = db.selectFrom("encounter_accounts").selectAll().orderBy("document_id");
  if (ids !== null) {
    participants = participants.where("encounter_id", "in", ids);
    mentions = mentions.where("encounter_id", "in", ids);
    accounts = accounts.where("encounter_id", "in", ids);
  }
  const byId = ({ encounter_id: id }: { readonly encounter_id: string }): string => id;
  return {
    participants: Map.groupBy(await participants.execute(), byId),
    mentions: Map.groupBy(await mentions.execute(), byId),
    accounts: Map.groupBy(await accounts.execute(), byId),
  };
}
