import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMcpServer } from "../../src/mcp/server.ts";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-mcp-"));
let library: Library;
let app: FastifyInstance;
const client = new Client({ name: "test", version: "1" });

beforeAll(async () => {
  const context = loadContext(join(packageRoot, "samples", "tables"));
  library = await Library.open(folder, context, { temporary: true });
  await library.addPaths([join(packageRoot, "samples", "pages")]);
  await library.load();
  app = await createApp(library);
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createMcpServer(app, library, "1").connect(ours);
  await client.connect(theirs);
});
afterAll(async () => {
  await client.close();
  await app.close();
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly records: Record<string, unknown>;
  readonly text: string;
  readonly failed: boolean;
}

async function call(name: string, given: Record<string, unknown> = {}): Promise<Answer> {
  const result = await client.callTool({ name, arguments: given });
  const [first] = result.content as { type: string; text: string }[];
  return {
    records: (result.structuredContent ?? {}) as Record<string, unknown>,
    text: first!.text,
    failed: result.isError === true,
  };
}

interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly address: string | null;
}

/** Every place of an answer. */
function placesIn(value: unknown): Place[] {
  if (Array.isArray(value)) return value.flatMap(placesIn);
  if (typeof value !== "object" || value === null) return [];
  if ("quote" in value && "start" in value) return [value as Place];
  return Object.values(value).flatMap(placesIn);
}

/** Places of an answer that are not the text of their page, or have no address. */
async function wrongPlaces(answer: Answer): Promise<Place[]> {
  const places = placesIn(answer.records);
  if (places.length === 0) throw new Error("an answer without a place");
  const wrong: Place[] = [];
  for (const place of places) {
    const document = await library.store.document(place.document);
    const held = document?.text.slice(place.start, place.end) === place.quote;
    if (!held || typeof place.address !== "string") wrong.push(place);
  }
  return wrong;
}

const encounter = (): string =>
  library.encounters.find((one) => new Set(one.accounts.map(({ party }) => party)).size > 1)!.id;

describe("tools", () => {
  test("are told with schemas, and only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search",
      "list_encounters",
      "get_encounter",
      "compare",
      "list_statements",
      "read_page",
      "brief",
    ]);
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(true);
      expect(tool.inputSchema.type).toBe("object");
      expect(tool.description!.length).toBeGreaterThan(40);
    }
    expect(client.getInstructions()).toContain("by whose account");
  });

  test("every answer has exact places with the address of the page", async () => {
    const id = encounter();
    const [document] = [...library.entries.keys()];
    const asked: [string, Record<string, unknown>][] = [
      ["search", { query: "fishing" }],
      ["list_encounters", {}],
      ["get_encounter", { id }],
      ["compare", { encounter: id }],
      ["compare", { encounter: id, part: "silences", limit: 60 }],
      ["list_statements", { party: "XVA" }],
      ["brief", { encounter: id }],
      ["read_page", { document, start: 20, length: 100 }],
    ];
    for (const [name, given] of asked)
      expect([name, await wrongPlaces(await call(name, given))]).toEqual([name, []]);
  });

  test("the text of an answer is its records; a brief's is Markdown with footnotes", async () => {
    const found = await call("search", { query: "fishing", limit: 2 });
    expect(JSON.parse(found.text)).toEqual(found.records);
    const brief = await call("brief", { encounter: encounter() });
    expect(brief.text).toMatch(/^# /u);
    expect(brief.text).toMatch(/^\[\^1\]: /mu);
    expect(brief.records["sections"]).not.toEqual([]);
  });

  test("lists come in parts that follow on each other", async () => {
    const all = (await call("list_statements", { limit: 60 })).records as {
      total: number;
      items: { id: string }[];
    };
    const ids: string[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const part = (await call("list_statements", { offset, limit: 7 })).records as {
        next: number | null;
        items: { id: string }[];
      };
      ids.push(...part.items.map(({ id }) => id));
      offset = part.next;
    }
    expect(ids).toHaveLength(all.total);
    expect(new Set(ids).size).toBe(all.total);
  });

  test("rows of one verdict alone", async () => {
    const { records } = await call("compare", { encounter: encounter(), verdict: "one-sided" });
    const items = records["items"] as { verdict: string }[];
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ verdict }) => verdict === "one-sided")).toBe(true);
  });
});

describe("what can't be answered is told in words", () => {
  test.each([
    [
      "no such tool",
      "delete_everything",
      {},
      /There is no tool “delete_everything”\. There is search/u,
    ],
    [
      "an argument is missing",
      "search",
      {},
      /search: the arguments must have required property 'query'/u,
    ],
    [
      "an argument too many",
      "search",
      { query: "x", colour: "red" },
      /there is no argument “colour”\. It takes query/u,
    ],
    ["a limit too high", "search", { query: "x", limit: 5000 }, /“limit” must be <= 40/u],
    ["no such encounter", "compare", { encounter: "nope" }, /There is no encounter “nope”/u],
    ["no such encounter to show", "get_encounter", { id: "../x" }, /There is no encounter/u],
    ["no such page", "read_page", { document: "nope" }, /There is no page “nope”/u],
    ["no such side", "brief", { pair: "Nowhere" }, /no side “Nowhere”/u],
    ["nothing in scope", "brief", { from: "2030" }, /no encounter .* in this scope/u],
  ])("%s", async (_name, tool, given, words) => {
    const { failed, text } = await call(tool, given);
    expect(failed).toBe(true);
    expect(text).toMatch(words);
  });

  test("numbers as words are numbers", async () => {
    const { failed } = await call("search", { query: "fishing", limit: "3" });
    expect(failed).toBe(false);
  });
});
