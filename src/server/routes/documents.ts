import type { FastifyInstance } from "fastify";
import { titleFor } from "../marks.ts";
import { reopenPage } from "../../ingest/load-page.ts";
import { RequestError, unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { documentLine, encounterLine, statementLine } from "../lines.ts";
import { highlightsOf, wordCount } from "../marks.ts";
import type { AddedLine, DocumentDetail, DocumentLine, PageOf } from "../records.ts";
import {
  describe,
  documentLine as lineSchema,
  filter,
  idParams,
  pageOf,
  paging,
  query,
  record,
} from "../schemas.ts";

interface DocumentQuery {
  readonly q?: string;
  readonly party?: string;
  readonly language?: string;
  readonly kind?: string;
  readonly sort?: "published" | "added" | "title";
  readonly offset: number;
  readonly limit: number;
}

/** The library of pages, one page to read, and adding pages. */
export function documentRoutes(api: FastifyInstance, library: Library): void {
  const filters = query({
    q: filter("Words of title, outlet or path"),
    party: filter("Side whose account it is; `press` for none"),
    language: filter("Language code"),
    kind: filter("Kind of document"),
    sort: { type: "string", enum: ["published", "added", "title"], default: "published" },
    ...paging,
  });
  api.get<{ Querystring: DocumentQuery }>(
    "/documents",
    { schema: describe("Pages of the workspace", pageOf(lineSchema), { querystring: filters }) },
    (request): PageOf<DocumentLine> => listed(library, request.query),
  );
  api.get<{ Params: { id: string } }>(
    "/documents/:id",
    {
      schema: describe(
        "One page with its text and everything marked in it",
        record({
          ...(lineSchema["properties"] as Record<string, Record<string, unknown>>),
          text: { type: "string" },
          highlights: { type: "array" },
        }),
        { params: idParams },
      ),
    },
    async (request): Promise<DocumentDetail> => detail(library, request.params.id),
  );
  api.get<{ Params: { id: string } }>(
    "/documents/:id/page",
    {
      schema: describe(
        "The page as it came, as text, and what was left out of the clean text",
        record({ source: { type: "string" }, dropped: { type: "array" } }),
        { params: idParams },
      ),
    },
    async (request) => {
      const { id } = request.params;
      const [document, bytes] = await Promise.all([
        library.store.document(id),
        library.store.bytes(id),
      ]);
      if (document === null || bytes === null) throw unknownId("page", id);
      const page = await reopenPage(document.path, bytes, document.mediaType);
      return {
        source: page?.source ?? "",
        mediaType: document.mediaType,
        dropped: document.dropped.map(({ text, rule }) => ({ text, rule })),
      };
    },
  );
  api.post(
    "/documents",
    {
      schema: describe(
        "Add one page (multipart, one file); ask /relink when a batch is done",
        record({ name: { type: "string" }, outcome: { type: "string" } }),
        { consumes: ["multipart/form-data"] },
      ),
      bodyLimit: 52 * 1024 * 1024,
    },
    async (request): Promise<AddedLine> => {
      if (!request.isMultipart())
        throw new RequestError(415, "FILE_MISSING", "Send the page as a file of a multipart form.");
      const file = await request.file();
      if (file === undefined)
        throw new RequestError(
          400,
          "FILE_MISSING",
          "The request holds no file. Choose one and send it again.",
        );
      const bytes = await file.toBuffer();
      return await library.addBytes(titleFor(file.filename), bytes);
    },
  );
  api.post(
    "/relink",
    {
      schema: describe(
        "Link encounters anew after pages were added",
        record({ encounters: { type: "integer" } }),
      ),
    },
    async () => {
      await library.relink();
      return { encounters: library.encounters.length };
    },
  );
}

function listed(library: Library, wanted: DocumentQuery): PageOf<DocumentLine> {
  const words = (wanted.q ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = [...library.entries.values()].filter(({ summary }) => {
    if (wanted.party !== undefined && (summary.party ?? "press") !== wanted.party) return false;
    if (wanted.language !== undefined && summary.language !== wanted.language) return false;
    if (wanted.kind !== undefined && summary.kind !== wanted.kind) return false;
    const text = `${summary.title ?? ""} ${summary.outlet ?? ""} ${summary.path}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const key = ({ summary }: (typeof found)[number]): string =>
    wanted.sort === "title"
      ? (summary.title ?? "")
      : wanted.sort === "added"
        ? summary.addedAt
        : (summary.published.latest ?? "");
  const ascending = wanted.sort === "title";
  const ordered = found.toSorted(
    (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (ascending ? 1 : -1),
  );
  return {
    total: found.length,
    offset: wanted.offset,
    items: ordered
      .slice(wanted.offset, wanted.offset + wanted.limit)
      .map((entry) => documentLine(library, entry)),
  };
}

async function detail(library: Library, id: string): Promise<DocumentDetail> {
  const entry = library.entries.get(id);
  const document = await library.store.document(id);
  if (document === null || entry === undefined) throw unknownId("page", id);
  const versions = await library.store.versions(id);
  const encounters = new Set(
    document.layers.encounters.map((_mention, index) => library.encounterOf(id, index)),
  );
  return {
    ...documentLine(library, entry),
    subtitle: document.subtitle,
    byline: document.byline,
    sha256: document.sha256,
    keyPoints: document.keyPoints,
    text: document.text,
    blocks: document.blocks,
    sentences: document.layers.sentences.map(({ start, end }) => [start, end] as const),
    highlights: highlightsOf(library, document),
    encounterLines: library.encounters
      .filter((encounter) => encounters.has(encounter.id))
      .map((encounter) => encounterLine(library, encounter)),
    statementLines: entry.statements.map((statement) => statementLine(library, statement)),
    versions: versions.map((version) => ({
      id: version.id,
      addedAt: version.addedAt,
      current: version.current,
    })),
    diagnostics: document.diagnostics.map(({ code, severity, message }) => ({
      code,
      severity,
      message,
    })),
    words: wordCount(document.text, document.language),
  };
}
