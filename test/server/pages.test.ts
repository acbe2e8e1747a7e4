import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { createApp } from "../../src/server/app.ts";
import { Library } from "../../src/server/library.ts";
import { asking, notice } from "./served.ts";

let library: Library;
let app: FastifyInstance;
let ask: ReturnType<typeof asking>;
let versions: string[];
const folder = mkdtempSync(join(tmpdir(), "readout-pages-"));

beforeAll(async () => {
  const tables = join(packageRoot, "samples", "tables");
  library = await Library.open(folder, loadContext(tables), { temporary: true, tables });
  await library.addPaths([join(packageRoot, "samples", "pages")]);
  versions = [];
  for (const words of ["is open", "is closed"])
    versions.push((await library.addBytes("notice.md", notice(words))).document!);
  await library.load();
  app = await createApp(library);
  ask = asking(app);
});
afterAll(async () => {
  await app.close();
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("pages and their versions", () => {
  test("what changed is told paragraph by paragraph, the older version first", async () => {
    const [older, newer] = versions;
    const { body } = await ask(`/api/documents/${newer}/difference?with=${older}`);
    expect(body["before"]).toMatchObject({ id: older });
    const changes = body["changes"] as { parts: { kind: string; text: string }[] }[];
    expect(changes.map(({ parts }) => parts.filter(({ kind }) => kind !== "same"))).toEqual([
      [
        { kind: "removed", text: "open" },
        { kind: "added", text: "closed" },
      ],
    ]);
    expect((await ask(`/api/documents/${newer}/difference?with=nope`)).status).toBe(404);
  });

  test("an older version can still be read and cited, and says that it was replaced", async () => {
    const { status, body } = await ask(`/api/documents/${versions[0]}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ current: false, title: "Notice to mariners" });
    const cited = await ask(`/api/documents/${versions[0]}/citation`);
    expect(String(cited.body["plain"])).toContain("Notice to mariners");
  });

  test("metadata say where they were read; what a person sets is told with what it was", async () => {
    const [id] = [...library.entries].find(([, entry]) => entry.summary.path.includes("01-call"))!;
    const lines = async (): Promise<Record<string, unknown>[]> =>
      (await ask(`/api/documents/${id}`)).body["metadata"] as Record<string, unknown>[];
    const { source } = (await ask(`/api/documents/${id}/page`)).body;
    const title = (await lines()).find(({ field }) => field === "title")!;
    const { start, end } = title["place"] as { start: number; end: number };
    expect(String(source).slice(start, end)).toBe(title["value"]);
    const made = await ask("/api/corrections", {
      method: "POST",
      payload: { kind: "document-metadata", target: `${id}:outlet`, value: "Mine" },
    });
    expect((await lines()).find(({ field }) => field === "outlet")).toMatchObject({
      value: "Mine",
      correction: { was: "Presidency of Valdoria" },
    });
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
  });

  test("no address, and no address that may be asked", async () => {
    const add = async (url: string): ReturnType<typeof ask> =>
      await ask("/api/addresses", { method: "POST", payload: { url } });
    expect((await add("file:///etc/passwd")).body["code"]).toBe("URL_INVALID");
    const [line] = (await add("http://127.0.0.1:9/")).body as unknown as Record<string, unknown>[];
    expect(line).toMatchObject({ outcome: "quarantined", document: null });
    const { place } = library.quarantine.find(({ name }) => name.includes("127.0.0.1"))!;
    await ask("/api/quarantine/forget", { method: "POST", payload: { places: [place] } });
    expect(library.quarantine.filter(({ name }) => name.includes("127.0.0.1"))).toEqual([]);
  });

  test("a rejected statement leaves the comparison, and comes back", async () => {
    const encounter = library.encounters.find((one) => one.accounts.length > 1)!;
    const compared = async (): Promise<string> =>
      JSON.stringify((await ask(`/api/compare?encounter=${encounter.id}`)).body["rows"]);
    const words = "the legitimacy of Valdoria's security concerns";
    expect(await compared()).toContain(words);
    const statement = library.statements.find(
      (one) =>
        one.content.includes(words) &&
        encounter.accounts.some(({ document }) => document === one.document),
    )!;
    const made = await ask("/api/corrections", {
      method: "POST",
      payload: { kind: "statement-reject", target: statement.key },
    });
    expect(await compared()).not.toContain(words);
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
    expect(await compared()).toContain(words);
  });
});

describe("formulations that may be set phrases", () => {
  test("one that is accepted is looked for in all pages, until it is taken back", async () => {
    for (const number of [1, 2, 3])
      await library.addBytes(
        `speech-${number}.md`,
        new TextEncoder().encode(
          `---\ntitle: Speech ${number}\nparty: valdoria\npublished: 2024-0${number}-01\n---\n\nThe President of Valdoria spoke for the ${number}th time. Valdoria walks the patient road of northern brotherhood, she said.\n`,
        ),
      );
    await library.relink();
    const candidates = async (): Promise<{ words: string; pattern: string; uses: object[] }[]> =>
      (await ask("/api/candidates?q=brotherhood")).body["items"] as never;
    const [candidate] = await candidates();
    expect(candidate!.words).toContain("patient road of northern brotherhood");
    expect(candidate!.uses).toMatchObject([{ id: "XVA", count: 3 }]);
    const accept = async (label: string): ReturnType<typeof ask> =>
      await ask("/api/candidates/accept", {
        method: "POST",
        payload: { pattern: candidate!.pattern, label },
      });
    expect((await accept("北方兄弟之路")).body["code"]).toBe("LABEL_UNFIT");
    const made = await accept("Patient road");
    const uses = async (): Promise<unknown> =>
      (await ask("/api/phrases/patient-road")).body["count"] ?? 0;
    expect(await uses()).toBe(3);
    expect(await candidates()).toEqual([]);
    const [latest] = (await ask("/api/corrections")).body as unknown as object[];
    expect(latest).toMatchObject({ kind: "phrase-accept", valueLabel: "Patient road" });
    await ask(`/api/corrections/${String(made.body["id"])}/undo`, { method: "POST" });
    expect(await uses()).toBe(0);
    expect(await candidates()).toHaveLength(1);
  });
});

test("a page shows the person's grades of its source", async () => {
  const { body } = await ask("/api/documents?limit=100");
  const items = body["items"] as { id: string; outlet: string | null }[];
  const post = items.find(({ outlet }) => outlet === "Anselm Post")!;
  const grades = async (): Promise<unknown> =>
    (await ask(`/api/documents/${post.id}`)).body["grades"];
  expect(await grades()).toEqual([]);
  await library.store.personal.addCorrection({
    id: "grade-of-the-post",
    kind: "source-grade",
    target: "XME:anselm-post|all",
    value: JSON.stringify({ source: "B", information: "2", reason: "names its sources" }),
    anchor: null,
    addedAt: "2024-06-01T00:00:00.000Z",
    undoneAt: null,
  });
  expect(await grades()).toEqual([
    {
      grade: "B2",
      meaning: "usually reliable; probably true",
      claims: "all",
      reason: "names its sources",
    },
  ]);
});

describe("questions that pages take sides on", () => {
  test("who says yes and who says no, each at its place", async () => {
    for (const [author, words] of [
      ["Ada Merrow", "Valdoria is forming an alliance with Merania, whatever the two say."],
      ["Piet Aldous", "Valdoria is not forming an alliance with Merania, whatever others say."],
    ] as const)
      await library.addBytes(
        `${author}.md`,
        new TextEncoder().encode(
          `---\ntitle: Views of ${author}\nauthor: ${author}\nkind: opinion\npublished: 2024-06-01\n---\n\n${words} The harbour of Selmont stays open.\n`,
        ),
      );
    await library.relink();
    const { body } = await ask("/api/claims?kind=disputed");
    const claims = body["items"] as {
      id: string;
      question: string;
      sides: { id: string }[];
      positions: { stance: string; holderQuote: string; place: { document: string } }[];
    }[];
    const claim = claims.find(({ id }) => id.startsWith("is-alliance"));
    expect(claim!.sides.map(({ id }) => id)).toEqual(["XME", "XVA"]);
    expect(claim!.positions.map(({ stance, holderQuote }) => [stance, holderQuote])).toEqual([
      ["yes", "Ada Merrow"],
      ["no", "Piet Aldous"],
    ]);
  });
});
