import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { phraseReport, type PhraseReport } from "../../app/phrases/report.ts";
import { phrasesToCsv } from "../../export/phrases-csv.ts";
import { phrasesToSvg } from "../../export/phrases-svg.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";
import { phrasesToTerminal } from "../phrases.ts";

/** `readout phrases`: set phrases over time. */
export const phrasesCommand: Command = {
  help: `Usage: readout phrases PATH… [options]
       readout phrases --workspace DIR [options]

For every set phrase and side: the share of the side's dated documents that use it in its own voice
(not put in another's mouth), by month or year with 90 % intervals (Wilson score method), first and
last use, and whether it starts, starts after another side used it, or ends. A start or an end is
told only where so many documents lack the phrase that it is hardly an accident (2 of 100), and
never fewer than five. It is a search result: what was not held was not searched.

  --phrase WORDS   only phrases with this id or these words in their label (may be repeated)
  --party ID       only this side (CHN, RUS …; may be repeated)
  --by PERIOD      month or year (default: month)
  --from, --to D   only documents of these days (2022, 2022-02 or 2022-02-24)
  --least N        only where a side has N documents with it (default 2)
  --all            every phrase, not only the first 30
  --svg FILE       also write a chart: a panel a phrase and side, with a tick for every document
  --csv            print a row a phrase, side and period
  --json           print {phrases: […]} with every use and its place
  --workspace DIR  what a workspace holds, instead of pages
  --tables DIR     add your own phrases and actors from TSV files in DIR

Example: readout phrases accounts --phrase "core interests" --by year
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        phrase: { type: "string", multiple: true },
        party: { type: "string", multiple: true },
        by: { type: "string", default: "month" },
        from: { type: "string" },
        to: { type: "string" },
        least: { type: "string", default: "2" },
        all: { type: "boolean", default: false },
        svg: { type: "string" },
        csv: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (values.by !== "month" && values.by !== "year")
      throw new UsageError("--by takes month or year.");
    const least = Number(values.least);
    if (!Number.isInteger(least) || least < 1)
      throw new UsageError("--least takes a number from 1 on.");
    for (const date of [values.from, values.to]) {
      if (date !== undefined && !/^\d{4}(?:-\d\d){0,2}$/.test(date))
        throw new UsageError(
          "--from and --to take a year, a month or a day: 2022, 2022-02, 2022-02-24.",
        );
    }
    if (values.csv && values.json) throw new UsageError("--csv and --json exclude each other.");
    const { reading, context } = await readPagesOrWorkspace(positionals, values, io);
    const report = phraseReport(
      reading.documents,
      values.by,
      {
        ...(values.phrase === undefined ? { least } : { phrases: values.phrase }),
        ...(values.party === undefined ? {} : { parties: values.party }),
        ...(values.from === undefined ? {} : { from: values.from }),
        ...(values.to === undefined ? {} : { to: values.to }),
      },
      (id) => reading.labelOf(id),
      context,
    );
    if (values.csv) io.out(phrasesToCsv(report));
    else if (values.json) io.out(`${jsonText(phrasesRecord(report), 1)}\n`);
    else io.out(phrasesToTerminal(report, io, values.all));
    if (values.svg !== undefined) {
      writeFileSync(values.svg, phrasesToSvg(report));
      io.err(`Chart written to ${values.svg}\n`);
    }
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

/** What `--json` prints; `schema/phrases.json` describes it. */
function phrasesRecord(report: PhraseReport): Record<string, unknown> {
  return {
    by: report.length,
    interval: "Wilson score, 90 %",
    notCounted: { withoutParty: report.unclaimed, withoutDate: report.undated },
    phrases: report.courses.map((course) => ({
      ...course,
      label: report.labelOf(course.phrase),
      first: course.uses[0]?.date ?? null,
      last: course.uses.at(-1)?.date ?? null,
    })),
  };
}
