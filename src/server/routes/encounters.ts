import type { FastifyInstance } from "fastify";
import { sideOf } from "../../core/actors/actor-table.ts";
import type { Comparison } from "../../core/compare/comparison.ts";
import { spanOf } from "../../core/document.ts";
import { unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { encounterLine, named, namedOrNull, silenceLine, titleOf } from "../lines.ts";
import type { ComparisonView, EncounterDetail, EncounterLine, PageOf } from "../records.ts";
import {
  describe,
  encounterLine as lineSchema,
  filter,
  idParams,
  pageOf,
  paging,
  query,
  record,
} from "../schemas.ts";

interface EncounterQuery {
  readonly participant?: string;
  readonly mode?: string;
  readonly from?: string;
  readonly to?: string;
  readonly accounts?: number;
  readonly order?: "oldest" | "newest";
  readonly offset: number;
  readonly limit: number;
}

const comparisonSchema = record({
  rows: {
    type: "array",
    items: record({
      kind: { type: "string" },
      verdict: { type: "string" },
      cells: { type: "object", additionalProperties: true },
    }),
  },
  notes: { type: "array" },
  alignment: { type: "array" },
});

/** Encounters in time order, and the accounts of one side by side. */
export function encounterRoutes(api: FastifyInstance, library: Library): void {
  const filters = query({
    participant: filter("Actor id of a participant, or of its state"),
    mode: filter("meeting, phone, visit …"),
    from: filter("First day, ISO"),
    to: filter("Last day, ISO"),
    accounts: { type: "integer", minimum: 0, description: "At least so many accounts held" },
    order: { type: "string", enum: ["oldest", "newest"], default: "newest" },
    ...paging,
  });
  api.get<{ Querystring: EncounterQuery }>(
    "/encounters",
    { schema: describe("Encounters in time order", pageOf(lineSchema), { querystring: filters }) },
    (request): PageOf<EncounterLine> => listed(library, request.query),
  );
  api.get<{ Params: { id: string } }>(
    "/encounters/:id",
    {
      schema: describe(
        "One encounter with its accounts side by side",
        record({
          ...(lineSchema["properties"] as Record<string, Record<string, unknown>>),
          texts: { type: "array" },
        }),
        { params: idParams },
      ),
    },
    (request) => detail(library, request.params.id),
  );
  api.get<{ Querystring: { encounter: string } }>(
    "/compare",
    {
      schema: describe("Accounts of an encounter compared", comparisonSchema, {
        querystring: { ...query({ encounter: filter("Encounter id") }), required: ["encounter"] },
      }),
    },
    async (request): Promise<ComparisonView> => {
      const comparison = await library.comparison(request.query.encounter);
      if (comparison === null) throw unknownId("encounter", request.query.encounter);
      return comparisonView(library, comparison);
    },
  );
}

function listed(library: Library, wanted: EncounterQuery): PageOf<EncounterLine> {
  const found = library.encounters.filter((encounter) => {
    const { earliest, latest } = encounter.date;
    if (wanted.mode !== undefined && encounter.mode !== wanted.mode) return false;
    if (wanted.from !== undefined && (latest === null || latest < wanted.from)) return false;
    if (wanted.to !== undefined && (earliest === null || earliest > wanted.to)) return false;
    if (wanted.accounts !== undefined && encounter.accounts.length < wanted.accounts) return false;
    return (
      wanted.participant === undefined ||
      encounter.participants.some(
        (id) =>
          library.actorFor(id) === wanted.participant ||
          sideOf(library.context, id) === wanted.participant,
      )
    );
  });
  const ordered = wanted.order === "oldest" ? found : found.toReversed();
  return {
    total: found.length,
    offset: wanted.offset,
    items: ordered
      .slice(wanted.offset, wanted.offset + wanted.limit)
      .map((encounter) => encounterLine(library, encounter)),
  };
}

async function detail(library: Library, id: string): Promise<EncounterDetail> {
  const encounter = library.encounterById.get(id);
  if (encounter === undefined) throw unknownId("encounter", id);
  const comparison = await library.comparison(id);
  const texts = [];
  for (const account of encounter.accounts) {
    const document = await library.store.document(account.document);
    if (document === null) continue;
    texts.push({
      document: document.id,
      party: namedOrNull(library, account.party),
      title: titleOf(library, document.id),
      language: document.language,
      text: document.text,
      blocks: document.blocks,
      dropped: document.dropped.map((line) => line.text),
    });
  }
  const mentionPlaces = [];
  for (const mention of encounter.mentions) {
    const document = await library.store.document(mention.document);
    const range = document?.layers.encounters[mention.index];
    if (document === null || range === undefined) continue;
    mentionPlaces.push({ ...spanOf(document, range), title: titleOf(library, document.id) });
  }
  return {
    ...encounterLine(library, encounter),
    mentionPlaces,
    evidence: encounter.evidence,
    comparison: comparison === null ? null : comparisonView(library, comparison),
    texts,
  };
}

/** A comparison with labels for people. */
function comparisonView(library: Library, comparison: Comparison): ComparisonView {
  const parties = [...new Set(comparison.rows.flatMap((row) => Object.keys(row.cells)))];
  return {
    parties: parties.map((id) => named(library, id)),
    rows: comparison.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([party, cell]) => [
          party,
          {
            status: cell.status,
            spans: cell.spans,
            speakers: cell.speakers.map((id) => named(library, id)),
          },
        ]),
      ),
    })),
    alignment: comparison.alignment,
    notes: comparison.notes,
    silences: comparison.silences.map((silence) => silenceLine(library, silence)),
  };
}
