import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readPaths } from "../../app/read.ts";
import { briefOf } from "../../app/brief/arrange.ts";
import { readingToJson } from "../../export/json.ts";
import { briefToHtml } from "../../export/html.ts";
import { briefToMarkdown } from "../../export/markdown.ts";
import { loadContext } from "../../resources/load.ts";
import { briefToTerminal } from "../brief.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readingProgress } from "../progress.ts";
import { readingHelp, readingOptions, readingSettings } from "../reading-options.ts";

/** `readout read PATH…`: one shot from pages to a brief. */
export const readCommand: Command = {
  help: `Usage: readout read PATH… [--json | --md] [--html FILE]

Reads pages (text, Markdown, HTML, PDF, Word and more: “readout help add” lists the formats),
folders and archives of them, or standard input (-), and prints the brief:
pages read, encounters in time order with who said what by whose account, reported silences,
set phrases by side, judgements. Every line names its page and place.

  --json            print the records instead (schema/read.json describes them)
  --md              print the brief as Markdown
  --html FILE       also write the brief as one self-contained HTML file
${readingHelp}

Example: readout read pages --html brief.html
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...readingOptions,
        json: { type: "boolean", default: false },
        md: { type: "boolean", default: false },
        html: { type: "string" },
      },
    });
    if (positionals.length === 0)
      throw new UsageError("name at least one file or folder, or - for standard input.");
    if (values.json && values.md) throw new UsageError("--json and --md exclude each other.");
    const progress = readingProgress(io);
    const reading = await readPaths(
      positionals,
      loadContext(values.tables ?? null),
      progress.report,
      readingSettings(values),
    );
    progress.done();
    if (values.json) {
      io.out(`${jsonText(readingToJson(reading), 1)}\n`);
    } else {
      const brief = briefOf(reading);
      io.out(values.md ? briefToMarkdown(brief) : briefToTerminal(brief, io));
    }
    if (values.html !== undefined) {
      writeFileSync(values.html, briefToHtml(briefOf(reading), reading));
      io.err(`Brief written to ${values.html}\n`);
    }
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
