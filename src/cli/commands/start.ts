import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { join, relative, resolve } from "node:path";
import { briefOf } from "../../app/brief/arrange.ts";
import { readPaths } from "../../app/read.ts";
import { briefToHtml } from "../../export/html.ts";
import { loadContext, packageRoot } from "../../resources/load.ts";
import { briefToTerminal } from "../brief.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, type Command } from "../io.ts";
import { readingProgress } from "../progress.ts";
import { portFrom, serve } from "./serve.ts";

/** `readout start [PATH…]`: what `npm start` runs; without a path it reads the invented sample. */
export const startCommand: Command = {
  help: `Usage: readout start [PATH…] [--no-serve] [--port N]

Reads the pages and prints the brief; writes it to readout-brief.html in the current folder as well.
Without a path it reads the sample that ships with Readout: pages about invented states.
In a terminal it then opens the workbench in the browser, until Ctrl+C. With --no-serve, or when
its output goes to a file or another program, it ends after the brief.

  --no-serve   end after the brief
  --port N     port of the workbench (default: any free one)
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "no-serve": { type: "boolean", default: false },
        port: { type: "string", default: "0" },
      },
    });
    const port = portFrom(values.port);
    const sample = positionals.length === 0;
    const pages = join(packageRoot, "samples", "pages");
    const paths = sample ? [relative(process.cwd(), pages) || pages] : positionals;
    if (sample) {
      io.err("No pages named: reading the sample. Its states, people and events are invented.\n");
    }
    const progress = readingProgress(io);
    const tables = sample ? join(packageRoot, "samples", "tables") : null;
    const context = loadContext(tables);
    const reading = await readPaths(paths, context, progress.report, { tables });
    progress.done();
    const brief = briefOf(reading);
    const file = resolve("readout-brief.html");
    writeFileSync(file, briefToHtml(brief, reading));
    io.out(briefToTerminal(brief, io));
    printDiagnostics(reading.diagnostics, io, reading.documents);
    io.err(`\nThe brief with its pages beside it: ${file}\n`);
    if (sample) io.err("Now your own: npm start -- FOLDER\n");
    if (!values["no-serve"] && io.interactive && process.stdout.isTTY === true) {
      await serve(
        { workspace: null, paths, host: "127.0.0.1", port, context, tables, open: true },
        io,
      );
    }
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
