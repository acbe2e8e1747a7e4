import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
} from "@modelcontextprotocol/sdk/types.js";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { FastifyInstance } from "fastify";
import type { Library } from "../server/library.ts";
import { askOf, ToolError } from "./api.ts";
import { tools, type Arguments, type Desk, type Tool } from "./tools.ts";

/** What a client tells its model of this server. */
const instructions = `Readout holds pages about encounters of states: official accounts and press. It says who said what, by whose account, what each side left out. Every answer carries places {document, start, end, quote, address}: quote only what stands in a quote, say by whose account it is, and give the address. “absent” and “not found” are results of a search of the texts held, never a motive; “no-account” means that no text of that side is held. Begin with list_encounters or search.`;

/**
 * A server of the Model Context Protocol on a workspace. Its tools only read.
 * @param app - the HTTP API over the same library, asked within this process
 */
export function createMcpServer(app: FastifyInstance, library: Library, version: string): Server {
  const server = new Server(
    { name: "readout", title: "Readout", version },
    { capabilities: { tools: {} }, instructions },
  );
  const desk: Desk = {
    ask: askOf(app),
    library,
    addressOf: (document) => {
      const summary = library.entries.get(document)?.summary;
      return summary === undefined ? null : (summary.url ?? summary.path);
    },
  };
  const ajv = new Ajv({ useDefaults: true, coerceTypes: true, strict: false });
  const checks = new Map(tools.map((tool) => [tool.name, ajv.compile(tool.inputSchema)]));
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema: {
        ...inputSchema,
        properties: { ...inputSchema.properties },
        required: [...(inputSchema.required ?? [])],
      },
      annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined)
      return refused(
        `There is no tool “${params.name}”. There is ${tools.map(({ name }) => name).join(", ")}.`,
      );
    return await answered(tool, { ...params.arguments }, checks.get(tool.name)!, desk);
  });
  return server;
}

async function answered(
  tool: Tool,
  given: Arguments,
  check: ValidateFunction,
  desk: Desk,
): Promise<CallToolResult> {
  if (!check(given)) return refused(wordsOf(tool, check.errors ?? []));
  if (desk.library.status.state !== "ready")
    return refused("The pages are still being read. Ask again in a moment.");
  try {
    const { records, text } = await tool.answer(given, desk);
    return {
      content: [{ type: "text", text: text ?? JSON.stringify(records) }],
      structuredContent: { ...records },
    };
  } catch (error) {
    if (error instanceof ToolError) return refused(error.message);
    return refused(
      `Readout failed at this question (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

function refused(message: string): CallToolResult {
  return { content: [{ type: "text", text: message }], isError: true };
}

/** What is wrong with arguments, and which there are. */
function wordsOf({ name, inputSchema }: Tool, errors: readonly ErrorObject[]): string {
  const [error] = errors;
  const extra = (error?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
  const where = error?.instancePath.slice(1) ?? "";
  const what =
    extra === undefined
      ? `${where === "" ? "the arguments" : `“${where}”`} ${error?.message ?? "do not fit"}`
      : `there is no argument “${extra}”`;
  return `${name}: ${what}. It takes ${Object.keys(inputSchema.properties).join(", ")}.`;
}
