import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compareAll, compareAsOne } from "../../app/compare.ts";
import { comparisonView } from "../../app/comparison/arrange.ts";
import { gradesOfPages } from "../../core/grades/grades.ts";
import type { Reading } from "../../app/reading.ts";
import { readAccounts } from "../../app/workspace/reading.ts";
import { sideOf } from "../../core/actors/actor-table.ts";
import type { Comparison } from "../../core/compare/comparison.ts";
import type { Context } from "../../core/context.ts";
import { comparisonsToHtml } from "../../export/comparison-html.ts";
import { comparisonsToMarkdown } from "../../export/comparison-markdown.ts";
import { comparisonToTerminal } from "../comparison.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { gradesToTerminal } from "../grade-lines.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { nothingToCompare } from "../nothing-to-compare.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";
import { gradesIn } from "../workspace-grades.ts";

/** `readout compare PATH…`: the sides' accounts next to each other. */
export const compareCommand: Command = {
  help: `Usage: readout compare PATH… [--encounter ID] [--json | --md] [--html FILE]
       readout compare --workspace DIR [--encounter ID] …

Reads the pages, links them to encounters, and compares every encounter that two or more sides
account for: what one puts in the other's mouth, where wording, figures or conditions differ, what
only one says, what both say. Comparison runs on topics, set phrases, actors and numbers, so the
accounts may be in different languages; accounts in one language are compared by their words as well.
“Not found” is a search result: the texts and forms searched are in the records (--json).

  --encounter ID   this encounter only
  --as-one         compare the pages as accounts of one encounter, whatever they say they are of
  --all            every passage and every silence, not only the most telling
  --json           print {comparisons: […]} (schema/compare.json)
  --md             print Markdown, a table for every verdict
  --html FILE      also write one self-contained HTML file: the columns, and the pages beside them
  --workspace DIR  compare what a workspace holds; earlier accounts there show what was dropped
  --tables DIR     add your own states, people, outlets, topics, phrases … from TSV files in DIR

Example: readout compare accounts --html accounts.html
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        encounter: { type: "string" },
        "as-one": { type: "boolean", default: false },
        all: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        md: { type: "boolean", default: false },
        html: { type: "string" },
      },
    });
    if (values.json && values.md) throw new UsageError("--json and --md exclude each other.");
    const { reading, context } = await readPagesOrWorkspace(
      positionals,
      values,
      io,
      values["as-one"]
        ? undefined
        : (store, context, renew) => readAccounts(store, context, values.encounter ?? null, renew),
    );
    const comparisons = compared(reading, values.encounter ?? null, values["as-one"], context);
    const views = comparisons.map((comparison) =>
      comparisonView(comparison, reading, (actor) => sideOf(context, actor)),
    );
    const held = new Set(
      comparisons.flatMap(({ accounts }) => accounts.map(({ document }) => document)),
    );
    const grades = gradesOfPages(
      await gradesIn(values.workspace),
      reading.documents.filter(({ id }) => held.has(id)),
    );
    if (values.json) io.out(`${jsonText({ comparisons }, 1)}\n`);
    else if (views.length === 0) io.out(nothingToCompare(reading));
    else if (values.md) io.out(comparisonsToMarkdown(views));
    else
      io.out(
        views.map((view) => comparisonToTerminal(view, io, { all: values.all })).join("\n") +
          gradesToTerminal(grades, (id) => reading.labelOf(id)),
      );
    if (values.html !== undefined && views.length > 0) {
      writeFileSync(values.html, comparisonsToHtml(views, reading));
      io.err(`Comparison written to ${values.html}\n`);
    }
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

function compared(
  reading: Reading,
  wanted: string | null,
  asOne: boolean,
  context: Context,
): Comparison[] {
  if (asOne) return [compareAsOne(reading.documents, context)];
  if (wanted !== null && !reading.encounters.some((encounter) => encounter.id === wanted)) {
    throw new UsageError(
      `there is no encounter ${wanted} on these pages; “readout read” lists them with their ids.`,
    );
  }
  return compareAll(reading.documents, reading.encounters, context, wanted);
}
