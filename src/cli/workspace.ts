import { workspaceTables } from "../app/own-tables.ts";
import { correctedStore } from "../app/workspace/corrected-store.ts";
import { openWorkspace } from "../store/sqlite/open.ts";
import type { Store } from "../store/store.ts";
import { UsageError } from "./io.ts";

/** Options that every command on a workspace takes. */
export const workspaceOptions = {
  workspace: { type: "string", default: ".readout" },
  tables: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Their lines in help texts. */
export const workspaceHelp = `  --workspace DIR  folder of the workspace (default ./.readout)
  --tables DIR     add your own states, people, outlets … from TSV files in DIR
                   (default: the folder tables of the workspace, where there is one)
  --json           print records instead`;

/** Folder of own tables: the one named, else the workspace's; `null` where there is neither. */
export function tablesOf(values: {
  readonly workspace?: string | undefined;
  readonly tables?: string | undefined;
}): string | null {
  const { workspace, tables } = values;
  return tables ?? (workspace === undefined ? null : workspaceTables(workspace));
}

/** Open a workspace, work with it, close it. */
export async function withWorkspace<T>(
  folder: string,
  options: { readonly create: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = correctedStore(await openWorkspace(folder, options));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * The one document whose id begins so.
 * @throws UsageError when there is none, or several
 */
export async function documentId(store: Store, prefix: string): Promise<string> {
  const found = await store.complete(prefix, 6);
  if (found.length === 1) return found[0]!;
  if (found.includes(prefix)) return prefix;
  throw new UsageError(
    found.length === 0
      ? `there is no page “${prefix}” in this workspace; “readout list” shows the ids.`
      : `“${prefix}” may mean ${found.join(", ")}; write more of the id.`,
  );
}
