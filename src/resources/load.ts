import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { createContext, type Context, type Resources } from "../core/context.ts";

/** The package's own folder, from the sources as well as from the build. */
export const packageRoot: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Read all tables under `src/core` and the syntax model. */
export function loadResources(): Resources {
  const core = join(packageRoot, "src", "core");
  const tables = new Map<string, string>();
  for (const file of readdirSync(core, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith(".tsv")) continue;
    const path = join(file.parentPath, file.name);
    const key = relative(core, path).slice(0, -".tsv".length).split(sep).join("/");
    tables.set(key, readFileSync(path, "utf8"));
  }
  const model = join(packageRoot, "models", "english-syntax.bin.br");
  const syntax = existsSync(model) ? brotliDecompressSync(readFileSync(model)) : null;
  return { tables, syntax };
}

/** The context that reading a page needs, with everything that ships in the package. */
export function loadContext(): Context {
  return createContext(loadResources());
}
