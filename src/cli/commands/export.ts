import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { deskBrief, scopeFrom, ScopeError, type TypedScope } from "../../app/desk-brief.ts";
import { select, wantedFrom, type Selection, type Wanted } from "../../app/selection.ts";
import { gradesOf } from "../../app/judgements/grades.ts";
import { accessDays } from "../../app/workspace/access-days.ts";
import { correctedReading } from "../../app/workspace/corrected-reading.ts";
import { HeldCorrections } from "../../app/workspace/held-corrections.ts";
import type { Reading } from "../../app/reading.ts";
import type { BriefScope } from "../../core/brief/brief.ts";
import type { SourceGrade } from "../../core/grades/grades.ts";
import type { Context } from "../../core/context.ts";
import { countOf, omissionWords, type Exported, type ExportFormat } from "../../export/format.ts";
import { exportFormats, formatById } from "../../export/formats.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";
import { withWorkspace } from "../workspace.ts";

const width = Math.max(...exportFormats.map(({ id }) => id.length));
const formatLines = exportFormats
  .map(({ id, label, readers }) => `  ${id.padEnd(width)}  ${label}: ${readers}`)
  .join("\n");

/** `readout export FORMAT`: everything out in the forms the field uses. */
export const exportCommand: Command = {
  help: `Usage: readout export FORMAT PATH… [-o FILE] [options]
       readout export FORMAT --workspace DIR [-o FILE] [options]

Reads pages, or what a workspace holds, and writes all of it or a part in one of these formats:

${formatLines}

Every mark keeps its exact place; what a format has no place for is told on standard error, and in
the file where the format has room for it. docs/exports.md shows an example of each.

  -o, --output FILE  where to write (without: to standard output)
  --encounter ID     only this encounter: its accounts, and what other pages say of it
  --pair A,B…        only encounters in which all of these took part (CHN,RUS, or English names)
  --from, --to D     only these days (2022, 2022-02 or 2022-02-24): pages published, encounters held
  --bom              csv: begin with a byte order mark, so that Excel reads it as UTF-8
  --workspace DIR    what a workspace holds, instead of pages
  --tables DIR       add your own states, people, outlets, topics, phrases … from TSV files in DIR

Example: readout export csv accounts --pair CHN,RUS --bom -o marks.csv
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        output: { type: "string", short: "o" },
        encounter: { type: "string" },
        pair: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        bom: { type: "boolean", default: false },
      },
    });
    const [name, ...paths] = positionals;
    const format = formatNamed(name);
    const output = values.output === undefined || values.output === "-" ? null : values.output;
    if (output === null && io.terminal && isBinary(format))
      throw new UsageError(
        `${format.id} is no text; name a file with -o (accounts${format.extension}).`,
      );
    const { reading, context } = await readPagesOrWorkspace(paths, values, io);
    const scope = scopeOrUsage(values, context);
    const { part, whole, days, grades } = await partOf(
      reading,
      wantedFrom(scope),
      values.workspace,
    );
    const made = await format.export(part, {
      now: new Date().toISOString(),
      bom: values.bom,
      accessed: (document) => days.get(document) ?? null,
      grades,
      brief: () => deskBrief(whole, scope, context),
    });
    if (made.count === 0) {
      tellOmitted(made, io);
      throw new Error(`there is nothing to export as ${format.id}: ${emptyWords(reading, made)}.`);
    }
    write(made, output, io);
    tellOmitted(made, io);
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

/** The part that is wanted, the reading it is of, and when pages were taken from their addresses. */
interface Held {
  readonly part: Selection;
  readonly whole: Reading;
  readonly days: ReadonlyMap<string, string>;
  readonly grades: readonly SourceGrade[];
}

/** The part of pages, or of a workspace with the person's corrections. */
async function partOf(
  reading: Reading,
  wanted: Wanted,
  workspace: string | undefined,
): Promise<Held> {
  if (workspace === undefined)
    return { part: selected(reading, wanted), whole: reading, days: new Map(), grades: [] };
  return await withWorkspace(workspace, { create: false }, async (store) => {
    const entries = await store.personal.corrections();
    const corrections = new HeldCorrections(entries);
    const whole = correctedReading(reading, corrections);
    const part = selected(whole, wanted);
    const days = await accessDays(store, part.reading.documents);
    return { part, whole, days, grades: gradesOf(entries) };
  });
}

function formatNamed(name: string | undefined): ExportFormat {
  const known = exportFormats.map(({ id }) => id).join(", ");
  if (name === undefined) throw new UsageError(`name a format: ${known}.`);
  const format = formatById(name);
  if (format === undefined)
    throw new UsageError(`there is no format “${name}”; there are ${known}.`);
  return format;
}

/** Formats that are no text for a terminal. */
function isBinary({ mediaType }: ExportFormat): boolean {
  return !/^text\/|charset|json/.test(mediaType);
}

/** @throws UsageError where a side is unknown or a day is none */
function scopeOrUsage(typed: TypedScope, context: Context): BriefScope {
  if (
    typed.pair !== undefined &&
    typed.pair.split(",").filter((side) => side.trim() !== "").length < 2
  )
    throw new UsageError("--pair takes two or more sides: CHN,RUS.");
  try {
    return scopeFrom(typed, context);
  } catch (error) {
    if (error instanceof ScopeError) throw new UsageError(error.message);
    throw error;
  }
}

function selected(reading: Reading, wanted: Wanted): Selection {
  const { encounter } = wanted;
  if (encounter !== undefined && !reading.encounters.some(({ id }) => id === encounter))
    throw new UsageError(
      `there is no encounter ${encounter} on these pages; “readout timeline” lists them with their ids.`,
    );
  return select(reading, wanted);
}

function emptyWords(reading: Reading, { what }: Exported): string {
  if (reading.documents.length === 0) return "no page could be read";
  return `no ${what} on the pages belongs to what was asked for`;
}

function write({ content, count, what }: Exported, output: string | null, io: Io): void {
  if (output === null) {
    if (io.terminal && typeof content === "string") io.out(content);
    else io.bytes(content);
    return;
  }
  try {
    writeFileSync(output, content);
  } catch (error) {
    throw new Error(`${output} can't be written: ${reasonOf(error)}.`, { cause: error });
  }
  io.err(`${countOf(count, what)} written to ${output}\n`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "part of its path is a file",
  EISDIR: "it is a folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

function tellOmitted({ omitted }: Exported, io: Io): void {
  for (const one of omitted) io.err(`Left out or changed: ${omissionWords(one)}.\n`);
}
