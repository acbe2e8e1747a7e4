import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commitmentMatrix, stages } from "../../app/judgements/commitments.ts";
import type { CommitmentStatus } from "../../core/records.ts";
import { commitmentsToCsv } from "../../export/commitments-csv.ts";
import { commitmentsToHtml } from "../../export/commitments-html.ts";
import { commitmentsToJson } from "../../export/commitments-json.ts";
import { commitmentsToMarkdown } from "../../export/commitments-markdown.ts";
import { commitmentsToTerminal } from "../commitments.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { pageNames } from "../page-names.ts";
import { jsonText } from "../json-text.ts";
import { gradesIn } from "../workspace-grades.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";

/** `readout commitments`: who commits to what, by domain and stage. */
export const commitmentsCommand: Command = {
  help: `Usage: readout commitments PATH… [options]
       readout commitments --workspace DIR [options]

Who commits to what, as a matrix of domains and sides: how often each side promised (p), signed (s),
carried out (c), so far withheld (w), refused (r) or undid (u) something, then every cell with its
quotes in time order, whom it is toward and by whose account. A commitment is what a page says that
somebody commits to; what a page has no words for is not there.

  --side ID        only what this side commits to or is committed to (CHN, RUS …; repeat for pairs)
  --domain NAME    political-diplomatic, military-security, economic-trade-finance, energy-resources,
                   technology-space, legal, territory, humanitarian-health, rights-society or
                   people-culture-media (may be repeated)
  --status STAGE   promised, signed, carried-out, withheld, refused or undone (may be repeated)
  --from, --to D   only pages of these days (2022, 2022-02 or 2022-02-24)
  --all            every side and quote
  --html FILE      also write one page with the matrix and every quote in its page
  --csv            print a row a commitment
  --md             print Markdown
  --json           print {domains, sides, commitments: […]} (schema/commitments.json)
  --workspace DIR  what a workspace holds, instead of pages
  --tables DIR     add your own topics, actors … from TSV files in DIR

Example: readout commitments accounts --side CHN --side RUS --html commitments.html
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        side: { type: "string", multiple: true },
        domain: { type: "string", multiple: true },
        status: { type: "string", multiple: true },
        from: { type: "string" },
        to: { type: "string" },
        all: { type: "boolean", default: false },
        html: { type: "string" },
        csv: { type: "boolean", default: false },
        md: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if ([values.csv, values.md, values.json].filter(Boolean).length > 1)
      throw new UsageError("--csv, --md and --json exclude each other.");
    for (const status of values.status ?? [])
      if (!stages.includes(status as CommitmentStatus))
        throw new UsageError(`there is no stage “${status}”. Known: ${stages.join(", ")}.`);
    for (const date of [values.from, values.to])
      if (date !== undefined && !/^\d{4}(?:-\d\d){0,2}$/.test(date))
        throw new UsageError(
          "--from and --to take a year, a month or a day: 2022, 2022-02, 2022-02-24.",
        );
    const { reading, context } = await readPagesOrWorkspace(positionals, values, io);
    const matrix = commitmentMatrix(
      reading,
      context,
      {
        ...(values.side === undefined ? {} : { sides: values.side }),
        ...(values.domain === undefined ? {} : { domains: values.domain }),
        ...(values.status === undefined ? {} : { statuses: values.status as CommitmentStatus[] }),
        ...(values.from === undefined ? {} : { from: values.from }),
        ...(values.to === undefined ? {} : { to: values.to }),
      },
      await gradesIn(values.workspace),
    );
    if (values.csv) io.out(commitmentsToCsv(matrix));
    else if (values.json) io.out(`${jsonText(commitmentsToJson(matrix), 1)}\n`);
    else if (values.md) io.out(commitmentsToMarkdown(matrix, pageNames(reading.documents)));
    else io.out(commitmentsToTerminal(matrix, io, values.all));
    if (values.html !== undefined) {
      writeFileSync(values.html, commitmentsToHtml(matrix, reading));
      io.err(`Page written to ${values.html}\n`);
    }
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};
