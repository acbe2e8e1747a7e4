import type { FastifyInstance } from "fastify";
import { scopeFrom, ScopeError } from "../../app/desk-brief.ts";
import { select, wantedFrom, type Wanted } from "../../app/selection.ts";
import { gradesOf } from "../../app/judgements/grades.ts";
import { accessDays } from "../../app/workspace/access-days.ts";
import type { BriefScope } from "../../core/brief/brief.ts";
import { omissionWords, some } from "../../export/format.ts";
import { exportFormats, formatById } from "../../export/formats.ts";
import { RequestError, unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { libraryReading } from "../reading.ts";
import { libraryBrief } from "./brief.ts";
import type { ExportFormatLine } from "../records.ts";
import { describe, failure, filter, listOfRecords, query, record } from "../schemas.ts";

interface ExportQuery {
  readonly encounter?: string;
  readonly pair?: string;
  readonly from?: string;
  readonly to?: string;
  readonly bom?: boolean;
}

const string = { type: "string" };
const day = (words: string): Record<string, unknown> => ({
  ...filter(words),
  pattern: "^\\d{4}(-\\d\\d){0,2}$",
});

/** Everything out, or a part, in the forms of `readout export`. */
export function exportRoutes(api: FastifyInstance, library: Library): void {
  api.get(
    "/export",
    {
      schema: describe(
        "Formats of exports",
        listOfRecords(record({ id: string, label: string, readers: string, extension: string })),
      ),
    },
    (): ExportFormatLine[] =>
      exportFormats.map(({ id, label, readers, extension }) => ({ id, label, readers, extension })),
  );
  api.get<{ Params: { format: string }; Querystring: ExportQuery }>(
    "/export/:format",
    {
      schema: {
        summary: "The workspace, or a part of it, as a file",
        description: `Formats: ${exportFormats.map(({ id }) => id).join(", ")}. What has no place in the format is told in the header x-readout-omitted.`,
        params: {
          type: "object",
          properties: { format: { type: "string", maxLength: 40 } },
          required: ["format"],
        },
        querystring: query({
          encounter: filter("Encounter id: its accounts, and what other pages say of it"),
          pair: filter("Sides that all took part, with commas (CHN,RUS)"),
          from: day("First day, month or year, ISO"),
          to: day("Last day, month or year, ISO"),
          bom: { type: "boolean", description: "csv: begin with a byte order mark, for Excel" },
        }),
        produces: [...new Set(exportFormats.map(({ mediaType }) => mediaType.split(";")[0]!))],
        response: { "4xx": failure, "5xx": failure },
      },
    },
    async (request, reply) => {
      const { format: id } = request.params;
      const format = formatById(id);
      if (format === undefined)
        throw new RequestError(
          404,
          "UNKNOWN_FORMAT",
          `There is no format “${id}”; there are ${exportFormats.map((one) => one.id).join(", ")}.`,
        );
      const scope = scopeOf(request.query, library);
      const wanted = wantedFrom(scope);
      if (
        wanted.encounter !== undefined &&
        !library.encounters.some((one) => one.id === wanted.encounter)
      )
        throw unknownId("encounter", wanted.encounter);
      const part = select(await libraryReading(library, wanted), wanted);
      const days = await accessDays(library.store, part.reading.documents);
      const made = await format.export(part, {
        now: new Date().toISOString(),
        bom: request.query.bom ?? false,
        accessed: (document) => days.get(document) ?? null,
        grades: gradesOf(library.corrections.all),
        brief: () => libraryBrief(library, scope),
      });
      const { content, count, what } = made;
      const unsearched = {
        count: library.comparisons.left,
        what: "encounter",
        why: "silences at it are still being looked for",
      };
      const omitted = [...made.omitted, ...some(unsearched)];
      if (count === 0)
        throw new RequestError(
          404,
          "NOTHING_TO_EXPORT",
          `There is no ${what} in this workspace that belongs to what was asked for.`,
        );
      return reply
        .type(format.mediaType)
        .header(
          "content-disposition",
          `attachment; filename="${nameOf(wanted)}${format.extension}"`,
        )
        .header("x-readout-omitted", omitted.map(omissionWords).join("; "))
        .send(typeof content === "string" ? content : Buffer.from(content));
    },
  );
}

/** @throws RequestError where a side is unknown or a time is empty */
function scopeOf(query: ExportQuery, library: Library): BriefScope {
  try {
    return scopeFrom(query, library.context);
  } catch (error) {
    if (error instanceof ScopeError) throw new RequestError(400, "REQUEST_INVALID", error.message);
    throw error;
  }
}

/** Name of the file without its ending: `readout-2022-06-15-chn-rus-phone`. */
function nameOf({ encounter, pair, from, to }: Wanted): string {
  const parts = ["readout", encounter, pair?.join("-"), from, to];
  return parts
    .filter((part) => part !== undefined)
    .join("-")
    .replace(/[^\w-]+/g, "-");
}
