import { Kysely, sql, type Transaction } from "kysely";
import {
  insertPage,
  findDocument,
  listDocuments,
  placeDocument,
  readDocument,
  versionIds,
} from "./documents.ts";
import { readEncounters, replaceEncounters } from "./encounters.ts";
import type { Engine } from "./engine.ts";
import { intakeStore } from "./intake.ts";
import { migrate } from "./migrations.ts";
import { personalStore } from "./personal.ts";
import { preparePage } from "./prepare.ts";
import { summaryFrom } from "./rows.ts";
import type { Schema } from "./schema.ts";
import type {
  AddOutcome,
  CurrentText,
  FoundPassage,
  SearchRequest,
  Store,
  StoreCounts,
} from "./store.ts";

/** Layers that linking looks at; all others are most of a document's size. */
const linkedLayers = ["encounters", "phrases", "topics"];

/**
 * Open a store on an engine; brings its schema up to date first.
 * @throws StoreError where the engine can explain what is wrong
 */
export async function openStore(engine: Engine): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: engine.dialect });
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw engine.explain(error) ?? error;
    }
  };
  const write = <T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> =>
    explained(() => db.transaction().execute(work));
  // One snapshot for several queries, without keeping others from writing.
  const read = <T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> =>
    explained(() => db.transaction().setAccessMode("read only").execute(work));
  try {
    await explained(() => migrate(db, engine));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    add: (page) => write((transaction) => insertPage(transaction, engine, preparePage(page))),
    addPrepared: (pages) =>
      write(async (transaction) => {
        const outcomes: AddOutcome[] = [];
        for (const page of pages) outcomes.push(await insertPage(transaction, engine, page));
        return outcomes;
      }),
    place: (id, place) =>
      write(async (transaction) => {
        const row = await findDocument(transaction, id);
        if (row === undefined) throw new Error(`there is no document ${id}`);
        return await placeDocument(transaction, row, place);
      }),
    currentAt: (place) => explained(() => currentAt(db, place)),
    idOf: (sha256) => explained(() => idOf(db, sha256)),
    list: (filter) => explained(() => listDocuments(db, filter)),
    complete: (prefix, limit) => explained(() => complete(db, prefix, limit)),
    document: (id, layers) =>
      read((transaction) =>
        readDocument(transaction, id, { layers: layers ?? null, details: true }),
      ),
    bytes: (id) => explained(() => readBytes(db, id)),
    versions: (id) => read((transaction) => readVersions(transaction, id)),
    search: (request) => read((transaction) => search(transaction, engine, request)),
    needsLinking: async () => {
      const { pages, linked } = await explained(() => readState(db));
      return linked < pages;
    },
    relink: async (link) => {
      const { pages, documents } = await read(linkable);
      const encounters = link(documents);
      await write(async (transaction) => {
        const state = await readState(transaction);
        // Another process may have linked more pages meanwhile: its result stands.
        if (state.linked >= pages) return;
        await replaceEncounters(transaction, encounters);
        await transaction.updateTable("workspace_state").set({ linked: pages }).execute();
      });
    },
    encounters: (document) => read((transaction) => readEncounters(transaction, document)),
    counts: () => read(readCounts),
    personal: personalStore(read, write),
    intake: intakeStore(read, write),
    close: () => db.destroy(),
  };
}

async function idOf(db: Kysely<Schema>, sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom("documents")
    .select("document_id")
    .where("sha256", "=", sha256)
    .orderBy("document_id")
    .executeTakeFirst();
  return row?.document_id ?? null;
}

async function currentAt(db: Kysely<Schema>, place: string): Promise<CurrentText | null> {
  const row = await db
    .selectFrom("document_places")
    .innerJoin("documents", "documents.document_id", "document_places.document_id")
    .innerJoin("document_texts", "document_texts.document_id", "document_places.document_id")
    .select(["documents.document_id", "text", "title", "published_value"])
    .where("place", "=", place)
    .where("document_places.current", "=", 1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.document_id, text: row.text, title: row.title, published: row.published_value };
}

async function complete(db: Kysely<Schema>, prefix: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("documents")
    .select("document_id")
    .where("document_id", ">=", prefix)
    .where("document_id", "<", `${prefix}\u{10ffff}`)
    .orderBy("document_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.document_id);
}

async function readBytes(db: Kysely<Schema>, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("document_bytes")
    .select("bytes")
    .where("document_id", "=", id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

async function readVersions(db: Kysely<Schema>, id: string): ReturnType<Store["versions"]> {
  const row = await findDocument(db, id);
  if (row === undefined) return [];
  const rows = await db
    .selectFrom("documents")
    .selectAll()
    .where("document_id", "in", await versionIds(db, row))
    .orderBy("added_at")
    .orderBy("document_id")
    .execute();
  return rows.map(summaryFrom);
}

async function search(
  db: Kysely<Schema>,
  engine: Engine,
  request: SearchRequest,
): Promise<FoundPassage[]> {
  if (request.clauses.length === 0) return [];
  const hits = await engine.fullText.search(db, request);
  if (hits.length === 0) return [];
  const rows = await db
    .selectFrom("passages")
    .selectAll()
    .where(
      sql<boolean>`(document_id, ordinal) in (values ${sql.join(
        hits.map(({ document, ordinal }) => sql`(${document}, ${ordinal})`),
      )})`,
    )
    .execute();
  const places = new Map(rows.map((row) => [`${row.document_id} ${row.ordinal}`, row]));
  return hits.map(({ document, ordinal, score }) => {
    const place = places.get(`${document} ${ordinal}`)!;
    return { document, start: place.start_at, end: place.end_at, score };
  });
}

async function readState(db: Kysely<Schema>): Promise<Schema["workspace_state"]> {
  return await db.selectFrom("workspace_state").selectAll().executeTakeFirstOrThrow();
}

async function linkable(
  db: Kysely<Schema>,
): Promise<{ pages: number; documents: NonNullable<Awaited<ReturnType<Store["document"]>>>[] }> {
  const { pages } = await readState(db);
  const ids = await db
    .selectFrom("documents")
    .select("document_id")
    .where("current", "=", 1)
    .orderBy("document_id")
    .execute();
  const documents = [];
  for (const { document_id: id } of ids) {
    const document = await readDocument(db, id, { layers: linkedLayers, details: false });
    if (document !== null) documents.push(document);
  }
  return { pages, documents };
}

async function readCounts(db: Kysely<Schema>): Promise<StoreCounts> {
  const documents = await db
    .selectFrom("documents")
    .select(["current", db.fn.count("document_id").as("number")])
    .groupBy("current")
    .execute();
  const encounters = await db
    .selectFrom("encounters")
    .select(db.fn.count("encounter_id").as("number"))
    .executeTakeFirstOrThrow();
  const of = (current: number): number =>
    Number(documents.find((row) => row.current === current)?.number ?? 0);
  return { pages: of(1), replaced: of(0), encounters: Number(encounters.number) };
}
