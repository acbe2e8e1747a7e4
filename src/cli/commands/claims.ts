import { parseArgs } from "node:util";
import { claimsOf } from "../../app/judgements/claims.ts";
import { questionTable } from "../../core/claims/questions.ts";
import { claimsToCsv } from "../../export/claims-csv.ts";
import { claimsToJson } from "../../export/claims-json.ts";
import { claimsToMarkdown } from "../../export/claims-markdown.ts";
import { claimsToTerminal } from "../claims.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { pageNames } from "../page-names.ts";
import { jsonText } from "../json-text.ts";
import { gradesIn } from "../workspace-grades.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";

/** `readout claims`: who affirms, denies or leaves open what, across pages. */
export const claimsCommand: Command = {
  help: `Usage: readout claims PATH… [options]
       readout claims --workspace DIR [options]

Groups what pages judge and say by what it is about: a question of the table
(knowledge/claim-questions.tsv) and the sides it is asked of, the same in every language. Under each
question who answers yes, who no, who leaves it open, quote beside quote, with the probability word
as said. What is said “unlikely” counts as no, hedged; “may” leaves open. Sorting is all it does: no
answer is weighed, and a page that takes no side on a question is not listed.

  --question ID    only this question (relations-soured, military-support …; may be repeated)
  --side ID        only questions about this side (CHN, RUS …; repeat for pairs)
  --alone          also questions that only one holder answers
  --all            every answer, not only the first two of a holder
  --csv            print a row an answer
  --md             print Markdown
  --json           print {claims: […]} with every place (schema/claims.json)
  --workspace DIR  what a workspace holds, instead of pages
  --tables DIR     add your own questions, actors … from TSV files in DIR

Example: readout claims press --side CHN --side RUS
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        question: { type: "string", multiple: true },
        side: { type: "string", multiple: true },
        alone: { type: "boolean", default: false },
        all: { type: "boolean", default: false },
        csv: { type: "boolean", default: false },
        md: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if ([values.csv, values.md, values.json].filter(Boolean).length > 1)
      throw new UsageError("--csv, --md and --json exclude each other.");
    const { reading, context } = await readPagesOrWorkspace(positionals, values, io);
    const unknown = values.question?.find((id) => !questionTable(context).has(id));
    if (unknown !== undefined)
      throw new UsageError(
        `there is no question “${unknown}”. Known: ${[...questionTable(context).keys()].join(", ")}.`,
      );
    const claims = claimsOf(
      reading,
      context,
      {
        alone: values.alone,
        ...(values.question === undefined ? {} : { questions: values.question }),
        ...(values.side === undefined ? {} : { sides: values.side }),
      },
      await gradesIn(values.workspace),
    );
    if (values.csv) io.out(claimsToCsv(claims));
    else if (values.json) io.out(`${jsonText(claimsToJson(claims), 1)}\n`);
    else if (values.md) io.out(claimsToMarkdown(claims, pageNames(reading.documents)));
    else io.out(claimsToTerminal(claims, io, values.all));
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
