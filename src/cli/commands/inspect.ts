import { parseArgs } from "node:util";
import { keptApart } from "../../core/link/apart.ts";
import { linkEncounters } from "../../core/link/link.ts";
import { cleanPage } from "../../core/clean/clean-page.ts";
import { spanOf, type Document, type Mark } from "../../core/document.ts";
import { annotateUpTo, stages } from "../../core/pipeline.ts";
import { loadPage } from "../../ingest/load-page.ts";
import { loadContext } from "../../resources/load.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { plainLine } from "../text.ts";

const names = ["clean", ...stages.map((stage) => stage.name), "link"];

/** `readout inspect --stage NAME FILE`: what a stage did, with rule ids. */
export const inspectCommand: Command = {
  help: `Usage: readout inspect --stage NAME FILE… [--json]

Runs the stages up to NAME and prints what that stage found, one line a mark: place, rule, quote.
Stage “clean” tells where each value of the metadata was read, lists the blocks kept and the lines
dropped, each with its reason; “link” says which evidence joined mentions into encounters, and what
kept encounters of the same sides within a week of each other apart (give it all the files).

Stages: ${names.join(", ")}

Example: readout inspect --stage clean page.txt
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { stage: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const stage = values.stage;
    if (stage === undefined || !names.includes(stage)) {
      throw new UsageError(`--stage takes one of ${names.join(", ")}.`);
    }
    if (positionals.length === 0) throw new UsageError("name a file.");
    const context = loadContext();
    const documents: Document[] = [];
    for (const path of positionals) {
      const { page, diagnostics } = await loadPage(path);
      if (page === null) {
        printDiagnostics(diagnostics, io);
        return exitCodes.unread;
      }
      const document = cleanPage(page, context, null);
      const last = stage === "link" ? null : stage;
      documents.push(stage === "clean" ? document : annotateUpTo(document, context, last));
    }
    if (stage === "link") {
      for (const encounter of linkEncounters(documents, context)) {
        if (values.json) io.out(`${jsonText(encounter)}\n`);
        else {
          io.out(`${encounter.id}  ${encounter.mentions.length} mentions\n`);
          for (const evidence of encounter.evidence) {
            io.out(`    ${evidence.rule}: ${plainLine(evidence.detail)}\n`);
          }
        }
      }
      for (const evidence of keptApart(documents, context)) {
        if (values.json) io.out(`${jsonText(evidence)}\n`);
        else io.out(`${evidence.rule}: ${plainLine(evidence.detail)}\n`);
      }
      return exitCodes.fine;
    }
    for (const document of documents) showStage(document, stage, values.json, io);
    return exitCodes.fine;
  },
};

function showStage(document: Document, stage: string, json: boolean, io: Io): void {
  if (stage === "clean") {
    showClean(document, json, io);
    return;
  }
  if (stage === "date") {
    io.out(`${jsonText(document.published)}\n`);
    return;
  }
  const layerName = stage === "speakers" ? "phrases" : stage === "assign" ? "statements" : stage;
  const layer: readonly (Partial<Mark> & { start: number; end: number })[] =
    document.layers[layerName as keyof Document["layers"]];
  for (const mark of layer) {
    const { quote } = spanOf(document, mark);
    if (json) io.out(`${jsonText({ ...mark, quote })}\n`);
    else {
      const { start, end, rule, ...rest } = mark;
      io.out(`${start}–${end}  ${rule ?? ""}  ${plainLine(quote)}  ${jsonText(rest)}\n`);
    }
  }
}

/** What cleaning read and where, what it kept, and what it dropped for which reason. */
function showClean(document: Document, json: boolean, io: Io): void {
  const { blocks, dropped, evidence = [] } = document;
  if (json) {
    io.out(`${jsonText({ evidence, blocks, dropped })}\n`);
    return;
  }
  for (const { field, value, rule, place } of evidence) {
    const where = place === null ? "not in the page" : `page ${place.start}–${place.end}`;
    io.out(`read     ${field.padEnd(10)} ${plainLine(value)}  (${rule}, ${where})\n`);
  }
  for (const block of blocks) {
    const quote = document.text.slice(block.start, block.end);
    io.out(`kept     ${block.role.padEnd(10)} ${block.start}–${block.end}  ${plainLine(quote)}\n`);
  }
  for (const { rule, start, end, text } of dropped)
    io.out(`dropped  ${rule.padEnd(24)} page ${start}–${end}  ${plainLine(text)}\n`);
}
