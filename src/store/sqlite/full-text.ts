import { sql } from "kysely";
import type { FullText } from "../engine.ts";
import type { SearchClause } from "../search-terms.ts";

/** Rows of one statement: preparing one for each costs more than inserting it. */
const batch = 200;

/**
 * Full text in SQLite's FTS5. The index keeps no text: rows of `full_text_rows` lead back to the
 * passage. The `ascii` tokenizer only cuts at blanks here, as terms hold letters and digits alone.
 */
export const sqliteFullText: FullText = {
  async create(db) {
    await sql`create virtual table full_text using fts5(
      forms, lemmas, content='', contentless_delete=1, tokenize='ascii'
    )`.execute(db);
    await sql`create table full_text_rows (
      id integer primary key, document_id text not null, ordinal integer not null,
      unique (document_id, ordinal)
    )`.execute(db);
  },
  async write(db, document, rows) {
    // The transaction holds the write lock, so nobody else takes these numbers.
    const last = await sql<{ id: number | null }>`select max(id) as id from full_text_rows`.execute(
      db,
    );
    const first = (last.rows[0]?.id ?? 0) + 1;
    for (let from = 0; from < rows.length; from += batch) {
      const part = rows.slice(from, from + batch);
      const places = part.map(
        ({ ordinal }, index) => sql`(${first + from + index}, ${document}, ${ordinal})`,
      );
      await sql`insert into full_text_rows (id, document_id, ordinal) values ${sql.join(places)}`.execute(
        db,
      );
      const terms = part.map(
        ({ forms, lemmas }, index) => sql`(${first + from + index}, ${forms}, ${lemmas})`,
      );
      await sql`insert into full_text (rowid, forms, lemmas) values ${sql.join(terms)}`.execute(db);
    }
  },
  async search(db, request) {
    const { language, party } = request;
    const conditions = [sql`full_text match ${matchExpression(request.clauses)}`];
    if (request.replaced !== true) conditions.push(sql`documents.current = 1`);
    if (party !== undefined) conditions.push(sql`documents.party = ${party}`);
    if (language !== undefined) {
      conditions.push(
        sql`(documents.language = ${language} or documents.language like ${`${language}-%`})`,
      );
    }
    // bm25 is lower for better matches; a hit in the written form counts twice a hit in the lemma.
    const { rows } = await sql<{ document: string; ordinal: number; score: number }>`
      select full_text_rows.document_id as document, full_text_rows.ordinal as ordinal,
        -bm25(full_text, 2.0, 1.0) as score
      from full_text
      join full_text_rows on full_text_rows.id = full_text.rowid
      join documents on documents.document_id = full_text_rows.document_id
      where ${sql.join(conditions, sql` and `)}
      order by score desc, document, ordinal
      limit ${request.limit}`.execute(db);
    return rows;
  },
};

/** The clauses in FTS5's query language. */
function matchExpression(clauses: readonly SearchClause[]): string {
  return clauses
    .map((clause) =>
      clause.kind === "word"
        ? `(${clause.alternatives.map(quoted).join(" OR ")})`
        : `(forms : ${quoted(clause.forms.join(" "))}${clause.open ? " *" : ""})`,
    )
    .join(" AND ");
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
