import type { Kysely, Transaction } from "kysely";
import type { Document } from "../core/document.ts";
import type { Engine } from "./engine.ts";
import type { PreparedPage } from "./prepare.ts";
import { documentFrom, summaryFrom } from "./rows.ts";
import type { DocumentRow, Schema } from "./schema.ts";
import { EvidenceError, type AddOutcome, type ListFilter, type DocumentSummary } from "./store.ts";

/** Passages are inserted so many at a time: engines limit the values of one statement. */
const batch = 500;

/** Insert a page, or make a known one current at its place. Runs inside a transaction. */
export async function insertPage(
  db: Transaction<Schema>,
  engine: Engine,
  page: PreparedPage,
): Promise<AddOutcome> {
  const { row, place } = page;
  const id = row.document_id;
  const known = await findDocument(db, id);
  if (known !== undefined) {
    if (known.sha256 !== row.sha256)
      throw new EvidenceError(`two pages have the same id ${id}, by chance; one of them was kept`);
    return place === null ? "known" : await placeDocument(db, known, place);
  }
  await db.insertInto("documents").values(row).execute();
  await db.insertInto("document_bytes").values({ document_id: id, bytes: page.bytes }).execute();
  await db.insertInto("document_texts").values(page.text).execute();
  if (page.layers.length > 0) await db.insertInto("document_layers").values(page.layers).execute();
  for (let from = 0; from < page.passages.length; from += batch) {
    await db
      .insertInto("passages")
      .values(page.passages.slice(from, from + batch))
      .execute();
  }
  await engine.fullText.write(db, id, page.terms);
  if (place !== null) await takePlace(db, id, place);
  await replaceByUrl(db, id, row.url);
  await countChange(db);
  return "added";
}

/** Make a known document current at a place. Runs inside a transaction. */
export async function placeDocument(
  db: Transaction<Schema>,
  document: DocumentRow,
  place: string,
): Promise<AddOutcome> {
  const held = await db
    .selectFrom("document_places")
    .select("current")
    .where("document_id", "=", document.document_id)
    .where("place", "=", place)
    .executeTakeFirst();
  if (held?.current === 1) return "known";
  const replaced = await takePlace(db, document.document_id, place);
  // Bytes seen at one more place are no change; bytes that take the place of others are.
  if (document.current === 1 && replaced === 0) return "known";
  await db
    .updateTable("documents")
    .set({ current: 1 })
    .where("document_id", "=", document.document_id)
    .execute();
  await replaceByUrl(db, document.document_id, document.url);
  await countChange(db);
  return "moved";
}

/**
 * Give a place to a document; those that had it are replaced unless they are current elsewhere.
 * @returns how many had it
 */
async function takePlace(db: Transaction<Schema>, id: string, place: string): Promise<number> {
  const before = await db
    .selectFrom("document_places")
    .select("document_id")
    .where("place", "=", place)
    .where("current", "=", 1)
    .where("document_id", "!=", id)
    .execute();
  await db
    .updateTable("document_places")
    .set({ current: 0 })
    .where("place", "=", place)
    .where("document_id", "!=", id)
    .execute();
  await db
    .insertInto("document_places")
    .values({ document_id: id, place, current: 1 })
    .onConflict((conflict) =>
      conflict.columns(["document_id", "place"]).doUpdateSet({ current: 1 }),
    )
    .execute();
  for (const { document_id: old } of before) {
    const elsewhere = await db
      .selectFrom("document_places")
      .select("place")
      .where("document_id", "=", old)
      .where("current", "=", 1)
      .executeTakeFirst();
    if (elsewhere !== undefined) continue;
    await db.updateTable("documents").set({ current: 0 }).where("document_id", "=", old).execute();
  }
  return before.length;
}

/**
 * Other documents with the same address are older versions of the same page. An address without a
 * path is a site's, as careless pages give it for their own: it names no page.
 */
async function replaceByUrl(
  db: Transaction<Schema>,
  id: string,
  url: string | null,
): Promise<void> {
  if (url === null || /^https?:\/\/[^/]*\/?$/i.test(url)) return;
  await db
    .updateTable("documents")
    .set({ current: 0 })
    .where("url", "=", url)
    .where("document_id", "!=", id)
    .execute();
}

/** Note that pages changed, so that encounters are linked anew. */
export async function countChange(db: Transaction<Schema>): Promise<void> {
  await db
    .updateTable("workspace_state")
    .set((row) => ({ pages: row("pages", "+", 1) }))
    .execute();
}

/** The row of a document. */
export async function findDocument(
  db: Kysely<Schema>,
  id: string,
): Promise<DocumentRow | undefined> {
  return await db
    .selectFrom("documents")
    .selectAll()
    .where("document_id", "=", id)
    .executeTakeFirst();
}

/** Summaries by date of publication (unknown last), then id. */
export async function listDocuments(
  db: Kysely<Schema>,
  filter: ListFilter,
): Promise<DocumentSummary[]> {
  let query = db.selectFrom("documents").selectAll();
  if (filter.replaced !== true) query = query.where("current", "=", 1);
  if (filter.party !== undefined) query = query.where("party", "=", filter.party);
  const { language, outlet } = filter;
  if (outlet !== undefined)
    query = query.where((row) => row.or([row("issuer", "=", outlet), row("outlet", "=", outlet)]));
  if (language !== undefined) {
    query = query.where((row) =>
      row.or([row("language", "=", language), row("language", "like", `${language}-%`)]),
    );
  }
  const rows = await query.execute();
  return rows.map(summaryFrom).toSorted(byDate);
}

/** Documents by date of publication (unknown last), then id. */
export function byDate(a: DocumentSummary, b: DocumentSummary): number {
  const dates = compareText(a.published.earliest ?? "~", b.published.earliest ?? "~");
  return dates === 0 ? compareText(a.id, b.id) : dates;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which parts of a document are read. */
export interface DocumentParts {
  /** Layers that are read, the others stay empty; `null` reads all. */
  readonly layers: readonly string[] | null;
  /** Blocks, dropped lines, offsets, diagnostics … */
  readonly details: boolean;
}

/** The document with the parts wanted; `null` when there is none. */
export async function readDocument(
  db: Kysely<Schema>,
  id: string,
  parts: DocumentParts = { layers: null, details: true },
): Promise<Document | null> {
  const row = await findDocument(db, id);
  if (row === undefined) return null;
  const text = await db
    .selectFrom("document_texts")
    .selectAll()
    .where("document_id", "=", id)
    .executeTakeFirstOrThrow();
  let layers = db
    .selectFrom("document_layers")
    .select(["layer", "body"])
    .where("document_id", "=", id);
  if (parts.layers !== null) layers = layers.where("layer", "in", parts.layers);
  return documentFrom(row, text, await layers.execute(), parts.details);
}

/** Ids of the versions of a document's page, itself included. */
export async function versionIds(
  db: Kysely<Schema>,
  { document_id: id, url }: Pick<DocumentRow, "document_id" | "url">,
): Promise<string[]> {
  const byPlace = await db
    .selectFrom("document_places as mine")
    .innerJoin("document_places as theirs", "theirs.place", "mine.place")
    .select("theirs.document_id")
    .where("mine.document_id", "=", id)
    .execute();
  const byUrl =
    url === null
      ? []
      : await db.selectFrom("documents").select("document_id").where("url", "=", url).execute();
  return [...new Set([id, ...[...byPlace, ...byUrl].map((row) => row.document_id)])];
}
