import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPaths } from "../../src/app/read.ts";
import { addPages } from "../../src/app/workspace/add.ts";
import { openWorkspace } from "../../src/store/sqlite/open.ts";
import { shippedContext } from "../support/read-text.ts";

/** A label that no rule knows, and a background sentence that the outlet prints twice. */
const label = "Harbour lights club";
const background = "The canal was closed in 2022 after two pilots were detained.";

function pageOf(outlet: string, title: string, sentence: string): string {
  return `---\ntitle: ${title}\noutlet: ${outlet}\n---\n${title}\n\n${sentence}\n\n${label}\n\n${background}\n`;
}

const pages: Readonly<Record<string, string>> = {
  "one.txt": pageOf(
    "The Anselm Courier",
    "Canal to reopen in April",
    "The Selne canal will reopen to cargo ships in April, two officials said on Monday.",
  ),
  "two.txt": pageOf(
    "The Anselm Courier",
    "Grain prices fall on canal hopes",
    "Grain prices fell to a two-year low on Tuesday as traders bet on a deal.",
  ),
  "other.txt": pageOf(
    "The Port Selne Post",
    "Pilots want more pay",
    "Pilots at the northern lock asked for more pay on Wednesday, their union said.",
  ),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-repeats-"));
  mkdirSync(join(folder, "pages"));
  for (const [name, text] of Object.entries(pages))
    writeFileSync(join(folder, "pages", name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = (...names: string[]): string[] => names.map((name) => join(folder, "pages", name));

describe("lines that pages of an outlet share", () => {
  test.each([0, 2])(
    "are dropped whatever the order of the batch, with %i workers",
    async (workers) => {
      for (const names of [
        ["one.txt", "two.txt", "other.txt"],
        ["other.txt", "two.txt", "one.txt"],
      ]) {
        const { documents } = await readPaths(paths(...names), shippedContext(), () => {}, {
          workers,
        });
        expect(documents).toHaveLength(3);
        for (const { outlet, text, dropped } of documents) {
          const shared = outlet === "The Anselm Courier";
          expect(text.includes(label)).toBe(!shared);
          expect(dropped.some(({ rule }) => rule === "clean/outlet-repeat")).toBe(shared);
          // A sentence stays, however often it is printed.
          expect(text).toContain(background);
        }
      }
    },
  );

  test("stay on a page that is alone, and on versions of one page", async () => {
    const version = join(folder, "version.txt");
    writeFileSync(
      version,
      `${pages["one.txt"]!}\nOne more sentence was added to this version later.\n`,
    );
    const { documents } = await readPaths([...paths("one.txt"), version], shippedContext());
    expect(documents.map(({ text }) => text.includes(label))).toEqual([true, true]);
  });

  test("count in a workspace where they were there before the batch", async () => {
    const store = await openWorkspace(join(folder, "workspace"), { create: true });
    const add = async (day: number, ...names: string[]): Promise<string[]> => {
      const now = new Date(Date.UTC(2030, 0, day));
      const added = await addPages(store, paths(...names), shippedContext(), () => now);
      return await Promise.all(
        added.pages.map(async ({ document }) => (await store.document(document!))!.text),
      );
    };
    expect((await add(1, "one.txt")).map((text) => text.includes(label))).toEqual([true]);
    expect((await add(2, "two.txt")).map((text) => text.includes(label))).toEqual([false]);
    expect((await add(3, "other.txt")).map((text) => text.includes(label))).toEqual([true]);
    await store.close();
  });
});
