import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";
import { StoreError } from "../../src/store/store.ts";
import { asking, form, notice } from "./served.ts";

interface Operation {
  readonly responses: Record<
    string,
    { content?: Record<string, { schema: Record<string, unknown> }> }
  >;
}

const context = loadContext(join(packageRoot, "samples", "tables"));
const folders: string[] = [];
let library: Library;
let app: FastifyInstance;
let ask: ReturnType<typeof asking>;
/** Two versions of one page, the older first. */
let versions: string[];
let paths: Record<string, Record<string, Operation>>;

async function freshLibrary(): Promise<Library> {
  const folder = mkdtempSync(join(tmpdir(), "readout-server-"));
  folders.push(folder);
  return await Library.open(folder, context, { temporary: true });
}

beforeAll(async () => {
  library = await freshLibrary();
  await library.addPaths([join(packageRoot, "samples", "pages")]);
  versions = [];
  for (const words of ["is open", "is closed"])
    versions.push((await library.addBytes("notice.md", notice(words))).document!);
  await library.load();
  app = await createApp(library);
  ask = asking(app);
  paths = (await ask("/api/openapi.json")).body["paths"] as typeof paths;
});
afterAll(async () => {
  await app.close();
  await library.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("what the description promises", () => {
  test("names every resource", () => {
    for (const resource of [
      "documents",
      "encounters",
      "statements",
      "silences",
      "phrases",
      "assessments",
      "actors",
      "search",
      "compare",
      "brief",
    ])
      expect(Object.keys(paths)).toContain(`/api/${resource}`);
  });

  test("each answer fits its schema", async () => {
    const encounter = library.encounters.find((one) => one.accounts.length > 1)!;
    const phrase = [...library.entries.values()].flatMap((entry) => entry.phrases)[0]!.id;
    const ids: Record<string, string> = {
      "/api/documents/{id}": encounter.accounts[0]!.document,
      "/api/documents/{id}/page": encounter.accounts[0]!.document,
      "/api/documents/{id}/citation": encounter.accounts[0]!.document,
      "/api/documents/{id}/difference": versions[0]!,
      "/api/encounters/{id}": encounter.id,
      "/api/phrases/{id}": phrase,
      "/api/phrases/{id}/uses": phrase,
      "/api/actors/{id}": "XVA:irena-kostrova",
    };
    const queries: Record<string, string> = {
      "/api/search": "?q=energy",
      "/api/compare": `?encounter=${encounter.id}`,
      "/api/documents/{id}/difference": `?with=${versions[1]}`,
    };
    const checked: string[] = [];
    for (const [path, operations] of Object.entries(paths)) {
      const schema = operations["get"]?.responses["200"]?.content?.["application/json"]?.schema;
      if (schema === undefined) continue;
      const url = path.replace("{id}", encodeURIComponent(ids[path] ?? "")) + (queries[path] ?? "");
      const { status, body } = await ask(url);
      expect(`${url}: ${status}`).toBe(`${url}: 200`);
      const validate = new Ajv2020({ strict: false }).compile(schema);
      expect([url, validate(body), validate.errors]).toEqual([url, true, null]);
      checked.push(path);
    }
    expect(checked.length).toBeGreaterThan(15);
  });

  test("every line points at its exact words", async () => {
    const { body } = await ask("/api/statements?limit=500");
    for (const line of body["items"] as {
      place: { document: string; start: number; end: number; quote: string };
    }[]) {
      const document = await library.store.document(line.place.document);
      expect(document!.text.slice(line.place.start, line.place.end)).toBe(line.place.quote);
    }
  });

  test.each([
    ["/api/statements?limit=2&offset=30", 2],
    ["/api/statements?form=direct&limit=500", null],
    ["/api/statements?speaker=XVA%3Airena-kostrova&limit=500", null],
    ["/api/documents?party=XVA", 2],
    ["/api/encounters?accounts=2", 2],
    ["/api/statements?q=zebra", 0],
  ])("%s narrows", async (url, expected) => {
    const { body } = await ask(url);
    const items = body["items"] as unknown[];
    expect(items.length).toBe(expected ?? body["total"]);
    expect(items.length).toBeLessThan(32);
  });
});

describe("bad input is told in words", () => {
  test.each([
    "/api/documents/nope",
    "/api/documents/nope/page",
    "/api/encounters/nope",
    "/api/phrases/nope",
    "/api/actors/nope",
    "/api/compare?encounter=nope",
  ])("%s", async (url) => {
    const { status, body } = await ask(url);
    expect(status).toBe(404);
    expect(body["code"]).toBe("UNKNOWN_ID");
    expect(String(body["message"])).toMatch(/^There is no .+“nope”/);
  });

  test.each([
    ["/api/nothing", 404],
    ["/api/search", 400],
    ["/api/statements?limit=9999", 400],
  ])("%s is %i", async (url, status) => {
    const answer = await ask(url);
    expect(answer.status).toBe(status);
    expect(answer.body["message"]).toBeTypeOf("string");
  });

  test("a file that is no page goes to quarantine with its reason; nothing is stored", async () => {
    const before = library.entries.size;
    const { body } = await ask(
      "/api/documents",
      form("picture.txt", new Uint8Array([0, 1, 2, 0, 255, 0, 0, 0])),
    );
    expect(body).toMatchObject({ outcome: "quarantined", document: null });
    expect(library.entries.size).toBe(before);
    const overview = await ask("/api/overview");
    expect(JSON.stringify(overview.body["quarantine"])).toContain("picture.txt");
  });

  test("an upload that breaks off stores nothing and does not stop the server", async () => {
    const before = library.entries.size;
    const options = form("half.txt", "The President of Valdoria said that the talks went well.");
    const { status } = await ask("/api/documents", {
      ...options,
      payload: (options.payload as Buffer).subarray(0, 150),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(library.entries.size).toBe(before);
    expect((await ask("/api/status")).status).toBe(200);
  });

  test("a name with a path in it stays a name", async () => {
    const { body } = await ask(
      "/api/documents",
      form(
        "../../etc/evil.txt",
        "Selmont, 1 June 2024. The President of Valdoria said that the harbour stays open.",
      ),
    );
    expect(body["name"]).toBe("evil.txt");
  });

  test.each([
    ["WORKSPACE_BUSY", 503],
    ["DISK_FULL", 507],
    ["NEWER_WORKSPACE", 500],
  ] as const)("%s keeps its words", async (code, status) => {
    const failing = vi
      .spyOn(library.store, "versions")
      .mockRejectedValue(new StoreError(code, `words for ${code}`));
    const { id } = [...library.entries.values()][0]!.summary;
    const answer = await ask(`/api/documents/${id}`);
    failing.mockRestore();
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code, message: `words for ${code}` });
  });
});

describe("who may talk to it", () => {
  const note = { method: "POST", payload: { text: "x" } } as const;
  test.each([
    ["a foreign host", "/api/status", { headers: { host: "evil.example" } }, 421],
    ["a foreign origin", "/api/status", { headers: { origin: "https://evil.example" } }, 403],
    [
      "an origin of another port",
      "/api/status",
      { headers: { origin: "http://localhost:1" } },
      403,
    ],
    ["the null origin", "/api/status", { headers: { origin: "null" } }, 403],
    ["its own origin", "/api/status", { headers: { origin: "http://localhost" } }, 200],
  ])("%s", async (_name, url, options, status) => {
    expect((await ask(url, options)).status).toBe(status);
  });

  test("a change without the header is refused", async () => {
    const response = await app.inject({
      url: "/api/notebook",
      ...note,
      headers: { host: "localhost" },
    });
    expect(response.statusCode).toBe(403);
  });

  test("off loopback the token is needed", async () => {
    const open = await createApp(library, { token: "secret", hosts: ["desk.example"] });
    const status = async (options: InjectOptions): Promise<number> =>
      (
        await open.inject({
          url: "/api/status",
          ...options,
          headers: { host: "desk.example", ...options.headers },
        })
      ).statusCode;
    expect(await status({})).toBe(401);
    expect(await status({ headers: { authorization: "Bearer wrong" } })).toBe(401);
    expect(await status({ headers: { authorization: "Bearer secret" } })).toBe(200);
    expect(await status({ headers: { cookie: "readout-token=secret" } })).toBe(200);
    await open.close();
  });

  test("no inline script is allowed, and nothing from elsewhere", async () => {
    const response = await app.inject({ url: "/api/status", headers: { host: "localhost" } });
    const policy = String(response.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("the person's own", () => {
  test("a statement's speaker is corrected beside the machine's, and taken back", async () => {
    const first = (
      (await ask("/api/statements?limit=1")).body["items"] as {
        key: string;
        speakers: { id: string }[];
        place: object;
      }[]
    )[0]!;
    const made = await ask("/api/corrections", {
      method: "POST",
      payload: { kind: "statement-speaker", target: first.key, value: "XME", anchor: first.place },
    });
    expect(made.status).toBe(200);
    const after = (
      (await ask("/api/statements?limit=1")).body["items"] as {
        speakers: { id: string }[];
        correction: { was: string };
      }[]
    )[0]!;
    expect(after.speakers.map((one) => one.id)).toEqual(["XME"]);
    expect(after.correction.was).not.toBe("");
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
    const back = (
      (await ask("/api/statements?limit=1")).body["items"] as {
        speakers: { id: string }[];
        correction: null;
      }[]
    )[0]!;
    expect(back).toMatchObject({ speakers: first.speakers, correction: null });
  });

  test("merged encounters are one until the merge is taken back", async () => {
    const [one, other] = library.encounters;
    const count = library.encounters.length;
    const made = await ask("/api/corrections", {
      method: "POST",
      payload: { kind: "encounter-merge", target: one!.id, value: other!.id },
    });
    expect((await ask("/api/encounters")).body["total"]).toBe(count - 1);
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
    expect((await ask("/api/encounters")).body["total"]).toBe(count);
  });

  test("merged actors speak as one", async () => {
    const count = async (): Promise<unknown> =>
      (await ask("/api/statements?speaker=XVA%3Airena-kostrova")).body["total"];
    const before = await count();
    const made = await ask("/api/corrections", {
      method: "POST",
      payload: { kind: "actor-merge", target: "XME:tomas-eldridge", value: "XVA:irena-kostrova" },
    });
    expect(Number(await count())).toBeGreaterThan(Number(before));
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
    expect(await count()).toBe(before);
  });

  test("corrected metadata show everywhere until they are taken back, and link encounters anew", async () => {
    const [entry] = library.entries.values();
    const { id, published, title } = entry!.summary;
    const accounts = (): string =>
      JSON.stringify(library.encounters.map((encounter) => encounter.accounts));
    const before = accounts();
    const correct = async (field: string, value: string): ReturnType<typeof ask> =>
      await ask("/api/corrections", {
        method: "POST",
        payload: { kind: "document-metadata", target: `${id}:${field}`, value },
      });
    expect((await correct("published", "2031-02-30")).status).toBe(400);
    expect((await correct("kind", "poem")).status).toBe(400);
    expect((await correct("language", "fr")).status).toBe(404);
    const made = [
      await correct("published", "2031-02-03"),
      await correct("party", "XME"),
      await correct("title", "Mine"),
    ];
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(made[2]!.body["targetLabel"]).toBe(`title of Mine`);
    expect(library.entries.get(id)!.summary).toMatchObject({
      title: "Mine",
      published: { value: "2031-02-03", basis: "given" },
    });
    const [first] = (await library.store.document(id))!.evidence!;
    expect(first).toMatchObject({ field: "published", rule: "correction", place: null });
    const dated = (await library.store.list({})).filter(({ published: one }) => one.value !== null);
    expect(dated.at(-1)!.id).toBe(id);
    expect(accounts()).not.toBe(before);
    for (const { body } of made)
      await ask(`/api/corrections/${String(body["id"])}/undo`, { method: "POST" });
    expect(library.entries.get(id)!.summary).toMatchObject({ title, published });
    expect(accounts()).toBe(before);
  });

  test("a note needs words that stand where it says; the notebook cites them", async () => {
    const line = (
      (await ask("/api/statements?party=XVA&limit=1")).body["items"] as {
        place: { quote: string };
      }[]
    )[0]!;
    expect(
      (
        await ask("/api/notebook", {
          method: "POST",
          payload: { anchor: { ...line.place, quote: "other words" } },
        })
      ).status,
    ).toBe(409);
    const made = await ask("/api/notebook", {
      method: "POST",
      payload: { text: "mine", anchor: line.place },
    });
    expect(made.status).toBe(200);
    const markdown = (await ask("/api/notebook.md")).text;
    expect(markdown).toContain(`> ${line.place.quote}[^1]`);
    expect(markdown).toMatch(
      /\[\^1\]: “Meeting with Prime Minister of Merania Tomas Eldridge,” Presidency of Valdoria, May 21, 2024/,
    );
    expect(
      (await ask(`/api/notebook/${String(made.body["id"])}`, { method: "DELETE" })).status,
    ).toBe(200);
    expect(
      (await ask(`/api/notebook/${String(made.body["id"])}`, { method: "DELETE" })).status,
    ).toBe(404);
  });

  test("notes and corrections outlive the server", async () => {
    const other = await freshLibrary();
    await other.store.personal.putNote({
      id: "n",
      position: 1,
      text: "kept",
      anchor: null,
      addedAt: "2030-01-01T00:00:00Z",
    });
    await other.correct("actor-rename", "XVA", "Old Valdoria", null);
    const [page] = await other.addPaths([
      join(packageRoot, "samples", "pages", readdirSync(join(packageRoot, "samples", "pages"))[0]!),
    ]);
    await other.correct("document-metadata", `${page!.document}:outlet`, "The Courier", null);
    await other.store.close();
    const again = await Library.open(folders.at(-1)!, context, { temporary: true });
    await again.load();
    expect(await again.store.personal.notes()).toMatchObject([{ text: "kept" }]);
    expect(again.labelOf("XVA")).toBe("Old Valdoria");
    expect(again.entries.get(page!.document!)?.summary.outlet).toBe("The Courier");
    // Reading the page again is no news, and the correction holds.
    await again.addPaths([
      join(packageRoot, "samples", "pages", readdirSync(join(packageRoot, "samples", "pages"))[0]!),
    ]);
    expect((await again.store.document(page!.document!))?.outlet).toBe("The Courier");
    await again.store.close();
  });
});
