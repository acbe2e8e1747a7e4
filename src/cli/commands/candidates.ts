import { join } from "node:path";
import { parseArgs } from "node:util";
import { acceptPhrase, phraseIdFrom, workspaceTables } from "../../app/own-tables.ts";
import { phraseCandidates, type PhraseCandidate } from "../../core/candidates/candidates.ts";
import { loadContext } from "../../resources/load.ts";
import { candidatesToTerminal } from "../candidates.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readPagesOrWorkspace, sourceOptions } from "../pages-or-workspace.ts";
import { numberFrom } from "../reading-options.ts";
import { plainLine } from "../text.ts";

/** `readout candidates`: formulations that may be set phrases, for a person to take up. */
export const candidatesCommand: Command = {
  help: `Usage: readout candidates PATH… [options]
       readout candidates --workspace DIR [options]
       readout candidates --workspace DIR --accept PATTERN --label LABEL [--id ID] [--origin PARTY]

Finds the longest formulations that the sides' texts have in common and that no row of the tables
knows: first those that mark one side against the others in the same language (log-likelihood over
documents, p < 0.001), then those that many documents share. Names and dates don't count.

Whether a formulation is a set phrase a person decides: --accept writes it into the workspace's own
table (tables/phrases.tsv), which reading, comparing and counting with this workspace then use.
PATTERN is as the list suggests it, or your own (“(core|key) interests”; see docs/compare.md);
another language of the same phrase is accepted under the same --id or --label.

  --least N        fewest documents that use it (default 3, or 1 in 100 of a language's documents)
  --party ID       only what this side uses (CHN, RUS …)
  --all            every candidate, not only the first 20 of each side
  --json           print {candidates: […]} with places
  --accept PATTERN take up a phrase
  --label LABEL    its name in English
  --id ID          its id (default: from the label); the id of a row that ships adds the pattern to it
  --origin PARTY   the side whose formulation it is
  --workspace DIR  what a workspace holds, instead of pages
  --tables DIR     add your own phrases and actors from TSV files in DIR

Example: readout candidates --workspace .readout --party CHN
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sourceOptions,
        least: { type: "string" },
        party: { type: "string" },
        all: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        accept: { type: "string" },
        label: { type: "string" },
        id: { type: "string" },
        origin: { type: "string" },
      },
    });
    if (values.accept !== undefined) {
      if (positionals.length > 0) throw new UsageError("--accept takes no pages.");
      return accept({ ...values, pattern: values.accept }, io);
    }
    const least = numberFrom("--least", values.least, 2, 1_000_000);
    const { reading, context } = await readPagesOrWorkspace(positionals, values, io);
    const { party } = values;
    const candidates = phraseCandidates(reading.documents, { least }, context).filter(
      (candidate) => party === undefined || isOf(candidate, party),
    );
    if (values.json) io.out(`${jsonText({ candidates }, 1)}\n`);
    else io.out(candidatesToTerminal(candidates, (id) => reading.labelOf(id), io, values.all));
    printDiagnostics(reading.diagnostics, io, reading.documents);
    return reading.failed > 0 ? exitCodes.unread : exitCodes.fine;
  },
};

/** What marks the side, or what it uses where nothing marks another one. */
function isOf({ mark, uses }: PhraseCandidate, party: string): boolean {
  return mark === null ? uses.some((use) => use.party === party) : mark.party === party;
}

function accept(
  values: {
    readonly pattern: string;
    readonly workspace?: string | undefined;
    readonly label?: string | undefined;
    readonly id?: string | undefined;
    readonly origin?: string | undefined;
  },
  io: Io,
): number {
  const { workspace } = values;
  if (workspace === undefined) throw new UsageError("--accept needs a --workspace.");
  const id = values.id ?? (values.label === undefined ? "" : phraseIdFrom(values.label));
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new UsageError(
      "--accept needs a --label in English, or an --id of small letters, digits and hyphens.",
    );
  const context = loadContext(workspaceTables(workspace));
  const folder = join(workspace, "tables");
  const origin = values.origin ?? null;
  try {
    const row = acceptPhrase(
      folder,
      { pattern: values.pattern, id, label: oneLine(values.label ?? id), origin },
      context,
    );
    io.out(`${id} (${plainLine(row["label"] ?? "")}) is now in ${join(folder, "phrases.tsv")}\n`);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  return exitCodes.fine;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
