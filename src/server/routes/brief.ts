import type { FastifyInstance, FastifyReply } from "fastify";
import { briefDocuments, deskBrief, ScopeError, scopeFrom } from "../../app/desk-brief.ts";
import { keptGrades } from "../../app/judgements/grades.ts";
import { commentaryOf } from "../../app/workspace/reading.ts";
import { checkedSilence } from "../../app/reported.ts";
import type { BriefScope, DeskBrief } from "../../core/brief/brief.ts";
import type { Document } from "../../core/document.ts";
import { deskBriefStyle } from "../../export/brief-assets.ts";
import { deskBriefToHtml } from "../../export/brief-html.ts";
import { deskBriefToMarkdown } from "../../export/brief-markdown.ts";
import { sourceHash } from "../../export/html-pages.ts";
import { RequestError } from "../failure.ts";
import type { Library } from "../library.ts";
import { describe, filter, query, record } from "../schemas.ts";

interface BriefQuery {
  readonly pair?: string;
  readonly from?: string;
  readonly to?: string;
  readonly encounter?: string;
  readonly format: "json" | "html" | "md" | "docx";
}

const list = { type: "array", items: { type: "object", additionalProperties: true } } as const;

/** A brief as `schema/brief.json` describes it. */
const briefSchema = record({
  title: { type: "string" },
  encounters: { type: "array", items: { type: "string" } },
  sections: list,
  notes: list,
  sources: list,
  remarks: { type: "array", items: { type: "string" } },
});

/** The brief on encounters, as records or as a file to print or to open in a word processor. */
export function briefRoutes(api: FastifyInstance, library: Library): void {
  const filters = query({
    pair: filter("Sides that took part, with commas between: `CHN,RUS`"),
    from: filter("First day, month or year"),
    to: filter("Last day, month or year"),
    encounter: filter("Encounter id"),
    format: {
      type: "string",
      enum: ["json", "html", "md", "docx"],
      default: "json",
      description: "Records, or a file",
    },
  });
  api.get<{ Querystring: BriefQuery }>(
    "/brief",
    {
      schema: describe(
        "One to four pages on encounters: sentences from records, each with footnotes to exact places",
        briefSchema,
        { querystring: filters },
      ),
    },
    async (request, reply) => {
      const { format, ...typed } = request.query;
      return await answered(await briefOf(library, typed), format, reply);
    },
  );
}

async function briefOf(library: Library, typed: Omit<BriefQuery, "format">): Promise<DeskBrief> {
  try {
    return await libraryBrief(library, scopeFrom(typed, library.context));
  } catch (error) {
    if (error instanceof ScopeError) throw new RequestError(404, "NOTHING_IN_SCOPE", error.message);
    throw error;
  }
}

/** The brief of what a library holds; only the pages it needs are read. */
export async function libraryBrief(library: Library, scope: BriefScope): Promise<DeskBrief> {
  const { encounters, context } = library;
  const documents = new Map<string, Document>();
  const pages = [...library.entries.values()].map(({ summary }) => summary);
  const needed = briefDocuments(encounters, scope, context);
  for (const id of new Set([...needed, ...commentaryOf(pages, scope)])) {
    const document = await library.store.document(id);
    if (document !== null) documents.set(id, library.corrected(library.withForms(document)));
  }
  const silences = library.reported
    .filter(({ span }) => span !== null && documents.has(span.document))
    .map((silence) =>
      checkedSilence(
        silence,
        library.encounterById.get(silence.encounter ?? ""),
        documents,
        context,
      ),
    );
  const reading = { documents: [...documents.values()], encounters, silences };
  return deskBrief(reading, scope, context, await keptGrades(library.store.personal));
}

async function answered(
  brief: DeskBrief,
  format: BriefQuery["format"],
  reply: FastifyReply,
): Promise<unknown> {
  const attach = (ending: string): void =>
    void reply.header("content-disposition", `attachment; filename="brief.${ending}"`);
  switch (format) {
    case "json":
      return brief;
    case "md":
      attach("md");
      return reply.type("text/markdown; charset=utf-8").send(deskBriefToMarkdown(brief));
    case "html":
      // Its one style element is allowed by its hash; it has no script.
      void reply.header(
        "content-security-policy",
        `default-src 'none'; style-src '${sourceHash(deskBriefStyle)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      return reply.type("text/html; charset=utf-8").send(deskBriefToHtml(brief));
    case "docx": {
      const { deskBriefToDocx } = await import("../../export/brief-docx.ts");
      attach("docx");
      return reply
        .type("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .send(Buffer.from(await deskBriefToDocx(brief)));
    }
  }
}
