import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { timelineOf } from "../../app/timeline/arrange.ts";
import type { Timeline, TimelineChoice } from "../../app/timeline/timeline.ts";
import type { EncounterMode } from "../../core/records.ts";
import { encountersToIcs } from "../../export/ics.ts";
import { timelineToJson } from "../../export/timeline-json.ts";
import { timelineToCsv } from "../../export/timeline-csv.ts";
import { timelineToSvg } from "../../export/timeline-svg.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";
import { modeIds, timelineToTerminal } from "../timeline.ts";

/** `readout timeline`: encounters on a time axis. */
export const timelineCommand: Command = {
  help: `Usage: readout timeline PATH… [options]
       readout timeline --workspace DIR [options]

Links the pages to encounters and shows them in time: a line for every pair of sides, then every
encounter with the accounts held of it. A date is drawn as well as it is known: a day, the days a
visit or summit lasted, or an interval that the encounter lies in somewhere. “No account held” says
what these pages are, not what a side published.

  --side ID        only encounters that this side took part in (CHN, RUS, INT:eu …; repeat for pairs)
  --mode MODE      ${modeIds.slice(0, 5).join(", ")},
                   ${modeIds.slice(5).join(", ")} (may be repeated)
  --from, --to D   only encounters of these days (2022, 2022-02 or 2022-02-24)
  --accounts N     only encounters of which accounts of N or more sides are held
  --all            every encounter, not only the first 80
  --svg FILE       also write a chart, with links to the accounts
  --ics FILE       also write a calendar (iCalendar)
  --csv            print a row an encounter
  --json           print {encounters: […]} (schema/timeline.json)
  --workspace DIR  what a workspace holds, with your corrections, instead of pages
  --tables DIR     add your own states, people, summits … from TSV files in DIR

Example: readout timeline accounts --side CHN --side RUS --svg timeline.svg
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        side: { type: "string", multiple: true },
        mode: { type: "string", multiple: true },
        from: { type: "string" },
        to: { type: "string" },
        accounts: { type: "string" },
        all: { type: "boolean", default: false },
        svg: { type: "string" },
        ics: { type: "string" },
        csv: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (values.csv && values.json) throw new UsageError("--csv and --json exclude each other.");
    const choice = choiceOf(values);
    const { reading } = await readPagesOrWorkspace(positionals, values, io);
    const timeline = timelineOf(reading, choice);
    if (values.csv) io.out(timelineToCsv(timeline));
    else if (values.json) io.out(`${jsonText(timelineToJson(timeline), 1)}\n`);
    else io.out(timelineToTerminal(timeline, io, values.all));
    if (values.svg !== undefined) {
      writeFileSync(values.svg, timelineToSvg(timeline));
      io.err(`Chart written to ${values.svg}\n`);
    }
    if (values.ics !== undefined) writeCalendar(values.ics, timeline, io);
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

function writeCalendar(file: string, timeline: Timeline, io: Io): void {
  const { ics, leftOut } = encountersToIcs(timeline.entries, new Date(), timeline.labelOf);
  writeFileSync(file, ics);
  const without =
    leftOut.length === 0 ? "" : `; ${leftOut.length} without a date, or a wide one, are not in it`;
  io.err(`Calendar written to ${file}${without}\n`);
}

function choiceOf(values: {
  readonly side?: string[] | undefined;
  readonly mode?: string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly accounts?: string | undefined;
}): TimelineChoice {
  const unknown = (values.mode ?? []).find((mode) => !modeIds.includes(mode));
  if (unknown !== undefined)
    throw new UsageError(`there is no mode “${unknown}”; the modes are ${modeIds.join(", ")}.`);
  const accounts = Number(values.accounts ?? 0);
  if (!Number.isInteger(accounts) || accounts < 0)
    throw new UsageError("--accounts takes a number from 0 on.");
  return {
    ...(values.side === undefined ? {} : { sides: values.side }),
    ...(values.mode === undefined ? {} : { modes: values.mode as EncounterMode[] }),
    ...(values.from === undefined ? {} : { from: edge(values.from, "01-01") }),
    ...(values.to === undefined ? {} : { to: edge(values.to, "12-31") }),
    accounts,
  };
}

/** A day from a year, a month or a day; a month ends on its 31st for comparing. */
function edge(date: string, rest: "01-01" | "12-31"): string {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date))
    throw new UsageError(
      "--from and --to take a year, a month or a day: 2022, 2022-02, 2022-02-24.",
    );
  if (date.length === 4) return `${date}-${rest}`;
  return date.length === 7 ? `${date}-${rest.slice(3)}` : date;
}
