import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { deskBrief, scopeFrom, ScopeError } from "../../app/desk-brief.ts";
import { readForBrief } from "../../app/workspace/reading.ts";
import type { DeskBrief } from "../../core/brief/brief.ts";
import { deskBriefToHtml } from "../../export/brief-html.ts";
import { deskBriefToMarkdown } from "../../export/brief-markdown.ts";
import { deskBriefToTerminal } from "../desk-brief.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { gradesIn } from "../workspace-grades.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";

const options = {
  ...sourceOptions,
  pair: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  encounter: { type: "string" },
  md: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  html: { type: "string" },
  docx: { type: "string" },
  output: { type: "string", short: "o" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** `readout brief PATH…`: one to four pages for a desk, every sentence with its footnote. */
export const briefCommand: Command = {
  help: `Usage: readout brief PATH… [--pair CHN,RUS] [--from DAY] [--to DAY] [--md | --json] [-o FILE]
       readout brief --workspace DIR [--encounter ID] [--html FILE] [--docx FILE]

Writes a brief of one to four pages: what happened, what each side says, where accounts part, what
is left unsaid, which words changed, who judges what, what to watch. Every sentence is assembled
from records and has footnotes to the exact places; nothing stands in it that no page carries.
Labels are English, quotations stay in the words of their page, trimmed only at the ends of clauses.
The most telling comes first; what there is no room for is counted, and encounters left out are named.

  --pair A,B       encounters of these sides: codes of states (CHN) or English names
  --from DAY       from this day, month or year on (2022-06-15, 2022-06, 2022)
  --to DAY         up to this day, month or year
  --encounter ID   one encounter; “readout read” lists their ids
  --md             print Markdown with footnotes
  --json           print the brief as records: sentences in parts, footnotes with spans (schema/brief.json)
  --html FILE      also write one self-contained HTML file that prints on A4
  --docx FILE      also write a Word document with real footnotes
  -o, --output F   write to F what would be printed; .md, .html, .docx and .json choose the format
  --workspace DIR  brief on what a workspace holds; earlier accounts there show which words changed
  --tables DIR     add your own states, people, outlets, topics, phrases … from TSV files in DIR

Example: readout brief accounts --pair CHN,RUS --docx brief.docx
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (values.json && values.md) throw new UsageError("--json and --md exclude each other.");
    const { reading, context } = await readPagesOrWorkspace(
      positionals,
      values,
      io,
      (store, known, renew) =>
        readForBrief(
          store,
          known,
          orUsage(() => scopeFrom(values, known)),
          renew,
        ),
    );
    const grades = await gradesIn(values.workspace);
    const brief = orUsage(() => deskBrief(reading, scopeFrom(values, context), context, grades));
    await write(brief, values, io);
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

/** @throws UsageError where the scope can't be, or has nothing in it */
function orUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ScopeError) throw new UsageError(error.message);
    throw error;
  }
}

async function write(brief: DeskBrief, values: Values, io: Io): Promise<void> {
  const tell = (file: string): void => io.err(`Brief written to ${file}\n`);
  const { html, docx, output } = values;
  if (html !== undefined) {
    writeFileSync(html, deskBriefToHtml(brief));
    tell(html);
  }
  if (docx !== undefined) {
    writeFileSync(docx, await docxBytes(brief));
    tell(docx);
  }
  if (output === undefined) {
    if (values.json || values.md || (html === undefined && docx === undefined))
      io.out(printed(brief, values, io));
    return;
  }
  const ending = extname(output).toLowerCase();
  if (ending === ".docx") writeFileSync(output, await docxBytes(brief));
  else if (ending === ".html" || ending === ".htm") writeFileSync(output, deskBriefToHtml(brief));
  else {
    const json = values.json || ending === ".json";
    const md = values.md || ending === ".md";
    writeFileSync(output, printed(brief, { json, md }, { ...io, colour: false, columns: 100 }));
  }
  tell(output);
}

function printed(
  brief: DeskBrief,
  { json, md }: Pick<Values, "json" | "md">,
  io: Pick<Io, "colour" | "columns">,
): string {
  if (json) return `${jsonText(brief, 1)}\n`;
  return md ? deskBriefToMarkdown(brief) : deskBriefToTerminal(brief, io);
}

async function docxBytes(brief: DeskBrief): Promise<Uint8Array> {
  // Loaded here: it is large, and only this format needs it.
  const { deskBriefToDocx } = await import("../../export/brief-docx.ts");
  return await deskBriefToDocx(brief);
}
