import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadContext, packageVersion } from "../../resources/load.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { plainLine } from "../text.ts";
import { tablesOf, withWorkspace } from "../workspace.ts";

/** `readout mcp`: the workspace for clients of the Model Context Protocol. */
export const mcpCommand: Command = {
  help: `Usage: readout mcp --workspace DIR
       readout mcp PATH…

Serves the Model Context Protocol over standard input and output: a client (an assistant, an editor)
starts it and asks. Its tools only read: search, list_encounters, get_encounter, compare,
list_statements, read_page, brief. Every answer carries places with the exact quote and the address
of the page; long lists come in parts. Nothing leaves this machine through Readout; what the client
does with the answers is the client's. Standard output is the protocol alone; messages go to
standard error.

  --workspace DIR  the workspace to serve; it must be there
  --tables DIR     add your own states, people, outlets … from TSV files in DIR

How to tell a client of it: docs/mcp.md
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { workspace: { type: "string" }, tables: { type: "string" } },
    });
    if (positionals.length === 0 && values.workspace === undefined)
      throw new UsageError("name a --workspace DIR, or pages to read.");
    if (positionals.length > 0 && values.workspace !== undefined)
      throw new UsageError("name either pages or a --workspace, not both.");
    await serveProtocol(values.workspace ?? null, positionals, tablesOf(values), io);
    return exitCodes.fine;
  },
};

async function serveProtocol(
  workspace: string | null,
  paths: readonly string[],
  tables: string | null,
  io: Io,
): Promise<void> {
  // Loaded here: other commands need no server and start faster without.
  const [{ createApp }, { Library }, { createMcpServer }, stdio] = await Promise.all([
    import("../../server/app.ts"),
    import("../../server/library.ts"),
    import("../../mcp/server.ts"),
    import("@modelcontextprotocol/sdk/server/stdio.js"),
  ]);
  // A workspace that isn't there is told, not made.
  if (workspace !== null) await withWorkspace(workspace, { create: false }, async () => {});
  const folder = workspace ?? join(tmpdir(), `readout-${randomUUID()}`);
  const library = await Library.open(folder, loadContext(tables), {
    temporary: workspace === null,
    tables,
  });
  const app = await createApp(library);
  const server = createMcpServer(app, library, packageVersion());
  const transport = new stdio.StdioServerTransport();
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await server.connect(transport);
  for (const line of await library.addPaths(paths))
    if (line.outcome === "quarantined")
      io.err(`not read: ${plainLine(line.name)}: ${plainLine(line.message ?? "")}\n`);
  await library.load();
  await ended;
  await server.close();
  await app.close();
  await library.close();
  if (workspace === null) rmSync(folder, { recursive: true, force: true });
}
