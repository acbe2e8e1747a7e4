import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Context } from "../../core/context.ts";
import { loadContext } from "../../resources/load.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { plainLine } from "../text.ts";
import { tablesOf } from "../workspace.ts";

/** What to serve. */
export interface ServeOptions {
  /** Workspace folder; `null` for one that lasts until the server stops. */
  readonly workspace: string | null;
  /** Files and folders to read in. */
  readonly paths: readonly string[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly context: Context;
  /** Folder of the user's own tables that `context` was made with. */
  readonly tables: string | null;
  readonly open: boolean;
  /** Addresses of this machine and of private networks may be asked for. */
  readonly allowPrivate?: boolean;
}

/** `readout serve`: the workbench in the browser. */
export const serveCommand: Command = {
  help: `Usage: readout serve [PATH…] [--workspace DIR] [--port N]

Opens the workbench at http://127.0.0.1:PORT until you press Ctrl+C. Pages named are read in first.
Without --workspace what you do there (notes, corrections) is kept only until it stops.

  --workspace DIR   the workspace to show; made where there is none
  --port N          port (default 4400; 0 takes any free one)
  --host ADDRESS    listen beyond this machine; a token is then needed, and printed
  --tables DIR      add your own states, people, outlets … from TSV files in DIR
  --no-open         print the address, do not open a browser
  --allow-private   pages may also be added from addresses of this machine and of private networks

Example: readout serve pages --workspace my-archive
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: "string" },
        port: { type: "string", default: "4400" },
        host: { type: "string", default: "127.0.0.1" },
        tables: { type: "string" },
        "no-open": { type: "boolean", default: false },
        "allow-private": { type: "boolean", default: false },
      },
    });
    const port = portFrom(values.port);
    if (positionals.length === 0 && values.workspace === undefined)
      throw new UsageError("name pages to read, or a workspace with --workspace DIR.");
    await serve(
      {
        workspace: values.workspace ?? null,
        paths: positionals,
        host: values.host,
        port,
        context: loadContext(tablesOf(values)),
        tables: tablesOf(values),
        open: !values["no-open"],
        allowPrivate: values["allow-private"],
      },
      io,
    );
    return exitCodes.fine;
  },
};

/** A port from what was typed; 0 takes any free one. @throws UsageError */
export function portFrom(typed: string): number {
  const port = Number(typed);
  if (!/^\d+$/.test(typed) || port > 65_535)
    throw new UsageError("--port needs a number from 0 to 65535.");
  return port;
}

/** Serve until the process is asked to stop. */
export async function serve(options: ServeOptions, io: Io): Promise<void> {
  // Loaded here: other commands need no server and start faster without.
  const { createApp } = await import("../../server/app.ts");
  const { Library } = await import("../../server/library.ts");
  const temporary = options.workspace === null;
  const folder = options.workspace ?? join(tmpdir(), `readout-${randomUUID()}`);
  const library = await Library.open(folder, options.context, {
    temporary,
    tables: options.tables,
    allowPrivate: options.allowPrivate ?? false,
  });
  const local = ["127.0.0.1", "localhost", "::1"].includes(options.host);
  const token = local ? null : randomBytes(24).toString("base64url");
  const app = await createApp(library, { token, hosts: local ? [] : [options.host.toLowerCase()] });
  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await library.store.close();
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new UsageError(
        `port ${options.port} is taken. Choose another with --port, or 0 for any.`,
      );
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const url = `http://${options.host}:${port}/${token === null ? "" : `?token=${token}`}`;
  io.err(`The workbench: ${url}\nPress Ctrl+C to stop.\n`);
  if (temporary)
    io.err("Notes and corrections are kept until then; name a --workspace DIR to keep them.\n");
  if (options.open) openBrowser(url);
  const added = await library.addPaths(options.paths);
  for (const line of added)
    if (line.outcome === "quarantined")
      io.err(`not read: ${plainLine(line.name)}: ${plainLine(line.message ?? "")}\n`);
  await library.load();
  await stopped();
  await app.close();
  await library.close();
  if (temporary) rmSync(folder, { recursive: true, force: true });
}

async function stopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}

/** Open the default browser where the desktop has one; silence where it has none. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
    return;
  const child = spawn(command!, args, { detached: true, stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
}
