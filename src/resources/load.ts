import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { createContext, type Context, type Resources } from "../core/context.ts";
import { parseTable, valuesOf } from "../core/tsv.ts";
import { detectWithEld, jiebaSegmenter } from "./language-tools.ts";

/** The package's own folder, from the sources as well as from the build. */
export const packageRoot: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Read all tables under `src/core` and the syntax model; Chinese words and the detector of other languages load
 * when they are first asked for.
 * @param own - a folder with further rows: `states.tsv` there adds to `knowledge/states`, and so on
 * @throws {Error} naming the file when it adds to no table or has other columns
 */
export function loadResources(own: string | null = null): Resources {
  const core = join(packageRoot, "src", "core");
  const tables = new Map<string, string>();
  for (const file of readdirSync(core, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith(".tsv")) continue;
    const path = join(file.parentPath, file.name);
    const key = relative(core, path).slice(0, -".tsv".length).split(sep).join("/");
    tables.set(key, readFileSync(path, "utf8"));
  }
  if (own !== null) addOwnTables(tables, own);
  const model = join(packageRoot, "models", "english-syntax.bin.br");
  return {
    tables,
    // Unpacked when a page asks for it: linking and searching never do.
    get syntax() {
      return existsSync(model) ? brotliDecompressSync(readFileSync(model)) : null;
    },
    words: jiebaSegmenter(() => chineseNames(tables)),
    detectOther: detectWithEld,
  };
}

/** Names of the tables in Chinese, which a segmenter must not cut. */
function chineseNames(tables: ReadonlyMap<string, string>): string[] {
  return ["people", "bodies", "outlets", "places", "states"].flatMap((table) => {
    const text = tables.get(`knowledge/${table}`);
    return text === undefined
      ? []
      : parseTable(table, text)
          .flatMap((row) => [...valuesOf(row, "zh"), ...valuesOf(row, "zh_short")])
          .map((name) => name.replace("~", ""))
          .filter((name) => /^[\p{Script=Han}·]{2,}$/u.test(name));
  });
}

/** Append the rows of a user's tables to those that ship. */
function addOwnTables(tables: Map<string, string>, folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".tsv"))) {
    const key = `knowledge/${name.slice(0, -".tsv".length)}`;
    const shipped = tables.get(key);
    if (shipped === undefined)
      throw new Error(`${join(folder, name)}: there is no table “${key}” to add to.`);
    const lines = readFileSync(join(folder, name), "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "" && !line.startsWith("#"));
    const header = shipped.split("\n").find((line) => !line.startsWith("#"));
    if (lines[0] !== header)
      throw new Error(`${join(folder, name)}: its first line must be the columns “${header}”.`);
    tables.set(key, `${shipped.trimEnd()}\n${lines.slice(1).join("\n")}\n`);
  }
}

/** The context that reading a page needs: everything that ships, and a user's own tables. */
export function loadContext(own: string | null = null): Context {
  return createContext(loadResources(own));
}

/** The version of the package, as its `package.json` has it. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return manifest.version;
}
