import { writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { briefOf } from "../../app/brief/arrange.ts";
import { readPaths } from "../../app/read.ts";
import { briefToHtml } from "../../export/html.ts";
import { loadContext, packageRoot } from "../../resources/load.ts";
import { briefToTerminal } from "../brief.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, type Command } from "../io.ts";
import { readingProgress } from "../progress.ts";

/** `readout start [PATH…]`: what `npm start` runs; without a path it reads the invented sample. */
export const startCommand: Command = {
  name: "start",
  summary: "read pages (or the sample) and write the brief as an HTML file",
  help: `Usage: readout start [PATH…]

Reads the pages and prints the brief; writes it to readout-brief.html in the current folder as well.
Without a path it reads the sample that ships with Readout: pages about invented states.
`,
  async run(args, io) {
    const sample = args.length === 0;
    const pages = join(packageRoot, "samples", "pages");
    const paths = sample ? [relative(process.cwd(), pages) || pages] : args;
    if (sample) {
      io.err("No pages named: reading the sample. Its states, people and events are invented.\n");
    }
    const progress = readingProgress(io);
    const reading = await readPaths(
      paths,
      loadContext(sample ? join(packageRoot, "samples", "tables") : null),
      progress.report,
    );
    progress.done();
    const brief = briefOf(reading);
    const file = resolve("readout-brief.html");
    writeFileSync(file, briefToHtml(brief, reading));
    io.out(briefToTerminal(brief, io));
    printDiagnostics(reading.diagnostics, io, reading.documents);
    io.err(`\nThe brief with its pages beside it: ${file}\n`);
    if (sample) io.err("Now your own: npm start -- FOLDER\n");
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
