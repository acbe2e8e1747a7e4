import { keptGrades } from "../../app/judgements/grades.ts";
import { gradeMeaning, gradesOfPages } from "../../core/grades/grades.ts";
import type { FastifyInstance } from "fastify";
import { changesBetween } from "../../core/versions/changes.ts";
import { isAddress } from "../../app/batch/collect.ts";
import { titleFor } from "../marks.ts";
import { reopenPage } from "../../ingest/load-page.ts";
import { entryOf } from "../catalogue.ts";
import { RequestError, unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { documentLine, encounterLine, statementLine } from "../lines.ts";
import { highlightsOf, wordCount } from "../marks.ts";
import { copiesOf, figureLines, metadataLines } from "../page-facts.ts";
import { plainLabel } from "../plain-label.ts";
import type {
  AddedLine,
  DifferenceView,
  DocumentDetail,
  DocumentLine,
  PageOf,
} from "../records.ts";
import {
  addedLine,
  describe,
  documentLine as lineSchema,
  filter,
  idParams,
  listOfRecords,
  pageOf,
  paging,
  query,
  record,
} from "../schemas.ts";

/** A page with more statements than this has them in a list of its own. */
const mostStatements = 40;

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
  api.get<{ Params: { id: string }; Querystring: { readonly with: string } }>(
    "/documents/:id/difference",
    {
      schema: describe(
        "What changed between two versions of a page, the older one first",
        record({
          before: record({ id: { type: "string" }, addedAt: { type: "string" } }),
          after: record({ id: { type: "string" }, addedAt: { type: "string" } }),
          changes: { type: "array", items: record({ parts: { type: "array" } }) },
        }),
        {
          params: idParams,
          querystring: {
            ...query({ with: filter("Id of the other version") }),
            required: ["with"],
          },
        },
      ),
    },
    (request): Promise<DifferenceView> =>
      difference(library, request.params.id, request.query.with),
  );
  api.post(
    "/documents",
    {
      schema: describe(
        "Add one page (multipart, one file); ask /relink when a batch is done",
        addedLine,
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
  api.post<{ Body: { readonly url: string } }>(
    "/addresses",
    {
      schema: describe(
        "Add what is at an address; ask /relink when a batch is done",
        listOfRecords(addedLine),
        {
          body: {
            type: "object",
            properties: { url: { type: "string", minLength: 1, maxLength: 4000 } },
            required: ["url"],
            additionalProperties: false,
          },
        },
      ),
    },
    async (request): Promise<AddedLine[]> => {
      const url = request.body.url.trim();
      if (!isAddress(url))
        throw new RequestError(
          400,
          "URL_INVALID",
          "This is no web address. It has to begin with http:// or https://.",
        );
      const added = await library.addPaths([url]);
      return added.length > 0
        ? added
        : [{ name: url, outcome: "known", document: null, message: "Nothing new there." }];
    },
  );
  api.post<{ Params: { action: "retry" | "forget" }; Body: { readonly places: string[] } }>(
    "/quarantine/:action",
    {
      schema: describe(
        "Read again what could not be read, or take it off the list",
        listOfRecords(addedLine),
        {
          params: {
            type: "object",
            properties: { action: { type: "string", enum: ["retry", "forget"] } },
            required: ["action"],
          },
          body: {
            type: "object",
            properties: {
              places: { type: "array", items: { type: "string", maxLength: 4000 }, maxItems: 5000 },
            },
            required: ["places"],
            additionalProperties: false,
          },
        },
      ),
    },
    async (request): Promise<AddedLine[]> =>
      await library.quarantineAgain(request.body.places, request.params.action),
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
  const document = await library.store.document(id);
  const versions = await library.store.versions(id);
  const found = versions.find((version) => version.id === id);
  if (document === null || found === undefined) throw unknownId("page", id);
  // A version that was replaced is in no list, but can still be read.
  const entry = library.entries.get(id) ?? entryOf(document, found);
  const { summary } = entry;
  const encounters = new Set(
    document.layers.encounters.map((_mention, index) => library.encounterOf(id, index)),
  );
  return {
    ...documentLine(library, entry),
    subtitle: document.subtitle,
    byline: document.byline.map(plainLabel),
    sha256: document.sha256,
    keyPoints: document.keyPoints,
    text: document.text,
    blocks: document.blocks,
    sentences: document.layers.sentences.map(({ start, end }) => [start, end] as const),
    highlights: highlightsOf(library, document),
    encounterLines: library.encounters
      .filter((encounter) => encounters.has(encounter.id))
      .map((encounter) => encounterLine(library, encounter)),
    statementLines:
      entry.statements.length > mostStatements && summary.current
        ? []
        : entry.statements.map((statement) => statementLine(library, statement, summary)),
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
    metadata: metadataLines(library, document, (await library.asRead.document(id, [])) ?? document),
    figures: figureLines(library, document),
    grades: gradesOfPages(await keptGrades(library.store.personal), [document]).map((grade) => ({
      grade: `${grade.source}${grade.information ?? ""}`,
      meaning: gradeMeaning(library.context, grade),
      claims: grade.claims,
      reason: grade.reason,
    })),
    copies: copiesOf(library, id),
  };
}

async function difference(library: Library, id: string, other: string): Promise<DifferenceView> {
  const versions = await library.store.versions(id);
  const pair = versions.filter((version) => version.id === id || version.id === other);
  const [before, after] = pair;
  if (before === undefined) throw unknownId("page", id);
  if (after === undefined) throw unknownId("version of this page", other);
  const [old, now] = [
    await library.store.document(before.id, []),
    await library.store.document(after.id, []),
  ];
  return {
    before: { id: before.id, addedAt: before.addedAt },
    after: { id: after.id, addedAt: after.addedAt },
    changes: old === null || now === null ? [] : changesBetween(old, now),
  };
}
