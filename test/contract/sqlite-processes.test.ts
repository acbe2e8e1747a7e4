import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { parseSearch } from "../../src/store/search-terms.ts";
import { databaseName, openWorkspace } from "../../src/store/sqlite/open.ts";
import { bareContext, numberedPage } from "./stored-pages.ts";

const adder = join(import.meta.dirname, "add-pages.ts");

/** A process that adds pages; `said` fills with the ids it has committed. */
function addPages(
  folder: string,
  first: number,
  count: number,
): { child: ChildProcess; said: string[]; ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    [
      "--experimental-strip-types",
      "--disable-warning=ExperimentalWarning",
      adder,
      folder,
      String(first),
      String(count),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const said: string[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines);
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, said, ended };
}

/** Numbers from 0 to 1, the same each run (Park and Miller's generator). */
function fromSeed(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

test("killed at any moment: what was committed is there, the next start works", async () => {
  const folder = await mkdtemp(join(tmpdir(), "readout-kill-"));
  const random = fromSeed(20220915);
  const committed = new Set<string>();
  let killed = 0;
  for (let round = 0; round < 20; round++) {
    // Every round adds the pages of the round before once more, then new ones.
    const { child, said, ended } = addPages(folder, Math.max(0, round - 1) * 40, 2000);
    // The first rounds are killed while the workspace is being made, later ones in the midst of adding.
    const kill = (delay: number): unknown => setTimeout(() => child.kill("SIGKILL"), delay);
    if (round < 5) kill(60 + random() * 140);
    else child.stdout?.once("data", () => kill(random() * 200));
    if ((await ended) === null) killed++;
    for (const id of said) committed.add(id);

    const store = await openWorkspace(folder, { create: true });
    const held = (await store.list({ replaced: true })).map((page) => page.id);
    expect(new Set(held).size).toBe(held.length);
    expect([...committed].filter((id) => !held.includes(id))).toEqual([]);
    for (const id of held.slice(-3)) {
      expect(await store.document(id)).not.toBeNull();
      expect(await store.bytes(id)).not.toBeNull();
    }
    await store.close();
  }
  const database = new Database(join(folder, databaseName), { readonly: true });
  const number = (query: string): unknown => database.prepare(query).pluck().get();
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  // Nothing half-written: each page has its bytes, text, places, 30 passages and their index rows.
  const pages = number("select count(*) from documents") as number;
  expect(pages).toBeGreaterThanOrEqual(15);
  expect(number("select count(*) from document_bytes")).toBe(pages);
  expect(number("select count(*) from document_texts")).toBe(pages);
  expect(number("select count(*) from document_places")).toBe(pages);
  expect(number("select count(*) from passages")).toBe(pages * 30);
  expect(number("select count(*) from full_text_rows")).toBe(pages * 30);
  expect(number("select count(*) from full_text where full_text match 'envoy'")).toBe(pages * 30);
  database.close();
  expect(killed).toBe(20);
  await rm(folder, { recursive: true, force: true });
});

test("two processes add to a new workspace while a third reads", async () => {
  const folder = await mkdtemp(join(tmpdir(), "readout-two-"));
  const first = addPages(folder, 0, 60);
  const second = addPages(folder, 30, 60);
  const reader = await openWorkspace(folder, { create: true });
  let running = true;
  const both = Promise.all([first.ended, second.ended]).finally(() => (running = false));
  let before = 0;
  while (running) {
    const { pages } = await reader.counts();
    expect(pages).toBeGreaterThanOrEqual(before);
    before = pages;
    await reader.search({ clauses: parseSearch("envoy tolls", bareContext), limit: 5 });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await both).toEqual([0, 0]);
  expect(first.said).toHaveLength(60);
  expect(second.said).toHaveLength(60);
  const ids = (await reader.list({})).map((page) => page.id).toSorted();
  const expected = Array.from({ length: 90 }, (_, number) => numberedPage(number).document.id);
  expect(ids).toEqual(expected.toSorted());
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});
