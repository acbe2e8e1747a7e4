import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPaths } from "../../src/app/read.ts";
import type { Document } from "../../src/core/document.ts";
import { loadContext, packageRoot } from "../../src/resources/load.ts";
import { preparePage } from "../../src/store/prepare.ts";
import { passageTerms } from "../../src/store/search-terms.ts";
import { openWorkspace } from "../../src/store/sqlite/open.ts";

/** Letters that begin the names of the invented states of one pair. */
const letters = [..."BCDFGHJLNPQRSTUWYZIO"];
const firstYear = 1970;
const lastYear = 2025;
/** The year that the sample's pages are of. */
const sampleYear = /\b2024\b/g;

/** An invented archive. */
export interface Archive {
  /** Folder of the tables that name its states, for `--tables`. */
  readonly tables: string;
  readonly workspace: string;
  readonly pages: number;
}

/**
 * Fill a workspace with the sample's nine pages as twenty pairs of invented states would print them, once a year for
 * 56 years: 10,080 pages. All names and years keep their length, so every mark stays where it is.
 * @param folder - where tables and workspace are written
 */
export async function writeArchive(folder: string): Promise<Archive> {
  const tables = join(folder, "tables");
  const workspace = join(folder, "workspace");
  mkdirSync(tables, { recursive: true });
  mkdirSync(workspace, { recursive: true });
  const own = join(packageRoot, "samples", "tables");
  for (const name of readdirSync(own)) {
    const [head, ...rows] = readFileSync(join(own, name), "utf8").trimEnd().split("\n");
    const of = (letter: string): string[] => rows.map((row) => ofPair(row, letter));
    writeFileSync(join(tables, name), `${[head, ...letters.flatMap(of)].join("\n")}\n`);
  }
  const { documents } = await readPaths(
    [join(packageRoot, "samples", "pages")],
    loadContext(own),
    () => {},
    { tables: own },
  );
  const context = loadContext(tables);
  const store = await openWorkspace(workspace, { create: true });
  let pages = 0;
  for (let year = firstYear; year <= lastYear; year++) {
    const group = letters.flatMap((letter) =>
      documents.map((document) => {
        const id = (pages++).toString(16).padStart(12, "0");
        const copy = mapStrings(document, (text) =>
          ofPair(text, letter).replace(sampleYear, String(year)),
        ) as Document;
        const named = { ...copy, id, sha256: id.padEnd(64, "0"), path: `${id}.txt`, url: null };
        return preparePage({
          document: named,
          bytes: new TextEncoder().encode(named.text),
          place: `/archive/${id}.txt`,
          addedAt: `${year}-12-31T00:00:00Z`,
          passages: passageTerms(named, context),
        });
      }),
    );
    await store.addPrepared(group);
  }
  await store.close();
  return { tables, workspace, pages };
}

/** The sample's names with another first letter. */
function ofPair(text: string, letter: string): string {
  return text
    .replaceAll("XVA", `X${letter}A`)
    .replaceAll("XME", `X${letter}E`)
    .replaceAll(/V(?=aldoria)|M(?=erania)|K(?=ostrova)|E(?=ldridge)/g, letter)
    .replaceAll(/v(?=aldoria)|m(?=erania)|k(?=ostrova)|e(?=ldridge)/g, letter.toLowerCase());
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, map));
  if (
    value === null ||
    typeof value !== "object" ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one, map)]));
}
