import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { databaseName, openWorkspace } from "../../src/store/sqlite/open.ts";
import { describeStore } from "./store-contract.ts";

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "readout-store-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describeStore("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "readout-store-"));
  const store = await openWorkspace(folder, { create: true });
  return {
    store,
    reopen: () => openWorkspace(folder, { create: false }),
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

describe("opening a workspace", () => {
  test("where there is none", () =>
    inFolder(async (folder) => {
      await expect(openWorkspace(folder, { create: false })).rejects.toMatchObject({
        code: "NO_WORKSPACE",
        message: expect.stringContaining("readout add"),
      });
    }));

  test("from a newer version", () =>
    inFolder(async (folder) => {
      await (await openWorkspace(folder, { create: true })).close();
      const database = new Database(join(folder, databaseName));
      database.exec("insert into kysely_migration values ('0999-later', '2040-01-01')");
      database.close();
      await expect(openWorkspace(folder, { create: false })).rejects.toMatchObject({
        code: "NEWER_WORKSPACE",
        message: expect.stringContaining("Update Readout"),
      });
    }));

  test("a file that is no database", () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, databaseName), "Not a database at all. ".repeat(100));
      await expect(openWorkspace(folder, { create: true })).rejects.toMatchObject({
        code: "NOT_A_WORKSPACE",
      });
    }));

  test("where a file stands in the folder's place", () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, "taken"), "");
      await expect(openWorkspace(join(folder, "taken"), { create: true })).rejects.toMatchObject({
        code: "WORKSPACE_UNWRITABLE",
      });
    }));

  test("commits are on disk before they count", () =>
    inFolder(async (folder) => {
      const store = await openWorkspace(folder, { create: true });
      const database = new Database(join(folder, databaseName));
      expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
      database.close();
      await store.close();
    }));
});
