import { parseArgs } from "node:util";
import { compareAll } from "../../app/compare.ts";
import { readPaths } from "../../app/read.ts";
import { loadContext } from "../../resources/load.ts";
import { comparisonsToTerminal } from "../comparison.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { readingProgress } from "../progress.ts";

/** `readout compare PATH…`: the sides' accounts next to each other. */
export const compareCommand: Command = {
  name: "compare",
  summary: "put two or more sides' accounts of an encounter side by side",
  help: `Usage: readout compare PATH… [--encounter ID] [--json]

Reads the pages, links them to encounters, and compares every encounter that two or more sides
account for: what only one says, what one puts in the other's mouth, where wording or figures differ.
Comparison runs on topics, set phrases and actors, so the accounts may be in different languages.

  --encounter ID   this encounter only
  --json           print {comparisons: […]} (schema/compare.json)
  --tables DIR    add your own states, people, outlets … from TSV files in DIR

Example: readout compare accounts
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tables: { type: "string" },
        encounter: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    if (positionals.length === 0) throw new UsageError("name the accounts' files or their folder.");
    const context = loadContext(values.tables ?? null);
    const progress = readingProgress(io);
    const reading = await readPaths(positionals, context, progress.report);
    progress.done();
    const wanted = values.encounter ?? null;
    if (wanted !== null && !reading.encounters.some((encounter) => encounter.id === wanted)) {
      throw new UsageError(
        `there is no encounter ${wanted} on these pages; “readout read” lists them with their ids.`,
      );
    }
    const comparisons = compareAll(reading.documents, reading.encounters, context, wanted);
    io.out(
      values.json
        ? `${JSON.stringify({ comparisons }, null, 1)}\n`
        : comparisonsToTerminal(comparisons, reading, io),
    );
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
