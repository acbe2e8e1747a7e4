import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";

const guide = readFileSync(join(packageRoot, "docs/http-api.md"), "utf8");

/** A section of the guide: its address, the parameters it names, its examples. */
interface Section {
  readonly address: string;
  readonly words: string;
}

const sections: Section[] = guide
  .split(/^## /mu)
  .filter((part) => part.startsWith("GET "))
  .map((part) => ({ address: /^GET (\S+)/u.exec(part)![1]!, words: part }));

const examples = [...guide.matchAll(/```http\nGET (\S+)\n```\n\n```json\n([\s\S]*?)\n```/gu)].map(
  (match) => [match[1]!, JSON.parse(match[2]!) as unknown] as const,
);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "readout-docs-"));
let library: Library;
let app: FastifyInstance;
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  library = await Library.open(folder, loadContext(join(packageRoot, "samples", "tables")), {
    temporary: true,
  });
  await library.addPaths([join(packageRoot, "samples", "pages")]);
  await library.load();
  app = await createApp(library);
  paths = ((await get("/api/openapi.json")) as { paths: typeof paths }).paths;
});
afterAll(async () => {
  await app.close();
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get(url: string): Promise<unknown> {
  return (await app.inject({ url, headers: { host: "localhost" } })).json();
}

/** What an example promises must be there; `"…"` stands for any value, further list items and keys pass. */
function lacks(example: unknown, answer: unknown, at: string): string[] {
  if (example === "…") return answer === undefined ? [`${at} is missing`] : [];
  if (Array.isArray(example)) {
    if (!Array.isArray(answer)) return [`${at} is no list`];
    return example.flatMap((item, index) => lacks(item, answer[index], `${at}[${index}]`));
  }
  if (typeof example === "object" && example !== null) {
    if (typeof answer !== "object" || answer === null) return [`${at} is no object`];
    const record = answer as Record<string, unknown>;
    return Object.entries(example).flatMap(([key, value]) =>
      lacks(value, record[key], `${at}.${key}`),
    );
  }
  return example === answer
    ? []
    : [`${at} is ${JSON.stringify(answer)}, not ${JSON.stringify(example)}`];
}

describe("the guide to the HTTP API", () => {
  test("has sections and examples", () => {
    expect(sections.length).toBeGreaterThan(10);
    expect(examples.length).toBeGreaterThan(7);
  });

  test.each(sections)("$address is in the description, and has the parameters named", (section) => {
    const operation = paths[section.address]?.["get"];
    expect(operation).toBeDefined();
    const listed = /Parameters?:\s([\s\S]*?)\.\s/u.exec(section.words)?.[1] ?? "";
    const known = (operation!.parameters ?? [])
      .filter((parameter) => parameter.in === "query")
      .map(({ name }) => name);
    expect(listed !== "" || known.length === 0).toBe(true);
    const named = [...listed.replaceAll(/\([^)]*\)|:[^,]*,/gu, "").matchAll(/`(\w+)`/gu)];
    for (const [, name] of named) expect([...known, "json", "html", "md", "docx"]).toContain(name);
  });

  test.each(examples)("GET %s answers as its example", async (url, example) => {
    expect(lacks(example, await get(url), "answer")).toEqual([]);
  });
});

describe("the brief as a file", () => {
  test.each([
    ["html", "text/html", "<!doctype html>"],
    ["md", "text/markdown", "# "],
    ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
  ])("%s", async (format, type, start) => {
    const response = await app.inject({
      url: `/api/brief?format=${format}`,
      headers: { host: "localhost" },
    });
    expect(response.headers["content-type"]).toContain(type);
    expect(response.body.startsWith(start)).toBe(true);
    const policy = String(response.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("commentary on the sides is in it, as from the pages themselves", async () => {
    const brief = JSON.stringify(await get("/api/brief"));
    expect(brief).toContain("Lena Quist judged: ");
    expect(brief).toContain("Piet Aldous judged: ");
  });

  test.each([
    ["pair=Nowhere", 404, "NOTHING_IN_SCOPE"],
    ["from=2030", 404, "NOTHING_IN_SCOPE"],
    ["format=odt", 400, "REQUEST_INVALID"],
  ])("%s is refused in words", async (asked, status, code) => {
    const response = await app.inject({
      url: `/api/brief?${asked}`,
      headers: { host: "localhost" },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code, message: expect.any(String) as string });
  });
});
