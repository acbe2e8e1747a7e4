import type { FastifyInstance } from "fastify";
import { spanOf, type Document } from "../../core/document.ts";
import { findHits, parseSearch } from "../../store/search-terms.ts";
import type { Library } from "../library.ts";
import { namedOrNull, speakersOf, titleOf } from "../lines.ts";
import type { FoundLine, PageOf } from "../records.ts";
import { describe, filter, foundLine, pageOf, paging, query } from "../schemas.ts";

interface SearchQuery {
  readonly q: string;
  readonly party?: string;
  readonly language?: string;
  readonly speaker?: string;
  readonly from?: string;
  readonly to?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Most passages that are ranked before narrowing by day and speaker. */
const ranked = 1000;

/** Full-text search; results are passages. */
export function searchRoutes(api: FastifyInstance, library: Library): void {
  const filters = {
    ...query({
      q: filter('Words in any inflection, and "quoted phrases" as written'),
      party: filter("Side whose account it stands in"),
      language: filter("Language code"),
      speaker: filter("Actor id: passages in which this actor speaks"),
      from: filter("First day of publication, ISO"),
      to: filter("Last day of publication, ISO"),
      ...paging,
    }),
    required: ["q"],
  };
  api.get<{ Querystring: SearchQuery }>(
    "/search",
    {
      schema: describe("Passages that hold all the words, best first", pageOf(foundLine), {
        querystring: filters,
      }),
    },
    (request) => search(library, request.query),
  );
}

async function search(library: Library, wanted: SearchQuery): Promise<PageOf<FoundLine>> {
  const clauses = parseSearch(wanted.q, library.context);
  const passages = await library.store.search({
    clauses,
    limit: ranked,
    ...(wanted.party === undefined ? {} : { party: wanted.party }),
    ...(wanted.language === undefined ? {} : { language: wanted.language }),
  });
  const found = passages.filter(({ document, start, end }) => {
    const entry = library.entries.get(document);
    if (entry === undefined) return false;
    const { earliest, latest } = entry.summary.published;
    if (wanted.from !== undefined && (latest === null || latest < wanted.from)) return false;
    if (wanted.to !== undefined && (earliest === null || earliest > wanted.to)) return false;
    return (
      wanted.speaker === undefined ||
      entry.statements.some(
        (statement) =>
          statement.start < end &&
          statement.end > start &&
          speakersOf(library, statement).includes(wanted.speaker!),
      )
    );
  });
  const documents = new Map<string, Document | null>();
  const items: FoundLine[] = [];
  for (const passage of found.slice(wanted.offset, wanted.offset + wanted.limit)) {
    if (!documents.has(passage.document))
      documents.set(passage.document, await library.store.document(passage.document, ["tokens"]));
    const document = documents.get(passage.document);
    if (document === null || document === undefined) continue;
    const range = { start: passage.start, end: passage.end };
    items.push({
      place: spanOf(document, range),
      hits: findHits(document, range, clauses, library.context).map(
        (hit) => [hit.start - range.start, hit.end - range.start] as const,
      ),
      title: titleOf(library, document.id),
      outlet: library.entries.get(document.id)?.summary.outlet ?? null,
      party: namedOrNull(library, document.party),
      published: document.published.value,
      language: document.language,
    });
  }
  return { total: found.length, offset: wanted.offset, items };
}
